import { outcomeOf } from '../../corpus/bans/ban-case.ts';
import { banCases } from '../../corpus/bans/cases.ts';

/**
 * The table of bans, measured: `npm run bench:bans`. Each case's expected verdict was written from the notice's words
 * before the program was asked; a wrong `barred` counts by itself.
 */
let [right, all, wronglyBarred] = [0, 0, 0];
for (const [about, cases] of Object.entries(banCases)) {
  console.log(`\n${about}`);
  for (const one of cases) {
    const { verdict, match } = await outcomeOf(one);
    const good = verdict === one.expected;
    all++;
    if (good) right++;
    if (verdict === 'barred' && one.expected !== 'barred') wronglyBarred++;
    console.log(`  ${good ? '✓' : '✗'} ${verdict.padEnd(6)} ${one.name}${good ? '' : `  → ${one.expected}`}`);
    if (!good || process.argv.includes('--why')) {
      console.log(`      ${one.clause}`);
      console.log(`      ${(match?.reasons ?? []).map(({ zh }) => zh).join('') || '（未列出）'}`);
    }
  }
}
console.log(`\n${right} of ${all} right; wrongly barred ${wronglyBarred}`);
