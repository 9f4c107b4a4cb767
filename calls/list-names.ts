import type { z } from 'zod';
import type { Text } from '../core/lang.ts';
import type { officeList } from './schema/common.ts';

type ListKind = z.infer<typeof officeList>;

/** What the lists that an office gives along are called. */
export const listNames: Readonly<Record<ListKind, Text>> = {
  summary: { zh: '推荐汇总表', en: 'summary sheet' },
  registry: { zh: '网上填报数据', en: 'online registry' },
};

/** No list was given: nothing was compared, and a person does it. */
export function notGiven(kind: ListKind): Text {
  const flag = `--${kind}`;
  const { zh, en } = listNames[kind];
  return {
    zh: `未提供${zh}（${flag}），未核对，请人工核对。`,
    en: `No ${en} was given (${flag}), so nothing was compared; please check.`,
  };
}
