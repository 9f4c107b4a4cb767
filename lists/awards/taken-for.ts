import type { Text } from '../../core/lang.ts';
import type { Award } from './award.ts';
import { type Issuer, type IssuerSource, issuerName, readIssuer, unknownIssuer } from './issuer.ts';

/** What some awards of a list were taken for: of which programme, and by whom. */
export interface TakenFor {
  readonly programme?: string;
  readonly programmeName?: string;
  readonly issuer: Issuer;
  readonly awards: readonly Award[];
}

/** Awards of one list by programme and issuer, in the order of the list. */
export function takenFor(awards: readonly Award[]): TakenFor[] {
  const groups = new Map<string, Award[]>();
  for (const award of awards) {
    const key = JSON.stringify([award.programme, award.programmeName, award.issuer]);
    groups.set(key, [...(groups.get(key) ?? []), award]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { programme, programmeName, issuer = unknownIssuer } = first;
    return {
      ...(programme ? { programme } : {}),
      ...(programmeName ? { programmeName } : {}),
      issuer,
      awards: group,
    };
  });
}

const sources: Readonly<Record<IssuerSource, Text>> = {
  said: { zh: '导入时说明', en: 'said at import' },
  column: { zh: '表中一列', en: 'a column' },
  list: { zh: '名单名称一列', en: "the column of the list's title" },
  programme: { zh: '计划名称', en: 'the name of the programme' },
  title: { zh: '名单标题', en: "the list's title" },
  sheet: { zh: '工作表名', en: 'the name of the sheet' },
  file: { zh: '文件名', en: 'the name of the file' },
  recommenders: { zh: '推荐单位来自多个省份', en: 'recommending units of several provinces' },
};

/** Whose list it is and from what that was read: 工业和信息化部（名单标题：“工业和信息化部办公厅”）. */
export function sayIssuer(issuer: Issuer): Text {
  const name = issuerName(issuer);
  if (issuer.kind === 'unknown') return name;
  const from = sources[issuer.from];
  return {
    zh: `${name.zh}（${from.zh}：“${issuer.words}”）`,
    en: `${name.en} (${from.en}: "${issuer.words}")`,
  };
}

/** The issuer that an office names: 工业和信息化部, 广东省, 省级, 中国××协会. */
export function issuerSaid(words: string): Issuer | undefined {
  const text = words.trim();
  if (/^(?:ministry|miit|部级?)$/iu.test(text))
    return { kind: 'ministry', department: 'miit', words: text, from: 'said' };
  if (/^(?:local|省|市|地方)$/iu.test(text)) return { kind: 'local', words: text, from: 'said' };
  if (/^association$/iu.test(text)) return { kind: 'association', words: text, from: 'said' };
  // A place is read where something follows it.
  return readIssuer(`${text}名单`, 'said');
}
