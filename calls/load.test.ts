import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { linesOf } from '../core/document.ts';
import { builtInPacksDir, loadPack, loadPacks } from './load.ts';

const tiny = {
  'call.yaml': `
id: tiny-2022
title: { zh: 试点, en: Pilot }
short: { zh: 试点, en: Pilot }
issuer: { zh: 某局, en: Office }
year: 2022
programme: { id: tiny, names: [试点] }
deadlines: [{ level: province, at: 2022-05-20, clause: 一 }]
annexes: [{ key: licence, title: 营业执照, required: true, clause: 一 }]
resubmission:
  bars: project
  programmes: [tiny]
  readings: [{ id: plain, title: { zh: 无期限, en: No limit }, window: { kind: unlimited }, why: { zh: 无, en: None } }]
  reading: plain
  clause: 一
batch: [{ kind: quota, id: places, title: { zh: 名额, en: Quota }, clause: 一, consequence: mend, unitField: unit }]
`,
  'clauses.yaml': `
clauses:
  - { ref: 一, text: 须已建成, rules: [built, places] }
  - { ref: 二, text: 联系方式, unruled: 不检查 }
`,
  'schemes.yaml': `
schemes:
  - id: kinds
    title: { zh: 类别, en: Kind }
    declaredBy: kind
    labels:
      - { name: 甲, en: A, clause: 一 }
      - { name: 乙, en: B, clause: 二 }
`,
  'form.yaml': `
title: 申报书
fields:
  - { key: name, label: 项目名称, en: Project, type: text, role: title }
  - { key: unit, label: 推荐单位, en: Unit, type: text }
  - { key: built, label: 建设时间, en: Built, type: span }
  - { key: income, label: 收入, en: Income, type: years, years: [2020, 2021], of: amount, unit: 万元 }
  - key: kind
    label: 类别
    en: Kind
    type: ticks
    options: [{ text: 甲, group: 一组 }, { text: 乙, group: 二组 }]
  - key: staff
    label: 人员
    en: Staff
    type: table
    columns: [{ key: who, label: 姓名, en: Name }, { key: post, label: 职务, en: Post }]
`,
  'rules.yaml': `
rules:
  - id: built
    title: { zh: 已建成, en: Built }
    clause: 一
    consequence: bars
    check:
      all:
        - date: { left: { field: built }, op: not-after, right: { deadline: province } }
        - compare: { left: { field: income, year: 2021 }, op: '>=', right: 1 }
        - ticked: { field: kind, any: [甲] }
        - eachGroup: { field: kind, groups: [一组] }
        - label: { scheme: kinds, is: [乙] }
        - annex: licence
    pass: { zh: 是, en: 'Yes' }
    fail: { zh: '不是{left}', en: 'No, {left}' }
`,
  'blank-form.html': `<!DOCTYPE html>
<html><body><h1>申报书</h1><p>项目名称：{{name}}</p><p>推荐单位：{{unit}}</p>
<table><tr><td>建设时间</td><td colspan="2">{{built}}</td></tr>
<tr><td>收入</td><td>{{income.2020}}</td><td>{{income.2021}}</td></tr>
<tr><td>类别</td><td colspan="2">{{kind=甲}}甲 {{kind=乙}}乙</td></tr>
<tr><td>{{staff.#}}</td><td>{{staff.who}}</td><td>{{staff.post}}</td></tr></table></body></html>
`,
};
type Part = keyof typeof tiny;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with the tiny pack, one file changed by replacing a piece of it. */
function packWith(file?: Part, from = '', to = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(tiny)) {
    if (name === file && !text.includes(from)) throw new Error(`"${from}" is not in ${name}`);
    writeFileSync(join(folder, name), name === file ? text.replace(from, to) : text);
  }
  return folder;
}

const mistakesWith = async (file: Part, from: string, to: string) =>
  (await loadPack(packWith(file, from, to))).mistakes;

