import { describe, expect, it, test } from 'vitest';
import { TextMap } from '../../core/text-map.ts';
import { scopeOf } from '../testing.ts';
import { bearerOf } from './annex-bearer.ts';
import { type AnnexSays, readAnnex } from './annex-says.ts';
import { describeAnnexes } from './describe-annex.ts';

const textOf = (lines: readonly string[]) =>
  new TextMap(
    lines.map((text, i) => ({
      text,
      place: { page: 1, box: [0, i * 10, 100, i * 10 + 9] as const },
      readBy: 'text-layer' as const,
      confidence: 1,
    })),
  );
const read = (...lines: string[]) => readAnnex(textOf(lines), 'a/营业执照.pdf');
const code = '91320505MA1N2C3D9L';
const nothing: AnnexSays = { bearers: [], companies: [], codes: [], dates: [], amounts: [], places: [] };

describe('what an annex says of itself', () => {
  it('is nothing where it was not read', () => {
    expect(readAnnex(undefined, 'a.pdf')).toEqual(nothing);
    expect(read('其他')).toEqual(nothing);
  });

  it('is the bearer that a label names, as print spaces it, and every company that is named', () => {
    const says = read('名 称 ： 江 苏 华 兴 纺 织 有 限 公 司', '依托单位：武汉凌策化工有限公司');
    expect(says.bearers).toEqual(['江苏华兴纺织有限公司']);
    expect(says.companies).toContain('武汉凌策化工有限公司');
    expect(read('名称　　江苏华兴纺织有限公司').bearers).toEqual(['江苏华兴纺织有限公司']);
    expect(read('承诺单位：华兴（无锡）有限公司').bearers).toEqual(['华兴(无锡)有限公司']);
    // A line ends a name.
    expect(read('名称', '江苏华兴纺织有限公司').bearers).toEqual([]);
  });

  it('is each name, code and sum once, and codes only where their check character is right', () => {
    const says = read(
      `代码 ${code.toLowerCase()}`,
      `代码：${code}`,
      '91320505MA1N2C3D9K',
      '投资1,200万元，共2.5亿元，另有1,200万元',
    );
    expect(says.codes).toEqual([code]);
    expect(says.amounts).toEqual(['1,200万元', '2.5亿元']);
  });

  it('is its dates, those that are none left out', () => {
    expect(read('成立日期 2017年3月2日', '2017.03.02', '2021-13-45').dates).toEqual(['2017-03-02']);
  });

  it('shows where bearer and code stand, in its own file', () => {
    const says = read('营业执照', '名称：江苏华兴纺织有限公司', `代码：${code}`);
    expect(says.places).toMatchObject([
      { box: [0, 10, 100, 19], file: 'a/营业执照.pdf' },
      { box: [0, 20, 100, 29], file: 'a/营业执照.pdf' },
    ]);
    expect(read(`${code}`).places).toHaveLength(1);
    // In the filing itself, places are of no other file.
    expect(readAnnex(textOf([code])).places).toEqual([{ page: 1, box: [0, 0, 100, 9] }]);
    // Spaced in print, the name stands nowhere as it is said.
    expect(read('名 称 江 苏 华 兴 有 限 公 司').places).toEqual([]);
  });
});

test('what annexes say is told in brackets, two of a kind', () => {
  expect(describeAnnexes([nothing])).toEqual({ zh: '', en: '' });
  const says = {
    ...nothing,
    bearers: ['甲厂'],
    companies: ['乙厂'],
    dates: ['2020-01', '2020-02', '2020-03'],
  };
  expect(describeAnnexes([says])).toEqual({
    zh: '（写明单位甲厂；日期2020-01、2020-02）',
    en: ' (of 甲厂; dated 2020-01, 2020-02)',
  });
  expect(
    describeAnnexes([
      { ...nothing, companies: ['乙厂'] },
      { ...nothing, amounts: ['3元'] },
    ]).zh,
  ).toBe('（写明单位乙厂；金额3元）');
});

describe('whom a paper is made out to', () => {
  const company = '江苏华兴纺织有限公司';
  const fields = [
    { key: 'title', type: 'text' },
    { key: 'applicant', type: 'text', role: 'applicant' },
    { key: 'code', type: 'credit-code' },
  ];
  const own = { title: '别的公司', applicant: company, code };
  const bearer = (
    says: Partial<AnnexSays>,
    title = '营业执照复印件',
    filled: Record<string, string | null | { value: string; confidence: number }> = own,
    scanned = false,
  ) => bearerOf(title, { ...nothing, ...says }, scanned, scopeOf({ fields: filled }, { fields }));
  const other = '武汉凌策化工有限公司';

  it('is the applicant by its code, whatever the name, or by its name among others', () => {
    expect(bearer({ codes: ['x', code], bearers: [other] })).toEqual({ is: 'applicant' });
    expect(bearer({ bearers: [company] })).toEqual({ is: 'applicant' });
    expect(bearer({ bearers: [other], companies: [other, company] })).toEqual({ is: 'applicant' });
    expect(bearer({ codes: [code] }, '营业执照', { ...own, code: code.toLowerCase() })).toEqual({
      is: 'applicant',
    });
  });

  it('is doubtful on a licence with the name and another code, not on a certificate', () => {
    const says = { bearers: [company], codes: ['91340121398761204G'] };
    for (const title of ['营业执照复印件', '事业单位法人证书'])
      expect(bearer(says, title)).toEqual({ is: 'doubtful', who: '91340121398761204G' });
    expect(bearer(says, '质量管理体系证书')).toEqual({ is: 'applicant' });
    expect(bearer(says, '营业执照', { applicant: company })).toEqual({ is: 'applicant' });
    expect(bearer(says, '营业执照', { ...own, code: { value: code, confidence: 0.1 } })).toEqual({
      is: 'applicant',
    });
  });

  it('is another where a label names one that is not like the applicant, doubtful where one is or on a scan', () => {
    expect(bearer({ bearers: [other] })).toEqual({ is: 'other', who: other });
    expect(bearer({ bearers: [other] }, '营业执照', own, true)).toEqual({ is: 'doubtful', who: other });
    const like = '江苏华兴纺织科技有限公司';
    expect(bearer({ bearers: [other], companies: [other, like] })).toEqual({ is: 'doubtful', who: other });
  });

  it('is unsaid where no label names it, on papers that name others, and without an applicant', () => {
    expect(bearer({ companies: [other] })).toEqual({ is: 'unsaid' });
    expect(bearer({ bearers: [other] }, '销售合同')).toEqual({ is: 'unsaid' });
    expect(bearer({ bearers: [other] }, '营业执照', { ...own, applicant: null })).toEqual({ is: 'unsaid' });
    const scope = scopeOf({ fields: own }, { fields: fields.slice(0, 1) });
    expect(bearerOf('营业执照', { ...nothing, bearers: [other] }, false, scope)).toEqual({ is: 'unsaid' });
  });
});
