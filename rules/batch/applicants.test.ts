import { describe, expect, it } from 'vitest';
import { entryOf, type FieldDraft, packOf } from '../testing.ts';
import { type BatchEntry, judgeBatch } from './judge-batch.ts';

const title = { zh: '申报数量', en: 'filings' };
const code = '9144030071526726XG';
const fields = [
  { key: 'company', type: 'text', role: 'applicant' },
  { key: 'code', type: 'credit-code', role: 'credit-code' },
  { key: 'name', type: 'text', role: 'title' },
];
const filing = (
  id: string,
  values: Readonly<Record<string, string | FieldDraft | null>>,
  more: Partial<BatchEntry> = {},
) => entryOf({ id, file: `${id}.pdf`, fields: { name: `项目${id}`, ...values } }, more);

const rule = (more: object = {}) => ({
  kind: 'max-per-applicant',
  id: 'm',
  title,
  clause: '一',
  max: 1,
  ...more,
});
const judged = (entries: readonly BatchEntry[], more: object = {}, pack: object = {}) =>
  judgeBatch(packOf({ fields, ...pack, call: { batch: [rule(more)] } }), entries);
const told = (found: ReturnType<typeof judged>) => found.map(({ verdict, filings }) => [verdict, filings]);

describe('filings of one applicant', () => {
  const three = ['1', '2', '3'].map((id) => filing(id, { company: '苏州华兴科技有限公司' }));

  it('are too many from one above the limit on, and all are named', () => {
    expect(told(judged(three, { max: 3 }))).toEqual([['pass', ['1', '2', '3']]]);
    const [found] = judged(three, { max: 2 });
    expect(found).toMatchObject({ verdict: 'fail', filings: ['1', '2', '3'], evidence: [] });
    expect(found?.message.zh).toBe(
      '苏州华兴科技有限公司共申报3项，超过每单位2项的规定：“项目1”、“项目2”、“项目3”，请由申报单位确定保留哪一项。',
    );
  });

  it('are only shown where the notice sets no limit', () => {
    const [found] = judged(three, { consequence: 'remark' });
    expect(found).toMatchObject({ verdict: 'unknown', filings: ['1', '2', '3'] });
    expect(found?.message.zh).toContain('通知未限制每单位申报的项数');
    expect(told(judged(three.slice(0, 1), { consequence: 'remark' }))).toEqual([['pass', ['1']]]);
  });
});

describe('an applicant whose name was not read', () => {
  const doubtful = { value: '苏州华共科技', confidence: 0.4 };

  it('is told by its credit code', () => {
    const found = judged([filing('1', { company: doubtful, code }), filing('2', { company: null, code })]);
    expect(told(found)).toEqual([['fail', ['1', '2']]]);
    expect(found[0]?.message.zh).toMatch(new RegExp(`^${code}共申报2项`, 'u'));
  });

  it('is called by the name that another filing of its code gives', () => {
    const found = judged([
      filing('1', { company: doubtful, code }),
      filing('2', { company: '甲公司', code }),
    ]);
    expect(found[0]?.message.zh).toMatch(/^甲公司共申报2项/u);
  });

  it('is open where its code is wrong or doubtful too, and counts to nobody', () => {
    for (const bad of ['9144030071526726X0', { value: code, confidence: 0.4 }]) {
      const found = judged([
        filing('1', { company: doubtful, code: bad }),
        filing('2', { company: '甲公司' }),
      ]);
      expect(told(found)).toEqual([['unknown', ['1']]]);
      expect(found[0]?.message.zh).toContain('以下1项的申报单位未能识别，未核对申报数量：“项目1”');
    }
  });
});

describe('names that may be one company', () => {
  const names = ['苏州华兴科技有限公司', '华兴科技有限公司'];
  const of = (...companies: readonly (string | undefined)[]) =>
    companies.map((company, i) => filing(`${i + 1}`, { company: company ?? null }));

  it('are open only where together they would be too many', () => {
    expect(told(judged(of(...names), { max: 1 }))).toEqual([['unknown', ['1', '2']]]);
    expect(told(judged(of(...names), { max: 2 }))).toEqual([['pass', ['1', '2']]]);
    expect(told(judged(of(...names, names[1]), { max: 2 }))).toEqual([['unknown', ['1', '2', '3']]]);
  });

  it('add nothing to what is too many already', () => {
    expect(told(judged(of(names[0], names[0], names[1])))).toEqual([['fail', ['1', '2']]]);
  });
});

