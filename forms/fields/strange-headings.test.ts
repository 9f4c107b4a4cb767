import { describe, expect, it } from 'vitest';
import type { Field } from '../../core/filing.ts';
import { readHtml } from '../../extractors/html/read-html.ts';
import { streamOf } from '../align/stream.ts';
import { form } from '../testing.ts';
import type { Range } from './field-parts.ts';
import { doubtLostChapters } from './strange-headings.ts';

const field = (key: string, state: Field['state'], confidence = 0.9): Field => ({
  key,
  label: key,
  value: null,
  raw: '',
  state,
  confidence,
  where: [],
});

/** How sure the lost chapters and others are where these lines stand; `known`: the form's words found in them. */
function sureOf(lines: readonly string[], known: readonly string[] = [], fields = lost) {
  const stream = streamOf(
    readHtml(lines.map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`)).join('')),
  );
  const anchors = known.map((words): Range => {
    const start = stream.folded.indexOf(words);
    return { start, end: start + words.length };
  });
  const found = doubtLostChapters(new Map(fields.map((one) => [one.key, one])), form.fields, stream, anchors);
  return [...found.values()].map(({ confidence }) => confidence);
}

const lost = [field('overview', 'absent'), field('effects', 'blank'), field('title', 'absent')];
const left = [0.9, 0.9, 0.9];
const doubted = [0.5, 0.5, 0.9];

describe('a numbered heading that is not of the form, with text under it, may be the lost chapter', () => {
  it.each([
    ['三、我们做了什么'],
    ['（三）我们做了什么'],
    ['3.我们做了什么'],
    ['(3)我们做了什么'],
    ['3、做了什么'],
  ])('%s', (heading) => {
    expect(sureOf([heading, '公司建成专网。'])).toEqual(doubted);
  });

  it('of thirty characters at most, and wherever it stands', () => {
    const heading = (length: number) => `三、${'甲'.repeat(length - 2)}`;
    expect(sureOf([heading(30), '公司建成专网。'])).toEqual(doubted);
    expect(sureOf([heading(31), '公司建成专网。'])).toEqual(left);
    expect(sureOf(['封面'.repeat(20), heading(30), '公司建成专网。'])).toEqual(doubted);
  });

  it('with empty lines between', () => {
    expect(sureOf(['三、我们做了什么', '', '公司建成专网。'])).toEqual(doubted);
  });

  it('and what was less sure already stays so', () => {
    const unsure = [field('overview', 'absent', 0.3), field('effects', 'filled', 0.8)];
    expect(sureOf(['三、我们做了什么', '公司建成专网。'], [], unsure)).toEqual([0.3, 0.8]);
  });
});

describe('is no heading of a lost chapter', () => {
  it.each([
    ['a line without a number', ['我们做了什么', '公司建成专网。']],
    ['a number that is part of a figure', ['3.5亿元投资', '公司建成专网。']],
    ['a numbered sentence', ['三、公司建成专网。', '公司建成专网。']],
    ['a numbered item of a list', ['3、公司建成专网；', '公司建成专网。']],
    ['what opens a list', ['三、包括：', '公司建成专网。']],
    ['a bare number', ['三、', '公司建成专网。']],
    ['a label of the form', ['三、主要成效', '公司建成专网。']],
    ['one over nothing', ['公司建成专网。', '三、我们做了什么']],
    ['one over empty lines', ['三、我们做了什么', '', ' ']],
    ['one over another number', ['三、我们做了什么', '四、主要成效']],
    ['a cell', ['<table><tr><td>三、我们做了什么</td><td>公司建成专网。</td></tr></table>']],
  ])('%s', (_, lines) => {
    expect(sureOf(lines)).toEqual(left);
  });

  it('words that were found to be of the form, though among others', () => {
    expect(sureOf(['三、我们做了什么', '公司建成专网。'], ['我们做了什么'])).toEqual(left);
    expect(sureOf(['三、我们做了什么', '公司建成专网。'], ['我们做了什么', '专网'])).toEqual(left);
  });
});

it('chapters that were found, and places that are no chapters, are as sure as they were', () => {
  const found = [field('overview', 'filled'), field('effects', 'unreadable'), field('title', 'blank')];
  expect(sureOf(['三、我们做了什么', '公司建成专网。'], [], found)).toEqual(left);
});
