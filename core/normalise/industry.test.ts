import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { industries, readIndustry } from './industry.ts';
import { industryWords } from './industry-table.ts';

describe('the table', () => {
  it('has the 20 sections and 97 divisions of the standard, each once', () => {
    const codes = industries.map(({ code }) => code);
    expect(codes.filter((code) => code.length === 1).join('')).toBe('ABCDEFGHIJKLMNOPQRST');
    const divisions = codes.filter((code) => code.length === 3);
    expect(divisions.map((code) => Number(code.slice(1)))).toEqual(
      Array.from({ length: 97 }, (_, i) => i + 1),
    );
    expect(divisions.map((code) => code.charAt(0)).join('')).toMatch(
      /^A{5}B{7}C{31}D{3}E{4}F{2}G{8}H{2}I{3}/u,
    );
    expect(new Set(industries.map(({ code, name }) => `${name}${code.length}`)).size).toBe(117);
  });

  it('gives each word to one industry that the standard has', () => {
    const lines = industryWords
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    const list = lines.flatMap(([, ...words]) => words);
    expect(new Set(list).size).toBe(list.length);
    for (const [code] of lines) expect(industries.some((industry) => industry.code === code)).toBe(true);
    for (const [code, ...words] of lines)
      for (const word of words) expect([word, readIndustry(word)?.code]).toEqual([word, code]);
  });
});

describe('readIndustry', () => {
  it.each([
    ['通用设备制造业', 'C34', 'name'],
    ['通用设备制造', 'C34', 'name'],
    ['C34', 'C34', 'code'],
    ['c34', 'C34', 'code'],
    ['C3421', 'C34', 'code'],
    ['C34 通用设备制造业', 'C34', 'code'],
    ['通用设备制造业（C34）', 'C34', 'code'],
    ['34', 'C34', 'code'],
    ['3421金属切削机床制造', 'C34', 'code'],
    ['制造业-通用设备制造业', 'C34', 'name'],
    ['制造业/数控机床', 'C34', 'word'],
    ['制造业', 'C', 'name'],
    ['C', 'C', 'code'],
    ['C制造业', 'C', 'name'],
    ['C端软件', undefined, undefined],
    ['铁路、船舶、航空航天和其他运输设备制造业', 'C37', 'name'],
    ['铁路船舶航空航天及其他运输设备制造业', 'C37', 'name'],
    ['计算机、通信和其他电子设备制造业', 'C39', 'name'],
    ['汽车及零部件', 'C36', 'word'],
    ['新能源汽车行业', 'C36', 'word'],
    ['软件和信息技术服务业', 'I65', 'name'],
    ['信息传输、软件和信息技术服务业', 'I', 'name'],
    ['汽车、钢铁', 'C', 'word'],
    ['有色金属', 'C32', 'word'],
    ['有色金属矿采选业', 'B09', 'name'],
    ['农业机械', 'C35', 'word'],
    ['工业互联网', 'I64', 'word'],
    ['教育', 'P83', 'name'],
  ] as const)('%s → %s', (raw, code, by) => {
    const { code: read, by: how } = readIndustry(raw) ?? {};
    expect([read, how]).toEqual([code, by]);
  });

  it.each([
    '',
    '无',
    '其他',
    '石化',
    'C98',
    'A34',
    '汽车、银行',
    '钢铁 C27医药制造业和金融业',
    '2021年',
    '5G',
  ])('gives nothing for %j', (raw) => {
    expect(readIndustry(raw)).toBeUndefined();
  });

  it('reads every industry from its code, its name and both, in any width', () => {
    fc.assert(
      fc.property(fc.constantFrom(...industries), fc.boolean(), ({ code, name }, wide) => {
        const written = wide
          ? code.replace(/[A-Z\d]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
          : code;
        // 房地产业, 教育 and 国际组织 are a section and its only division by one name.
        const same = industries.filter((other) => other.name === name).at(-1);
        expect(readIndustry(written)?.code).toBe(code);
        for (const raw of [name, `${written} ${name}`, `${name}（${written}）`])
          expect([code, same?.code]).toContain(readIndustry(raw)?.code);
      }),
    );
  });

  it('never gives a code that the text contradicts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...industries), fc.constantFrom(...industries), (a, b) => {
        const read = readIndustry(`${a.code}${b.name}`);
        if (read) expect(a.code.startsWith(read.code) || read.code.startsWith(a.code)).toBe(true);
        if (a.code.charAt(0) !== b.code.charAt(0)) expect(read).toBeUndefined();
      }),
    );
  });
});
