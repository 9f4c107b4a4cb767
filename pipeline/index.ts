/** The product as a library: the same pipeline the command line runs, with its types. */
export {
  type Counterpart,
  type Crosswalk,
  type CrosswalkEnd,
  type CrosswalkLink,
  counterpartsOf,
  loadCrosswalk,
} from '../calls/crosswalk.ts';
export { builtInPacksDir, loadPacks } from '../calls/load.ts';
export type { Pack } from '../calls/schema/index.ts';
export type { Document } from '../core/document.ts';
export type { Field, FieldValue, Filing, Section } from '../core/filing.ts';
export type { Consequence, FilingState, StateOfFiling, StateReason } from '../core/filing-state.ts';
export type { Classification, Finding, Match, Verdict } from '../core/judgement.ts';
export type { Lang, Text } from '../core/lang.ts';
export type { FilingOutcome } from '../core/outcome.ts';
export type { Place } from '../core/place.ts';
export { type Problem, problemMessage } from '../core/problem.ts';
export { type FilingResult, type Results, readResults, resultsSchema } from '../core/results.ts';
export { defaultIntakeLimits } from '../extractors/containers/list-inputs.ts';
export { readForm } from '../forms/read-form.ts';
export type { ModelServer } from '../language-model/model-server.ts';
export type { Award } from '../lists/awards/award.ts';
export { type ResultsSource, resultsSource, sourceOf } from '../report/results-source.ts';
export { toResults } from '../report/whole-results.ts';
export { outputNames, writeReports } from '../report/write-reports.ts';
export type { Screening, ScreeningStream } from '../review/screening.ts';
export { openStore } from '../store/open-store.ts';
export type { Store } from '../store/ports.ts';
export { readAwardList } from './award-lists.ts';
export { classifyText } from './classify-text.ts';
export { filingsOfRuns, readCorrections } from './corrections.ts';
export { examine } from './doctor.ts';
export { readOfficeLists } from './office-lists.ts';
export { loadScreening, openScreening } from './open-screening.ts';
export { readOne } from './read-one.ts';
export { type Screened, type ScreenOptions, screen } from './screen.ts';
export { trainFromCorrections } from './train-office.ts';
