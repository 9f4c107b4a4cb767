import type { Field } from '../core/filing.ts';
import type { Finding, Match, SecondOpinion } from '../core/judgement.ts';
import type { Lang } from '../core/lang.ts';
import type { BatchOutcome, FileOutcome, FilingOutcome } from '../core/outcome.ts';
import type { Place } from '../core/place.ts';
import { type Problem, problemGravity, problemMessage } from '../core/problem.ts';
import type { Batch, Run } from '../core/records.ts';
import type { BatchFileResult, FilingResult, Results } from '../core/results.ts';
import type { Decided, DecidedOfBatch } from '../review/screening.ts';

export type ResultsHead = Pick<Results, 'schema' | 'call' | 'run'>;
export type ResultsTail = Pick<Results, 'unassigned' | 'batch'>;

/** What stands before totals and filings in `results.json`. */
export function resultsHead(
  batch: Batch,
  { id, startedAt, finishedAt, settings, versions }: Run,
  lang: Lang,
  decided?: DecidedOfBatch,
): ResultsHead {
  return {
    schema: 'chushen.results/2',
    call: batch.call,
    run: {
      id,
      batch: { id: batch.id, name: batch.name },
      startedAt,
      finishedAt: finishedAt ?? startedAt,
      asOf: settings.asOf,
      lang,
      versions: { ...versions },
      ...(decided && decided.of.size > 0 ? { decided: decided.hash } : {}),
    },
  };
}

/** What stands behind the filings in `results.json`. */
export function resultsTail({ unassigned, findings, cases }: BatchOutcome, lang: Lang): ResultsTail {
  return {
    unassigned: unassigned.map((file) => fileResult(file, lang)),
    batch: {
      cases: cases.map((one) => ({ filings: [...one.filings], earlier: [...one.earlier] })),
      findings: findings.map((finding) => ({
        ...findingResult(finding, lang),
        filings: [...finding.filings],
      })),
    },
  };
}

export function filingResult(outcome: FilingOutcome, lang: Lang, decided?: Decided): FilingResult {
  const { judged } = outcome;
  const [form] = outcome.files;
  return {
    id: outcome.id,
    filing: outcome.filing,
    version: outcome.version,
    file: outcome.file,
    status: outcome.status,
    state: judged.state,
    reasons: judged.reasons.map(({ source, text }) => ({ source: { ...source }, message: text[lang] })),
    remarks: judged.remarks,
    checklist: judged.checklist,
    ...(decided?.version === outcome.version ? { decision: decisionResult(decided, outcome, lang) } : {}),
    ...(form?.format ? { format: form.format } : {}),
    problems: outcome.problems.map((problem) => problemResult(problem, lang)),
    pages: form?.pages ?? 0,
    ocrPages: form?.ocrPages ?? 0,
    fields: Object.fromEntries(outcome.fields.map((field) => [field.key, fieldResult(field)])),
    classification: outcome.classification.map(({ secondOpinion, ...classification }) => ({
      ...classification,
      ...(classification.parent && {
        parent: { ...classification.parent, score: round(classification.parent.score) },
      }),
      ...(classification.second && {
        second: { label: classification.second.label, share: round(classification.second.share) },
      }),
      candidates: classification.candidates.map((candidate) => ({
        ...candidate,
        ...(candidate.item && {
          item: { name: candidate.item.name, definition: { ...candidate.item.definition } },
        }),
        score: round(candidate.score),
        evidence: candidate.evidence.map(({ text, where }) => ({ text, where: where.map(placeResult) })),
        definition: { ...candidate.definition },
      })),
      ...(secondOpinion && { secondOpinion: opinionResult(secondOpinion) }),
    })),
    findings: outcome.findings.map((finding) => findingResult(finding, lang)),
    matches: outcome.matches.map((match) => matchResult(match, lang)),
    files: outcome.files.map((file) => fileResult(file, lang)),
  };
}

function decisionResult({ kind, reasons, note, by, at }: Decided, outcome: FilingOutcome, lang: Lang) {
  const titles = new Map(outcome.findings.map(({ rule, title }) => [rule, title[lang]]));
  return { kind, reasons: reasons.map((reason) => titles.get(reason) ?? reason), note, by, at };
}

export function fileResult(file: FileOutcome, lang: Lang): BatchFileResult {
  const { document: _, ocrPages: __, annexes, problems, ...told } = file;
  return {
    ...told,
    annexes: [...annexes],
    problems: problems.map((problem) => problemResult(problem, lang)),
  };
}

function problemResult(problem: Problem, lang: Lang): FilingResult['problems'][number] {
  return {
    code: problem.code,
    message: problemMessage(problem, lang),
    gravity: problemGravity(problem),
    ...(problem.page === undefined ? {} : { page: problem.page }),
    ...(problem.places === undefined ? {} : { where: problem.places.map(placeResult) }),
  };
}

export function fieldResult({ key: _, ...field }: Field): FilingResult['fields'][string] {
  const { conflicts, repaired, ...rest } = field;
  return {
    ...rest,
    ...(repaired
      ? {
          repaired: {
            from: repaired.from,
            ...(repaired.by ? { by: repaired.by.map(placeResult) } : {}),
          },
        }
      : {}),
    value: copyValue(field.value),
    where: field.where.map(placeResult),
    ...(conflicts
      ? {
          conflicts: conflicts.map(({ value, where }) => ({
            value: copyValue(value),
            where: where.map(placeResult),
          })),
        }
      : {}),
  };
}

function findingResult(finding: Finding, lang: Lang): FilingResult['findings'][number] {
  return {
    rule: finding.rule,
    title: finding.title[lang],
    consequence: finding.consequence,
    verdict: finding.verdict,
    ...(finding.manual ? { manual: true } : {}),
    message: finding.message[lang],
    clause: { ...finding.clause },
    evidence: finding.evidence.map(placeResult),
  };
}

function opinionResult({ quote, definition, ...opinion }: SecondOpinion) {
  return {
    ...opinion,
    ...(quote && { quote: { text: quote.text, where: quote.where.map(placeResult) } }),
    ...(definition && { definition: { ...definition } }),
  };
}

function matchResult(match: Match, lang: Lang): FilingResult['matches'][number] {
  return {
    kind: match.kind,
    target: { ...match.target },
    score: round(match.score),
    verdict: match.verdict,
    reasons: match.reasons.map((reason) => reason[lang]),
    signals: match.signals.map(({ name, value, weight }) => ({
      name,
      value: round(value),
      weight: round(weight),
    })),
    passages: match.passages.map(({ here, there }) => ({
      here: { text: here.text, where: here.where.map(placeResult) },
      there: { text: there.text, where: there.where.map(placeResult) },
    })),
    ...(match.terms
      ? {
          terms: match.terms.map(({ term, here, there }) => ({
            term,
            here: here.map(placeResult),
            there: there.map(placeResult),
          })),
        }
      : {}),
    excludedShare: round(match.excludedShare),
  };
}

function placeResult(place: Place): FilingResult['findings'][number]['evidence'][number] {
  const file = place.file === undefined ? {} : { file: place.file };
  if ('page' in place) {
    const [x0, y0, x1, y1] = place.box;
    return { ...file, page: place.page, box: [round(x0), round(y0), round(x1), round(y1)] };
  }
  return { ...file, part: place.part, path: place.path };
}

/** A JSON value is copied as it is written: the readonly types of the core are not the contract's. */
function copyValue(value: Field['value']): FilingResult['fields'][string]['value'] {
  return structuredClone(value) as FilingResult['fields'][string]['value'];
}

const round = (value: number) => Math.round(value * 1000) / 1000;
