import type { Text } from '../../core/lang.ts';
import type { View } from '../../workbench/api/queue.ts';

export const viewWords = {
  all: { zh: '全部', en: 'All' },
  accepted: { zh: '受理', en: 'Accepted' },
  todo: { zh: '待初审', en: 'To review' },
  doubts: { zh: '有疑问', en: 'With doubts' },
  mend: { zh: '需补正', en: 'To be mended' },
  repeats: { zh: '疑似重复', en: 'Likely repeats' },
  mine: { zh: '我的', en: 'Mine' },
  second: { zh: '待第二人', en: 'Second person' },
  conflict: { zh: '意见不一', en: 'Conflicts' },
  check: { zh: '待复核', en: 'To check' },
  again: { zh: '抽查复审', en: 'Drawn again' },
  doubt: { zh: '存疑', en: 'In doubt' },
  decided: { zh: '已决定', en: 'Decided' },
  passed: { zh: '通过', en: 'Passed' },
  returned: { zh: '退回补正', en: 'Returned' },
  rejected: { zh: '不予受理', en: 'Rejected' },
  unread: { zh: '未读出', en: 'Not read' },
} as const satisfies Record<View, Text>;

export const decisionSteps = {
  first: { zh: '初审', en: 'First' },
  second: { zh: '第二人盲审', en: 'Second, blind' },
  third: { zh: '裁定', en: 'Settled' },
  check: { zh: '复核', en: 'Check' },
  again: { zh: '复审', en: 'Reviewed again' },
} as const satisfies Record<string, Text>;

export const undone = {
  reopen: { zh: '重新打开', en: 'reopened' },
  undo: { zh: '撤销', en: 'taken back' },
} as const satisfies Record<string, Text>;
