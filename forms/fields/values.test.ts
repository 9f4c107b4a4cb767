import { expect, test } from 'vitest';
import { columnValue, toValue } from './values.ts';

const value = (type: string, written: string, unit?: string) =>
  toValue(unit === undefined ? { type } : { type, unit }, written);

test.each([
  ['text', ' 面料追溯项目 ', '面料追溯项目'],
  ['text', 'ＭＥＳ系统（１２）', 'MES系统（12）'],
  ['person', '王 晓琳', '王晓琳'],
  ['region', '江苏省苏州市', '江苏省苏州市'],
  ['industry', 'C17 纺织业', 'C17 纺织业'],
  ['amount', '1,234.5', 1234.5],
  ['amount', '1.5亿元', 15000],
  ['count', '120台', 120],
  ['percent', '12.5%', 12.5],
  ['date', '2022年5月20日', '2022-05-20'],
  ['date', '2022年5月__日', '2022-05'],
  ['month', '2022.05', '2022-05'],
  ['span', '2021年3月至2022年12月', '2021-03/2022-12'],
  ['credit-code', '91320505 MA1N2C3D47', '91320505MA1N2C3D47'],
  ['org-code', '123456788', '12345678-8'],
  ['phone', '0512-6666 8888', '0512-66668888'],
  ['email', 'office@\nexample.com', 'office@example.com'],
  ['long-text', '第一段。\n第二段。', '第一段。\n第二段。'],
  ['section', '第一段。\n第二段。', '第一段。\n第二段。'],
])('%s: %j', (type, written, expected) => {
  expect(value(type, written, type === 'amount' ? '万元' : undefined).value).toEqual(expected);
});

test.each([
  ['credit-code', '9144O3OO71526726XG', '9144030071526726XG'],
  ['org-code', 'D214356g-X', undefined],
  ['phone', 'l39l234S678', '13912345678'],
  ['email', 'a.b@163。com', 'a.b@163.com'],
  ['date', '2O22年5月', '2022-05'],
  ['span', '2O21.3-2022.l2', '2021-03/2022-12'],
  ['percent', '4S.3%', 45.3],
  ['amount', '2,O00万元', 2000],
  ['count', '12O', undefined],
  ['text', 'A2O平台', undefined],
])('a repair is said: %s %j', (type, written, expected) => {
  const read = value(type, written, type === 'amount' ? '万元' : undefined);
  if (expected === undefined) expect(read.repaired).toBeUndefined();
  else expect(read).toMatchObject({ value: expected, fits: true, repaired: { from: written } });
});

test.each([
  ['industry', '通用设备制造业', 'C34', '通用设备制造业'],
  ['industry', '数控机床', 'C34', '通用设备制造业'],
  ['region', '苏州昆山市', '320583', '江苏省苏州市昆山市'],
  ['region', '北京市海淀区', '110108', '北京市海淀区'],
])('the standard has a code for it: %s %s', (type, written, code, name) => {
  expect(value(type, written)).toMatchObject({ value: written, code: { code, name } });
});

test('things are counted whole: a point between thousands was a comma, unless a larger unit is counted in', () => {
  expect(value('count', '60.647台')).toMatchObject({ value: 60647, repaired: { from: '60.647台' } });
  expect(value('count', '12.424万台').value).toBe(124240);
  expect(value('count', '3.5').value).toBe(3.5);
});

test('words that a standard does not know have no code', () => {
  expect(value('industry', '综合').code).toBeUndefined();
  expect(value('region', '高新区').code).toBeUndefined();
});

test('a cell says its repair too', () => {
  expect(columnValue('month', '2O22.05')).toEqual({
    value: '2022-05',
    fits: true,
    repaired: { from: '2O22.05' },
  });
  expect(columnValue('text', '甲')).toEqual({ value: '甲', fits: true });
});

test('years are read as what they are years of', () => {
  const years = { type: 'years', of: 'percent', unit: '%' } as const;
  expect(toValue(years, '45.3%')).toMatchObject({ value: 45.3, fits: true });
  for (const written of ['', '/', '—', '无', '%', '____%'])
    expect(toValue(years, written)).toMatchObject({ value: null, raw: '' });
});

test.each([
  ['text', '________'],
  ['text', '＿＿＿＿'],
  ['text', '：'],
  ['text', '（    ）'],
  ['text', '……'],
  ['text', '—'],
  ['text', '\u200b\ufeff'],
  ['date', '____年__月__日'],
  ['date', '    年  月  日'],
  ['date', '20__年__月__日'],
  ['date', '×××× 年 ×× 月'],
  ['month', '20  年  月'],
  ['span', '__年__月至__年__月'],
  ['span', '20__年__月__日至20__年__月__日'],
  ['date', '/'],
  ['amount', '____万元'],
  ['amount', '（万元）'],
  ['amount', '无'],
  ['count', '无'],
  ['percent', '____%'],
])('an empty place is blank: %s %j', (type, written) => {
  expect(value(type, written)).toEqual({ value: null, raw: '', fits: true });
});

