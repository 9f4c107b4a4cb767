import type { Pack } from '../calls/schema/index.ts';
import type { Lang, Text } from '../core/lang.ts';
import { unitNames } from '../rules/batch/unit-names.ts';
import { type ClauseRow, clauseRows, sayConsequence } from './clause-rows.ts';

const levels: Record<string, Text> = {
  city: { zh: '报市级', en: 'to the city' },
  province: { zh: '报省级', en: 'to the province' },
  ministry: { zh: '报部', en: 'to the ministry' },
  online: { zh: '网上填报', en: 'online' },
};

const mediums: Record<string, Text> = {
  paper: { zh: '纸质', en: 'paper' },
  disc: { zh: '光盘', en: 'disc' },
  email: { zh: '电子邮件', en: 'e-mail' },
  online: { zh: '网上', en: 'online' },
};

const usually: Text = { zh: '一般 ', en: 'as a rule ' };

/**
 * A call as a person would read it: dates, quotas, who may apply, what to send, resubmission, and every clause
 * with the rules that check it or the reason why none does.
 */
export function explainCall(pack: Pack, lang: Lang): string {
  const { call } = pack;
  const say = (text: Text) => text[lang];
  const rows = clauseRows(pack);
  const lines = [
    say(call.title),
    `${say(call.issuer)}  ${call.number ?? ''}  ${call.published ?? call.issued ?? ''}`.trim(),
  ];
  const part = (title: Text, rows: readonly string[]) => {
    if (rows.length > 0) lines.push('', `【${say(title)}】`, ...rows);
  };
  part(
    { zh: '截止时间', en: 'Deadlines' },
    call.deadlines.map(
      (d) =>
        `  ${say(levels[d.level]!)}  ${d.at.replace('T', ' ')}${d.note ? `  ${say(d.note)}` : ''}  （${d.clause}）`,
    ),
  );
  part(
    { zh: '名额', en: 'Quotas' },
    call.quotas.map(
      (q) => `  ${say(unitNames[q.unit])}  ${q.usual ? say(usually) : ''}≤ ${q.max}  （${q.clause}）`,
    ),
  );
  part(
    { zh: '谁可以申报', en: 'Who may apply' },
    rows.filter(speaksOfApplicant).map((row) => `  ${row.clause.text}  （${row.clause.ref}）`),
  );
  part(
    { zh: '报送', en: 'What to send' },
    call.copies.map(
      (c) =>
        `  ${say(levels[c.level]!)}  ${say(mediums[c.medium]!)} × ${c.count}  ${say(c.what)}  （${c.clause}）`,
    ),
  );
  part({ zh: '附件', en: 'Annexes' }, [
    ...call.annexes.map((a) => `  ${a.required ? '●' : '○'} ${a.title}  （${a.clause}）`),
    ...packaging(pack, lang),
  ]);
  part({ zh: '重复申报', en: 'Resubmission' }, resubmission(pack, lang));
  part(
    { zh: '类别', en: 'Schemes' },
    pack.schemes.map(
      (s) => `  ${say(s.title)}: ${s.labels.map((l) => (lang === 'zh' ? l.name : l.en)).join('、')}`,
    ),
  );
  part(
    { zh: '条款与规则', en: 'Clauses and their rules' },
    rows.flatMap((row) => clauseLines(row, lang)),
  );
  part(
    { zh: '联系及其他', en: 'Contacts and more' },
    call.notes.map((note) => `  ${say(note)}`),
  );
  return lines.join('\n');
}

/** Conditions on the applicant, told by whom the sentence binds: 申报单位应…, 企业在…注册, 申报主体须…. */
function speaksOfApplicant({ clause, checks }: ClauseRow): boolean {
  if (checks.length === 0) return false;
  return /^(?:申报)?(?:单位|企业|主体)(?:.{0,12})(?:应|须|需|在.{1,12}注册)|申报(?:单位|企业|主体)(?:应|须|需|限)/u.test(
    clause.text,
  );
}

function clauseLines({ clause, checks, unruled }: ClauseRow, lang: Lang): string[] {
  return [
    `  ${clause.ref}  ${clause.text}`,
    ...(clause.restored ? [`      ※ ${clause.restored}`] : []),
    ...checks.map(
      (check) =>
        `      → ${check.id}  [${sayConsequence(check, lang)}] ${check.title[lang]}：${check.asks[lang]}`,
    ),
    ...(checks.length === 0 && unruled !== undefined ? [`      — ${unruled}`] : []),
  ];
}

function packaging({ call, form }: Pack, lang: Lang): string[] {
  if (!call.package) return [];
  const { namedAfter, clause } = call.package;
  const label = form.fields.find(({ key }) => key === namedAfter)?.label ?? namedAfter;
  const text: Text = {
    zh: `  全部材料打包并以“${label}”命名：这样的材料包中没有的附件判为缺少  （${clause}）`,
    en: `  all packed together and named after "${label}": what such a package lacks is missing  （${clause}）`,
  };
  return [text[lang]];
}

function resubmission({ call }: Pack, lang: Lang): string[] {
  const policy = call.resubmission;
  const bars: Record<typeof policy.bars, Text> = {
    solution: { zh: '已入选的解决方案不得重复申报', en: 'a solution awarded before is barred' },
    project: { zh: '已入选的项目不得重复申报', en: 'a project listed before is barred' },
    applicant: { zh: '已入选的单位不得再次申报', en: 'an applicant selected before is barred' },
    nothing: { zh: '通知未禁止重复申报', en: 'the notice bars nothing' },
  };
  const readings = policy.readings.map(
    (r) => `  ${r.id === policy.reading ? '●' : '○'} ${r.id}  ${r.title[lang]}  ${r.why[lang]}`,
  );
  const again = policy.mustReapply.map((m) => {
    const text: Text = {
      zh: `  ${m.year}年入选的须重新申报${m.usesQuota ? '' : '，不占名额'}`,
      en: `  winners of ${m.year} must apply again${m.usesQuota ? '' : ', outside the quota'}`,
    };
    return text[lang];
  });
  return [
    `  ${bars[policy.bars][lang]}  （${policy.clause}）`,
    ...(policy.bars === 'nothing' ? [] : readings),
    ...again,
  ];
}
