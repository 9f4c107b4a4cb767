import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../core/text/statement/sentences.ts';
import { scopeOf } from '../testing.ts';
import { evaluateNum } from './num.ts';

const read = (lines: string[], near: string[], units: string[], more: object = {}) =>
  evaluateNum(
    { stated: { near, units, in: [], about: [], around: [], take: 'most', ...more } },
    scopeOf({ lines }),
  );

describe('stated', () => {
  it.each([
    ['平台已连接工业设备1200台，服务企业300家。', ['设备'], ['台'], 1200],
    ['平台已连接工业设备1200台，服务企业300家。', ['企业'], ['家', '户'], 300],
    ['累计接入设备１．２万余台（套）。', ['设备'], ['台'], 12000],
    ['接入各类设备100多万台。', ['设备'], ['台'], 1000000],
    ['部署工业APP三百余个。', ['工业APP'], ['个'], 300],
    ['拥有工业APP300个', ['APP'], ['个'], 300],
    ['沉淀工业模型2,350 个', ['模型'], ['个'], 2350],
    ['目前服务工业企业约两千三百家', ['企业'], ['家'], 2300],
    ['项目总投资2.3亿元。', ['投资'], ['万元'], 23000],
    ['项目总投资2000万元。', ['投资'], ['万元'], 2000],
    ['为响应数字化目标，平台已接入设备800台。', ['设备'], ['台'], 800],
    ['已建成5G应用场景6个', ['场景'], ['个'], 6],
  ])('%s', (line, near, units, value) => {
    expect(read([line], near, units)).toMatchObject({ known: true, value, unit: units[0] });
  });

  it('takes the largest or the first', () => {
    const lines = ['一期接入设备300台。', '目前共接入设备900台。'];
    expect(read(lines, ['设备'], ['台'])).toMatchObject({ value: 900 });
    expect(read(lines, ['设备'], ['台'], { take: 'first' })).toMatchObject({ value: 300 });
  });

  it('shows where the number stands', () => {
    expect(read(['其他。', '接入设备300台。'], ['设备'], ['台']).evidence).toEqual([
      { page: 1, box: [0, 20, 100, 29] },
    ]);
  });

  it.each([
    '计划接入设备1200台。',
    '到2025年，将接入设备10000台。',
    '项目目标：接入设备10000台',
    '预计建成后年接入设备达500台。',
  ])('does not count what is planned or denied: %s', (line) => {
    const found = read([line], ['设备'], ['台']);
    expect(found.known).toBe(false);
    if (!found.known) expect(found.why.zh).toContain('计划');
  });

  it('knows where a number lies that is only told roughly', () => {
    const found = read(['现有设备不足100台。'], ['设备'], ['台']);
    expect(found).toMatchObject({ known: true, range: { least: 80 } });
    if (found.known) expect(found.range?.most).toBeLessThan(100);
  });

  it('prefers what is there to what is planned', () => {
    expect(read(['已接入设备800台，计划到2025年接入设备2000台。'], ['设备'], ['台'])).toMatchObject({
      value: 800,
    });
  });

  it.each(['平台采用5G技术，第3台设备已调试。', '设备众多。', '共有员工1200人。', ''])(
    'finds none in %j',
    (line) => {
      expect(read([line], ['设备'], ['台']).known).toBe(false);
    },
  );
});

describe('sentencesOf', () => {
  it('joins printed lines and parts numbered ones', () => {
    const text = '平台面向行业企业提供服务，已经连接\n设备1200台。另有其他内容\n（一）项目概况\n1. 第一点';
    expect(sentencesOf(text).map((one) => one.text.trim())).toEqual([
      '平台面向行业企业提供服务，已经连接\n设备1200台。',
      '另有其他内容',
      '（一）项目概况',
      '1. 第一点',
    ]);
    for (const { text: part, start } of sentencesOf(text))
      expect(text.slice(start).startsWith(part)).toBe(true);
  });
});
