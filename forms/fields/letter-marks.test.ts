import { expect, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { streamOf } from '../align/stream.ts';
import { readForm } from '../read-form.ts';
import { type Lettered, withLetterMarks } from './letter-marks.ts';

const form = formSchema.parse({
  title: '试验申报书',
  fields: [
    {
      key: 'kind',
      label: '所属类型',
      en: 'Kind',
      type: 'choice',
      options: [{ text: '离散行业' }, { text: '流程行业' }],
    },
    {
      key: 'net',
      label: '网络技术',
      en: 'Networks',
      type: 'ticks',
      options: [{ text: '5G' }, { text: '现场总线' }, { text: '工业 PON' }],
    },
    {
      key: 'can',
      label: '优化能力',
      en: 'Skills',
      type: 'ticks',
      options: [{ text: '生产工艺优化' }, { text: '质量检测分析' }],
    },
  ],
});
const page = (kind: string, net: string, can: string) => `<html><body><h1>试验申报书</h1>
<table><tr><td>所属类型</td><td>${kind}</td></tr><tr><td>网络技术</td><td>${net}</td></tr>
<tr><td>优化能力</td><td>${can}</td></tr></table></body></html>`;
const blank = readHtml(
  page(
    '{{kind=离散行业}}离散行业 {{kind=流程行业}}流程行业',
    '<p>{{net=5G}}5G</p><p>{{net=现场总线}}现场总线</p><p>{{net=工业 PON}}工业 PON</p>',
    '{{can=生产工艺优化}}1、生产工艺优化 {{can=质量检测分析}}2、质量检测分析',
  ),
);
const read = (kind: string, net: string, can: string) =>
  readForm(readHtml(page(kind, net, can)), form, blank).fields;

test('a letter before several options is a tick before each of them, behind an ordinal too', () => {
  const fields = read(
    'R离散行业 □流程行业',
    '<p>R5G</p><p>□现场总线</p><p>R工业 PON</p>',
    'R1、生产工艺优化 □2、质量检测分析',
  );
  expect(fields.get('kind')?.value).toEqual(['离散行业']);
  expect(fields.get('net')?.value).toEqual(['5G', '工业 PON']);
  expect(fields.get('can')?.value).toEqual(['生产工艺优化']);
  for (const field of fields.values()) expect(field.confidence).toBeLessThan(0.9);
});

test('letters of empty boxes are empty boxes', () => {
  const fields = read(
    'þ离散行业 o流程行业',
    '<p>þ5G</p><p>o现场总线</p><p>o工业 PON</p>',
    'o1、生产工艺优化 o2、质量检测分析',
  );
  expect(fields.get('kind')?.value).toEqual(['离散行业']);
  expect(fields.get('net')?.value).toEqual(['5G']);
  expect(fields.get('can')?.value).toEqual([]);
});

test('a letter that comes once leaves its field unsure, and no other', () => {
  const fields = read(
    '☑离散行业 □流程行业',
    '<p>R5G</p><p>□现场总线</p><p>□工业 PON</p>',
    '□1、生产工艺优化 ☑2、质量检测分析',
  );
  expect(fields.get('net')?.confidence).toBeLessThan(0.6);
  expect(fields.get('kind')?.confidence).toBeGreaterThanOrEqual(0.9);
});

test('beside check marks a cross is no tick, and unsure', () => {
  const fields = read(
    '√离散行业 ×流程行业',
    '<p>√5G</p><p>×现场总线</p><p>×工业 PON</p>',
    '√1、生产工艺优化 ×2、质量检测分析',
  );
  expect(fields.get('kind')?.value).toEqual(['离散行业']);
  expect(fields.get('net')?.value).toEqual(['5G']);
  expect(fields.get('net')?.confidence).toBeLessThan(0.9);
});

test('a letter before every option is a bullet', () => {
  const fields = read(
    'R离散行业 R流程行业',
    '<p>R5G</p><p>R现场总线</p><p>R工业 PON</p>',
    'R1、生产工艺优化 R2、质量检测分析',
  );
  for (const field of fields.values())
    expect(field.confidence < 0.6 || field.state === 'unreadable').toBe(true);
});

test('a word in Latin letters that ends before an option is no mark', () => {
  const fields = read(
    '☑离散行业 □流程行业',
    '<p>TSN 5G</p><p>WR现场总线</p><p>☑工业 PON</p>',
    '□1、生产工艺优化 □2、质量检测分析',
  );
  expect(fields.get('net')?.value).toEqual(['工业 PON']);
});

/** What becomes of options without marks: each line is a field, its options are 甲 乙 丙 丁 where they stand. */
function lettersIn(...lines: readonly string[]) {
  const stream = streamOf(readHtml(lines.map((line) => `<p>${line}</p>`).join('')));
  const readings = stream.units.map(({ start, end }): Lettered => {
    const text = stream.folded.slice(start, end);
    const options = [...text].flatMap((char, at) =>
      '甲乙丙丁'.includes(char) ? [{ option: char, start: start + at, end: start + at + 1 }] : [],
    );
    return { start: start + text.indexOf(':') + 1, options };
  });
  return withLetterMarks(readings, stream).map(({ options, lettered }) => ({
    ticks: options.map(({ ticked }) => ticked),
    lettered,
  }));
}

const tick = true;

test('letters that come again before options are marks, and say that they came again', () => {
  expect(lettersIn('类型：R甲 q乙', '网络：R丙 q丁 丁')).toEqual([
    { ticks: [tick, false], lettered: 'again' },
    { ticks: [tick, false, undefined], lettered: 'again' },
  ]);
});

test('a letter that comes once is a mark that nobody can be sure of, and so are all of its field', () => {
  expect(lettersIn('R甲')).toEqual([{ ticks: [tick], lettered: 'once' }]);
  expect(lettersIn('R甲 P乙', '网络：R丙 丁')).toEqual([
    { ticks: [tick, tick], lettered: 'once' },
    { ticks: [tick, undefined], lettered: 'again' },
  ]);
});

test('letters that no font of signs has tick nothing, however often they come', () => {
  expect(lettersIn('k甲 k乙', '丙 丁')).toEqual([
    { ticks: [undefined, undefined], lettered: 'once' },
    { ticks: [undefined, undefined], lettered: undefined },
  ]);
});

test('a cross is a tick where no check mark is in use, and none where one is', () => {
  for (const cross of ['×', 'x', 'X']) {
    expect(lettersIn(`${cross}甲 乙`, `${cross}丙 丁`)[0]).toEqual({
      ticks: [tick, undefined],
      lettered: 'again',
    });
    for (const check of ['√', '✓', '✔'])
      expect(lettersIn(`${cross}甲 乙`, `${cross}丙 丁`, check)[0]).toEqual({
        ticks: [false, undefined],
        lettered: 'once',
      });
  }
  // Letters that are no crosses stay what they are.
  expect(lettersIn('×甲 R乙', 'R丙 丁', '√')[1]).toEqual({ ticks: [tick, undefined], lettered: 'once' });
});

test('a letter stands apart behind a mark of the text, not behind a word, a number or an address', () => {
  const second = (between: string) => lettersIn(`R甲${between}R乙`, 'R丙 丁')[0]?.ticks[1];
  expect(['、', '，', '；', '（'].map(second)).toEqual([tick, tick, tick, tick]);
  expect(['项', 'a', '1', '@', '.'].map(second)).toEqual(Array(5).fill(undefined));
  // The word before the boxes ends where they begin.
  expect(lettersIn('类型:R甲 乙', 'R丙 丁')[0]?.ticks).toEqual([tick, undefined]);
});

test('an option that has its mark is not asked for a letter', () => {
  const stream = streamOf(readHtml('<p>R甲 R乙</p>'));
  const option = (at: number, ticked?: boolean) => ({
    option: '甲',
    start: at,
    end: at + 1,
    ...(ticked === undefined ? {} : { ticked }),
  });
  const reading = { start: 0, end: 4, options: [option(1, false), option(3)] };
  expect(withLetterMarks([reading], stream)[0]).toMatchObject({
    lettered: 'once',
    options: [{ ticked: false }, { ticked: true }],
  });
  const marked = { start: 0, end: 4, options: [option(1, false), option(3, true)] };
  expect(withLetterMarks([marked], stream)[0]).toBe(marked);
});

test('a bullet before every option ticks none of them', () => {
  expect(lettersIn('R甲 R乙', 'R丙')).toEqual([
    { ticks: [undefined, undefined], lettered: 'once' },
    { ticks: [undefined], lettered: 'once' },
  ]);
});
