import { expect, test } from 'vitest';
import type { TickField } from '../../calls/schema/form.ts';
import type { Block } from '../../core/document.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { alignForm } from '../align/align.ts';
import { streamOf } from '../align/stream.ts';
import { compileTemplate } from '../align/template.ts';
import { blank, blankHtml, form } from '../testing.ts';
import { readTicks } from './read-ticks.ts';

const template = compileTemplate(form, blank);
const fields = form.fields.filter((field): field is TickField => 'options' in field);
const printed = '{{safety=防火墙}}防火墙 {{safety=工控防火墙}}工控防火墙 {{safety=入侵检测}}入侵检测';

/** The ticked options of 安全技术 when its line is written so; `undefined` for a field not found. */
function safety(line: string, html = blankHtml): string[] | undefined {
  const stream = streamOf(readHtml(html.replace(printed, line).replace(/\{\{[^}]*\}\}/gu, '')));
  const reading = readTicks(fields, template, stream, alignForm(template, stream)).find(
    ({ field }) => field.key === 'safety',
  );
  return reading?.options.filter(({ ticked }) => ticked).map(({ option }) => option);
}

test.each([
  ['☑防火墙 □工控防火墙 □入侵检测', ['防火墙']],
  ['□防火墙 ☑工控防火墙 □入侵检测', ['工控防火墙']],
  ['☑工控防火墙 □防火墙 □入侵检测', ['工控防火墙']],
  ['工控防火墙□ 防火墙☑ 入侵检测□', ['防火墙']],
  ['防火墙（√） 工控防火墙（ ） 入侵检测（√）', ['防火墙', '入侵检测']],
  ['□1.防火墙 ☑2.工控防火墙 ☑3.入侵检测', ['工控防火墙', '入侵检测']],
  ['☑入侵检测\n☑防火墙\n□工控防火墙', ['入侵检测', '防火墙']],
  ['□防火墙 □工控防火墙 □入侵检测', []],
])('%s', (line, expected) => {
  expect(safety(line)).toEqual(expected);
});

test('an option that the text names elsewhere too is read where its box is', () => {
  expect(safety('本厂已装防火墙：□防火墙 ☑工控防火墙 □入侵检测')).toEqual(['工控防火墙']);
});

test('options in another part of the filing are found by their words', () => {
  expect(safety('', `<p>☑防火墙 □工控防火墙 ☑入侵检测</p>${blankHtml}`)).toEqual(['防火墙', '入侵检测']);
});

test('a form that is not there has no ticks', () => {
  expect(safety('', '<p>别的文件</p>')).toBeUndefined();
});

test('where boxes and options alternate through lines, a box belongs to the option of its own line', () => {
  expect(safety('□<br/>防火墙☑<br/>工控防火墙□<br/>入侵检测□')).toEqual(['防火墙']);
  expect(safety('□防火墙<br/>☑工控防火墙<br/>□入侵检测')).toEqual(['工控防火墙']);
});

test('a strange character in the place of a box is a box that is not empty', () => {
  expect(safety('□防火墙 吾工控防火墙 □入侵检测')).toEqual(['工控防火墙']);
  expect(safety('区防火墙 □工控防火墙 □入侵检测')).toEqual(['防火墙']);
  expect(safety('防火墙、□工控防火墙、□入侵检测')).toEqual([]);
});

/** All boxes of 安全技术 as they were read: `+` ticked, `-` not, `?` without a mark. */
function boxes(line: string, html = blankHtml, confidence = 1) {
  const filled = html.replace(printed, line).replace(/\{\{[^}]*\}\}/gu, '');
  const document = readHtml(filled);
  const stream = streamOf({ ...document, body: document.body.map((block) => readAs(block, confidence)) });
  const reading = readTicks(fields, template, stream, alignForm(template, stream)).find(
    ({ field }) => field.key === 'safety',
  );
  if (!reading) return undefined;
  const options = reading.options.map(
    ({ option, ticked }) => `${ticked === undefined ? '?' : ticked ? '+' : '-'}${option}`,
  );
  return { options, by: reading.by, lettered: reading.lettered };
}

/** A block whose lines were read so surely. */
function readAs(block: Block, confidence: number): Block {
  if (block.kind === 'paragraph')
    return { ...block, lines: block.lines.map((line) => ({ ...line, confidence })) };
  const cells = block.cells.map((cell) => ({
    ...cell,
    blocks: cell.blocks.map((inner) => readAs(inner, confidence)),
  }));
  return { ...block, cells };
}

test('an option of which a character was misread is found, unless a box parts it', () => {
  expect(boxes('□防火墙 ☑工控防火樯 □入侵检测')?.options).toEqual(['-防火墙', '+工控防火墙', '-入侵检测']);
  expect(boxes('☑防火墙 □工控防火墙 入☑侵检测')?.options).toEqual(['+防火墙', '-工控防火墙']);
  expect(boxes('□防火墙 □工控防火墙 ☑入侵监测')?.options).toEqual(['-防火墙', '-工控防火墙', '+入侵检测']);
});

