import { describe, expect, it } from 'vitest';
import { run, scopeOf } from '../testing.ts';

const asks = (near: string, units: string[], least: number) => ({
  compare: { left: { stated: { near: [near], units, in: [] } }, op: '>=', right: least },
});

describe('a stated number that the passage’s own numbers do not bear out', () => {
  it.each([
    [
      '部署',
      ['家'],
      10,
      '方案已部署12家企业：宁波5家、台州3家，合计12家，再无其他地区。',
      '宁波5家、台州3家',
    ],
    [
      '研发投入',
      ['%'],
      5,
      '研发投入占主营业务收入6.2%（研发费用1,550万元，主营业务收入5.8亿元）。',
      '研发费用1,550万元,主营业务收入5.8亿元',
    ],
    [
      '总投入',
      ['万元'],
      2000,
      '近三年总投入2,400万元，其中2019年600万、2020年500万、2021年450万，别无他项。',
      '其中2019年600万、2020年500万、2021年450万',
    ],
    [
      '收入占比',
      ['%'],
      30,
      '收入占比41%。主营收入5.00亿元，平台收入0.95亿元。',
      '主营收入5.00亿元,平台收入0.95亿元',
    ],
    ['日均', ['次'], 100000, '日均解析15万次。全年累计解析1,100万次。', '全年累计解析1,100万次'],
  ])('%s is open where it would do and both are quoted', (near, units, least, line, quote) => {
    const { verdict, why, quoting } = run(asks(near, units, least), scopeOf({ lines: [line] }));
    expect([verdict, quoting]).toEqual(['unknown', true]);
    expect(why.zh).toContain(`；“${quote}”`);
    expect(why.en).toContain(`"${quote}"`);
  });

  it('is open and no fail where its own numbers would do', () => {
    const line = '研发投入占主营业务收入3.1%（研发费用4,060万元，主营业务收入5.8亿元）。';
    expect(run(asks('研发投入', ['%'], 5), scopeOf({ lines: [line] })).verdict).toBe('unknown');
  });

  it('stays met where both do, and failed where neither does', () => {
    const line = '方案已部署32家企业：宁波15家、台州13家，合计32家，再无其他地区。';
    const verdicts = [20, 30, 40].map(
      (least) => run(asks('部署', ['家'], least), scopeOf({ lines: [line] })).verdict,
    );
    expect(verdicts).toEqual(['pass', 'unknown', 'fail']);
  });

  it('does not hide a third number of the same', () => {
    const lines = ['方案已部署32家企业：宁波15家、台州13家，合计32家，再无其他地区。', '方案部署企业6家。'];
    const { verdict, why } = run(asks('部署', ['家'], 20), scopeOf({ lines }));
    expect(verdict).toBe('unknown');
    expect(why.zh).toContain('方案部署企业6家');
  });
});