test('a unit that the form prints is not an answer', () => {
  expect(value('count', '____台/套', '台/套')).toEqual({ value: null, raw: '', fits: true });
  expect(value('count', '12台/套', '台/套').value).toBe(12);
});

test('无 and / are answers where words are asked for', () => {
  expect(value('text', '无').value).toBe('无');
  expect(value('text', '/').value).toBe('/');
});

test('what has not the shape of its type is kept as written and said to be so', () => {
  expect(value('amount', '三至五千')).toMatchObject({ value: '三至五千', fits: false });
  expect(value('date', '去年春天')).toMatchObject({ value: '去年春天', fits: false });
  expect(value('credit-code', '办理中')).toMatchObject({ value: '办理中', fits: false });
  expect(value('count', '9'.repeat(400))).toMatchObject({ value: '9'.repeat(400), fits: false });
  expect(columnValue('amount', '9'.repeat(400)).value).toBe('9'.repeat(400));
});

test('a value wrapped over lines is one line, with spaces only between Latin words', () => {
  expect(value('text', '江苏恒驰纺织\n有限公司').value).toBe('江苏恒驰纺织有限公司');
  expect(value('text', 'Hengchi\n Textile').value).toBe('Hengchi Textile');
  expect(value('text', '基于 ERP\n的追溯').value).toBe('基于 ERP的追溯');
  expect(value('text', '“智造”\n平台').value).toBe('“智造”平台');
});

test('the cell of a row is text, a number or nothing', () => {
  expect(columnValue('month', '2020年5月').value).toBe('2020-05');
  expect(columnValue('count', '3人').value).toBe(3);
  expect(columnValue('text', '').value).toBeNull();
});

test('a number that a narrow cell broke over two lines is joined and doubted', () => {
  expect(toValue({ type: 'amount', unit: '万元' }, '７２１８\n４')).toMatchObject({
    value: 72184,
    fits: false,
  });
  expect(toValue({ type: 'count' }, '12,3\n45')).toMatchObject({ value: 12345, fits: false });
  expect(toValue({ type: 'count' }, '12台\n34台').fits).toBe(false);
});

test('zeros of a Chinese year that look like boxes are zeros', () => {
  expect(toValue({ type: 'date' }, '二o ☐ ☐年七月十\n四日').value).toBe('2000-07-14');
  expect(toValue({ type: 'date' }, '=O ☐八年二月二日').fits).toBe(false);
});

test.each([
  ['2022年5月20日', true],
  ['2022年5月', true],
  ['2022 年 05 月 20 日', true],
  ['二〇二二年五月二十日', true],
  ['二零二二年十二月二十三日', true],
  ['2022-5-20', true],
  ['2022.05.20', true],
  ['2022/5/2', true],
  // No whole date, or a name beside it.
  ['2022-5.20', false],
  ['22年5月20日', false],
  ['二年五月', false],
  ['王晓琳2022年5月20日', false],
  ['2022年5月20日王晓琳', false],
  ['王晓琳2022-5-20', false],
  ['2022-5-20王晓琳', false],
  ['2022-五-二十', false],
  ['2022年', false],
])('where somebody should sign, %s alone is the date of the line below: %s', (written, blank) => {
  expect(value('person', written).raw === '').toBe(blank);
  expect(toValue({ type: 'text', label: '负责人签名' } as never, written).raw === '').toBe(blank);
});

test('a date is an answer where nobody signs', () => {
  expect(value('text', '2022年5月20日').value).toBe('2022年5月20日');
  expect(toValue({ type: 'text', label: '获得时间' } as never, '2022年5月20日').raw).not.toBe('');
  for (const label of ['法人签字', '单位签章'])
    expect(toValue({ type: 'text', label } as never, '2022年5月20日').raw).toBe('');
});

test('a dot apart from the last character is dirt, one beside it is not', () => {
  expect(value('person', '吕静 .').value).toBe('吕静');
  expect(value('text', '吕静.').value).toBe('吕静.');
});

test('a document number with misread brackets or letters says its repair, others have none', () => {
  expect(value('text', '甲公司').repaired).toBeUndefined();
});

test('a number below all bounds is no number, as one above them', () => {
  expect(value('amount', `-${'9'.repeat(400)}`, '万元')).toMatchObject({ fits: false });
});

test('a code stands beside an industry or a region, which fit whether they have one or not', () => {
  for (const type of ['industry', 'region'])
    expect(value(type, '高新区')).toEqual({ value: '高新区', raw: '高新区', fits: true });
});

test('points between thousands that make no number are kept as written', () => {
  expect(value('count', '约60.647至70.500台').fits).toBe(false);
});

test('only what is years of something is read as that', () => {
  expect(toValue({ type: 'text', of: 'percent' } as never, '45.3%').value).toBe('45.3%');
});

test('dates of which the form printed the century only, with crosses for what is missing, are blank', () => {
  expect(value('date', '20××年××月××日').raw).toBe('');
  expect(value('date', '2022年××月').raw).toBe('');
  expect(value('date', '2022年5月××日').raw).not.toBe('');
  expect(value('date', '20甲年××月').raw).not.toBe('');
});
