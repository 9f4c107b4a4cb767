import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { docxOf } from '../docx/package.ts';
import { letterKinds } from './letter.ts';
import { defaultTemplates, templateBody, templateName } from './templates.ts';

test.each(letterKinds)('the file of the template %s is what its words are now', async (kind) => {
  const file = await JSZip.loadAsync(readFileSync(join(defaultTemplates(), templateName(kind))));
  const made = await JSZip.loadAsync(await docxOf(templateBody(kind)));
  expect(Object.keys(file.files).sort()).toEqual(Object.keys(made.files).sort());
  for (const name of Object.keys(made.files))
    expect(await file.file(name)?.async('string'), name).toBe(await made.file(name)?.async('string'));
});
