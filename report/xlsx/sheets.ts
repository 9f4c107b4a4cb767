import type { Lang } from '../../core/lang.ts';
import { pairId } from '../../core/pair-id.ts';
import type { FilingResult, Results } from '../../core/results.ts';
import { isOnChecklist } from '../../review/state-of.ts';
import { inFull } from '../in-short.ts';
import { keyOf, type ReportContext } from '../report-context.ts';
import { fieldNotes, fieldText, showCode, showOpinion, showValue } from '../show.ts';
import {
  consequenceWords,
  matchKindWords,
  matchWords,
  shownVerdict,
  stateWords,
  statusWords,
  verdictWords,
  words,
} from '../words.ts';
import type { CellValue, Sheet } from './sheet.ts';
import { Speaker } from './speaker.ts';

export function overviewSheet(results: Results, context: ReportContext): Sheet {
  const s = new Speaker(context);
  const recommender = keyOf(context.pack, 'recommending-unit');
  const opinions = results.filings.some((filing) => filing.classification.some((c) => c.secondOpinion));
  const rows = results.filings.map((filing): CellValue[] => {
    const binding = filing.findings.filter(
      (finding) => finding.consequence !== 'remark' && !isOnChecklist(finding),
    );
    const count = (verdict: string) => binding.filter((finding) => finding.verdict === verdict).length;
    const labels = filing.classification.map((c) => c.label).filter((label) => label !== null);
    const declared = filing.classification.map((c) => c.declared).filter((label) => label !== undefined);
    return [
      ...s.who(filing),
      fieldText(filing, recommender),
      s.state(filing),
      inFull(filing, context.lang).join('\n'),
      count('pass'),
      count('fail'),
      count('unknown'),
      filing.remarks,
      filing.checklist,
      labels.join('、'),
      declared.join('、'),
      ...(opinions ? [opinionsOf(filing, context.lang)] : []),
      // Left to the reviewer: `classify train` reads this column.
      '',
      filing.matches.filter((match) => match.verdict !== 'info').length,
      s.coloured(filing.status, statusWords),
      filing.pages,
      filing.ocrPages,
      filing.file,
    ];
  });
  return {
    name: s.say(words.overview),
    columns: s.columns(
      [words.title, 36],
      [words.applicant, 28],
      [words.recommender, 22],
      [words.judged, 18],
      [words.why, 60],
      [verdictWords.pass, 8],
      [verdictWords.fail, 8],
      [verdictWords.unknown, 10],
      [words.remarks, 8],
      [words.checklist, 10],
      [words.label, 18],
      [words.declared, 18],
      ...(opinions ? [[words.secondOpinion, 36] as const] : []),
      [words.corrected, 18],
      [words.matches, 10],
      [words.status, 8],
      [words.pages, 7],
      [words.ocrPages, 8],
      [words.file, 36],
    ),
    rows,
  };
}

function opinionsOf({ classification }: FilingResult, lang: Lang): string {
  return classification
    .flatMap(({ secondOpinion: said }) =>
      said ? [`${showOpinion(said, lang)}${said.quote ? `：“${said.quote.text}”` : ''}`] : [],
    )
    .join('\n');
}

export function findingsSheet(results: Results, context: ReportContext): Sheet {
  const s = new Speaker(context);
  const rows = results.filings.flatMap((filing) =>
    filing.findings.map((finding): CellValue[] => [
      ...s.who(filing),
      finding.title,
      s.say(consequenceWords[finding.consequence]),
      s.coloured(shownVerdict(finding), verdictWords),
      finding.message,
      finding.clause.ref,
      finding.clause.text,
      s.places(finding.evidence),
      filing.file,
    ]),
  );
  return {
    name: s.say(words.findings),
    columns: s.columns(
      [words.title, 30],
      [words.applicant, 26],
      [words.condition, 24],
      [words.consequence, 10],
      [words.verdict, 10],
      [words.message, 60],
      [words.clause, 14],
      [words.clauseText, 50],
      [words.evidence, 20],
      [words.file, 30],
    ),
    rows,
  };
}

