import type { Pack } from '../../../calls/schema/index.ts';
import type { Act } from '../../../core/desk.ts';
import type { Text } from '../../../core/lang.ts';
import { decisionWords } from '../../../report/words.ts';
import { percent } from './percent.ts';

/** What the words of an act's record stand for: the record keeps ids, people read names. */
export interface ActWords {
  readonly pack?: Pick<Pack, 'form' | 'rules' | 'schemes' | 'call'>;
  readonly nameOf: (user: string) => string;
}

/** An act as it is shown: what it was and what it became in words, beside the record as it is kept. */
export function shownAct(act: Act, words: ActWords) {
  const { id, at, by, kind, text, old, new: after } = act;
  return {
    ...{ id, at, by, byName: words.nameOf(by), kind, text },
    ...(old ? { old, was: said(act, old, words) } : {}),
    ...(after ? { new: after, is: said(act, after, words) } : {}),
  };
}

/** A list of findings: `field:name=confirmed；check:copies=met`; a label or an id may hold a line feed. */
const finding = /(field|rule|check|label|match):(.*?)=(.*?)(?:；(?=(?:field|rule|check|label|match):)|$)/gsu;

function said({ kind, text }: Act, value: string, words: ActWords): Text {
  const isList = kind === 'rule' || (kind === 'undo' && /认定/u.test(text.zh));
  const found = isList ? [...value.matchAll(finding)] : [];
  if (found.length > 0) {
    const parts = found.map(([, what = '', id = '', answer = '']) => {
      const title = titleOf(what, id, words);
      const reply = answers[answer] ?? plain(answer);
      return { zh: `${title.zh}：${reply.zh}`, en: `${title.en}: ${reply.en}` };
    });
    return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
  }
  if (value in decisionWords && (kind === 'decide' || kind === 'undo' || kind === 'reopen'))
    return decisionWords[value as keyof typeof decisionWords];
  if (kind === 'assign' || (kind === 'undo' && /分配/u.test(text.zh))) return plain(words.nameOf(value));
  if (value.startsWith('{')) return settings(value);
  return plain(value);
}

function titleOf(what: string, id: string, { pack }: ActWords): Text {
  if (what === 'field') {
    const field = pack?.form.fields.find(({ key }) => key === id);
    return field ? { zh: field.label, en: field.en } : plain(id);
  }
  if (what === 'label') return pack?.schemes.find((scheme) => scheme.id === id)?.title ?? plain(id);
  if (what === 'match') return { zh: '相似项目', en: 'likely repeat' };
  return pack?.rules.find((rule) => rule.id === id)?.title ?? plain(id);
}

const answers: Readonly<Record<string, Text | undefined>> = {
  '': { zh: '收回', en: 'taken back' },
  confirmed: { zh: '与原件一致', en: 'as in the original' },
  corrected: { zh: '已更正', en: 'put right' },
  met: { zh: '符合', en: 'met' },
  'not-met': { zh: '不符合', en: 'not met' },
  same: { zh: '同一方案', en: 'the same solution' },
  different: { zh: '不是同一方案', en: 'another solution' },
};

/** Users and who must look are recorded whole, as JSON. */
function settings(value: string): Text {
  let read: unknown;
  try {
    read = JSON.parse(value);
  } catch {
    return plain(value);
  }
  if (typeof read !== 'object' || read === null) return plain(value);
  const parts = Object.entries(read).map(([key, one]) => {
    const name = settingWords[key] ?? plain(key);
    const shown =
      typeof one === 'number' ? plain(percent(one)) : (settingValues[String(one)] ?? plain(String(one)));
    return { zh: `${name.zh} ${shown.zh}`, en: `${name.en} ${shown.en}` };
  });
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

const settingWords: Readonly<Record<string, Text | undefined>> = {
  id: { zh: '登录名', en: 'sign-in name' },
  name: { zh: '姓名', en: 'name' },
  role: { zh: '角色', en: 'role' },
  active: { zh: '启用', en: 'active' },
  blind: { zh: '双人盲审', en: 'blind second review' },
  blindShare: { zh: '抽样比例', en: 'share' },
  check: { zh: '负责人复核', en: 'checked by the head' },
  redraw: { zh: '再抽查', en: 'drawn again' },
  target: { zh: '目标准确率', en: 'target' },
};

const settingValues: Readonly<Record<string, Text | undefined>> = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
  none: { zh: '不要求', en: 'none' },
  sample: { zh: '抽样', en: 'a sample' },
  all: { zh: '全部', en: 'all' },
  refusals: { zh: '退回和不予受理的', en: 'returns and rejections' },
  clerk: { zh: '初审员', en: 'clerk' },
  head: { zh: '科室负责人', en: 'section head' },
  admin: { zh: '管理员', en: 'administrator' },
};

const plain = (words: string): Text => ({ zh: words, en: words });
