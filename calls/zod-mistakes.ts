import type { z } from 'zod';
import type { Text } from '../core/lang.ts';

type Issue = z.core.$ZodIssue;

/** One zod issue as a sentence on what is wrong and one on what to do. */
export interface Said {
  readonly path: readonly PropertyKey[];
  readonly message: Text;
  readonly mend: Text;
}

/** Says every issue of a failed parse. A union is said by the branch that was most likely meant. */
export function sayIssues(issues: readonly Issue[]): Said[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [{ path: issue.path, ...sayIssue(issue) }];
    const meant = meantBranch(issue.errors);
    if (!meant) return [{ path: issue.path, ...sayUnion(issue) }];
    return sayIssues(meant).map((said) => ({ ...said, path: [...issue.path, ...said.path] }));
  });
}

/** The one branch whose keys fit: the mistake lies deeper in it. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fitting = branches.filter(
    (issues) =>
      issues.length > 0 &&
      issues.every((issue) => issue.path.length > 0 && !(issue.path.length === 1 && isAbsent(issue))),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

const isAbsent = (issue: Issue) =>
  issue.code === 'invalid_type' && issue.message.endsWith('received undefined');

function sayUnion(issue: Extract<Issue, { code: 'invalid_union' }>) {
  const types = 'options' in issue ? (issue.options ?? []).map(String) : [];
  const absent = issue.errors.flatMap((issues) =>
    issues.flatMap((one) => (one.path.length === 1 && isAbsent(one) ? [String(one.path[0])] : [])),
  );
  const allowed = [...new Set(types.length > 0 ? types : absent)].join(', ');
  return {
    message: {
      zh: '这里的写法不属于任何一种允许的形式。',
      en: 'What stands here fits none of the forms allowed.',
    },
    mend: allowed
      ? { zh: `请使用以下之一：${allowed}。`, en: `Use one of: ${allowed}.` }
      : { zh: '请对照 calls/schema 改写。', en: 'Rewrite it by calls/schema.' },
  };
}

const kinds: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表（每项以 - 开头）', en: 'a list (items begin with -)' },
  object: { zh: '一组“键: 值”', en: 'a group of "key: value"' },
};

function sayIssue(issue: Exclude<Issue, { code: 'invalid_union' }>): { message: Text; mend: Text } {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      if (isAbsent(issue)) {
        return {
          message: { zh: '缺少这一项。', en: 'This is missing.' },
          mend: { zh: `请补上，内容为${kind.zh}。`, en: `Add it: ${kind.en}.` },
        };
      }
      return {
        message: { zh: `内容应为${kind.zh}。`, en: `This must be ${kind.en}.` },
        mend: {
          zh: '请改正内容；形似数字或日期的文字要加引号。',
          en: 'Correct it; a text that looks like a number or date needs quotes.',
        },
      };
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return {
        message: { zh: `不认识的键：${keys}。`, en: `Unknown key: ${keys}.` },
        mend: { zh: '请检查拼写或删除。', en: 'Check its spelling or remove it.' },
      };
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return {
        message: { zh: '内容不在允许的范围内。', en: 'This is not one of the values allowed.' },
        mend: { zh: `请改为以下之一：${values}。`, en: `Use one of: ${values}.` },
      };
    }
    case 'too_small':
      return {
        message: {
          zh: `太少或太小，至少为 ${issue.minimum}。`,
          en: `Too few or too small: at least ${issue.minimum}.`,
        },
        mend: { zh: '请补足，或删除整项。', en: 'Add to it, or remove the whole entry.' },
      };
    case 'too_big':
      return {
        message: {
          zh: `太多或太大，至多为 ${issue.maximum}。`,
          en: `Too many or too large: at most ${issue.maximum}.`,
        },
        mend: { zh: '请减少到上限以内。', en: 'Bring it within the limit.' },
      };
    case 'invalid_format':
      return {
        message: { zh: '格式不对。', en: 'This has not the form asked for.' },
        mend: { zh: `请按要求的格式填写：${formatZh(issue.message)}。`, en: `Write it as ${issue.message}.` },
      };
    default:
      return {
        message: { zh: '内容不符合要求。', en: 'This does not meet the schema.' },
        mend: { zh: `请改正（${issue.message}）。`, en: `Correct it (${issue.message}).` },
      };
  }
}

/** The schemas word their formats in English; what the sentences have in common is said in Chinese. */
function formatZh(english: string): string {
  return english
    .replace(/a date like (\S+)/, '日期，如 $1')
    .replace(/ or a time like (\S+)/, '，或时间，如 $1')
    .replace(
      'lower case letters, digits and _ only, beginning with a letter',
      '只用小写字母、数字和 _，以字母开头',
    )
    .replace('lower case words joined with -', '小写英文单词，用 - 连接');
}
