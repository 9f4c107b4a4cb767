/** The report's only script: shows one filing at a time, filters the list. Works from a local file. */
export const script = `
const list = document.getElementById('list');
const filings = [...document.querySelectorAll('.filing')];
const rows = [...document.querySelectorAll('#list .list tbody tr')];
const tiles = [...document.querySelectorAll('.tile')];
const search = document.getElementById('search');
let state = '';
function show() {
  const id = decodeURIComponent(location.hash.slice(1));
  const open = filings.find((f) => f.id === id);
  list.hidden = Boolean(open);
  for (const f of filings) f.hidden = f !== open;
  window.scrollTo(0, 0);
}
function filter() {
  const word = search.value.trim().toLowerCase();
  for (const row of rows) row.hidden = (state !== '' && row.dataset.state !== state) || !row.textContent.toLowerCase().includes(word);
  for (const tile of tiles) tile.setAttribute('aria-pressed', String(tile.dataset.state === state && state !== ''));
}
for (const row of rows) row.addEventListener('click', () => { location.hash = row.dataset.filing; });
for (const tile of tiles) tile.addEventListener('click', () => { state = state === tile.dataset.state ? '' : tile.dataset.state; filter(); });
search.addEventListener('input', filter);
addEventListener('hashchange', show);
show();
`;
