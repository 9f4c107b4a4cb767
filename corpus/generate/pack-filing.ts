import JSZip from 'jszip';
import type { Annex } from '../../calls/schema/call.ts';
import { writeDocx } from './docx.ts';
import { parseMarkup } from './markup.ts';
import type { Printer } from './print.ts';
import type { Random } from './random.ts';
import { randomPrintStyle } from './style.ts';

export interface AnnexFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Annexes as applicants send them: Word or PDF, named after what they are or only numbered, and then told by
 * their heading alone.
 */
export async function makeAnnexes(
  annexes: readonly Annex[],
  company: string,
  random: Random,
  printer: Printer,
): Promise<AnnexFile[]> {
  const files: AnnexFile[] = [];
  for (const [i, { title, aliases }] of annexes.entries()) {
    const name = random.pick([title, ...aliases.slice(0, 2)]);
    const heading = random.pick([title, ...aliases.slice(0, 1)]);
    const numbered = random.chance(0.4);
    const form = parseMarkup(
      `<html><head></head><body><h1>${heading}</h1><p>${company}</p><p>本页为随申报书提交的材料，内容以原件为准，原件存于公司档案室备查。</p></body></html>`,
    );
    const base = numbered ? `附件${i + 1}` : `${i + 1}. ${name.replace(/[/\\]/gu, '')}`;
    const word = random.chance(0.5);
    const bytes = word
      ? await writeDocx(form, { font: '宋体', size: 24, ticks: 'characters', edits: 'none', random })
      : await printer.print(form, randomPrintStyle(random));
    files.push({ name: `${base}.${word ? 'docx' : 'pdf'}`, bytes });
  }
  return files;
}

/** One archive with the form and its annexes. */
export function packFiling(files: readonly AnnexFile[]): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const { name, bytes } of files) zip.file(name, bytes, { date: new Date(0) });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
