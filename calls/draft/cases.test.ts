import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readDocument } from '../../extractors/read-document.ts';
import { readText } from '../../extractors/text/read-text.ts';
import { type Draft, draftCall } from './draft-call.ts';

const fixtures = new URL('fixtures/', import.meta.url);

/** The draft of a notice on which drafting once went wrong; `fixtures/LIST.md` says how. */
async function draftOf(notice: string, form?: string): Promise<Draft> {
  const text = readText(await readFile(new URL(notice, fixtures)));
  if (form === undefined) return draftCall('case-2024', text);
  const bytes = await readFile(new URL(form, fixtures));
  const { document } = await readDocument({ name: form, bytes }, { maxPages: 20 });
  return draftCall('case-2024', text, document);
}
const openIn = ({ open }: Draft) => open.map(({ what, passage }) => `${what.zh} ${passage ?? ''}`).join('\n');
const labelsOf = ({ schemes }: Draft) => schemes.map(({ labels }) => labels.map(({ name }) => name));

/** What each notice says, by its file. */
const notices: Record<string, (draft: Draft) => void> = {
  'n01-cited-number': (draft) => {
    expect(draft.call.number).toBeUndefined();
    expect(openIn(draft)).toContain('文号');
  },
  'n02-url-cuts-clause': ({ call, clauses }) => {
    expect(call.deadlines.map(({ at }) => at)).toContain('2024-02-28');
    expect(clauses.some(({ text }) => text.startsWith('//'))).toBe(false);
  },
  'n03-deadline-without-year': ({ call }) =>
    expect(call.deadlines).toMatchObject([{ at: '2024-04-16T17:30' }]),
  'n04-eligibility-date-as-deadline': ({ call }) =>
    expect(call.deadlines).toMatchObject([{ at: '2024-08-30' }]),
  'n05-ban-on-winners-budecanyu': ({ call }) => expect(call.resubmission.bars).not.toBe('nothing'),
  'n06-ban-huopingguo': ({ call }) => expect(call.resubmission.bars).not.toBe('nothing'),
  'n07-ban-buzhichi': ({ call }) => expect(call.resubmission.bars).not.toBe('nothing'),
  'n09-ban-two-year-window': ({ call }) =>
    expect(call.resubmission).toMatchObject({
      validityYears: 2,
      readings: [{ window: { kind: 'while-valid' } }],
    }),
  'n10-quota-wrong-unit': ({ call }) =>
    expect(call.quotas).toMatchObject([
      { named: '司局', max: 5 },
      { unit: 'province', max: 10 },
    ]),
  'n11-quota-each-college': ({ call }) => expect(call.quotas).toMatchObject([{ named: '学院', max: 2 }]),
  'n12-directions-with-quotes': (draft) =>
    expect(labelsOf(draft)).toEqual([
      [
        '网络化改造集成创新应用',
        '标识解析集成创新应用',
        '“5G+工业互联网”内网改造',
        '平台集成创新应用',
        '安全集成创新应用',
      ],
    ]),
  'n13-directions-tail': (draft) =>
    expect(labelsOf(draft)).toEqual([['网络集成创新', '平台集成创新', '安全集成创新', '园区集成创新']]),
  'n14-issuer-from-citation': ({ call }) => {
    expect(call.issuer.zh).toBe('某省经济和信息化厅');
    expect(call.number).toBeUndefined();
  },
  'n16-year-unrecognised': ({ call }) => expect(call.year).toBe(2024),
  'n18-announcement-not-a-call': (draft) => expect(openIn(draft)).toContain('可能不是申报通知'),
  'n19-traditional': ({ call }) => {
    expect(call).toMatchObject({ issuer: { zh: '某省工业和信息化厅' }, number: '某工信函〔2024〕8号' });
    expect(call.resubmission.bars).toBe('project');
    expect(call.deadlines).toMatchObject([{ at: '2024-10-31' }]);
  },
  'n20-copies-invalid': ({ call }) => expect(call.copies).toMatchObject([{ medium: 'paper', count: 2 }]),
  'n21-directions-jujiao': (draft) => expect(labelsOf(draft)[0]).toHaveLength(4),
  'n22-directions-zhuyao': (draft) =>
    expect(labelsOf(draft)[0]).toEqual(['工厂类', '载体类', '园区类', '网络类', '平台类', '安全类']),
};

test.each(Object.entries(notices))('notice %s', async (name, says) => {
  says(await draftOf(`${name}.txt`));
});

/** Fields of each blank form as type, path of labels, and options or columns. */
const forms: Record<string, readonly (readonly unknown[])[]> = {
  'f01-birth-month': [
    ['date', '出生年月'],
    ['span', '拟定起止年月'],
  ],
  'f02-member-table': [['table', '项目组成员简况', ['姓名', '学号', '所在学院', '专业班级', '项目分工']]],
  'f03-bracket-ticks': [
    ['ticks', '项目级别', ['国家级', '省级', '校级']],
    ['choice', '是否申请升级', ['是', '否']],
  ],
  'f05-two-spaces-in-option': [
    ['ticks', '阶段成果', ['调研报告', '软件程序']],
    ['count', '阶段成果/调研报告'],
  ],
  'f06-cover-ticks': [['ticks', '作品类别', ['自然科学类学术论文', '社会调查报告', '科技发明制作']]],
  'f07-one-cell-row': [
    ['long-text', '项目简介'],
    ['long-text', '项目保密性描述'],
    ['long-text', '企业概况'],
    ['long-text', '团队情况'],
  ],
  'f09-sign-and-date': [
    ['long-text', '指导教师意见'],
    ['person', '签名'],
    ['date', '日期'],
  ],
  'f11-signature-line-above-date': [
    ['person', '文字责任/成员签名'],
    ['date', '文字责任/文字责任日期'],
  ],
};

test.each(Object.entries(forms))('form %s', async (name, asked) => {
  const { form } = await draftOf('blank_notice.txt', `${name}.docx`);
  const fields = form.fields.map((field) => {
    const path = [...field.under, field.label].join('/');
    if ('options' in field) return [field.type, path, field.options.map(({ text }) => text)];
    return field.type === 'table'
      ? [field.type, path, field.columns.map(({ label }) => label)]
      : [field.type, path];
  });
  for (const one of asked) expect(fields).toContainEqual(one);
});

test('every notice and form kept here has its case', async () => {
  const kept = (await readdir(fixtures))
    .filter((name) => /^[fn]\d/u.test(name))
    .map((name) => name.replace(/\.\w+$/u, ''));
  expect(kept.sort()).toEqual([...Object.keys(notices), ...Object.keys(forms)].sort());
});
