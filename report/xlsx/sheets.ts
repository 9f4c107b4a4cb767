import type { FilingResult, Results } from '../../core/results.ts';
import { today } from '../../core/today.ts';
import { isOnChecklist } from '../../review/state-of.ts';
import { inFull } from '../in-short.ts';
import { keyOf } from '../report-context.ts';
import { fieldNotes, fieldText, showCode, showLabel, showOpinion, showPhrases, showValue } from '../show.ts';
import type { Told } from '../told.ts';
import {
  consequenceWords,
  decisionWords,
  shownVerdict,
  stateWords,
  statusWords,
  verdictWords,
  words,
} from '../words.ts';
import { filesSheet } from './files-sheet.ts';
import { matchesSheet } from './matches-sheet.ts';
import { type Column, type Sheet, sheetOf } from './sheet.ts';
import type { Speaker } from './speaker.ts';

type Finding = FilingResult['findings'][number];
type FieldOf = FilingResult['fields'][string];

/** One thing of a filing, and the filing. */
type Of<Thing> = readonly [Thing, FilingResult];

const each = <Thing>(things: readonly Thing[], filing: FilingResult): Of<Thing>[] =>
  things.map((thing) => [thing, filing]);

const title: Column<Of<unknown>> = {
  title: words.title,
  width: 30,
  cell: ([, filing], s) => s.who(filing)[0],
};
const applicant: Column<Of<unknown>> = {
  title: words.applicant,
  width: 26,
  cell: ([, filing], s) => s.who(filing)[1],
};
const file: Column<Of<unknown>> = { title: words.file, width: 30, cell: ([, filing]) => filing.file };

const labelsOf = (filing: FilingResult, { context }: Speaker) =>
  filing.classification
    .map((one) => showLabel(one, context.lang))
    .filter((label) => label !== '')
    .join('、');
const declaredOf = (filing: FilingResult) =>
  filing.classification.flatMap(({ declared }) => (declared === undefined ? [] : [declared])).join('、');

/** Findings that can hold a filing up, by verdict. */
const bindingOf =
  (verdict: Finding['verdict']) =>
  ({ findings }: FilingResult): number =>
    findings.filter((one) => one.consequence !== 'remark' && !isOnChecklist(one) && one.verdict === verdict)
      .length;

const overviewSheet = sheetOf<FilingResult>(
  words.overview,
  [
    { title: words.title, width: 36, cell: (filing, s) => s.who(filing)[0] },
    { title: words.applicant, width: 28, cell: (filing, s) => s.who(filing)[1] },
    {
      title: words.recommender,
      width: 22,
      cell: (filing, { context }) => fieldText(filing, keyOf(context.pack, 'recommending-unit')),
    },
    { title: words.judged, width: 18, cell: (filing, s) => s.state(filing) },
    { title: words.why, width: 60, cell: whyOf },
    // Left to the reviewer where nothing is decided: `decide` reads these columns.
    {
      title: words.decision,
      width: 12,
      cell: ({ decision }, s) => (decision ? s.say(decisionWords[decision.kind]) : ''),
      choices: Object.values(decisionWords),
    },
    { title: words.grounds, width: 30, cell: ({ decision }) => decision?.reasons.join('\n') ?? '' },
    { title: words.reviewer, width: 10, cell: ({ decision }) => decision?.by ?? '' },
    {
      title: words.decidedOn,
      width: 12,
      cell: ({ decision }) => (decision ? today(new Date(decision.at)) : ''),
    },
    { title: words.remark, width: 26, cell: ({ decision }) => decision?.note ?? '' },
    { title: verdictWords.pass, width: 8, cell: bindingOf('pass') },
    { title: verdictWords.fail, width: 8, cell: bindingOf('fail') },
    { title: verdictWords.unknown, width: 10, cell: bindingOf('unknown') },
    { title: words.remarks, width: 8, cell: ({ remarks }) => remarks },
    { title: words.checklist, width: 10, cell: ({ checklist }) => checklist },
    { title: words.label, width: 18, cell: labelsOf },
    { title: words.declared, width: 18, cell: declaredOf },
    {
      title: words.phrases,
      width: 36,
      cell: ({ classification }) => classification.flatMap((one) => showPhrases(one)).join('\n'),
    },
    { title: words.secondOpinion, width: 36, cell: opinionsOf, when: ({ opinions }) => opinions },
    // Left to the reviewer: `classify train` reads this column.
    { title: words.corrected, width: 18, cell: () => '' },
    {
      title: words.matches,
      width: 10,
      cell: ({ matches }) => matches.filter(({ verdict }) => verdict !== 'info').length,
    },
    { title: words.status, width: 8, cell: ({ status }, s) => s.coloured(status, statusWords) },
    { title: words.pages, width: 7, cell: ({ pages }) => pages },
    { title: words.ocrPages, width: 8, cell: ({ ocrPages }) => ocrPages },
    { title: words.file, width: 36, cell: (filing) => filing.file },
    { title: words.filingId, width: 20, cell: ({ filing }) => filing },
    { title: words.version, width: 7, cell: ({ version }) => version },
  ],
  { of: (filing) => [filing] },
);

