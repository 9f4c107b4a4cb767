import type { Random } from '../../../corpus/generate/random.ts';

const lookAlikes = new Map(
  '未末 日曰 土士 人入 大太 天夫 己已 千干 王玉 木本 目自 田由 甲申 工土 力刀 贝见 问间 间问 析折 技枝 值植 网岡 线钱 设没 检捡 测侧 备各 采釆 0O 1l 5S 8B'
    .split(' ')
    .flatMap(([a = '', b = '']) => [[a, b] as const, [b, a] as const]),
);

/** What OCR of a poor copy makes of a text: of its characters `share` are misread, lost or split by a space. */
export function ocrNoise(text: string, share: number, random: Random): string {
  let out = '';
  for (const char of text) {
    const alike = lookAlikes.get(char);
    if (alike && random.chance(Math.min(1, 8 * share))) out += alike;
    else if (!/[。\n]/u.test(char) && random.chance(share)) out += random.pick(['', `${char} `, '口', '·']);
    else out += char;
  }
  return out;
}