describe('loadPack', () => {
  it('reads a sound pack', async () => {
    const { pack, mistakes } = await loadPack(packWith());
    expect(mistakes).toEqual([]);
    expect(pack?.clauses.get('一')?.text).toBe('须已建成');
    expect([...linesOf(pack?.blank.body ?? [])].some((line) => line.text.includes('{{built}}'))).toBe(true);
  });

  it('does without schemes', async () => {
    const folder = packWith('rules.yaml', '        - label: { scheme: kinds, is: [乙] }\n', '');
    rmSync(join(folder, 'schemes.yaml'));
    expect((await loadPack(folder)).mistakes).toEqual([]);
  });

  it('says where YAML breaks, once for a file', async () => {
    const mistakes = await mistakesWith('rules.yaml', 'title: { zh: 已建成', 'title: { zh: {已}建成');
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatchObject({ file: 'rules.yaml', line: 4 });
    expect(mistakes[0]?.message.zh).toContain('第 4 行');
  });

  it.each<[string, Part, string, string, string, RegExp]>([
    ['a missing unit', 'form.yaml', ', unit: 万元', '', 'fields[3].unit', /缺少/],
    ['an unknown key', 'form.yaml', 'role: title', 'rolle: title', 'fields[0]', /rolle/],
    ['an unknown type', 'form.yaml', 'type: span', 'type: spam', 'fields[2].type', /形式/],
    ['a malformed date', 'call.yaml', '2022-05-20', '20.5.2022', 'deadlines[0].at', /格式/],
    ['an unknown operator', 'rules.yaml', 'annex: licence', 'anex: licence', 'rules[0].check.all[5]', /形式/],
    [
      'a mistake inside an operator',
      'rules.yaml',
      "op: '>='",
      "op: 'ge'",
      'rules[0].check.all[1].compare.op',
      /范围/,
    ],
    [
      'a rule without a consequence',
      'rules.yaml',
      '    consequence: bars\n',
      '',
      'rules[0].consequence',
      /范围/,
    ],
    ['a number for a text', 'call.yaml', 'zh: 某局', 'zh: 5', 'issuer.zh', /文字/],
  ])('translates %s', async (_what, file, from, to, path, message) => {
    const mistakes = await mistakesWith(file, from, to);
    expect(mistakes.map((mistake) => mistake.path)).toEqual([path]);
    expect(mistakes[0]?.line).toBeGreaterThan(0);
    expect(mistakes[0]?.message.zh).toMatch(message);
    expect(mistakes[0]?.mend.en).not.toBe('');
  });

  it('names a missing file', async () => {
    const folder = packWith();
    rmSync(join(folder, 'form.yaml'));
    const { pack, mistakes } = await loadPack(folder);
    expect(pack).toBeUndefined();
    expect(mistakes.map((mistake) => mistake.file)).toEqual(['form.yaml']);
  });

  it('survives anchors that multiply', async () => {
    const bomb = `a: &a [1, 1]\n${'bcdefghi'
      .split('')
      .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`)
      .join('\n')}\n`;
    const mistakes = await mistakesWith('clauses.yaml', 'clauses:', `${bomb}clauses:`);
    expect(mistakes.length).toBeGreaterThan(0);
  });
});

describe('cross-checks', () => {
  it.each<[string, Part, string, string, string]>([
    ['a clause that is not there', 'rules.yaml', 'clause: 一', 'clause: 九', 'rules[0].clause'],
    [
      'a person who is never asked',
      'rules.yaml',
      'consequence: bars',
      'consequence: person',
      'rules[0].consequence',
    ],
    [
      'a bar that only a person could settle',
      'rules.yaml',
      'check:\n      all:',
      'check: { person: { zh: 看, en: Look } }\n    when:\n      all:',
      'rules[0].consequence',
    ],
    [
      'a field that is not there',
      'rules.yaml',
      'field: built',
      'field: bilt',
      'rules[0].check.all[0].date.left.field',
    ],
    [
      'a field of another type',
      'rules.yaml',
      'field: built',
      'field: name',
      'rules[0].check.all[0].date.left.field',
    ],
    [
      'a year that is not asked',
      'rules.yaml',
      'year: 2021',
      'year: 2019',
      'rules[0].check.all[1].compare.left',
    ],
    [
      'an option that is not there',
      'rules.yaml',
      'any: [甲]',
      'any: [丙]',
      'rules[0].check.all[2].ticked.any[0]',
    ],
    [
      'a group that is not there',
      'rules.yaml',
      '[一组]',
      '[三组]',
      'rules[0].check.all[3].eachGroup.groups[0]',
    ],
    ['a label that is not there', 'rules.yaml', 'is: [乙]', 'is: [丙]', 'rules[0].check.all[4].label.is[0]'],
    [
      'an annex that is not there',
      'rules.yaml',
      'annex: licence',
      'annex: none',
      'rules[0].check.all[5].annex',
    ],
    [
      'a deadline that is not there',
      'rules.yaml',
      'deadline: province',
      'deadline: city',
      'rules[0].check.all[0].date.right.deadline',
    ],
    ['a sentence nothing fills', 'rules.yaml', '不是{left}', '不是{lft}', 'rules[0].fail.zh'],
    ['a reading that is not there', 'call.yaml', 'reading: plain', 'reading: fancy', 'resubmission.reading'],
    [
      'a unit field that is not there',
      'call.yaml',
      'unitField: unit',
      'unitField: units',
      'batch[0].unitField',
    ],
    ['a day that is not real', 'call.yaml', '2022-05-20', '2022-02-30', 'deadlines[0].at'],
    [
      'a declaring field that is not there',
      'schemes.yaml',
      'declaredBy: kind',
      'declaredBy: sort',
      'schemes[0].declaredBy',
    ],
    ['a label twice', 'schemes.yaml', 'name: 乙', 'name: 甲', 'schemes[0].labels[1].name'],
    ['a clause nobody checks', 'clauses.yaml', ', unruled: 不检查', '', 'clauses[1]'],
    ['a clause twice', 'clauses.yaml', 'ref: 二', 'ref: 一', 'clauses[1].ref'],
    ['a rule that is not there', 'clauses.yaml', '[built, places]', '[built, quota]', 'clauses[0].rules[1]'],
    ['a field twice', 'form.yaml', 'key: unit', 'key: name', 'fields[1].key'],
    ['a field without a place', 'blank-form.html', '{{built}}', '', 'fields[2]'],
    ['an option without a box', 'blank-form.html', '{{kind=乙}}', '', 'fields[4]'],
    ['a year without a column', 'blank-form.html', '{{income.2020}}', '', 'fields[3]'],
    ['a place without a field', 'blank-form.html', '{{name}}', '{{name}}{{nom}}', '{{nom}}'],
    ['a box without an option', 'blank-form.html', '{{kind=乙}}', '{{kind=乙}}{{kind=丙}}', '{{kind=丙}}'],
    ['a malformed place', 'blank-form.html', '{{unit}}', '{{unit}}{{Unit}}', '{{Unit}}'],
    ['a blank form that is not whole', 'blank-form.html', '</td></tr></table>', '</td></tr>', ''],
  ])('find %s', async (_what, file, from, to, path) => {
    const mistakes = await mistakesWith(file, from, to);
    expect(mistakes.map((mistake) => mistake.path)).toContain(path);
  });
});

describe('loadPacks', () => {
  it('lets a later folder replace a pack, and does not serve the old one when the new one is broken', async () => {
    const first = mkdtempSync(join(tmpdir(), 'packs-'));
    folders.push(first);
    cpSync(packWith(), join(first, 'tiny'), { recursive: true });
    const second = packWith('call.yaml', '某局', '另一局');
    const replaced = await loadPacks([first, second]);
    expect(replaced.mistakes).toEqual([]);
    expect(replaced.packs.get('tiny-2022')?.call.issuer.zh).toBe('另一局');

    const broken = await loadPacks([first, packWith('rules.yaml', 'clause: 一', 'clause: 九')]);
    expect(broken.packs.size).toBe(0);
    expect(broken.mistakes).toHaveLength(1);
  });

  it('says when a folder is not there', async () => {
    const { packs, mistakes } = await loadPacks([join(tmpdir(), 'no-such-folder')]);
    expect(packs.size).toBe(0);
    expect(mistakes[0]?.message.en).toContain('no-such-folder');
  });

  it('finds no mistake in the built-in packs', async () => {
    const dir = builtInPacksDir();
    expect(basename(dir)).toBe('packs');
    expect(existsSync(dir)).toBe(true);
    const { packs, mistakes } = await loadPacks([dir]);
    expect(mistakes.map(({ pack, file, path, message }) => `${pack}/${file} ${path}: ${message.en}`)).toEqual(
      [],
    );
    expect(packs.size).toBeGreaterThanOrEqual(2);
    for (const [id, pack] of packs) expect(basename(pack.folder)).toBe(id);
  });
});
