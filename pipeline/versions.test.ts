import { expect, test } from 'vitest';
import { StageVersions } from './stage-versions/compute.ts';
import { dataOf, entries, stages } from './stage-versions/stages.ts';
import { computeStageVersions, productFolder, stageVersion } from './versions.ts';

test('what the build writes is what the sources say of themselves', () => {
  const built = computeStageVersions();
  for (const stage of stages) {
    expect(built[stage]).toMatch(/^[0-9a-f]{12}$/);
    expect(stageVersion(stage)).toBe(built[stage]);
  }
  expect(computeStageVersions()).toEqual(built);
  expect(new Set(Object.values(built)).size).toBe(stages.length);
});

test('each stage knows its models and native packages', () => {
  const versions = new StageVersions({ root: productFolder(), dataOf });
  const read = versions.parts(entries.read);
  expect(read.packages.map((name) => name.replace(/@[^@]*$/, ''))).toEqual(
    expect.arrayContaining(['@embedpdf/pdfium', '@node-rs/jieba', 'onnxruntime-node']),
  );
  expect(read.files).toContain('core/document.ts');
  expect(read.files).toContain('extractors/ocr/models/models.json');
  expect(versions.parts(entries.classify).files).toContain('classifiers/models/common.json');
  expect(versions.parts(entries.match).files).toContain('index/model/cards.json');
  // Whatever a stage imports, what comes after it is never part of it.
  expect(read.files.filter((file) => /^(?:forms|rules|index|pipeline)\//.test(file))).toEqual([]);
});

test('each package is pinned to one version, so its name tells what runs', () => {
  const versions = new StageVersions({ root: productFolder(), dataOf });
  for (const stage of stages)
    for (const name of versions.parts(entries[stage]).packages)
      expect(name).toMatch(/@\d+\.\d+\.\d+[\w.-]*$/);
});
