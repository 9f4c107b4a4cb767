import type { Text } from '../core/lang.ts';
import type { Pack } from './schema/index.ts';

/** How a reference that leads nowhere is told. */
export interface Said {
  readonly message: Text;
  readonly mend: Text;
}

export const none = (what: Text, name: string, where: string): Said => ({
  message: { zh: `没有${what.zh}“${name}”。`, en: `There is no ${what.en} "${name}".` },
  mend: { zh: `请改为 ${where} 中已有的，或在那里补上。`, en: `Name one of ${where}, or add it there.` },
});

export const words = {
  field: { zh: '栏目', en: 'field' },
  clause: { zh: '条款', en: 'clause' },
  scheme: { zh: '分类体系', en: 'scheme' },
  rule: { zh: '规则', en: 'rule' },
  label: { zh: '类别', en: 'label' },
  option: { zh: '选项', en: 'option' },
  group: { zh: '选项分组', en: 'group of options' },
  annex: { zh: '附件', en: 'annex' },
  deadline: { zh: '截止时间', en: 'deadline' },
  reading: { zh: '解读', en: 'reading' },
  parent: { zh: '上级类别', en: 'class' },
} as const satisfies Record<string, Text>;

export const noMustReapply: Said = {
  message: {
    zh: '通知没有规定哪些年份的入选项目须重新申报。',
    en: 'The call names no years whose winners must apply again.',
  },
  mend: {
    zh: '请在 call.yaml 的 resubmission.mustReapply 中写明，或删去此处。',
    en: 'List them under resubmission.mustReapply in call.yaml, or remove this.',
  },
};

/** Names of a scheme's labels and of the classes above them. */
export const namesOf = (scheme: Pack['schemes'][number]): string[] => [
  ...scheme.labels.map((label) => label.name),
  ...scheme.parents.map((parent) => parent.name),
];