test('a short option is found by its own characters or not at all', () => {
  expect(boxes('□防火樯 ☑工控防火墙 □入侵检测')?.options).toEqual(['+工控防火墙', '-入侵检测']);
});

test('an option may be named by another of its names, once', () => {
  const named = fields.map((field) =>
    field.key === 'safety'
      ? {
          ...field,
          options: field.options.map((one, i) => ({ ...one, aliases: i === 2 ? ['IDS系统'] : [] })),
        }
      : field,
  );
  const html = blankHtml.replace(printed, '□防火墙 □工控防火墙 ☑IDS系统').replace(/\{\{[^}]*\}\}/gu, '');
  const read = (text: string) => {
    const stream = streamOf(readHtml(text));
    return readTicks(named, template, stream, alignForm(template, stream))
      .find(({ field }) => field.key === 'safety')
      ?.options.filter(({ ticked }) => ticked)
      .map(({ option }) => option);
  };
  expect(read(html)).toEqual(['入侵检测']);
  expect(read(html.replace('☑IDS系统', '□IDS系统，又称☑入侵检测'))).toEqual([]);
});

test('options that touch are two', () => {
  expect(boxes('☑防火墙工控防火墙 □入侵检测')?.options).toEqual(['+防火墙', '?工控防火墙', '-入侵检测']);
  expect(boxes('☑工控防火墙防火墙 □入侵检测')?.options).toEqual(['+工控防火墙', '?防火墙', '-入侵检测']);
});

test('of several places of an option the one that touches a box counts, then one with a box near it', () => {
  expect(boxes('有无防火墙：√ 防火墙□ 工控防火墙□ 入侵检测□')?.options).toEqual([
    '-防火墙',
    '-工控防火墙',
    '-入侵检测',
  ]);
  const long = '本厂于二〇二一年起统一采购防火墙并由集团信息中心统一运维管理。';
  expect(boxes(`${long}防火墙：√ 工控防火墙：□ 入侵检测：□`)?.options).toEqual([
    '+防火墙',
    '-工控防火墙',
    '-入侵检测',
  ]);
  expect(boxes(`${long}□1.防火墙 ☑2.工控防火墙 □3.入侵检测`)?.options).toEqual([
    '-防火墙',
    '+工控防火墙',
    '-入侵检测',
  ]);
});

test("ticks in another part of the filing are none of the form's, while its options stand in their place", () => {
  const bare = '防火墙 工控防火墙 入侵检测';
  const states = ['?防火墙', '?工控防火墙', '?入侵检测'];
  expect(boxes(bare)?.options).toEqual(states);
  expect(boxes(bare, blankHtml.replace('<body>', '<body><p>☑防火墙</p>'))?.options).toEqual(states);
  expect(boxes(bare, blankHtml.replace('{{effects}}', '☑防火墙'))?.options).toEqual(states);
  expect(boxes(bare, blankHtml.replace('{{overview}}', '☑防火墙'))?.options).toEqual(states);
});

test('boxes elsewhere are the field where its own place has none at all', () => {
  const other = (text: string) => `<p>${text}</p>${blankHtml}`;
  expect(boxes('防火墙 工控防火墙 入侵检测', other('☑防火墙 □工控防火墙 ☑入侵检测'))).toMatchObject({
    options: ['+防火墙', '-工控防火墙', '+入侵检测'],
    by: 'searched',
  });
  expect(boxes('☑防火墙 工控防火墙 入侵检测', other('□防火墙 ☑工控防火墙 □入侵检测'))).toMatchObject({
    options: ['+防火墙', '?工控防火墙', '?入侵检测'],
    by: 'aligned',
  });
});

test('a place of the form that holds none of the options is no reading', () => {
  const html = blankHtml.replace('{{kind=离散行业}}离散行业 {{kind=流程行业}}流程行业', '其他');
  const stream = streamOf(readHtml(html.replace(/\{\{[^}]*\}\}/gu, '')));
  const read = readTicks(fields, template, stream, alignForm(template, stream));
  expect(read.map(({ field }) => field.key)).toEqual(['safety']);
});

test('a choice whose words alone were found of the form is not read', () => {
  const stream = streamOf(readHtml('<p>□离散行业 ☑流程行业</p>'));
  expect(readTicks(fields, template, stream, alignForm(template, stream))).toEqual([]);
});

test('a box that touches an option counts before one that is near it, on either side', () => {
  expect(boxes('防火墙：√，现有□防火墙 □工控防火墙 □入侵检测')?.options[0]).toBe('-防火墙');
  expect(boxes('有无防火墙：√，现有防火墙□ 工控防火墙□ 入侵检测□')?.options[0]).toBe('-防火墙');
});

