import { describe, expect, it } from 'vitest';
import { builtInPacksDir, loadPacks } from '../calls/load.ts';
import { explainRule } from '../calls/rule-language/explain.ts';
import type { Pack } from '../calls/schema/index.ts';
import { judge } from './evaluate.ts';
import { bareContext, type FieldDraft, filingOf } from './testing.ts';

const { packs } = await loadPacks([builtInPacksDir()]);
const all = [...packs.values()].map((pack) => [pack.call.id, pack] as const);

const everyField = (pack: Pack, draft: FieldDraft) =>
  filingOf({ fields: Object.fromEntries(pack.form.fields.map(({ key }) => [key, draft])) });

describe.each(all)('the rules of %s', (_, pack) => {
  it('never fail a filing of which nothing could be read', () => {
    for (const state of ['absent', 'unreadable'] as const) {
      const findings = judge(pack, everyField(pack, { state }), bareContext);
      expect(findings.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule)).toEqual([]);
    }
    const doubtful = everyField(pack, { value: '甲', confidence: 0.5 });
    const failed = judge(pack, doubtful, bareContext).filter(({ verdict }) => verdict === 'fail');
    expect(failed.map(({ rule }) => rule)).toEqual([]);
  });

  it('leave no place of a sentence unfilled, cite a clause and can be explained', () => {
    for (const draft of [{ state: 'blank' }, { value: '甲' }, { value: 5 }, { state: 'absent' }] as const) {
      for (const { message, clause, rule } of judge(pack, everyField(pack, draft), bareContext)) {
        expect([rule, `${message.zh}${message.en}`]).toEqual([
          rule,
          expect.not.stringMatching(/\{|undefined|NaN/u),
        ]);
        expect([rule, clause.text]).not.toEqual([rule, '']);
      }
    }
    for (const rule of pack.rules) {
      const { zh, en } = explainRule(rule, pack);
      expect(`${zh}${en}`).not.toMatch(/undefined|\[object/u);
    }
  });
});