/** The call's checklist, filing by filing: what only a person can judge, with the clause to judge it by. */
export function checklistSheet(results: Results, context: ReportContext): Sheet {
  const s = new Speaker(context);
  const rows = results.filings.flatMap((filing) =>
    filing.findings
      .filter(isOnChecklist)
      .map((finding): CellValue[] => [
        ...s.who(filing),
        finding.title,
        finding.message,
        finding.clause.ref,
        finding.clause.text,
        s.places(finding.evidence),
        filing.file,
      ]),
  );
  return {
    name: s.say(words.checklist),
    columns: s.columns(
      [words.title, 30],
      [words.applicant, 26],
      [words.condition, 26],
      [words.message, 60],
      [words.clause, 14],
      [words.clauseText, 50],
      [words.evidence, 20],
      [words.file, 30],
    ),
    rows,
  };
}

export function fieldsSheet(results: Results, context: ReportContext): Sheet {
  const s = new Speaker(context);
  const rows = results.filings.flatMap((filing) =>
    Object.values(filing.fields).map((field): CellValue[] => [
      ...s.who(filing),
      field.label,
      typeof field.value === 'number' ? field.value : showValue(field.value).slice(0, 2000),
      field.unit ?? '',
      s.coloured(field.state, stateWords),
      field.confidence,
      [showCode(field), ...fieldNotes(field, context.lang)].filter((note) => note !== '').join('\n'),
      s.places(field.where),
      filing.file,
    ]),
  );
  return {
    name: s.say(words.fields),
    columns: s.columns(
      [words.title, 30],
      [words.applicant, 26],
      [words.field, 26],
      [words.value, 60],
      [words.unit, 8],
      [words.state, 10],
      [words.confidence, 9],
      [words.note, 34],
      [words.place, 20],
      [words.file, 30],
    ),
    rows,
  };
}

export function matchesSheet(results: Results, context: ReportContext): Sheet {
  const s = new Speaker(context);
  const rows = results.filings.flatMap((filing) =>
    filing.matches.map((match): CellValue[] => [
      ...s.who(filing),
      s.coloured(match.verdict, matchWords),
      s.say(matchKindWords[match.kind]),
      match.target.title,
      match.target.company,
      match.target.year ?? '',
      match.score,
      match.reasons.join('\n'),
      match.passages
        .map(({ here, there }) => `「${here.text}」↔「${there.text}」`)
        .join('\n')
        .slice(0, 3000),
      (match.terms ?? []).map(({ term }) => term).join('、'),
      match.excludedShare,
      // Left to the reviewer, yes or no: `repeats train` reads this column.
      '',
      filing.file,
      pairId(filing.id, match),
    ]),
  );
  return {
    name: s.say(words.matches),
    columns: s.columns(
      [words.title, 30],
      [words.applicant, 26],
      [words.verdict, 14],
      [words.scheme, 10],
      [words.target, 34],
      [words.targetCompany, 26],
      [words.year, 8],
      [words.similarity, 9],
      [words.reasons, 50],
      [words.passages, 60],
      [words.sharedTerms, 30],
      [words.excluded, 12],
      [words.sameSolution, 14],
      [words.file, 30],
      [words.pairId, 20],
    ),
    rows,
  };
}

export function batchSheet(results: Results, context: ReportContext): Sheet {
  const s = new Speaker(context);
  const rows = results.batch.findings.map((finding): CellValue[] => [
    finding.title,
    s.coloured(shownVerdict(finding), verdictWords),
    finding.message,
    finding.clause.ref,
    finding.clause.text,
    finding.filings
      .map((id) => results.filings.find((filing) => filing.id === id))
      .map((filing) => (filing ? s.who(filing).join(' / ') : ''))
      .join('\n'),
    s.places(finding.evidence),
  ]);
  return {
    name: s.say(words.batch),
    columns: s.columns(
      [words.condition, 26],
      [words.verdict, 10],
      [words.message, 60],
      [words.clause, 14],
      [words.clauseText, 50],
      [words.filing, 60],
      [words.evidence, 30],
    ),
    rows,
  };
}

export function problemsSheet(results: Results, context: ReportContext): Sheet {
  const s = new Speaker(context);
  const rows = results.filings.flatMap((filing) =>
    filing.problems.map((problem): CellValue[] => [
      filing.file,
      s.coloured(filing.status, statusWords),
      problem.code,
      problem.message,
      problem.page ?? '',
    ]),
  );
  return {
    name: s.say(words.problems),
    columns: s.columns(
      [words.file, 50],
      [words.status, 10],
      [{ zh: '代码', en: 'Code' }, 22],
      [words.problems, 80],
      [words.pages, 8],
    ),
    rows,
  };
}