describe('a consortium and one of its members', () => {
  const [member, pair] = ['苏州华兴科技有限公司', '苏州华兴科技有限公司、南京恒驰软件有限公司'];
  const two = (a: Record<string, string>, b: Record<string, string>) =>
    told(judged([filing('1', a), filing('2', b)]));

  it('may both file: which of them counts is for a person, in whatever order', () => {
    expect(two({ company: member }, { company: pair })).toEqual([['unknown', ['1', '2']]]);
    expect(two({ company: pair }, { company: member })).toEqual([['unknown', ['1', '2']]]);
  });

  it('are one applicant where they write the same name or the same code', () => {
    expect(two({ company: pair }, { company: pair })).toEqual([['fail', ['1', '2']]]);
    expect(two({ company: pair, code }, { company: member, code })).toEqual([['fail', ['1', '2']]]);
  });
});

describe('a limit within a label or a class', () => {
  const scheme = (id: string) => ({
    id,
    title,
    parents: [{ name: '工厂类', en: 'f' }],
    labels: [
      { name: '甲', en: 'a', parent: '工厂类', clause: '一' },
      { name: '乙', en: 'b', parent: '工厂类', clause: '一' },
      { name: '丙', en: 'c', clause: '一' },
    ],
  });
  const schemes = [scheme('other'), scheme('s')];
  const of = (id: string, label: string | null, declared?: string) =>
    filing(
      id,
      { company: '甲公司' },
      {
        classification: [
          { scheme: 'other', label: '甲', candidates: [] },
          { scheme: 's', label, candidates: [], ...(declared === undefined ? {} : { declared }) },
        ],
      },
    );
  const within = (level: 'label' | 'parent', max: number, ...entries: readonly BatchEntry[]) =>
    judged(entries, { max, within: { scheme: 's', level } }, { schemes });

  it('takes two labels of one class apart, or together', () => {
    const entries = [of('1', '甲'), of('2', '乙')];
    expect(told(within('label', 1, ...entries))).toEqual([['pass', ['1', '2']]]);
    const found = within('parent', 1, ...entries);
    expect(told(found)).toEqual([['fail', ['1', '2']]]);
    expect(found[0]?.message.zh).toContain('甲公司在“工厂类”中申报2项，超过1项的规定');
  });

  it('goes by what was declared, be it several, and not by what the text shows', () => {
    expect(told(within('label', 1, of('1', '甲', '乙'), of('2', '甲')))).toEqual([['pass', ['1', '2']]]);
    expect(told(within('label', 1, of('1', '甲', '乙'), of('2', '甲', '乙、丙')))).toEqual([
      ['fail', ['1', '2']],
    ]);
  });

  it('goes by the text where nothing was declared that the scheme knows', () => {
    expect(told(within('label', 1, of('1', '甲', '其他'), of('2', '甲')))).toEqual([['fail', ['1', '2']]]);
  });

  it('is open only where filings of no known label could break it', () => {
    expect(told(within('label', 2, of('1', '甲'), of('2', null), of('3', '乙')))).toEqual([
      ['pass', ['1', '2', '3']],
    ]);
    const found = within('label', 2, of('1', '甲'), of('2', '甲'), of('3', null));
    expect(told(found)).toEqual([['unknown', ['3']]]);
    expect(found[0]?.message.zh).toContain('共申报3项，其中1项类别不明，不能确定是否超过2项');
  });

  it('of classes leaves a label without a class, and a filing that was not classified, open', () => {
    expect(told(within('parent', 1, of('1', '甲'), of('2', '丙')))).toEqual([['unknown', ['2']]]);
    const none = filing('2', { company: '甲公司' });
    expect(told(within('label', 1, of('1', '甲'), none))).toEqual([['unknown', ['2']]]);
  });
});

it('a batch without a file has nothing to be judged', () => {
  expect(judged([])).toEqual([]);
});
