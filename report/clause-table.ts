import type { Pack } from '../calls/schema/index.ts';
import type { Lang, Text } from '../core/lang.ts';
import { type ClauseRow, clauseRows, sayConsequence } from './clause-rows.ts';

/**
 * A page of Markdown that lists every clause of a call beside the rules that check it, or the reason why
 * nothing does. `docs/calls/` holds it for the calls of this product.
 */
export function clauseTable(pack: Pack, lang: Lang): string {
  const say = (text: Text) => text[lang];
  const { call } = pack;
  const rows = clauseRows(pack);
  const ruled = rows.filter((row) => row.checks.length > 0).length;
  const head: readonly Text[] = [
    { zh: '条款', en: 'Clause' },
    { zh: '原文', en: 'Words' },
    { zh: '规则，或不检查的原因', en: 'Rules, or why none' },
  ];
  return [
    `# ${say(call.title)}`,
    '',
    `${[call.id, say(call.issuer), call.number].filter(Boolean).join(' · ')}`,
    '',
    say({
      zh: `共 ${rows.length} 条，${ruled} 条有规则检查，${rows.length - ruled} 条写明不检查的原因。本页由 \`npm run docs:calls\` 生成。`,
      en: `${rows.length} clauses: ${ruled} checked by rules, ${rows.length - ruled} with the reason why not. Made by \`npm run docs:calls\`.`,
    }),
    '',
    row(head.map(say)),
    row(head.map(() => '---')),
    ...rows.map((one) => row([one.clause.ref, words(one), answer(one, lang)])),
    '',
  ].join('\n');
}

function words({ clause }: ClauseRow): string {
  return clause.restored ? `${clause.text}（※ ${clause.restored}）` : clause.text;
}

function answer({ checks, unruled = '' }: ClauseRow, lang: Lang): string {
  if (checks.length === 0) return unruled;
  return checks
    .map(
      (check) => `\`${check.id}\` ${check.title[lang]}（${sayConsequence(check, lang)}）${check.asks[lang]}`,
    )
    .join('<br>');
}

/** Cells in one line; a bar would end the cell, and `<` other than our own break would be markup. */
function row(cells: readonly string[]): string {
  const inline = (cell: string) =>
    cell
      .replace(/\s*\n\s*/g, ' ')
      .replaceAll('|', '\\|')
      .replace(/<(?!br>)/g, '&lt;');
  return `| ${cells.map(inline).join(' | ')} |`;
}