test('an option that is not there is not read in the place of one that looks like it', () => {
  const alike = fields.map((field) =>
    field.key === 'safety'
      ? { ...field, options: ['一期设备', '二期设备', '三期设备'].map((text) => ({ text, aliases: [] })) }
      : field,
  ) as TickField[];
  const html = blankHtml.replace(printed, '☑二期设备 □三期设备').replace(/\{\{[^}]*\}\}/gu, '');
  const stream = streamOf(readHtml(html));
  const [, read] = readTicks(alike, template, stream, alignForm(template, stream));
  expect(read?.options.map(({ option, ticked }) => [option, ticked])).toEqual([
    ['二期设备', true],
    ['三期设备', false],
  ]);
});

test('a strange character is the mark of its option', () => {
  const html = blankHtml.replace(printed, '□防火墙 吾工控防火墙 □入侵检测').replace(/\{\{[^}]*\}\}/gu, '');
  const stream = streamOf(readHtml(html));
  const options = readTicks(fields, template, stream, alignForm(template, stream)).at(-1)?.options ?? [];
  expect(options.map(({ mark = [0, 0] }) => stream.folded.slice(...mark))).toEqual(['□', '吾', '□']);
});

test('two boxes elsewhere are the field, one is a word with a mark', () => {
  const elsewhere = (text: string) => boxes('', `<p>${text}</p>${blankHtml}`);
  expect(elsewhere('☑防火墙 □工控防火墙')).toMatchObject({
    options: ['+防火墙', '-工控防火墙'],
    by: 'searched',
  });
  expect(elsewhere('☑防火墙，工控防火墙')?.by).not.toBe('searched');
  expect(boxes('☑防火墙 □工控防火墙 □入侵检测')?.by).toBe('aligned');
});

test('a choice is only read in its own place: its words are those of any text', () => {
  const kind = (html: string) => {
    const stream = streamOf(readHtml(html.replace(/\{\{[^}]*\}\}/gu, '')));
    const reading = readTicks(fields, template, stream, alignForm(template, stream)).find(
      ({ field }) => field.key === 'kind',
    );
    return reading?.options.filter(({ ticked }) => ticked).map(({ option }) => option);
  };
  const own = '{{kind=离散行业}}离散行业 {{kind=流程行业}}流程行业';
  expect(kind(blankHtml.replace(own, '□离散行业 ☑流程行业'))).toEqual(['流程行业']);
  expect(kind(`<p>□离散行业 ☑流程行业</p>${blankHtml.replace(own, '')}`) ?? []).toEqual([]);
});

test('a field of the form without boxes, and a document without the form, have none', () => {
  const bare = fields.map((field) => ({ ...field, key: `${field.key}_other` }));
  const stream = streamOf(readHtml(blankHtml.replace(/\{\{[^}]*\}\}/gu, '')));
  expect(readTicks(bare, template, stream, alignForm(template, stream))).toEqual([]);
  expect(readTicks(fields, template, stream, [])).toEqual([]);
});

test('boxes at the end of a filing are read though nothing of the form follows', () => {
  const end = blankHtml.slice(0, blankHtml.indexOf('<h2>'));
  expect(boxes('□防火墙 ☑工控防火墙 □入侵检测', end)?.options).toEqual([
    '-防火墙',
    '+工控防火墙',
    '-入侵检测',
  ]);
  expect(boxes('防火墙□ 工控防火墙□ 入侵检测吾', end)?.options).toEqual([
    '-防火墙',
    '-工控防火墙',
    '+入侵检测',
  ]);
});

test('a strange character behind its option is a box that is not empty where boxes stand behind', () => {
  expect(boxes('防火墙□ 工控防火墙吾 入侵检测□')?.options).toEqual(['-防火墙', '+工控防火墙', '-入侵检测']);
  expect(boxes('防火墙□ 工控防火墙、入侵检测□')?.options).toEqual(['-防火墙', '?工控防火墙', '-入侵检测']);
});

test('two strange characters are words', () => {
  expect(boxes('□防火墙 以及工控防火墙 □入侵检测')?.options[1]).toBe('?工控防火墙');
});

test('a letter before an option is misread on a scan, and typed in a text', () => {
  expect(boxes('□防火墙 k工控防火墙 □入侵检测', blankHtml, 0.9)?.options[1]).toBe('+工控防火墙');
  expect(boxes('□防火墙 k工控防火墙 □入侵检测')?.options[1]).toBe('?工控防火墙');
  expect(boxes('□防火墙 r工控防火墙 □入侵检测')).toMatchObject({ lettered: 'once' });
  expect(boxes('防火墙□ 工控防火墙k 入侵检测□')?.options[1]).toBe('+工控防火墙');
});
