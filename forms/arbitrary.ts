import fc from 'fast-check';
import type { Block, Cell, Document, Line, Table } from '../core/document.ts';
import type { Box, Place } from '../core/place.ts';
import { blank, form } from './testing.ts';

/** Random documents for the property tests of this folder. */

const words = [
  ...form.fields.flatMap((field) => [field.label, ...field.aliases, ...field.under]),
  ...form.fields.flatMap((field) => ('options' in field ? field.options.map((option) => option.text) : [])),
  ...form.fields.flatMap((field) => ('columns' in field ? field.columns.map((column) => column.label) : [])),
  ...[
    '申报单位（盖章）：',
    '项 目 名 称：',
    '财务情况',
    '2019 年',
    '2020 年',
    '总资产（万元）',
    '其中，运行设备',
  ],
  ...['（一）企业概况（成立时间、发展历程等。）', '（二）主要成效', '三、其他', '序号', '台/套；'],
  ...['□', '☑', '√', '（ ）', '_____', '年  月  日', '无', '/', '120', '1.5亿元', '91320505MA1N2C3D47'],
  ...[
    'office@example.com',
    '2020年5月',
    '9'.repeat(400),
    '㈠',
    '①',
    '…',
    '𠮷',
    'ﷺ',
    '\u200b',
    '',
    '。',
    '：',
  ],
];

const text = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...words), weight: 4 },
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const path = fc.nat(99).map((n): Place => ({ part: 'html', path: `p[${n}]` }));

const line = fc
  .record({
    text,
    confidence: fc.constantFrom(1, 1, 1, 0.97, 0.6, 0.3, 0),
    readBy: fc.constantFrom('text-layer', 'word-xml', 'ocr', 'html'),
    paper: fc.boolean(),
    place: path,
  })
  .map(({ text, paper, place, ...rest }): Line => {
    if (!paper) return { ...rest, text, place };
    const boxes = Array.from({ length: text.length }, (_, i): Box => [i * 12, 0, i * 12 + 12, 12]);
    return { ...rest, text, place: { page: 1, box: [0, 0, 500, 12] }, boxes };
  });

const paragraph = fc.record(
  {
    kind: fc.constant('paragraph' as const),
    lines: fc.array(line, { maxLength: 3 }),
    outline: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: ['kind', 'lines'] },
);

const { block } = fc.letrec<{ block: Block; table: Table; cell: Cell }>((tie) => ({
  block: fc.oneof({ maxDepth: 3, withCrossShrink: true }, paragraph, tie('table')),
  // Readers give tidy grids; nothing here may depend on it.
  cell: fc.record({
    row: fc.nat(4),
    col: fc.nat(4),
    rowSpan: fc.integer({ min: 1, max: 3 }),
    colSpan: fc.integer({ min: 1, max: 3 }),
    blocks: fc.array(tie('block'), { maxLength: 2 }),
    place: path,
  }),
  table: fc.record({
    kind: fc.constant('table' as const),
    rows: fc.nat(7),
    cols: fc.nat(7),
    cells: fc.array(tie('cell'), { maxLength: 8 }),
    place: path,
  }),
}));

const documentOf = (body: readonly Block[]): Document => ({ ...blank, body });

/** Any small document, sensible or not: the form's own words, values, marks and stray characters. */
export const documents = fc.array(block, { maxLength: 6 }).map(documentOf);

/** One decision for each place where something may be changed; they are taken in turn. */
interface Fate {
  readonly what: 'keep' | 'drop' | 'twice' | 'replace';
  readonly block: Block;
  readonly text: string;
}

const fates = fc.array(
  fc.record({
    what: fc.oneof(
      { arbitrary: fc.constant('keep' as const), weight: 12 },
      { arbitrary: fc.constantFrom('drop' as const, 'twice' as const, 'replace' as const), weight: 1 },
    ),
    block,
    text,
  }),
  { minLength: 8, maxLength: 60 },
);

/** The small form, its places filled in with anything, and pieces of it dropped, doubled or replaced. */
export const spoiltForms = fates.map((fates) => {
  let turn = 0;
  const next = (): Fate => fates[turn++ % fates.length]!;
  const spoil = <T>(pieces: readonly T[], change: (piece: T, fate: Fate) => T): T[] =>
    pieces.flatMap((piece) => {
      const fate = next();
      if (fate.what === 'drop') return [];
      const changed = change(piece, fate);
      return fate.what === 'twice' ? [changed, changed] : [changed];
    });
  const fillIn = (line: Line): Line => ({
    ...line,
    text: line.text.replace(/\{\{[^}]*\}\}/gu, () => next().text),
  });
  const spoilBlock = (old: Block, fate: Fate): Block => {
    if (fate.what === 'replace') return fate.block;
    if (old.kind === 'paragraph') return { ...old, lines: old.lines.map(fillIn) };
    const cells = spoil(old.cells, (cell) => ({ ...cell, blocks: spoil(cell.blocks, spoilBlock) }));
    return { ...old, cells };
  };
  return documentOf(spoil(blank.body, spoilBlock));
});
