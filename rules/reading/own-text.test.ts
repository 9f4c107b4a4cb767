import { describe, expect, it, test } from 'vitest';
import type { Block, Line } from '../../core/document.ts';
import type { Filing, Section } from '../../core/filing.ts';
import type { ProblemCode } from '../../core/problem.ts';
import { TextMap } from '../../core/text-map.ts';
import { filingOf } from '../testing.ts';
import { blank, isCutShort, isFullyRead, ownSectionText, ownText, partsOf } from './own-text.ts';

const place = { page: 1, box: [0, 0, 9, 9] } as const;
const line = (text: string): Line => ({ text, place, readBy: 'word-xml', confidence: 1 });
const paragraph = (text: string, outline?: number): Block => ({
  kind: 'paragraph',
  lines: text.split('\n').map(line),
  ...(outline === undefined ? {} : { outline }),
});
const table = (...texts: string[]): Block => ({
  kind: 'table',
  rows: 1,
  cols: texts.length,
  place,
  cells: texts.map((text, col) => ({
    row: 0,
    col,
    rowSpan: 1,
    colSpan: 1,
    place,
    blocks: [paragraph(text)],
  })),
});

/** A filing of these blocks; the chapter is made of the middle ones, as lines or in a text of its own. */
function filingWith(before: Block[], chapter: Block[], after: Block[], heading: string, printed?: string) {
  const body = [...before, ...chapter, ...after];
  const text = printed === undefined ? TextMap.of(chapter) : new TextMap(printed.split('\n').map(line));
  const section: Section = { key: 'story', heading, text };
  const bare = filingOf({});
  const filing: Filing = {
    ...bare,
    document: { ...bare.document, body },
    text: TextMap.of(body),
    sections: new Map([['story', section]]),
  };
  return { filing, section };
}

describe("the applicant's own text", () => {
  const filing = filingOf({
    lines: ['一、概况（不少于500字）', '公司位于无锡。'],
    form: ['（不少于500字）\n公'],
  });

  it("has spaces for the form's words, its line ends and every other character where they were", () => {
    expect(ownText(filing).text).toBe('一、概况         \n 司位于无锡。');
    expect(ownText(filing).text).toHaveLength(filing.text.text.length);
  });

  it('tells where its characters stand', () => {
    const at = filing.text.text.indexOf('无锡');
    expect(ownText(filing).placesOf(at, at + 2)).toEqual([{ page: 1, box: [0, 20, 100, 29] }]);
  });

  it('is made once for a filing and once for a chapter, since what it says is kept with it', () => {
    expect(ownText(filing)).toBe(ownText(filing));
    const { filing: other, section } = filingWith([], [paragraph('公司位于无锡。')], [], '概况');
    expect(ownSectionText(other, section)).toBe(ownSectionText(other, section));
  });
});

describe('blank', () => {
  it('blanks what of a range lies in the text', () => {
    expect(blank('甲乙丙丁', [[-2, 1]])).toBe(' 乙丙丁');
    expect(blank('甲乙丙丁', [[3, 9]])).toBe('甲乙丙 ');
    expect(blank('甲乙丙丁', [[1, 3]])).toBe('甲  丁');
    expect(blank('甲乙丙丁', [])).toBe('甲乙丙丁');
  });
});

