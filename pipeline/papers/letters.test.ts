import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { TextMap } from '../../core/text-map.ts';
import { readDocument } from '../../extractors/read-document.ts';
import { findSoffice } from '../../extractors/word/office/find-soffice.ts';
import { docxOf } from '../../report/docx/package.ts';
import { paragraph, run } from '../../report/docx/wml.ts';
import { besideStore, layTemplates, writeOffice } from './beside.ts';
import { makeLetters } from './letters.ts';
import { clerk, decided, finding, screened, type TrialOffice, trialOffice } from './testing.ts';

const scratch = () => mkdtempSync(join(tmpdir(), 'chushen-letters-'));
const day = '2022-05-20';
const letters = (office: TrialOffice, order: { filings?: string[]; send?: boolean } = {}) =>
  makeLetters({ ...office, person: clerk, day }, { send: false, ...order }, scratch());

/** The paragraphs of a DOCX, as they are read. */
async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const xml = (await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string')) ?? '';
  return xml
    .split('</w:p>')
    .map((part) => [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join(''))
    .map((words) => words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
    .filter((words) => words.trim() !== '');
}
async function madeOf(made: Awaited<ReturnType<typeof letters>>) {
  const docx = made.papers.filter(({ name }) => name.endsWith('.docx'));
  return Promise.all(
    docx.map(async ({ name, path }) => ({ name, texts: await textsOf(readFileSync(path)) })),
  );
}

const twoShort = [
  finding('audit', '未见专项审计报告，请补充提交。'),
  finding('limit', '项目描述1320字，超过规定的1000字，请压缩。'),
];

describe('letters', () => {
  test('a notice to mend says every shortfall once, with clause and what to hand in, and what the office said', async () => {
    const office = await trialOffice([{ id: 'a', company: '恒驰<机械>&有限公司', findings: twoShort }]);
    await decided(office, 'a', 'return', ['audit', 'limit', 'audit']);
    const [letter] = await madeOf(await letters(office));
    expect(letter?.name).toBe('草稿-补正通知书-恒驰机械&有限公司.docx');
    const whole = letter?.texts.join('\n') ?? '';
    expect(letter?.texts).toEqual(
      expect.arrayContaining([
        '恒驰<机械>&有限公司：',
        '一、关于“audit的条件”的要求',
        '二、关于“limit的条件”的要求',
      ]),
    );
    expect(whole.split('未见专项审计报告。')).toHaveLength(2);
    for (const part of [
      '共2项',
      '依据：《通知》二（一）规定：“材料须齐全。”',
      '补正要求：请补充提交。',
      '项目描述1320字，超过规定的1000字。',
      '补正要求：请压缩。',
      '收到本通知书之日起5个工作日内',
      '联系电话：025-83000000',
      '2022年5月20日',
      '苏工信初审〔2022〕　号（草稿）',
      '送 达 回 执',
    ])
      expect(whole).toContain(part);
    expect(whole).not.toMatch(/undefined|null|NaN|[{}]/u);
  });

  test('what the machine could not tell is never told as a fact', async () => {
    const open = finding('seal', '无法判定是否盖章，请人工核对。', { verdict: 'unknown' });
    const office = await trialOffice([{ id: 'a', company: '甲公司', findings: [open] }]);
    await decided(office, 'a', 'return', ['seal']);
    const [letter] = await madeOf(await letters(office));
    expect(letter?.texts.join('')).toContain('未能表明符合“seal的条件”的要求');
    expect(letter?.texts.join('')).not.toContain('人工核对');
  });

  test('a note is the shortfall where no reason was named', async () => {
    const office = await trialOffice([{ id: 'a', company: '甲公司' }]);
    await decided(office, 'a', 'reject', [], '申报单位已注销，不具备申报资格。');
    const [letter] = await madeOf(await letters(office));
    expect(letter?.texts).toContain('申报单位已注销，不具备申报资格。');
    expect(letter?.name).toContain('不予受理通知书');
  });

  test('a letter with a hole is refused, with what to set', async () => {
    const office = await trialOffice([
      { id: 'a', company: '甲公司' },
      { id: 'b', company: '' },
    ]);
    await decided(office, 'a', 'pass');
    await decided(office, 'b', 'pass');
    await writeOffice(office.beside, { name: '某厅', mark: '某', contact: '王', address: '某路' });
    const made = await letters(office);
    expect(made.papers).toEqual([]);
    expect(made.refused.map(({ filing }) => filing)).toEqual(['a', 'b']);
    expect(made.refused[0]?.why.zh).toContain('--office 联系电话=');
    expect(made.refused[1]?.why.zh).toContain('申报单位');
  });

  test('only what is decided has a letter', async () => {
    const office = await trialOffice([
      { id: 'a', company: '甲公司' },
      { id: 'b', company: '乙公司' },
    ]);
    await decided(office, 'b', 'doubt');
    const made = await letters(office, { filings: ['a', 'b', 'gone'] });
    expect(made.papers).toEqual([]);
    expect(new Set(made.refused.map(({ filing }) => filing))).toEqual(new Set(['a', 'b', 'gone']));
    expect((await letters(office)).refused).toEqual([]);
  });

  test('an own template is taken; a tag that nothing fills is refused, in whatever runs it stands', async () => {
    const office = await trialOffice([{ id: 'a', company: '甲公司' }]);
    await decided(office, 'a', 'pass');
    const [, accept = ''] = await layTemplates(office.beside);
    writeFileSync(accept, await docxOf(paragraph([run('本局自用：{申报'), run('单位}收')])));
    const [letter] = await madeOf(await letters(office));
    expect(letter?.texts).toEqual(['本局自用：甲公司收']);
    writeFileSync(accept, await docxOf(paragraph(run('{申报单位名}'))));
    expect((await letters(office)).refused[0]?.why.zh).toContain('{申报单位名}');
    writeFileSync(accept, await docxOf(paragraph(run('{#事项}'))));
    expect((await letters(office)).refused).toHaveLength(1);
    writeFileSync(accept, 'no template');
    expect((await letters(office)).refused[0]?.why.zh).toContain('模板');
  });
});

describe('sending', () => {
  test('numbers run on within the year, none twice, and what was sent is handed out as it was', async () => {
    const ids = ['a', 'b', 'c', 'd'];
    const office = await trialOffice(ids.map((id) => ({ id, company: `${id}公司` })));
    for (const id of ids) await decided(office, id, 'pass');
    const made = await Promise.all(ids.map((id) => letters(office, { filings: [id], send: true })));
    expect(made.flatMap(({ refused }) => refused)).toEqual([]);
    const kept = await office.store.letters.ofBatch(office.open.batch.id);
    expect(kept.map(({ number }) => number).sort()).toEqual(
      [1, 2, 3, 4].map((n) => `苏工信初审〔2022〕${n}号`),
    );
    expect(await office.store.desks.get('a')).toMatchObject({ stage: 'sent' });
    const acts = await office.store.acts.of({ filing: 'a', kinds: ['send'] }, { offset: 0, limit: 9 });
    expect(acts).toHaveLength(1);
    await writeOffice(office.beside, {});
    const again = await madeOf(await letters(office, { filings: ['a'] }));
    // Which of them was first is nobody's to say.
    expect(again[0]?.texts).toContain(kept.find(({ filing }) => filing === 'a')?.number);
    expect((await letters(office)).papers).toEqual([]);
    expect(await office.store.letters.last(2023)).toBe(0);
  });

  test('all letters of one go make one document besides, each from page one', async () => {
    const office = await trialOffice([
      { id: 'a', company: '甲公司' },
      { id: 'b', company: '乙公司', findings: twoShort },
    ]);
    await decided(office, 'a', 'pass');
    await decided(office, 'b', 'return', ['audit']);
    const made = await letters(office, { send: true });
    const all = (await madeOf(made)).find(({ name }) => name.includes('合订'));
    expect(all?.texts).toEqual(expect.arrayContaining(['甲公司：', '乙公司：', '受理通知书', '补正通知书']));
    const path = made.papers.find(({ name }) => name.endsWith('2份.docx'))?.path ?? '';
    const xml = await (await JSZip.loadAsync(readFileSync(path))).file('word/document.xml')?.async('string');
    expect(xml?.match(/<w:pgNumType w:start="1"\/>/gu)).toHaveLength(2);
    // Told to the clerk: the second shortfall stands in no reason.
    expect(made.remarks).toMatchObject([
      { filing: 'b', why: { zh: expect.stringContaining('limit的条件') } },
    ]);
  });

  test('what could be seen the first time and was not told is flagged to the clerk, and not printed', async () => {
    const office = await trialOffice([{ id: 'b', company: '乙公司', findings: twoShort }]);
    await decided(office, 'b', 'return', ['audit']);
    await letters(office, { send: true });
    const later = [...twoShort.slice(1), finding('new', '新出现的问题，请更正。')];
    const run = { ...office.open.run, id: 'r1', startedAt: '2022-06-01T08:00:00.000Z' };
    await office.store.runs.put(run);
    await screened(office, [{ id: 'b', company: '乙公司', findings: later, version: 2 }], run);
    const open = { ...office.open, run };
    await decided({ ...office, open }, 'b', 'return', ['limit', 'new']);
    const made = await letters({ ...office, open });
    expect(made.remarks.map(({ why }) => why.zh)).toEqual([
      expect.stringMatching(/^首次未告知：limit的条件。/u),
    ]);
    const [letter] = await madeOf(made);
    expect(letter?.texts.join('')).not.toContain('首次未告知');
  });
});

test('the settings of an office lie beside its store, and broken ones are refused', async () => {
  expect(besideStore('处室.sqlite')).toEqual({ office: '处室-office.json', templates: '处室-templates' });
  expect(besideStore('postgres://a/b').office).toBe('chushen-office.json');
  const office = await trialOffice([{ id: 'a', company: '甲公司' }]);
  await decided(office, 'a', 'pass');
  writeFileSync(office.beside.office, '{"name": "某厅", "phone": 1}');
  const made = await letters(office);
  expect(made.refused[0]?.why.zh).toContain('a-office.json');
  expect(readdirSync(office.folder)).toContain('a-office.json');
});

const soffice = await findSoffice();

test.runIf(soffice)('our own readers read a letter back, the PDF too', async () => {
  const office = await trialOffice([{ id: 'a', company: '甲公司', findings: twoShort }]);
  await decided(office, 'a', 'return', ['audit', 'limit']);
  const making = { ...office, person: clerk, day, soffice: soffice ?? '' };
  const { papers } = await makeLetters(making, { send: false }, scratch());
  expect(papers.map(({ name }) => name.split('.').at(-1))).toEqual(['docx', 'pdf']);
  for (const { name, path } of papers) {
    const options = { ocr: async () => undefined, maxPages: 10 };
    const { document } = await readDocument({ name, bytes: readFileSync(path) }, options);
    const text = TextMap.of(document?.body ?? []).text.replace(/\s+/gu, '');
    for (const words of ['甲公司：', '项目描述1320字', '请补充提交', '联系电话：025-83000000', '受送达单位'])
      expect(text, name).toContain(words);
  }
});
