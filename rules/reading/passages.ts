import type { Text } from '../../core/lang.ts';
import type { Place } from '../../core/place.ts';
import { nameOf, type Scope } from '../scope.ts';
import { cutShort, isCutShort, isFullyRead, type OwnText, ownSectionText, ownText } from './own-text.ts';
import { isScanned, readField } from './read-field.ts';

/** The texts a check looks into, and what of them could not be looked into. */
export interface Passages {
  readonly texts: readonly OwnText[];
  /** Why not finding something proves nothing; absent when everything asked for was read. */
  readonly gap?: { readonly why: Text; readonly evidence: readonly Place[] };
  readonly scanned: boolean;
}

/** The applicant's own words in some sections or fields; without keys the whole filing. */
export function passagesOf(scope: Scope, keys: readonly string[]): Passages {
  const { filing } = scope;
  if (keys.length === 0) {
    const scanned = filing.document.pages.some((page) => page.readBy === 'ocr');
    return { texts: [ownText(filing)], scanned, ...(isFullyRead(filing) ? {} : { gap: unread }) };
  }
  const texts: OwnText[] = [];
  const gaps: { why: Text; evidence: readonly Place[] }[] = [];
  let blankName: Text | undefined;
  let scanned = false;
  for (const key of keys) {
    const reading = readField(scope, key);
    const section = filing.sections.get(key);
    if (reading.state === 'unknown' && !section) gaps.push(reading);
    else if (reading.state === 'blank' && !section) blankName = nameOf(scope, key);
    else if (section) texts.push(ownSectionText(filing, section));
    else if (reading.state === 'filled') {
      const { raw, value, where } = reading.field;
      const text = typeof value === 'string' ? value : raw;
      texts.push({ text, placesOf: () => [...where] });
    }
    scanned ||= isScanned(scope, filing.fields.get(key)?.where ?? []);
  }
  const [gap] = gaps;
  if (gap) return { texts, scanned, gap };
  if (isCutShort(filing)) return { texts, scanned, gap: { why: cutShort, evidence: [] } };
  if (texts.length > 0 || !blankName) return { texts, scanned };
  const why = { zh: `“${blankName.zh}”未填写。`, en: `"${blankName.en}" is not filled in.` };
  return { texts, scanned, gap: { why, evidence: [] } };
}

const unread = {
  why: {
    zh: '申报书有未能识别的页面或内容，未找到不代表没有写，请查看原件。',
    en: 'Some of the filing could not be read, so it may be written there; look at the original.',
  },
  evidence: [],
};
