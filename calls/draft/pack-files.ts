import { stringify } from 'yaml';
import type { Lang } from '../../core/lang.ts';
import type { PackMistake } from '../mistake.ts';
import type { Draft } from './draft-call.ts';
import type { OpenPoint } from './open-point.ts';

export const openFile = '待定事项.md';

/** The files of a drafted pack by name, all but the list of open points. */
export function packFiles(draft: Draft): ReadonlyMap<string, string> {
  const yaml = (data: unknown) => stringify(pruned(data), { lineWidth: 0, aliasDuplicateObjects: false });
  return new Map([
    ['call.yaml', yaml(draft.call)],
    ['clauses.yaml', yaml({ clauses: draft.clauses })],
    ['schemes.yaml', yaml({ schemes: draft.schemes })],
    ['form.yaml', yaml(draft.form)],
    ['rules.yaml', yaml({ rules: draft.rules })],
    ['blank-form.html', draft.blankHtml],
  ]);
}

/** Empty lists say what the schema takes for granted; a draft that a person edits is better off without. */
function pruned(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(pruned);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([name, value]) => kept.has(name) || !isEmpty(value))
      .map(([name, value]) => [name, pruned(value)]),
  );
}

const kept = new Set(['schemes', 'rules', 'clauses', 'fields', 'programmes', 'check']);
const isEmpty = (value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isEmpty));

/** 待定事项.md: what a person must settle, file by file, with the passage; then the mistakes the check reports. */
export function openPointsText(
  open: readonly OpenPoint[],
  mistakes: readonly PackMistake[],
  lang: Lang,
): string {
  const words = {
    zh: {
      title: '# 待定事项',
      lead: '本目录由程序从通知起草，尚不能直接使用。以下各项须由人对照原文确定；改完后运行 `chushen calls check`。',
      mistakes: '## 检查发现的错误',
      none: '检查没有发现错误。',
    },
    en: {
      title: '# Open points',
      lead: 'This folder was drafted from the notice and is not ready for use. A person settles each point by the notice; then run `chushen calls check`.',
      mistakes: '## Mistakes found by the check',
      none: 'The check found no mistakes.',
    },
  }[lang];
  const lines = [words.title, '', words.lead];
  for (const file of [...new Set(open.map((point) => point.file))]) {
    lines.push('', `## ${file}`, '');
    for (const { what, passage } of open.filter((point) => point.file === file)) {
      lines.push(`- [ ] ${what[lang]}`);
      if (passage !== undefined) lines.push(`  > ${passage.replace(/\s+/gu, ' ')}`);
    }
  }
  lines.push('', words.mistakes, '');
  for (const { file, path, message, mend } of mistakes) {
    lines.push(`- [ ] ${file} ${path}: ${message[lang]} ${mend[lang]}`);
  }
  if (mistakes.length === 0) lines.push(words.none);
  return `${lines.join('\n')}\n`;
}
