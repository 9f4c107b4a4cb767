import { describe, expect, it } from 'vitest';
import type { EntailmentPair } from '../../core/entailment.ts';
import { run, scopeOf } from '../testing.ts';
import { bearingOf, limits } from './borne-out.ts';
import type { OwnText } from './own-text.ts';

const place = { page: 1, box: [0, 0, 100, 9] } as const;
const own = (text: string): OwnText => ({ text, placesOf: () => [place] });
/** Scores by what a passage holds; everything else is nothing. */
const scored = (scores: Readonly<Record<string, number>>, asked: EntailmentPair[] = []) => ({
  scoreOf: (pair: EntailmentPair) => {
    asked.push(pair);
    const [, score] = Object.entries(scores).find(([words]) => pair.passage.includes(words)) ?? [];
    return score ?? -5;
  },
});
const context = (scores: Readonly<Record<string, number>>, asked?: EntailmentPair[]) =>
  scopeOf({}, {}, { entails: scored(scores, asked) });

describe('the passage that bears a claim out best', () => {
  const lines = [
    '公司成立于二〇〇一年，主营业务为轴承，现有员工若干，厂区整洁有序，管理制度健全。',
    '扫描产品上的二维码即可查到标识登记信息，数据由国家节点返回，客户已普遍使用。',
    '标识体系将于后年建设，目前只有方案文本，尚在征求各部门意见，预算没有批复。',
  ];

  it('is told with its words and place', () => {
    const asked: EntailmentPair[] = [];
    const found = bearingOf('已接入标识体系', [], [own(lines.join('\n'))], context({ 国家节点: 4 }, asked));
    expect(found?.score).toBe(4);
    expect(found?.saying.quote).toContain('国家节点');
    expect(found?.saying.places).toEqual([place]);
    expect(new Set(asked.map(({ claim }) => claim))).toEqual(new Set(['已接入标识体系']));
  });

  const many = Array.from(
    { length: 9 },
    (_, i) =>
      `第${i}号产线的标识设备由甲乙丙丁班组分别负责维护并且逐日记录在案备查${i > 6 ? '，体系接入' : ''}。`,
  ).join('\n');

  it('weighs six passages at most, those that share most', () => {
    const asked: EntailmentPair[] = [];
    bearingOf('已接入标识体系', [], [own(many)], context({}, asked));
    expect(asked).toHaveLength(6);
    expect(asked.filter(({ passage }) => passage.includes('体系'))).toHaveLength(2);
  });

  it('weighs two where one of them leaves no doubt, and no others before these are known', () => {
    const asked: EntailmentPair[] = [];
    bearingOf('已接入标识体系', [], [own(many)], context({ 第8号: limits.borneOut.number + 0.01 }, asked));
    expect(asked).toHaveLength(2);
    const waiting = scopeOf({}, {}, { entails: { scoreOf: (pair) => void asked.push(pair) } });
    expect(bearingOf('已接入标识体系', [], [own(many)], waiting)).toBeUndefined();
    expect(asked).toHaveLength(4);
  });

  it('is unknown where there is no claim or no model', () => {
    expect(bearingOf(undefined, [], [own(lines[1]!)], context({}))).toBeUndefined();
    expect(bearingOf('已接入标识体系', [], [own(lines[1]!)], scopeOf({}))).toBeUndefined();
  });
});

describe('what a passage bears out', () => {
  const { borneOut, unborne, spokenFor } = limits;
  const connected = { phrases: [['接入…标识体系']], about: [['标识']], claims: ['已接入标识体系'] };
  const mentions = (line: string, score: number) =>
    run({ mentions: connected }, scopeOf({ lines: [line] }, {}, { entails: { scoreOf: () => score } }));
  const plain = '公司已接入国家工业互联网标识体系，累计注册标识三百万条，运行稳定。';
  const unusual = '客户扫描标识二维码，返回的出厂记录来自国家节点，两年来没有断过，财务按次付费。';
  const denied = '公司尚未接入国家工业互联网标识体系，二维码只在厂内使用。';

  it('words of a passage that bears nothing out are doubted, from the limit on they stand', () => {
    expect(mentions(plain, 2).verdict).toBe('pass');
    expect(mentions(plain, unborne).verdict).toBe('pass');
    const doubted = mentions(plain, unborne - 0.01);
    expect([doubted.verdict, doubted.quoting]).toEqual(['unknown', true]);
    expect(doubted.why.zh).toContain('说法存疑');
  });

  it('a passage in other words counts above the limit, and is the evidence', () => {
    expect(mentions(unusual, borneOut.fact).verdict).toBe('fail');
    const met = mentions(unusual, borneOut.fact + 0.01);
    expect(met.verdict).toBe('pass');
    expect(met.why.zh).toContain('客户扫描标识二维码');
    expect(met.evidence).not.toEqual([]);
  });

  it('what is denied and borne out is told both ways', () => {
    expect(mentions(denied, spokenFor).verdict).toBe('fail');
    expect(mentions(denied, spokenFor + 0.01).verdict).toBe('unknown');
  });

  const served = {
    compare: {
      left: { stated: { near: ['服务'], units: ['家'], claim: '服务不少于30家企业' } },
      op: '>=',
      right: 30,
    },
  };
  const compare = (line: string, score: number) =>
    run(served, scopeOf({ lines: [line] }, {}, { entails: { scoreOf: () => score } }));

  it('a number that meets its limit stands where the passage bears it out at all', () => {
    expect(compare('平台服务企业四十家，均已上线使用并按月结算费用。', unborne).verdict).toBe('pass');
    expect(compare('平台服务企业四十家，均已上线使用并按月结算费用。', unborne - 0.01).verdict).toBe(
      'unknown',
    );
  });

  it('a number that misses its limit is open where the passage reads as enough', () => {
    expect(compare('平台服务企业四家，均已上线使用并按月结算费用。', spokenFor).verdict).toBe('fail');
    const open = compare('平台服务企业四家，均已上线使用并按月结算费用。', spokenFor + 0.01);
    expect([open.verdict, open.why.zh]).toEqual(['unknown', expect.stringContaining('读到的数量是4')]);
  });

  it('an upper limit is never met by ear', () => {
    const few = { compare: { ...served.compare, op: '<=' } };
    const scope = scopeOf(
      { lines: ['平台为各地企业服务多年，客户名册一直很长。'] },
      {},
      { entails: { scoreOf: () => 9 } },
    );
    expect(run(few, scope).verdict).toBe('unknown');
  });

  it('a tick is open where the text speaks of it and no passage bears it out', () => {
    const owned = { notDenied: { phrases: ['专利'], claim: '拥有自主知识产权' } };
    const tick = (score: number) =>
      run(
        owned,
        scopeOf(
          { lines: ['我公司已取得发明专利十二项，证书齐全。'] },
          {},
          { entails: { scoreOf: () => score } },
        ),
      );
    expect([tick(1).verdict, tick(unborne - 0.01).verdict]).toEqual(['pass', 'unknown']);
  });
});