describe('what a chapter is for is told by its heading', () => {
  const frameOf = (heading: string) => {
    const { filing } = filingWith(
      [paragraph('封面')],
      [paragraph('建设5G专网。')],
      [paragraph('落款')],
      heading,
    );
    const own = ownText(filing);
    const at = filing.text.text.indexOf('建设');
    return [at - 1, at, at + 6, at + 7].map((offset) => own.frameAt?.(offset));
  };

  it.each([
    ...['下一步打算', '未来三年', '前景展望', '后续计划', '后续工作', '后续建设', '发展计划', '发展规划'].map(
      (heading) => [heading, 'plan'] as const,
    ),
    ...['行业痛点', '需求分析', '项目背景', '建设必要性', '存在问题', '存在的问题'].map(
      (heading) => [heading, 'need'] as const,
    ),
  ])('%s: a chapter on a %s, from its first character to its last', (heading, frame) => {
    expect(frameOf(heading)).toEqual([undefined, frame, frame, undefined]);
  });

  it.each(['建设内容', '发展历程', '后续', '存在', '问题'])('%s: none of these', (heading) => {
    expect(frameOf(heading)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('the chapter at the very beginning of a filing has its frame too, one that is not in the text has none', () => {
    const first = filingWith([], [paragraph('建设5G专网。')], [paragraph('落款')], '未来规划').filing;
    expect([0, 6, 7].map((offset) => ownText(first).frameAt?.(offset))).toEqual(['plan', 'plan', undefined]);
    const lost = filingWith([], [paragraph('建设5G专网。')], [], '未来规划', '别的内容').filing;
    expect(ownText(lost).frameAt?.(0)).toBeUndefined();
    const empty = filingWith([], [paragraph('建设5G专网。')], [], '未来规划', ' ').filing;
    expect(ownText(empty).frameAt?.(0)).toBeUndefined();
  });
});

describe("a chapter's own text", () => {
  const chapter = [paragraph('（围绕六个方向描述）\n依托工业互联\n网平台。')];
  const ownOf = (form: string, printed?: string) => {
    const { filing, section } = filingWith(
      [paragraph('（一）内容')],
      chapter,
      [paragraph('附件')],
      '内容',
      printed,
    );
    const at = filing.text.text.indexOf(form);
    const own = ownSectionText({ ...filing, formRanges: [[at, at + form.length]] }, section);
    return own.text;
  };

  it("lacks the form's words, those that begin before it and those that end behind it too", () => {
    expect(ownOf('（围绕六个方向描述）')).toBe('          \n依托工业互联\n网平台。');
    expect(ownOf('内容\n（围绕')).toBe('   六个方向描述）\n依托工业互联\n网平台。');
    expect(ownOf('平台。\n附件')).toBe('（围绕六个方向描述）\n依托工业互联\n网   ');
    expect(ownOf('（一）内容')).toBe('（围绕六个方向描述）\n依托工业互联\n网平台。');
    expect(ownOf('附件')).toBe('（围绕六个方向描述）\n依托工业互联\n网平台。');
  });

  it('may break its lines elsewhere than the filing', () => {
    expect(ownOf('互联\n网平台', '（围绕六个方向描述）依托工业 互联网平台。')).toBe(
      '（围绕六个方向描述）依托工业      。',
    );
  });

  it('that is not found in the filing keeps every word', () => {
    expect(ownOf('平台', '另一处的平台')).toBe('另一处的平台');
  });

  it('tells where its characters stand', () => {
    const { filing, section } = filingWith([], [paragraph('公司位于无锡。')], [], '概况');
    expect(ownSectionText(filing, section).placesOf(0, 2)).toEqual([place]);
    const { filing: other, section: lost } = filingWith([], [paragraph('甲')], [], '概况', '公司位于无锡。');
    expect(ownSectionText(other, lost).placesOf(0, 2)).toEqual([place]);
  });
});

describe('parts of a chapter that may not count as its words', () => {
  const before = [paragraph('封面', 1), table('前', '表')];
  const after = [table('后', '表'), paragraph('附录', 1)];
  const chapter = [
    paragraph('一、现状', 1),
    paragraph('共三条\n产线。'),
    table('设备', '12台'),
    paragraph('1. 网络', 2),
    table(''),
    paragraph('已覆盖全厂。'),
  ];
  const pieces = (heading: string, blocks = chapter, printed?: string) => {
    const { filing, section } = filingWith(before, blocks, after, heading, printed);
    const { tables, headings } = partsOf(filing, section);
    const cut = ([start, end]: readonly [number, number]) => section.text.text.slice(start, end);
    return { tables: tables.map(cut), headings: headings.map(cut) };
  };

  it('are the tables that stand in it and the headings of its outline, and none from before or behind it', () => {
    expect(pieces('总体情况')).toEqual({ tables: ['设备\n12台'], headings: ['一、现状', '1. 网络'] });
  });

  it('the table that the whole chapter stands in, with what is before and behind it, is none', () => {
    const words = [paragraph('共三条产线。'), table('设备', '12台')];
    const { filing, section } = filingWith([], words, [], '现状');
    const cell = (row: number, blocks: Block[]) => ({ row, col: 0, rowSpan: 1, colSpan: 1, place, blocks });
    const inCellOf = (rows: Block[][]): Filing => {
      const body: Block[] = [
        {
          kind: 'table',
          rows: rows.length,
          cols: 1,
          place,
          cells: rows.map((blocks, row) => cell(row, blocks)),
        },
      ];
      return { ...filing, document: { ...filing.document, body }, text: TextMap.of(body) };
    };
    for (const rows of [
      [words, [paragraph('附件')]],
      [[paragraph('封面')], words],
    ]) {
      const { tables } = partsOf(inCellOf(rows), section);
      expect(tables.map(([start, end]) => section.text.text.slice(start, end))).toEqual(['设备\n12台']);
    }
    expect(partsOf(inCellOf([[paragraph('甲')], words, [paragraph('乙')]]), section).tables).toHaveLength(1);
  });

  it('its own heading is one, with what is printed before it', () => {
    expect(pieces('现状', [paragraph('  现状\n共三条产线。')]).headings).toEqual(['  现状']);
    expect(pieces('产线', [paragraph('共三条产线。')]).headings).toEqual([]);
  });

  it('are unknown but for the own heading where the chapter is not found in the filing', () => {
    expect(pieces('现状', chapter, '现状：另有说明')).toEqual({ tables: [], headings: ['现状'] });
  });
});

test('a filing without text, with a page that was not read or a loss while reading was not read in full', () => {
  const whole = filingOf({ lines: ['公司位于无锡。'] });
  expect(isFullyRead(whole)).toBe(true);
  expect(isFullyRead(filingOf({ lines: ['  '] }))).toBe(false);
  expect(isFullyRead(filingOf({ lines: ['公司位于无锡。'], unreadablePage: true }))).toBe(false);
  const ofFile = (code: ProblemCode): Filing => ({ ...whole, problems: [{ code }] });
  const ofDocument = (code: ProblemCode): Filing => ({
    ...whole,
    document: { ...whole.document, problems: [{ code }] },
  });
  for (const filing of [ofFile, ofDocument]) {
    expect([isFullyRead(filing('page-unreadable')), isCutShort(filing('page-unreadable'))]).toEqual([
      false,
      false,
    ]);
    expect([isFullyRead(filing('text-too-long')), isCutShort(filing('text-too-long'))]).toEqual([
      false,
      true,
    ]);
    expect(isFullyRead(filing('former-version'))).toBe(true);
  }
});
