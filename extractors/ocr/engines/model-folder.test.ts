import { createHash } from 'node:crypto';
import { mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { loadDictionary } from './dictionary.ts';
import { findModels, ownModels, versionOf } from './model-folder.ts';
import { onnxMetadata } from './onnx-metadata.ts';
import { openOcr } from './open-engine.ts';

const own = async () => {
  const found = await findModels(ownModels());
  if ('mistake' in found) throw new Error(found.mistake.en);
  return found.models;
};
const folderOf = async (...names: string[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'chushen-models-'));
  for (const name of names) await writeFile(join(folder, name), '');
  return folder;
};

test('the models are the files whose origin is told', async () => {
  const told = z
    .record(z.string(), z.string())
    .parse(JSON.parse(await readFile(join(ownModels(), 'models.json'), 'utf8')));
  const { detection, recognition } = await own();
  expect(Object.keys(told).sort()).toEqual([basename(recognition), basename(detection)].sort());
  for (const file of [detection, recognition]) {
    const hash = createHash('sha256').update(await readFile(file));
    expect(hash.digest('hex')).toBe(told[basename(file)]);
  }
});

test('a folder without both models, or with two of a kind, is told so', async () => {
  const mistakeOf = async (folder: string) => {
    const found = await findModels(folder);
    return 'mistake' in found ? found.mistake.en : undefined;
  };
  expect(await mistakeOf('/nowhere')).toMatch(/no folder of models/u);
  expect(await mistakeOf(await folderOf('record.onnx', 'det.onnx'))).toMatch(/one with rec/u);
  expect(await mistakeOf(await folderOf('a_rec.onnx', 'b_rec.onnx', 'det.onnx'))).toMatch(/several/u);
  const { models } = z
    .object({ models: z.object({ dictionary: z.string() }) })
    .parse(await findModels(await folderOf('v5_det.onnx', 'v5_rec.onnx', 'ppocrv5_dict.txt')));
  expect(basename(models.dictionary)).toBe('ppocrv5_dict.txt');
});

test('the recogniser carries its characters, and what is no model carries none', async () => {
  const models = await own();
  const dictionary = await loadDictionary(models);
  expect(dictionary).toHaveLength(18710);
  expect(dictionary.slice(0, 3)).toEqual(['', '!', '"']);
  expect(dictionary).toContain('鑫');
  expect(onnxMetadata(new Uint8Array([0x72, 0xff, 1, 2]))).toEqual(new Map());
  expect(onnxMetadata(new Uint8Array())).toEqual(new Map());
});

test('a dictionary of another recogniser is refused, and has another version', async () => {
  const models = await own();
  const folder = await folderOf();
  await symlink(models.detection, join(folder, 'det.onnx'));
  await symlink(models.recognition, join(folder, 'rec.onnx'));
  await writeFile(join(folder, 'keys.txt'), '甲\n乙\n');
  const { engine, failures } = await openOcr('paddle', folder);
  expect(engine).toBeUndefined();
  expect(failures[0]?.reason.en).toMatch(/18710 classes, the dictionary 4/u);
  const found = await findModels(folder);
  if ('mistake' in found) throw new Error(found.mistake.en);
  expect(await versionOf(found.models)).not.toBe(await versionOf(models));
});
