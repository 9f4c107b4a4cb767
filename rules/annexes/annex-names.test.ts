import { describe, expect, it, test } from 'vitest';
import { TextMap } from '../../core/text-map.ts';
import { packOf } from '../testing.ts';
import { annexesIn, baseOf, foldName, isAnnex, isHeading, namesOfAnnex } from './annex-names.ts';

const { annexes } = packOf({
  call: {
    annexes: [
      {
        key: 'licence',
        title: '企业营业执照复印件',
        aliases: ['营业执照', '照'],
        required: true,
        clause: '一',
      },
      { key: 'audit', title: '专项审计报告', required: true, clause: '一' },
    ],
  },
}).call;
const [licence] = annexes;
const names = licence ? namesOfAnnex(licence) : [];

/** A file of pages, each with its lines. */
const paged = (file: string, ...pages: readonly (readonly string[])[]) => ({
  file,
  text: TextMap.of(
    pages.map((lines, i) => ({
      kind: 'paragraph' as const,
      lines: lines.map((text) => ({
        text,
        place: { page: i + 1, box: [0, 0, 9, 9] as const },
        readBy: 'ocr' as const,
        confidence: 1,
      })),
    })),
  ),
});
const pagesOf = (companion: Parameters<typeof isAnnex>[0]) =>
  isAnnex(companion, names)?.map((place) => ('page' in place ? place.page : 0));

describe('names of an annex', () => {
  it('are its title and aliases without the word copy; one character names nothing', () => {
    expect(names).toEqual(['企业营业执照', '营业执照']);
    expect(foldName('《营业执照》（副本）扫描件')).toBe('营业执照');
    expect(foldName('ISO-9001 证书')).toBe(foldName('iso9001证书'));
  });

  it('of a file are that of the file alone, without folders and ending', () => {
    expect(['甲/乙/3.营业执照.PDF', '甲\\营业执照.docx', '营业执照'].map(baseOf)).toEqual([
      '3.营业执照',
      '营业执照',
      '营业执照',
    ]);
    expect(baseOf('a/v1.2 报告.pdf')).toBe('v1.2 报告');
    expect(baseOf('a/营业执照.v20final2')).toBe('营业执照.v20final2');
  });
});

describe('a file is an annex', () => {
  test.each([
    '02 营业执照（副本）.pdf',
    '华兴/企业营业执照.jpg',
    '华兴/3 营业执照/001.jpg',
    '华兴\\营业执照\\001.jpg',
    '营业执照/1.jpg',
  ])('by its name or that of its own folder: %s', (file) => {
    expect(isAnnex({ file }, names)).toEqual([]);
  });

  test.each([
    '华兴/001.jpg',
    '华兴/营业执照、审计报告/001.jpg',
    '华兴/营业执照+审计报告/001.jpg',
    '华兴营业执照等.zip/001.jpg',
    '华兴营业执照等.zip!/001.jpg',
    '营业执照/甲/001.jpg',
    '照/001.jpg',
  ])('but not by a folder of several, an archive, or a folder further up: %s', (file) => {
    expect(isAnnex({ file }, names)).toBeUndefined();
  });

  it('by a heading at the top of a page, with the place of that line', () => {
    expect(pagesOf(paged('a.pdf', ['封面'], ['附件二 营业执照（副本）', '法定代表人']))).toEqual([2]);
    const after = (lines: number) => paged('a.pdf', [...Array(lines).fill('封面'), '营业执照']);
    expect([pagesOf(after(3)), pagesOf(after(4))]).toEqual([[1], undefined]);
    expect(pagesOf(paged('a.pdf', ['一', '  ', '二', '', '三', ' ', '营业执照']))).toEqual([1]);
  });

  it('but not by a contents page, which names what lies elsewhere', () => {
    for (const head of ['目录', '材料清单', '附件清单', '申报材料目录', 'Contents'])
      expect([head, pagesOf(paged('a.pdf', [head, '1、营业执照']))]).toEqual([head, undefined]);
    for (const head of ['目录如下', '材料清单一', '附件清单二', 'contents of file'])
      expect([head, pagesOf(paged('a.pdf', [head, '1、营业执照']))]).toEqual([head, [1]]);
    expect(pagesOf(paged('a.pdf', ['目录', '1、营业执照'], ['营业执照']))).toEqual([2]);
  });

  it('or several, told by their keys', () => {
    const both = paged('a.pdf', ['营业执照'], ['专项审计报告']);
    expect(annexesIn(both, annexes)).toEqual(['licence', 'audit']);
    expect(annexesIn({ file: '专项审计报告.pdf' }, annexes)).toEqual(['audit']);
    expect(annexesIn({ file: '001.pdf' }, annexes)).toEqual([]);
  });
});

it('a heading is the name with up to six more characters, its number not counted', () => {
  const name = '营业执照';
  for (const line of [
    '营业执照',
    '附件十二营业执照',
    '证明材料3营业执照',
    '12营业执照',
    '我公司的营业执照及',
    '附件1营业执照一二三四五六',
  ])
    expect([line, isHeading(line, name)]).toEqual([line, true]);
  for (const line of ['营业执照一二三四五六七', '附件1营业执照一二三四五六七', '本单位的附件12营业执照三四'])
    expect([line, isHeading(line, name)]).toEqual([line, false]);
});