/** Why a filing stands where it does, then what is left to a person; of one that passes, that it does. */
function whyOf(filing: FilingResult, { context: { lang } }: Speaker): string {
  const open = filing.findings.filter(isOnChecklist).map(({ title }) => title);
  const left =
    open.length > 0
      ? [{ zh: `待人工核对：${open.join('、')}`, en: `For a person: ${open.join(', ')}` }[lang]]
      : [];
  const why = [...inFull(filing, lang), ...left];
  return why.length > 0 ? why.join('\n') : { zh: '各项条件均符合。', en: 'Every condition is met.' }[lang];
}

function opinionsOf({ classification }: FilingResult, { context }: Speaker): string {
  return classification
    .flatMap(({ secondOpinion: said }) =>
      said ? [`${showOpinion(said, context.lang)}${said.quote ? `：“${said.quote.text}”` : ''}`] : [],
    )
    .join('\n');
}

const condition: Column<Of<Finding>> = {
  title: words.condition,
  width: 26,
  cell: ([finding]) => finding.title,
};

/** What both findings and checklist say of a condition: the sentence, the clause, and where it was seen. */
const said: readonly Column<Of<Finding>>[] = [
  { title: words.message, width: 60, cell: ([finding]) => finding.message },
  { title: words.clause, width: 14, cell: ([finding]) => finding.clause.ref },
  { title: words.clauseText, width: 50, cell: ([finding]) => finding.clause.text },
  { title: words.evidence, width: 20, cell: ([finding], s) => s.places(finding.evidence) },
  file,
];

const verdict = {
  title: words.verdict,
  width: 10,
  cell: ([finding]: readonly [Pick<Finding, 'verdict' | 'consequence' | 'manual'>, unknown], s: Speaker) =>
    s.coloured(shownVerdict(finding), verdictWords),
};

const findingsSheet = sheetOf<Of<Finding>>(
  words.findings,
  [
    title,
    applicant,
    condition,
    {
      title: words.consequence,
      width: 10,
      cell: ([finding], s) => s.say(consequenceWords[finding.consequence]),
    },
    verdict,
    ...said,
  ],
  { of: (filing) => each(filing.findings, filing) },
);

/** The call's checklist, filing by filing: what only a person can judge, with the clause to judge it by. */
const checklistSheet = sheetOf<Of<Finding>>(words.checklist, [title, applicant, condition, ...said], {
  of: (filing) => each(filing.findings.filter(isOnChecklist), filing),
});

const fieldsSheet = sheetOf<Of<FieldOf>>(
  words.fields,
  [
    title,
    applicant,
    { title: words.field, width: 26, cell: ([field]) => field.label },
    {
      title: words.value,
      width: 60,
      cell: ([{ value }]) => (typeof value === 'number' ? value : showValue(value).slice(0, 2000)),
    },
    { title: words.unit, width: 8, cell: ([{ unit }]) => unit ?? '' },
    { title: words.state, width: 10, cell: ([{ state }], s) => s.coloured(state, stateWords) },
    { title: words.confidence, width: 9, cell: ([{ confidence }]) => confidence },
    {
      title: words.note,
      width: 34,
      cell: ([field], { context }) =>
        [showCode(field), ...fieldNotes(field, context.lang)].filter((note) => note !== '').join('\n'),
    },
    { title: words.place, width: 20, cell: ([{ where }], s) => s.places(where) },
    file,
  ],
  { of: (filing) => each(Object.values(filing.fields), filing) },
);

const batchSheet = sheetOf<readonly [Results['batch']['findings'][number], Told]>(
  words.batch,
  [
    { title: words.condition, width: 26, cell: ([finding]) => finding.title },
    verdict,
    { title: words.message, width: 60, cell: ([finding]) => finding.message },
    { title: words.clause, width: 14, cell: ([finding]) => finding.clause.ref },
    { title: words.clauseText, width: 50, cell: ([finding]) => finding.clause.text },
    {
      title: words.filing,
      width: 60,
      cell: ([{ filings }, { rows }]) =>
        filings
          .map((id) => rows.get(id))
          .map((row) => (row ? `${row.title || row.file} / ${row.applicant}` : ''))
          .join('\n'),
    },
    { title: words.evidence, width: 30, cell: ([finding], s) => s.places(finding.evidence) },
  ],
  { behind: ({ batch }, told) => batch.findings.map((finding) => [finding, told]) },
);

const problemsSheet = sheetOf<Of<FilingResult['problems'][number]>>(
  words.problems,
  [
    { ...file, width: 50 },
    { title: words.status, width: 10, cell: ([, { status }], s) => s.coloured(status, statusWords) },
    { title: { zh: '代码', en: 'Code' }, width: 22, cell: ([{ code }]) => code },
    { title: words.problems, width: 80, cell: ([{ message }]) => message },
    { title: words.pages, width: 8, cell: ([{ page }]) => page ?? '' },
  ],
  { of: (filing) => each(filing.problems, filing) },
);

/** The sheets of the workbook, in order. */
export const sheets: readonly Sheet[] = [
  overviewSheet,
  findingsSheet,
  checklistSheet,
  fieldsSheet,
  matchesSheet,
  batchSheet,
  filesSheet,
  problemsSheet,
];
