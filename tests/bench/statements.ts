import { Command } from 'commander';
import { builtInPacksDir, loadPacks } from '../../calls/load.ts';
import type { Finding } from '../../core/judgement.ts';
import { printAreas } from './statements/areas.ts';
import { printTable, tally } from './statements/count.ts';
import { judgeStatement } from './statements/judge-statement.ts';
import { ofNoRule, readConditions, readStatements } from './statements/read-conditions.ts';

/**
 * `npm run bench:statements`: each statement of `corpus/independent/statements*.jsonl` is put into a filing that is
 * sound otherwise and judged by the pack's own rule of its condition. Violations are all that is not `met`.
 * `--odds` leaves the rules out. `--show` lists the wrong ones of the part that may be tuned on; those kept aside are only counted.
 */
const flags = new Command('bench:statements')
  .option('--show', 'list what of the fit part is judged wrongly or left open')
  .option(
    '--odds',
    'how well the second voice and the entailment model tell the statements apart by themselves',
  )
  .option('--parts <names...>', 'fit, aside', ['fit', 'aside'])
  .option('--files <paths...>', 'statements', [
    ...['', '2', '3', '4', '5', '6', '7'].map((number) => `corpus/independent/statements${number}.jsonl`),
  ])
  .parse()
  .opts<{ show?: boolean; odds?: boolean; parts: string[]; files: string[] }>();

const { packs } = await loadPacks([builtInPacksDir()]);
const conditions = readConditions();
const lines = flags.files
  .flatMap(readStatements)
  .filter(({ part, condition }) => flags.parts.includes(part) && condition !== ofNoRule);
if (flags.odds) {
  for (const part of flags.parts)
    console.log(
      await printAreas(
        part,
        lines.filter((line) => line.part === part),
      ),
    );
  process.exit();
}
const judged: { line: (typeof lines)[number]; finding: Finding }[] = [];
for (const line of lines) {
  const condition = conditions.get(line.condition);
  const pack = packs.get(condition?.call ?? '');
  if (!condition || !pack) throw new Error(`no rule for ${line.condition}`);
  judged.push({ line, finding: await judgeStatement(line.text, condition, pack) });
}
for (const part of flags.parts) {
  console.log(printTable(part, tally(judged.filter(({ line }) => line.part === part))));
}
if (flags.show) {
  for (const { line, finding } of judged) {
    const { verdict } = finding;
    const right = line.truth === 'met' ? verdict === 'pass' : verdict !== 'pass';
    if (line.part !== 'fit' || right) continue;
    console.log(
      `${verdict} ${line.truth} ${line.id} ${line.condition}: ${line.text}\n    ${finding.message.zh}`,
    );
  }
}
