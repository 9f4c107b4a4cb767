import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docxOf } from '../report/docx/package.ts';
import { letterKinds } from '../report/letters/letter.ts';
import { defaultTemplates, templateBody, templateName } from '../report/letters/templates.ts';

/** The default templates of the letters, as files that an office can copy and change. */
mkdirSync(defaultTemplates(), { recursive: true });
for (const kind of letterKinds)
  writeFileSync(join(defaultTemplates(), templateName(kind)), await docxOf(templateBody(kind)));
