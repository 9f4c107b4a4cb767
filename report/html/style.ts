/** The report's style sheet: quiet, printable, one colour for each verdict everywhere. */
export const style = `
:root { --ink:#1d2733; --soft:#5b6774; --line:#dfe4ea; --paper:#fff; --ground:#f4f6f8; --brand:#24415f;
  --good:#1b6b34; --good-bg:#e3f3e6; --bad:#a32018; --bad-bg:#fbe3e1; --mend:#9a4a12; --mend-bg:#fde8d7; --doubt:#8a5a00; --doubt-bg:#fff3d6; --quiet:#5b6470; --quiet-bg:#eceff2; }
* { box-sizing: border-box; }
body { margin:0; background:var(--ground); color:var(--ink); font:15px/1.65 "Noto Sans SC","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif; }
header { background:var(--brand); color:#fff; padding:26px max(24px, calc(50vw - 620px)); }
header h1 { margin:0 0 4px; font-size:22px; font-weight:600; }
header p { margin:0; opacity:.8; font-size:13px; }
main { max-width:1240px; margin:0 auto; padding:22px 24px 60px; }
.tiles { display:flex; flex-wrap:wrap; gap:12px; margin:0 0 18px; }
.tile { background:var(--paper); border:1px solid var(--line); border-radius:10px; padding:12px 20px; min-width:120px; cursor:pointer; text-align:left; font:inherit; color:inherit; }
.tile b { display:block; font-size:26px; line-height:1.2; }
.tile span { color:var(--soft); font-size:13px; }
.tile[aria-pressed=true] { outline:2px solid var(--brand); }
.tile.passed b,.tile.remarked b { color:var(--good); } .tile.failed b { color:var(--bad); } .tile.mend b { color:var(--mend); } .tile.open b { color:var(--doubt); } .tile.unread b { color:var(--quiet); }
.card { background:var(--paper); border:1px solid var(--line); border-radius:10px; padding:18px 22px; margin:0 0 18px; overflow-x:auto; }
h2 { font-size:17px; margin:0 0 12px; } h3 { font-size:15px; margin:16px 0 6px; }
table { border-collapse:collapse; width:100%; font-size:14px; }
th { text-align:left; color:var(--soft); font-weight:500; font-size:13px; border-bottom:2px solid var(--line); padding:6px 10px; white-space:nowrap; }
td { border-bottom:1px solid var(--line); padding:8px 10px; vertical-align:top; overflow-wrap:anywhere; }
td.nowrap { white-space:nowrap; } td.num { text-align:right; font-variant-numeric:tabular-nums; }
tr:last-child td { border-bottom:0; }
.list tbody tr { cursor:pointer; } .list tbody tr:hover { background:#f7f9fb; }
a { color:#1f5f99; text-decoration:none; } a:hover { text-decoration:underline; }
.tag { display:inline-block; border-radius:999px; padding:1px 10px; font-size:12.5px; white-space:nowrap; background:var(--quiet-bg); color:var(--quiet); }
.tag.mend { background:var(--mend-bg); color:var(--mend); } .tag.pass,.tag.passed,.tag.remarked,.tag.done { background:var(--good-bg); color:var(--good); } .tag.fail,.tag.barred,.tag.failed { background:var(--bad-bg); color:var(--bad); }
.tag.review,.tag.open,.tag.unknown,.tag.partial,.tag.unreadable { background:var(--doubt-bg); color:var(--doubt); }
.soft { color:var(--soft); font-size:13px; } .clause { color:var(--soft); font-size:13px; border-left:3px solid var(--line); padding-left:10px; margin:4px 0 0; }
.why { margin:0 0 12px; }
.note { color:var(--doubt); background:var(--doubt-bg); border-radius:6px; padding:1px 8px; margin:3px 0 0; font-size:13px; width:fit-content; }
details > summary { cursor:pointer; color:var(--soft); }
.search { width:100%; max-width:420px; padding:8px 12px; border:1px solid var(--line); border-radius:8px; font:inherit; margin:0 0 12px; }
.waterfall { width:auto; min-width:min(100%,520px); margin:6px 0; font-size:13px; } .waterfall td { padding:1px 8px; border:0; } .waterfall .num { text-align:right; font-variant-numeric:tabular-nums; }
.fall { position:relative; width:55%; min-width:160px; } .fall i { position:absolute; top:4px; bottom:4px; border-radius:2px; background:var(--brand); } .fall i.less { background:#b7410e; }
.pair { display:grid; grid-template-columns:1fr 1fr; gap:12px; margin:8px 0; }
.pair > div { background:#fafbfc; border:1px solid var(--line); border-radius:8px; padding:8px 12px; font-size:14px; }
mark { background:#ffe9a8; color:inherit; padding:0 1px; }
.bar { display:inline-block; height:8px; border-radius:4px; background:#8fb4d6; vertical-align:middle; margin-right:8px; }
.filing[hidden] { display:none; }
.back { display:inline-block; margin:0 0 12px; }
.facts { display:grid; grid-template-columns:max-content 1fr; gap:4px 18px; margin:0; } .facts dt { color:var(--soft); } .facts dd { margin:0; }
.list tr.off { display:none; } .pager { display:flex; gap:14px; align-items:center; justify-content:center; padding:12px 0 0; } .pager[hidden] { display:none; }
.pager button { font:inherit; padding:4px 14px; border:1px solid var(--line); border-radius:8px; background:var(--paper); cursor:pointer; } .pager button:disabled { opacity:.45; cursor:default; }
@media print { body { background:#fff; } .list tr.off:not([hidden]) { display:table-row; } .pager,.tiles,.search,.back { display:none; } .filing[hidden] { display:block; break-before:page; } details > * { display:block; } header { color:#000; background:none; } .card { border:0; padding:0; } }
@media (max-width:720px) { .pair { grid-template-columns:1fr; } }
`;
