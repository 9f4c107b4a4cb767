import { describe, expect, it, test } from 'vitest';
import { formSchema } from '../../calls/schema/form.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { compileTemplate } from './template.ts';

const form = formSchema.parse({
  title: '表',
  fields: [
    { key: 'title', label: '项目名称', en: 'Title', type: 'text' },
    { key: 'kind', label: '类型', en: 'Kind', type: 'choice', options: [{ text: '甲类' }, { text: '乙类' }] },
    {
      key: 'assets',
      label: '总资产',
      en: 'Assets',
      type: 'years',
      years: [2020, 2021],
      of: 'amount',
      unit: '万元',
    },
    {
      key: 'honours',
      label: '荣誉',
      en: 'Honours',
      type: 'table',
      columns: ['award', 'no2020', 'year'].map((key) => ({ key, label: key, en: key })),
    },
  ],
});

/** The form's items by unit: words with `[` and `]` where they open or close it, places as `{key=option}`. */
function unitsOf(printed: string): string[][] {
  const { items, units } = compileTemplate(form, readHtml(printed));
  return Array.from({ length: units }, (_, unit) =>
    items
      .filter((item) => item.unit === unit)
      .map((item) => {
        if (item.kind === 'literal') return `${item.opens ? '[' : ''}${item.text}${item.closes ? ']' : ''}`;
        const { option, year, column } = item;
        const part = option === undefined ? [] : [`=${option}`];
        return `{${item.field.key}${[...part, ...(year ? [`:${year}`] : []), ...(column ? [`.${column}`] : [])]}}`;
      }),
  );
}
const line = (text: string) => unitsOf(`<p>${text}</p>`)[0];

describe('places', () => {
  it('are a field, the box of an option, a year or a column of a row', () => {
    expect(line('{{title}}')).toEqual(['{title}']);
    expect(line('{{kind= 甲类 }}甲类')).toEqual(['{kind=甲类}', '甲类]']);
    expect(line('{{assets.2020}}')).toEqual(['{assets:2020}']);
    expect(line('{{honours.award}}')).toEqual(['{honours.award}']);
  });

  it('a column may have a year in its name', () => {
    expect(line('{{honours.no2020}}')).toEqual(['{honours.no2020}']);
    expect(line('{{honours.year}}')).toEqual(['{honours.year}']);
  });

  it('of keys that the form does not have are left out, with the words around them kept', () => {
    expect(line('名称：{{other}}等')).toEqual(['[名称:', '等]']);
  });

  it('know their cell, empty cells being counted', () => {
    const cells = ['名称', '', '{{title}}'].map((text) => `<td>${text}</td>`).join('');
    expect(unitsOf(`<table><tr>${cells}</tr></table><p>{{title}}</p>`)).toEqual([
      ['[名称]'],
      [],
      ['{title}'],
      ['{title}'],
    ]);
  });
});

describe("the form's words", () => {
  it('open and close their cell or line where no place stands before or behind them', () => {
    expect(line('项目名称')).toEqual(['[项目名称]']);
    expect(line('名称：{{title}}项目，下同')).toEqual(['[名称:', '{title}', '项目,', '下同]']);
    expect(line('{{title}}项目')).toEqual(['{title}', '项目]']);
    expect(line('项目{{title}}')).toEqual(['[项目', '{title}']);
    expect(unitsOf('<p>项目</p><p>{{title}}</p><p></p><p>名称</p>').flat()).toEqual([
      '[项目]',
      '{title}',
      '[名称]',
    ]);
  });

  it('are divided behind their signs, which stay with the words before them', () => {
    expect(line('甲、乙，丙；丁。戊：己')).toEqual(['[甲、乙,', '丙;', '丁。', '戊:', '己]']);
    expect(line('甲。。；乙')).toEqual(['[甲。。;', '乙]']);
    expect(line('{{title}}，其中')).toEqual(['{title}', ',其中]']);
    expect(line('{{title}}。；{{title}}')).toEqual(['{title}', '。;', '{title}']);
  });

  it('are divided at line ends, and every thirty characters', () => {
    expect(line('甲类<br/>乙类')).toEqual(['[甲类', '乙类]']);
    const words = Array.from({ length: 64 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    expect(line(words)).toEqual([`[${words.slice(0, 30)}`, words.slice(30, 60), `${words.slice(60)}]`]);
    expect(line(words.slice(0, 60))).toEqual([`[${words.slice(0, 30)}`, `${words.slice(30, 60)}]`]);
  });

  it('printed downwards, a character to a line, are one', () => {
    expect(line('项<br/>目<br/>概<br/>况')).toEqual(['[项目概况]']);
    expect(line('项目<br/>概<br/>况')).toEqual(['[项目', '概况]']);
  });

  it('are what stays of them without blanks and boxes', () => {
    expect(line('□ 甲 类 ☑乙类____')).toEqual(['[甲类乙类]']);
    expect(line('□')).toEqual([]);
  });

  it('end with a character of the rare ones as with any other', () => {
    expect(line('姓名：𠮷')).toEqual(['[姓名:', '𠮷]']);
  });
});

test('a form without words and places has no items', () => {
  expect(compileTemplate(form, readHtml(''))).toMatchObject({ items: [], units: 0 });
});
