/** The report's only script: shows one filing at a time, filters the list. Works from a local file. */
export const script = `
const list = document.getElementById('list');
const filings = [...document.querySelectorAll('.filing')];
const rows = [...document.querySelectorAll('#list .list tbody tr')];
const tiles = [...document.querySelectorAll('.tile')];
const search = document.getElementById('search');
let state = '';
const pager = document.getElementById('pager');
const size = pager ? Number(pager.dataset.size) : Infinity;
let page = 0;
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
  page = 0;
  turn();
  for (const tile of tiles) tile.setAttribute('aria-pressed', String(tile.dataset.state === state && state !== ''));
}
// What is found but stands on another page is only not shown: it is printed.
function turn() {
  const found = rows.filter((row) => !row.hidden);
  const pages = Math.max(1, Math.ceil(found.length / size));
  page = Math.min(Math.max(0, page), pages - 1);
  found.forEach((row, i) => row.classList.toggle('off', i < page * size || i >= (page + 1) * size));
  if (!pager) return;
  pager.hidden = pages === 1;
  document.getElementById('page-of').textContent = (page + 1) + ' / ' + pages;
  for (const button of pager.querySelectorAll('button')) button.disabled = button.dataset.step < 0 ? page === 0 : page === pages - 1;
}
if (pager) for (const button of pager.querySelectorAll('button')) button.addEventListener('click', () => { page += Number(button.dataset.step); turn(); list.scrollIntoView(); });
for (const row of rows) row.addEventListener('click', () => { location.hash = row.dataset.filing; });
for (const tile of tiles) tile.addEventListener('click', () => { state = state === tile.dataset.state ? '' : tile.dataset.state; filter(); });
search.addEventListener('input', filter);
addEventListener('hashchange', show);
turn();
show();
`;
