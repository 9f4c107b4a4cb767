import { expect, test } from 'vitest';
import { textQuality } from './text-quality.ts';

const chinese =
  '本单位自成立以来信用状况良好，无严重失信行为，申报的所有材料均据实提供。工业互联网 APP 数量 35 个';

test.each([
  ['', 'none'],
  ['  \u3000', 'none'],
  [chinese, 'good'],
  ['\uf0fe是 \uf0a8否 年 月 日', 'good'],
  ['為貫徹國家關於深化製造業與互聯網融合發展的指導意見，現組織開展申報工作。', 'good'],
  ['Plain English: 3 pages, 25% — “quoted”.', 'good'],
  [Buffer.from(chinese, 'utf8').toString('latin1'), 'garbled'],
  [new TextDecoder('gbk').decode(Buffer.from(chinese, 'utf8')), 'garbled'],
  [
    [...chinese].map((c) => String.fromCodePoint(0xe000 + ((c.codePointAt(0) ?? 0) % 0x1000))).join(''),
    'garbled',
  ],
  [
    [...chinese]
      .map((c) =>
        c > '\u4e00' ? String.fromCodePoint(0x4e00 + (((c.codePointAt(0) ?? 0) * 7919) % 20900)) : c,
      )
      .join(''),
    'garbled',
  ],
  ['\u0003\u0004\u0005\u0006 abc', 'garbled'],
])('%j is %s', (text, quality) => expect(textQuality(text)).toBe(quality));
