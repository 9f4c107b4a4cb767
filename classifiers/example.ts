import type { Scheme } from '../calls/schema/schemes.ts';
import type { Clause } from '../core/judgement.ts';
import { TextMap } from '../core/text-map.ts';

/** A scheme that nobody trained, as an office would write one, for the tests of this folder. */
export const exampleScheme: Scheme = {
  id: 'example',
  title: { zh: '方向', en: 'direction' },
  parents: [],
  declaredBy: 'direction',
  from: [],
  labels: [
    {
      name: '节水改造',
      en: 'water saving',
      aliases: ['节水类'],
      clause: '一',
      items: [],
      cues: {
        strong: ['中水回用', '漏损控制', '循环冷却水'],
        weak: ['用水量', '水表', '水质'],
        against: ['储能电站'],
      },
    },
    {
      name: '储能应用',
      en: 'energy storage',
      aliases: [],
      clause: '二',
      items: [],
      cues: {
        strong: ['储能电站', '削峰填谷', '电池管理系统'],
        weak: ['电池', '充放电', '电价'],
        against: [],
      },
    },
  ],
};

export const exampleClauses: ReadonlyMap<string, Clause> = new Map([
  [
    '一',
    { ref: '一', text: '面向高耗水企业，推进用水计量、漏损控制、水质在线监测和中水回用，提高水重复利用率。' },
  ],
  ['二', { ref: '二', text: '面向工业企业建设电化学储能系统，开展削峰填谷、需求响应和电池安全监测。' }],
]);

/** Lines on page 1, ten points high. */
export function pageText(...lines: readonly string[]): TextMap {
  return new TextMap(
    lines.map((text, i) => ({
      text,
      place: { page: 1, box: [0, i * 10, text.length * 10, i * 10 + 10] as const },
      readBy: 'text-layer' as const,
      confidence: 1,
    })),
  );
}
