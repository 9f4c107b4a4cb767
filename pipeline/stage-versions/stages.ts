/** The stages whose results are kept, in the order in which a filing goes through them. */
export const stages = ['read', 'extract', 'classify', 'index', 'digest', 'match', 'entail', 'judge'] as const;

export type Stage = (typeof stages)[number];

/**
 * Where each stage begins: files, or folders with `/` behind them (all their files but tests). Paths from the
 * product's folder. A stage's version is made of these files and of all that they import; what another stage
 * hands over, and the call's pack, are no part of it and have keys of their own.
 */
export const entries: Readonly<Record<Stage, readonly string[]>> = {
  read: ['extractors/read-document.ts', 'extractors/image/join-pictures.ts', 'jobs/readers/reader.ts'],
  extract: ['pipeline/stages/extract.ts'],
  classify: ['classifiers/of-filing.ts', 'pipeline/stages/help.ts'],
  index: ['index/indexed-filing.ts'],
  digest: ['index/digest.ts', 'index/digest-json.ts'],
  match: ['index/match.ts'],
  entail: ['language-model/entailment/open-entailment.ts'],
  judge: ['pipeline/stages/judge.ts', 'rules/batch/judge-batch.ts', 'rules/batch/of-filings.ts', 'review/'],
};

/**
 * Data read while running, which no import tells of: a stage that imports the module depends on these files
 * too. A folder with `/` behind it stands for all its JSON. Models and dictionaries that come in npm packages
 * are known by the package's version.
 */
export const dataOf: Readonly<Record<string, readonly string[]>> = {
  'classifiers/model.ts': ['classifiers/models/'],
  'extractors/ocr/engines/model-folder.ts': ['extractors/ocr/models/'],
  'index/model/model.ts': ['index/model/'],
  'index/signals/topical-rarity.ts': ['index/model/'],
  'language-model/entailment/open-entailment.ts': ['language-model/entailment/model/models.json'],
  'rules/reading/voice.ts': ['rules/reading/'],
};
