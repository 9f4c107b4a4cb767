import { fill, type Lang } from '../../core/lang.ts';
import { cutTo } from '../../core/text/width.ts';
import { docxOf } from '../docx/package.ts';
import { type Cell, paragraph, run, section, table } from '../docx/wml.ts';
import {
  firstOf,
  flowRows,
  longest,
  type Meeting,
  most,
  pending,
  type UnitRow,
  meetingWords as words,
} from './meeting.ts';

/** Millimetres between the margins of a page upright. */
const width = 170;
const page = section({ margins: [20, 20, 15, 20] });

/** The paper for the meeting as a DOCX of one A4 page. */
export async function meetingDocx(meeting: Meeting, lang: Lang): Promise<Uint8Array> {
  const say = (key: keyof typeof words) => words[key][lang];
  const head = (text: string) =>
    paragraph(run(text, { font: 'head', size: 12 }), { before: 7, after: 3, line: 18, keepNext: true });
  const more = (left: number) =>
    left === 0
      ? ''
      : paragraph(run(fill(words.more, { count: left })[lang], { font: 'note', size: 9 }), { line: 13 });
  const nothing = paragraph(run(say('none'), { size: 10.5 }), { line: 15, indent: 2 });
  const centred = (text: string): Cell => ({ text, align: 'center' });
  const flow = flowRows.map((keys) =>
    table(
      [keys.map((key) => centred(say(key))), keys.map((key) => centred(String(meeting.flow[key])))],
      keys.map(() => width / keys.length),
      { heads: 1, size: 10, height: 5.4 },
    ),
  );
  const reasons = firstOf(meeting.reasons, most.reasons);
  const units = firstOf(meeting.units, most.units);
  const conflicts = firstOf(meeting.conflicts, most.conflicts);
  const unitHeads = ['unit', 'received', 'passed', 'returned', 'rejected', 'pending', 'quota'] as const;
  return docxOf(
    [
      paragraph(run(meeting.call[lang], { font: 'title', size: 16 }), { align: 'center', line: 24 }),
      paragraph(run(say('title'), { font: 'title', size: 18 }), { align: 'center', line: 28 }),
      paragraph(
        run(`${meeting.batch}　　${say('asOf')} ${meeting.asOf}　　${say('made')} ${meeting.day}`, {
          font: 'note',
          size: 10.5,
        }),
        { align: 'center', after: 4, line: 16 },
      ),
      head(say('flow')),
      flow.join(paragraph('', { line: 5 })),
      head(say(meeting.reasonsOf === 'decisions' ? 'reasons' : 'findings')),
      reasons.shown.length === 0
        ? nothing
        : table(
            [
              [{ text: say('reason') }, { text: say('count') }],
              ...reasons.shown.map(({ title, count }) => [
                { text: cutTo(title[lang], longest.reason) },
                centred(String(count)),
              ]),
            ],
            [width - 26, 26],
            { heads: 1, size: 10, height: 5.4 },
          ),
      more(reasons.left),
      head(say('units')),
      table(
        [
          unitHeads.map((key) => ({ text: say(key) })),
          ...units.shown.map((row) => [
            { text: cutTo(row.unit || say('noUnit'), longest.unit) },
            ...[row.received, row.passed, row.returned, row.rejected, pending(row)].map((n) =>
              centred(String(n)),
            ),
            centred(quotaText(row, lang)),
          ]),
        ],
        [width - 104, 14, 14, 19, 19, 14, 24],
        { heads: 1, size: 10, height: 5.4 },
      ),
      more(units.left),
      head(say('conflicts')),
      conflicts.shown.length === 0
        ? nothing
        : table(
            [
              [{ text: say('applicant') }, { text: say('project') }, { text: say('opinions') }],
              ...conflicts.shown.map(({ applicant, title, opinions }) => [
                { text: cutTo(applicant, longest.applicant) },
                { text: cutTo(title, longest.title) },
                { text: cutTo(opinionsText(opinions, lang), longest.opinions) },
              ]),
            ],
            [50, 64, 56],
            { heads: 1, size: 10, height: 5.4 },
          ),
      more(conflicts.left),
      paragraph('', { line: 2 }),
      page,
    ].join(''),
  );
}

/** The quota of a unit, and by how many it passes over it: those that passed count. */
export function quotaText({ quota, usual, passed }: UnitRow, lang: Lang): string {
  if (quota === undefined) return '—';
  const over = passed > quota ? ` ${words.over[lang]}${lang === 'zh' ? '' : ' '}${passed - quota}` : '';
  const about = usual ? { zh: '一般', en: 'usually ' }[lang] : '';
  return `${about}${quota}${over}`;
}

export function opinionsText(opinions: Meeting['conflicts'][number]['opinions'], lang: Lang): string {
  const colon = lang === 'zh' ? '：' : ': ';
  return opinions
    .map(({ by, decision }) => `${by}${colon}${decision[lang]}`)
    .join(lang === 'zh' ? '；' : '; ');
}
