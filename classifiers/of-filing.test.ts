import { expect, test } from 'vitest';
import type { Document } from '../core/document.ts';
import type { Field, Filing } from '../core/filing.ts';
import { exampleClauses, exampleScheme, pageText } from './example.ts';
import { type Classifiable, classifyFiling } from './of-filing.ts';

const document: Document = {
  format: 'pdf',
  pages: [],
  body: [],
  marginalia: [],
  pictures: [],
  problems: [],
};
const common = { en: '-', aliases: [], under: [], required: false };

const pack: Classifiable = {
  clauses: new Map([...exampleClauses].map(([ref, clause]) => [ref, { ...clause, rules: [] }])),
  schemes: [exampleScheme],
  form: {
    title: '申报书',
    fields: [
      { ...common, key: 'name', label: '项目名称', type: 'text', role: 'title' },
      { ...common, key: 'story', label: '项目内容', type: 'section' },
      { ...common, key: 'direction', label: '方向', type: 'text' },
      { ...common, key: 'office', label: '地址', type: 'text' },
    ],
  },
};

const field = (key: string, value: string): [string, Field] => [
  key,
  {
    key,
    label: key,
    value,
    raw: value,
    state: 'filled',
    confidence: 1,
    where: [{ page: 1, box: [0, 0, 9, 9] }],
  },
];

function filingOf(name: string, lines: readonly string[], formLines: readonly string[] = []): Filing {
  const story = pageText(...formLines, ...lines);
  return {
    id: '0',
    file: 'a.pdf',
    document,
    fields: new Map([
      field('name', name),
      field('direction', '储能应用'),
      field('office', '削峰填谷路储能电站旁'),
    ]),
    sections: new Map([['story', { key: 'story', heading: '项目内容', text: story }]]),
    text: story,
    formRanges: formLines.length > 0 ? [[0, formLines.join('\n').length]] : [],
    problems: [],
  };
}

test('classifies by title and narrative, and says what was declared', () => {
  const [found] = classifyFiling(
    pack,
    filingOf('印染厂中水回用项目', ['建设漏损控制系统，监测水质，降低用水量，中水回用率达到七成。']),
  );
  expect(found?.label).toBe('节水改造');
  expect(found?.declared).toBe('储能应用');
  const texts = found?.candidates.flatMap(({ evidence }) => evidence.map(({ text }) => text)) ?? [];
  expect(texts).toContain('中水回用');
  expect(texts).not.toContain('削峰填谷');
  const places = found?.candidates[0]?.evidence.flatMap(({ where }) => where) ?? [];
  expect(places.length).toBeGreaterThan(0);
});

test("the blank form's own words are not the applicant's", () => {
  const hint = '（请说明储能电站、削峰填谷、电池管理系统等建设情况）';
  const [found] = classifyFiling(pack, filingOf('项目', ['公司成立于二〇〇一年。'], [hint]));
  expect(found?.label).toBeNull();
  expect(found?.candidates.flatMap(({ evidence }) => evidence)).toEqual([]);
});

test('a long filing takes less than 50 ms of a processor after the first', () => {
  const lines = Array.from(
    { length: 300 },
    (_, i) => `第${i}条：建设中水回用与漏损控制系统，水质在线监测，单位产品用水量下降。`,
  );
  const filing = filingOf('印染厂中水回用项目', lines);
  classifyFiling(pack, filing);
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    classifyFiling(pack, filing);
    return process.cpuUsage(start).user / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(50);
});
