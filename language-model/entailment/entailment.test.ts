import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openEntailment } from './open-entailment.ts';
import { openTokeniser } from './tokeniser.ts';

const at = (name: string) => new URL(`./model/${name}`, import.meta.url);
const encode = openTokeniser(readFileSync(at('tokeniser.json'), 'utf8'));

it('the files are those whose origin is told', () => {
  const told = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(at('models.json'), 'utf8')));
  const others = ['LICENSE', 'README.md', 'models.json'];
  const there = readdirSync(at('')).filter((name) => !others.includes(name));
  expect(there.sort()).toEqual(Object.keys(told).sort());
  for (const [name, sum] of Object.entries(told))
    expect(
      createHash('sha256')
        .update(readFileSync(at(name)))
        .digest('hex'),
    ).toBe(sum);
});

it('a claim and a passage are one row of two segments; case and width of letters do not count', () => {
  const { ids, segments } = encode('已接入', '公司ＭＥＳ');
  expect(ids).toEqual(encode('已接入', '公司mes').ids);
  expect(segments).toEqual([0, 0, 0, 0, 0, ...segments.slice(5).map(() => 1)]);
  expect(encode('', '公司').ids).toEqual([101, 102, ...encode('', '公司').ids.slice(2)]);
});

it('pieces are those that the model was taught with', () => {
  // As scripts/entailment/encoder.py tells them.
  expect(encode('已接入国家标识解析体系', '公司ＭＥＳ接入5G专网3.4亿条①，café龘。').ids).toEqual([
    101, 2347, 2970, 1057, 1744, 2157, 3403, 6399, 6237, 3358, 860, 5143, 102, 1062, 1385, 8450, 8118, 2970,
    1057, 8711, 683, 5381, 124, 119, 125, 783, 3340, 122, 117, 100, 100, 511, 102,
  ]);
});

it('a passage without end is cut', () => {
  expect(encode('已接入', '长'.repeat(5000)).ids.length).toBe(3 + 2 + 224 + 1);
});

it('what is so weighs more than what is denied, planned, or of another matter', async () => {
  const weigh = await openEntailment();
  const claim = '已接入国家工业互联网标识解析体系';
  const passages = [
    '公司企业节点经行业二级节点与国家顶级节点贯通，累计注册标识1300余万条。',
    '公司尚未接入国家标识解析体系，二维码只在厂内使用。',
    '公司计划明年接入国家标识解析体系，方案正在论证。',
    '公司食堂面积八百平方米，可供三百人同时就餐。',
  ];
  const [so, ...others] = await weigh(passages.map((passage) => ({ claim, passage })));
  expect(so).toBeGreaterThan(0);
  for (const other of others) expect(other).toBeLessThan(0);
});

it('a pair weighs the same alone and among others', async () => {
  const weigh = await openEntailment();
  const pair = { claim: '已建成', passage: '项目已于2020年建成投产。' };
  const among = [{ claim: '', passage: '长'.repeat(300) }, pair, { claim: '甲', passage: '乙' }];
  const [alone] = await weigh([pair]);
  expect((await weigh(among))[1]).toBe(alone);
});
