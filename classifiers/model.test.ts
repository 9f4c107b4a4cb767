import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleScheme } from './example.ts';
import { loadCommonModel, loadModel, modelKey } from './model.ts';
import { featureNames, featurePriors, noneNames } from './signals/features.ts';

test('a model is kept for the same labels only', () => {
  const [first, second] = exampleScheme.labels;
  if (!first || !second) throw new Error('the example has two labels');
  const turned = { ...exampleScheme, labels: [second, first] };
  const renamed = { ...exampleScheme, labels: [first, { ...second, name: '储能电站' }] };
  expect(modelKey(turned)).toBe(modelKey(exampleScheme));
  expect(modelKey(renamed)).not.toBe(modelKey(exampleScheme));
  expect(loadModel(exampleScheme)).toBeUndefined();
});

test('weights in the model files are as many as the features', () => {
  expect(featurePriors).toHaveLength(featureNames.length);
  const folder = new URL('./models/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(files).toContain('common.json');
  for (const name of files) {
    const { weights } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    expect(weights.label).toHaveLength(featureNames.length);
    expect(weights.none).toHaveLength(noneNames.length);
  }
  expect(loadCommonModel().weights.label).toHaveLength(featureNames.length);
});
