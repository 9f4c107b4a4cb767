import type { Text } from '../../core/lang.ts';
import type { FilingResult } from '../../core/results.ts';
import { keyOf, type ReportContext } from '../report-context.ts';
import { fieldText, showPlaces } from '../show.ts';
import { sayState } from '../words.ts';
import type { CellValue, Tone } from './sheet.ts';

const tones: Record<string, Tone> = {
  pass: 'good',
  passed: 'good',
  remarked: 'good',
  mend: 'mend',
  open: 'doubt',
  fail: 'bad',
  barred: 'bad',
  failed: 'bad',
  review: 'doubt',
  unknown: 'doubt',
  partial: 'doubt',
  unreadable: 'doubt',
  unread: 'quiet',
  absent: 'quiet',
  blank: 'quiet',
  'not-applicable': 'quiet',
};

/** Speaks in the cells of sheets, in one language: coloured verdicts, places, and who a row is about. */
export class Speaker {
  readonly context: ReportContext;

  constructor(context: ReportContext) {
    this.context = context;
  }

  say(text: Text): string {
    return text[this.context.lang];
  }

  coloured<K extends string>(key: K, names: Record<K, Text>): CellValue {
    const tone = tones[key];
    return tone ? { text: this.say(names[key]), tone } : this.say(names[key]);
  }

  /** The state of a filing in its colour. */
  state(filing: FilingResult): CellValue {
    const text = sayState(filing, this.context.lang);
    return { text, tone: tones[filing.state] ?? 'quiet' };
  }

  who(filing: FilingResult): [string, string] {
    const { pack } = this.context;
    return [
      fieldText(filing, keyOf(pack, 'title')) || filing.file,
      fieldText(filing, keyOf(pack, 'applicant')),
    ];
  }

  places(places: FilingResult['findings'][number]['evidence']): string {
    return showPlaces(places, this.context.lang);
  }
}
