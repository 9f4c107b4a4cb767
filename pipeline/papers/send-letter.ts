import { createHash, randomUUID } from 'node:crypto';
import type { Text } from '../../core/lang.ts';
import type { Filled } from '../../report/letters/fill-template.ts';
import { type LetterKind, letterNames } from '../../report/letters/letter.ts';
import { letterNumber } from '../../report/letters/number.ts';
import { type Store, StoreFailure } from '../../store/ports.ts';
import { deedOf, type FilingRecords, type OpenBatch, type Person, refusalOf, stale } from '../desk/office.ts';

/** How often another number is tried where somebody took the one that was free. */
const tries = 50;

interface Sending {
  readonly store: Store;
  readonly open: OpenBatch;
  readonly person: Person;
  readonly day: string;
}

export interface ToSend {
  readonly kind: LetterKind;
  readonly mark: string;
  readonly applicant: string;
  readonly told: readonly string[];
  /** The letter under a number. */
  write(number: string): Promise<Filled>;
}

export type Sent = { readonly number: string; readonly bytes: Uint8Array } | { readonly refused: Text };

/**
 * Gives a letter the next number of the year, keeps it, and marks its filing as sent. A number is taken by writing it, so
 * that no two letters share one; where the filing changed in between the number stays empty and is told.
 */
export async function sendLetter(
  { store, open, person, day }: Sending,
  records: FilingRecords,
  { kind, mark, applicant, told, write }: ToSend,
): Promise<Sent> {
  const { outcome, desk } = records;
  const at = new Date().toISOString();
  const refused = refusalOf(person, records, 'send', at);
  if (refused) return { refused: refused.message };
  const year = Number(day.slice(0, 4));
  for (let attempt = 0; attempt < tries; attempt++) {
    const serial = (await store.letters.last(year)) + 1;
    const number = letterNumber(mark, year, serial);
    const filled = await write(number);
    if ('refused' in filled) return filled;
    const blob = createHash('sha256').update(filled.bytes).digest('hex');
    await store.blobs.put(blob, filled.bytes);
    const letter = {
      id: randomUUID(),
      batch: open.batch.id,
      filing: outcome.filing,
      version: outcome.version,
      kind,
      year,
      serial,
      number,
      by: person.id,
      at,
      told,
      blob,
      name: `${letterNames[kind].zh}-${number}-${applicant}.docx`,
    };
    try {
      await store.letters.add(letter);
    } catch (error) {
      if (error instanceof StoreFailure && (await store.letters.last(year)) >= serial) continue;
      throw error;
    }
    const id = randomUUID();
    const text = { zh: `发文 ${number}`, en: `sent ${number}` };
    const act = { id, at, kind: 'send' as const, text, old: '', new: number, group: id, seconds: 0 };
    const deed = deedOf(open, records, person, desk.revision, { act, desk: { stage: 'sent' } });
    if ((await store.desks.commit([deed])).length > 0) return { refused: emptied(number) };
    return { number, bytes: filled.bytes };
  }
  return { refused: noNumber };
}

const emptied = (number: string): Text => ({
  zh: `${stale.message.zh}（${number} 已占用，作废。）`,
  en: `${stale.message.en} (${number} was taken and is void.)`,
});

const noNumber: Text = {
  zh: '编号被他人连续占用，未能取得文号，请稍后再发。',
  en: 'Others kept taking the next number: send it again in a moment.',
};
