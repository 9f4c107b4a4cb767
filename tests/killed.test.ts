import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunEvent } from '../core/records.ts';
import { scratch } from './command.ts';
import { killAndGoOn, outcomeIn, quickBatch, readIn, screenIn } from './killed-runs.ts';

const call = 'miit-2022-application-cases';
const folder = quickBatch(call);

test('runs killed at any moment lose nothing: the next one goes on and says what an undisturbed one says', async () => {
  const trials = await killAndGoOn(4, { folder, call, random: Math.random });
  expect(trials).toHaveLength(4);
  for (const { same, lost, stderr } of trials)
    expect({ same, lost }, stderr).toEqual({ same: true, lost: [] });
});

test('Ctrl-C ends a run in order, says what is kept, and the next run goes on from there', async () => {
  const flags = ['--call', call, '--as-of', '2022-10-21', '--batch', 'b', '--ocr', 'off', '--jobs', '1'];
  const cwd = scratch();
  const interruptAt = ({ kind }: RunEvent) => kind === 'read';
  const stopped = await screenIn(cwd, [folder], flags, { interruptAt });
  expect(stopped.code, stopped.stderr).toBe(130);
  expect(stopped.stderr).toContain('已停止');
  expect(stopped.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/u);
  expect(readdirSync(join(cwd, 'out'))).toEqual([]);
  const next = await screenIn(cwd, [folder], flags);
  const kept = readIn(next).flatMap(({ file, kept }) => (kept ? [file] : []));
  expect(kept).toEqual(expect.arrayContaining(readIn(stopped).map(({ file }) => file)));
  expect(outcomeIn(cwd).filings).toHaveLength(2);
});
