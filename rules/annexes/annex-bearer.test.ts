import { expect, test } from 'vitest';
import { TextMap } from '../../core/text-map.ts';
import { run, scopeOf } from '../testing.ts';

const call = {
  annexes: [
    { key: 'licence', title: '营业执照复印件', aliases: ['营业执照'], required: true, clause: '一' },
    { key: 'contract', title: '销售合同', required: true, clause: '一' },
  ],
};
const fields = [
  { key: 'applicant', type: 'text', role: 'applicant' },
  { key: 'code', type: 'credit-code' },
];
const textOf = (lines: string[]) =>
  new TextMap(
    lines.map((text, i) => ({
      text,
      place: { page: 1, box: [0, i * 10, 100, i * 10 + 9] as const },
      readBy: 'text-layer' as const,
      confidence: 1,
    })),
  );
const ask = (lines: string[], more: { key?: string; scanned?: boolean } = {}) =>
  run(
    { annex: more.key ?? 'licence' },
    scopeOf(
      { fields: { applicant: '江苏华兴纺织有限公司', code: '91320505MA1N2C3D9L' } },
      { fields, call },
      {
        companions: [
          {
            file: `a/${more.key === 'contract' ? '销售合同' : '营业执照'}.pdf`,
            text: textOf(lines),
            scanned: more.scanned ?? false,
          },
        ],
      },
    ),
  );

test('the licence of the applicant is shown with what it says', () => {
  const found = ask([
    '营 业 执 照',
    '统一社会信用代码 91320505MA1N2C3D9L',
    '名 称 江苏华兴纺织有限公司',
    '成立日期 2017年3月2日',
  ]);
  expect(found.verdict).toBe('pass');
  expect(found.why.zh).toContain('写明单位江苏华兴纺织有限公司');
  expect(found.why.zh).toContain('2017-03-02');
  expect(found.evidence.length).toBeGreaterThan(0);
});

test('a licence of another company is none', () => {
  const found = ask(['营业执照', '名称：武汉凌策化工有限公司']);
  expect([found.verdict, found.values.missing?.zh]).toEqual([
    'fail',
    '营业执照复印件（所附的写明为“武汉凌策化工有限公司”）',
  ]);
});

test('a renamed company is known by its code, a misread or like name is for a person', () => {
  expect(ask(['名称：苏州新名称科技有限公司', '91320505MA1N2C3D9L']).verdict).toBe('pass');
  expect(ask(['名称：武汉凌策化工有限公司'], { scanned: true }).verdict).toBe('unknown');
  expect(ask(['名称：江苏华兴纺织科技有限公司']).verdict).toBe('unknown');
});

test("a contract names others, and a licence that nothing was read of may be anybody's", () => {
  expect(ask(['销售合同', '甲方名称：武汉凌策化工有限公司'], { key: 'contract' }).verdict).toBe('pass');
  expect(ask(['营业执照']).verdict).toBe('pass');
});

test('a licence behind the form is read as one that came as a file', () => {
  const enclosed = (...lines: string[]) =>
    run(
      { annex: 'licence' },
      scopeOf(
        { lines: ['申报书', ...lines], form: ['申报书'], fields: { applicant: '江苏华兴纺织有限公司' } },
        { fields, call },
      ),
    );
  const other = enclosed(
    '附件1 营业执照',
    '名称：武汉凌策化工有限公司',
    '附件2 销售合同',
    '买方：江苏华兴纺织有限公司',
  );
  expect([other.verdict, other.why.zh]).toEqual([
    'fail',
    '所附“营业执照复印件”（文档中）写明的单位是“武汉凌策化工有限公司”，不是申报单位。',
  ]);
  const own = enclosed('附件1 营业执照', '名称：江苏华兴纺织有限公司', '成立日期：2017年3月2日');
  expect([own.verdict, own.why.zh]).toEqual([
    'pass',
    '文档中附有“营业执照复印件”（写明单位江苏华兴纺织有限公司；日期2017-03-02）。',
  ]);
});
