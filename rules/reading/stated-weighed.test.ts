import { describe, expect, it } from 'vitest';
import { scopeOf } from '../testing.ts';
import { readStated } from './stated.ts';

/** What all the numbers that a text states of one thing come to. */

const fields = [{ key: 'story', type: 'section', label: '建设内容', en: 'Work' }];
const read = (lines: readonly string[], more: object = {}) =>
  readStated(
    { near: ['设备'], units: ['台'], in: [], about: [], around: [], take: 'most', ...more },
    scopeOf({ lines }, { fields }),
  );

/** Sentences that leave no doubt by their sound, and that sound otherwise. */
const used = '每天有860万条数据进库，经销商扫码即可查到1200台设备的质保信息，今年已累计查询32次。';
const stopped = '接入设备1200台，实际一直没有启用，合同早已终止，系统停用后再未恢复，人员也已离开。';

describe('a number told once', () => {
  it('is exact unless it is told roughly, with the words that tell it', () => {
    const exact = read(['已接入设备800台。']);
    expect(exact).toMatchObject({ known: true, value: 800, unit: '台', quotes: ['已接入设备800台。'] });
    expect(exact).not.toHaveProperty('range');
    expect(exact).not.toHaveProperty('rival');
    expect(read(['已接入设备约800台。'])).toMatchObject({ value: 800, range: { least: 760, most: 840 } });
    expect(read(['已接入设备超过800台。'])).toMatchObject({ range: { least: expect.any(Number) } });
  });

  it('is in the first of the units, its bounds too', () => {
    const money = { near: ['投资'], units: ['万元'] };
    expect(read(['项目投资约2亿元。'], money)).toMatchObject({
      value: 20_000,
      unit: '万元',
      range: { least: 19_000, most: 21_000 },
    });
    expect(read(['服务企业30户。'], { near: ['企业'], units: ['家', '户'] })).toMatchObject({
      value: 30,
      unit: '家',
    });
    // Amounts of another unit count where one of the units is money.
    expect(read(['项目投资300元。'], { near: ['投资'], units: ['万元', '项'] })).toMatchObject({
      value: 0.03,
    });
  });
});

describe('several numbers', () => {
  it('the largest counts and the lowest of the others is its rival, both quoted', () => {
    const lines = ['一厂接入设备800台。', '二厂接入设备300台。', '三厂接入设备500台。'];
    expect(read(lines)).toMatchObject({
      value: 800,
      rival: { least: 300, most: 300 },
      quotes: ['一厂接入设备800台。', '二厂接入设备300台。'],
    });
    const found = read(lines.toReversed());
    expect(found).toMatchObject({ value: 800, rival: { least: 300, most: 300 } });
    expect(found.evidence).toHaveLength(2);
  });

  it('the first counts where the rule says so', () => {
    expect(read(['接入设备300台。', '接入设备900台。'], { take: 'first' })).toMatchObject({ value: 300 });
  });

  it('those of a part count only where there is no whole', () => {
    expect(read(['已接入设备800台。', '其中新增设备900台。'])).toMatchObject({ value: 800 });
    expect(read(['已接入设备800台。', '其中新增设备100台。'])).not.toHaveProperty('rival');
    expect(read(['其中新增设备100台。'])).toMatchObject({ known: true, value: 100 });
  });

  it('those that are planned count for nothing beside one that is there', () => {
    const found = read(['计划接入设备2000台。', '已接入设备800台。']);
    expect(found).toMatchObject({ value: 800 });
    expect(found).not.toHaveProperty('rival');
  });

  it('a sum in the next sentence is of the same thing', () => {
    const found = read(['一厂接入设备300台，二厂接入设备500台。', '合计800台。']);
    expect(found).toMatchObject({ value: 800 });
    expect(read(['合计800台。'])).toMatchObject({ known: false });
    expect(read(['一厂接入设备300台。', '其他内容。', '合计800台。'])).toMatchObject({ value: 300 });
  });

  it('a larger one beside it in the sentence may be the one that is meant', () => {
    const found = read(['部署设备300台，车间另有900台在用。']);
    expect(found.known && (found.value === 900 || found.rival !== undefined)).toBe(true);
    const less = read(['部署设备300台，车间另有90台在用。']);
    expect(less).toMatchObject({ value: 300 });
    expect(less).not.toHaveProperty('rival');
  });
});

describe('what is said against a number', () => {
  it('a denial of the thing is a rival of nothing, and is quoted', () => {
    const found = read(['没有接入任何设备。', '已接入设备800台。']);
    expect(found).toMatchObject({ value: 800, rival: { least: 0, most: 0 } });
    expect(found.known && found.quotes).toEqual(['已接入设备800台。', '没有接入任何设备。']);
    expect(read(['没有接入任何设备。'])).toMatchObject({ known: false, quoted: true });
    const wider = { about: ['产线'] };
    expect(read(['没有改造任何产线。', '已接入设备800台。'], wider)).toMatchObject({ rival: { most: 0 } });
  });

  it('the sentence behind it takes it back, unless another number stands', () => {
    const shaken = read(['已接入设备800台。但一直没有启用。']);
    expect(shaken).toMatchObject({ known: false, quoted: true });
    expect(!shaken.known && shaken.why.zh).toContain('已接入设备800台');
    expect(read(['已接入设备800台。但一直没有启用。', '车间接入设备300台。']).known).toBe(true);
    expect(read(['但一直没有启用。', '已接入设备800台。']).known).toBe(true);
  });

  it('a passage that does not sound so makes it unsound, a sure or short one does not', () => {
    const dreamt = '接入设备1200台，大家在会上谈论未来的方向，认为智能化是必由之路，前景广阔。';
    expect(read([dreamt])).toMatchObject({ value: 1200, unsound: true });
    expect(read([used])).not.toHaveProperty('unsound');
    expect(read(['已接入设备800台。'])).not.toHaveProperty('unsound');
  });
});

describe('in other words than the cues', () => {
  const other = { near: ['产线'], units: ['台'], around: ['质保'] };

  it('a number counts where the passage leaves no doubt', () => {
    expect(read([used], other)).toMatchObject({ known: true, value: 1200 });
    expect(read([used], { ...other, around: [] }).known).toBe(false);
    expect(read(['质保设备1200台。'], other).known).toBe(false);
    expect(read([stopped.replace('接入', '质保')], other).known).toBe(false);
  });

  it('and only where no cue stands with a number or a denial', () => {
    expect(read([used, '改造产线30台。'], other)).toMatchObject({ value: 30 });
    expect(read([used, '没有改造任何产线。'], other)).toMatchObject({ known: false, quoted: true });
    expect(read(['改造产线。', used], other)).toMatchObject({ known: true, value: 1200 });
  });
});

describe('no number', () => {
  it('says what was sought, by the first three cues, at no place', () => {
    const found = read(['其他内容。'], { near: ['设备', '机床', '产线', '车间'], units: ['台', '套'] });
    expect(found).toMatchObject({ known: false, unit: '台', evidence: [] });
    expect(!found.known && found.why.zh).toBe(
      '申报内容未写明“设备、机床、产线”的数量（单位：台、套），请补充或人工核对。',
    );
    expect(found).not.toHaveProperty('quoted');
  });

  it('of what was not read is open for that reason', () => {
    const found = read(['其他内容。'], { in: ['story'] });
    expect(!found.known && found.why.zh).toContain('未找到“建设内容”');
  });
});
