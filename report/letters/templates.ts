import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtInPacksDir } from '../../calls/load.ts';
import { officialPage, type ParagraphStyle, paragraph, run, section, table } from '../docx/wml.ts';
import type { LetterKind } from './letter.ts';
import { letterNames } from './letter.ts';

/** The default templates of the letters: what `scripts/letter-templates.ts` makes files of, for an office to change. */

const line = 28;
const body = (text: string, style: ParagraphStyle = {}) =>
  paragraph(run(text), { align: 'both', indent: 2, line, ...style });
const head = (text: string) =>
  paragraph(run(text, { font: 'head' }), { align: 'both', indent: 2, line, keepNext: true });

const letterhead = (kind: LetterKind) => [
  paragraph(run('{机关名称}', { font: 'title', size: 32, colour: 'D7000F' }), {
    align: 'center',
    rule: 'letterhead',
  }),
  paragraph(run('{文号}'), { align: 'right', line, before: 6 }),
  paragraph(run(letterNames[kind].zh, { font: 'title', size: 22 }), {
    align: 'center',
    before: 24,
    after: 20,
  }),
  paragraph(run('{申报单位}：'), { align: 'left', line }),
];

const signature = [
  body('联系人：{联系人}　　联系电话：{联系电话}', { before: 6 }),
  body('地　址：{地址}'),
  paragraph(run('{机关名称}'), { align: 'right', right: 2, line, before: 42, keepNext: true }),
  paragraph(run('{日期}'), { align: 'right', right: 4, line, keepNext: true }),
  paragraph(run('（印　章）', { size: 12, colour: '808080' }), { align: 'right', right: 6, line }),
];

/** What comes back signed 送达回执, below a line to cut along. */
const receipt = (kind: LetterKind) => [
  paragraph(run('（沿此线剪下，由收件人填写后交回）', { font: 'note', size: 10.5, colour: '808080' }), {
    align: 'center',
    rule: 'cut',
    before: 18,
    after: 8,
    keepNext: true,
  }),
  paragraph(run('送 达 回 执', { font: 'title', size: 16 }), { align: 'center', after: 6, keepNext: true }),
  table(
    [
      [
        { text: '文书名称及文号', align: 'center' },
        { text: `${letterNames[kind].zh}　{文号}`, span: 3 },
      ],
      [
        { text: '受送达单位', align: 'center' },
        { text: '{申报单位}', span: 3 },
      ],
      [
        { text: '申报项目', align: 'center' },
        { text: '{项目名称}', span: 3 },
      ],
      [
        { text: '收件人签名', align: 'center' },
        { text: '' },
        { text: '收到日期', align: 'center' },
        { text: '　　　年　　月　　日', align: 'center' },
      ],
      [
        { text: '备　注', align: 'center' },
        { text: '', span: 3 },
      ],
    ],
    [34, 46, 28, 48],
    { size: 12, height: 9, together: true },
  ),
];

const bodies: Readonly<Record<LetterKind, readonly string[]>> = {
  mend: [
    body(
      '你单位申报的“{项目名称}”材料收悉。依据{征集通知}（以下简称《通知》）进行初审，现将需要补正的全部事项（共{事项数}项）一次性告知如下：',
    ),
    paragraph(run('{#事项}'), { line: 2 }),
    head('{序号}、{标题}'),
    body('{问题}'),
    body('依据：{依据}'),
    body('补正要求：{补正要求}'),
    paragraph(run('{/事项}'), { line: 2 }),
    body(
      '根据{补正依据}，请于收到本通知书之日起{补正期限}个工作日内，将补正后的材料一次报送至本机关，并附本通知书复印件。{#逾期后果}{逾期后果}{/逾期后果}',
      { before: 6 },
    ),
  ],
  accept: [
    body('你单位申报的“{项目名称}”材料收悉。依据{征集通知}进行初审，申报材料符合受理条件，现予受理。'),
    body(
      '受理不代表项目入选，入选结果以正式公布的名单为准。审查期间如需补充说明，请予配合；申报单位名称、联系方式等发生变化的，请及时告知。',
    ),
  ],
  refuse: [
    body(
      '你单位申报的“{项目名称}”材料收悉。依据{征集通知}（以下简称《通知》）进行初审，因下列原因（共{事项数}项），决定不予受理：',
    ),
    paragraph(run('{#事项}'), { line: 2 }),
    head('{序号}、{标题}'),
    body('{问题}'),
    body('依据：{依据}'),
    paragraph(run('{/事项}'), { line: 2 }),
    paragraph(run('{#救济途径}'), { line: 2 }),
    body('{救济途径}'),
    paragraph(run('{/救济途径}'), { line: 2 }),
  ],
};

/** The body of a default template, its section included. */
export function templateBody(kind: LetterKind): string {
  return [
    ...letterhead(kind),
    ...bodies[kind],
    ...signature,
    ...receipt(kind),
    paragraph('', { line: 2 }),
    section(officialPage),
  ].join('');
}

export const templateName = (kind: LetterKind): string => `${kind}.docx`;

/** The folder of the default templates, from source as well as from `dist`. */
export function defaultTemplates(): string {
  return join(builtInPacksDir(), '..', '..', 'report', 'letters', 'templates');
}

/** The office's own template of a kind where there is one, else the default one. */
export async function readTemplate(kind: LetterKind, own: string): Promise<Uint8Array> {
  const path = join(own, templateName(kind));
  return readFile(existsSync(path) ? path : join(defaultTemplates(), templateName(kind)));
}
