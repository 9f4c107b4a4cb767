import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportsOf, screening } from '../testing.ts';
import { toResults } from '../whole-results.ts';
import { escapeHtml, html, Markup } from './markup.ts';

test('what is put into a template is escaped, markup is not', () => {
  expect(html`<p>${'<b> & "x" \'y\''}</p>`.html).toBe('<p>&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;</p>');
  expect(html`<p>${html`<b>${'<'}</b>`}</p>`.html).toBe('<p><b>&lt;</b></p>');
  expect(html`${new Markup('<hr>')}`.html).toBe('<hr>');
});

test('lists are joined, nothing and false are left out, zero is not', () => {
  expect(html`${['<', html`<b></b>`, ['>']]}`.html).toBe('&lt;<b></b>&gt;');
  expect(html`a${undefined}${false}${0}b`.html).toBe('a0b');
});

test('control characters are dropped, tabs and line ends kept', () => {
  expect(escapeHtml('a\u0000\u0008\u001fb\t\n')).toBe('ab\t\n');
});

const nasty = fc.string({ unit: fc.constantFrom(...'<>&"\'/=`甲a &lt;\u0000'), maxLength: 30 });

test('nothing of the input becomes a tag, an attribute or an entity of its own', () => {
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
      const escaped = escapeHtml(text);
      expect(escaped).not.toMatch(/[<>"']/u);
      expect(escaped.replace(/&(amp|lt|gt|quot|#39);/gu, '')).not.toContain('&');
      const back = escaped
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
      expect(back).toBe(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, ''));
      expect(html`<a title="${text}">${[text]}</a>`.html.match(/[<>]/gu)).toHaveLength(4);
    }),
  );
});

test.each(['zh', 'en'] as const)(
  'the report in %s is one page that loads nothing and runs no input',
  async (lang) => {
    const { page } = await reportsOf(toResults(screening, lang), lang);
    expect(page).toContain('&lt;b&gt;恒驰&lt;/b&gt;');
    expect(page).not.toContain('<b>恒驰');
    expect(page).not.toContain('<i>');
    expect(page.match(/<script/gu)).toHaveLength(1);
    expect(page).not.toMatch(/(?:src|href)\s*=\s*["']?(?:https?:)?\/\//iu);
    expect(page.match(/<section class="filing"/gu)).toHaveLength(screening.filings.length);
  },
);

test('the same file handed in twice has a page of its own each time, and every link leads to a page', async () => {
  const results = toResults(screening, 'zh');
  const twice = { ...results, filings: [...results.filings, { ...results.filings[0]!, file: '副本.pdf' }] };
  const { page } = await reportsOf(twice, 'zh');
  const ids = [...page.matchAll(/<section class="filing" id="([^"]*)"/gu)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(twice.filings.length);
  const rows = [...page.matchAll(/data-filing="([^"]*)"/gu)].map(([, id]) => id);
  expect(rows).toEqual(ids);
  for (const [, id] of page.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(id);
});
