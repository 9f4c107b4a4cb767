import type { BatchRule, Call, Form } from '../schema/index.ts';
import type { DraftClause } from './clauses.ts';
import { consequenceOf } from './consequence.ts';
import { bansOf } from './notice/bans.ts';
import { copiesOf } from './notice/copies.ts';
import { deadlinesOf } from './notice/deadlines.ts';
import { contactNotes, type Facts } from './notice/facts.ts';
import { type Quotas, quotaEntries, quotasOf } from './notice/quotas.ts';
import type { OpenPoint } from './open-point.ts';

type Ask = (zh: string, en: string, passage?: string) => void;

/** `call.yaml` as the facts and clauses of the notice give it; what they leave open is listed with its words. */
export function draftedCall(
  id: string,
  facts: Facts,
  clauses: readonly DraftClause[],
  form: Form,
  annexes: readonly string[],
  open: OpenPoint[],
): Call {
  const ask: Ask = (zh, en, passage) =>
    open.push({ file: 'call.yaml', what: { zh, en }, ...(passage !== undefined && { passage }) });
  askFacts(facts, ask);
  const subject = facts.subject || '（待定）';
  const year = facts.year ?? 2000;
  const issuer = facts.issuers.join('、') || '（待定）';
  const first = clauses[0]?.ref ?? '引言';
  const own = {
    ...(facts.year !== undefined && { year: facts.year }),
    ...(facts.issued && { issued: facts.issued }),
  };
  const deadlines = draftedDeadlines(clauses, issuer, own, year, first, ask);
  const quotas = quotasOf(clauses);
  askQuotas(quotas, ask);
  const programme = id.replace(/-?20\d\d-?/u, '-').replace(/^-+|-+$/gu, '') || id;
  const resubmission = draftedResubmission(clauses, programme, ask);
  const listClause =
    form.fields.findLast((field) => field.type === 'section' && /附件|材料/u.test(field.label))?.clause ??
    form.fields[0]?.clause ??
    first;
  const full = facts.forwarder ? `${issuer}（${facts.forwarder}转发）` : issuer;
  const name = subject.replace(/^20\d\d年度?/u, '') || subject;
  return {
    id,
    title: { zh: subject, en: subject },
    short: { zh: subject.slice(0, 24), en: subject.slice(0, 24) },
    issuer: { zh: full, en: full },
    ...(facts.number !== undefined && { number: facts.number }),
    year,
    ...(facts.issued !== undefined && { issued: facts.issued }),
    ...(facts.published !== undefined && { published: facts.published }),
    programme: { id: programme, names: [name] },
    deadlines,
    quotas: quotaEntries(quotas.found),
    copies: copiesOf(clauses, issuer),
    annexes: annexes.map((title, i) => ({
      key: `annex_${i + 1}`,
      title,
      aliases: [],
      required: true,
      clause: listClause,
    })),
    resubmission,
    batch: batchRules(quotas, form),
    notes: contactNotes(clauses).map((zh) => ({ zh, en: zh })),
  };
}

function askFacts(facts: Facts, ask: Ask): void {
  if (facts.notACall !== undefined)
    ask(
      `通知写有“${facts.notACall}”，这份文件可能不是申报通知（而是公布名单、会议等），请先确认。`,
      `The notice says "${facts.notACall}": this may be no call for filings. Make sure first.`,
    );
  if (facts.silent === 'empty')
    ask(
      '文件里几乎没有文字：可能是没有识别的扫描件或空文件，请换可读的文件重新起草。',
      'There is next to no text: a scan that was not read, or an empty file. Draft again from a readable one.',
    );
  if (facts.silent === 'asks-nothing')
    ask(
      '没有读到要求申报、推荐或报送的文字，这份文件可能不是申报通知（而是新闻、法规、名单等），请先确认。',
      'No words that ask for a filing were read: this may be no call (news, a law, a list). Make sure first.',
    );
  if (facts.subject === '') ask('通知标题没有认出，title 待定。', 'The title was not recognised.');
  if (facts.issuers.length === 0) ask('发文单位没有认出，issuer 待定。', 'The issuer was not recognised.');
  for (const other of facts.disputed)
    ask(
      `文头或落款另有“${other}”，issuer 取“${facts.issuers.join('、')}”，请核对。`,
      `Head or signature also name ${other}; the issuer was taken to be ${facts.issuers.join(', ')}: check.`,
    );
  if (facts.number === undefined)
    ask('没有认出本通知自己的文号（引用的文号不算）。', 'No file number of its own was recognised.');
  if (facts.year === undefined)
    ask('年份没有认出，暂写 2000。', 'The year was not recognised; 2000 stands for it.');
  else if (!facts.yearSaid)
    ask(
      `年份 ${facts.year} 取自标题或正文，与落款不同或落款中没有，请核对。`,
      `The year ${facts.year} is from title or text and is not that of the signing: check.`,
    );
}

function draftedDeadlines(
  clauses: readonly DraftClause[],
  issuer: string,
  own: { readonly year?: number; readonly issued?: string },
  year: number,
  first: string,
  ask: Ask,
): Call['deadlines'] {
  const { found, open } = deadlinesOf(clauses, issuer, own);
  if (found.length === 0)
    ask(`没有认出截止时间，暂写 ${year}-12-31。`, `No deadline was recognised; ${year}-12-31 stands for it.`);
  for (const { level, at, passage } of found)
    ask(
      `截止时间 ${at} 的层级读作 ${level}，请核对。`,
      `The deadline ${at} was read as ${level}: check.`,
      passage,
    );
  for (const passage of open)
    ask('以下文字可能规定了截止时间，请确定。', 'These words may set a deadline: decide.', passage);
  if (found.length > 0)
    return found.map(({ level, at, passage, clause }) => ({
      level,
      at,
      note: { zh: passage, en: passage },
      clause,
    }));
  return [
    {
      level: 'ministry',
      at: `${year}-12-31`,
      note: { zh: '占位日期，待定', en: 'A placeholder' },
      clause: first,
    },
  ];
}

function askQuotas({ found, perApplicant, open }: Quotas, ask: Ask): void {
  if (found.length === 0)
    ask(
      '没有认出推荐名额；通知确实没有规定的不必补。',
      'No quotas were recognised; leave it so if the notice sets none.',
    );
  for (const passage of new Set(found.map((one) => one.passage)))
    ask('推荐名额适用的推荐单位，请核对。', 'Which units the quota applies to: check.', passage);
  if (perApplicant)
    ask(
      `每个申报单位至多 ${perApplicant.max} 项，读自以下文字，请核对。`,
      `At most ${perApplicant.max} by one applicant, read from these words: check.`,
      perApplicant.passage,
    );
  for (const passage of open)
    ask(
      '以下文字可能规定了数量限制，适用单位没有认出，请确定。',
      'These words may limit how many; for whom was not recognised: decide.',
      passage,
    );
}

function draftedResubmission(
  clauses: readonly DraftClause[],
  programme: string,
  ask: Ask,
): Call['resubmission'] {
  const { resubmission, said, open, programmes, exemptions } = bansOf(clauses, programme);
  ask(
    said.length > 0
      ? '重复申报规定（resubmission）的读法须由人确定。'
      : '程序没有认出限制重复申报的文字，通知中仍可能有，请通读后确定 resubmission。',
    said.length > 0
      ? 'How the words on resubmission are read is for a person to decide.'
      : 'No words on resubmission were recognised; the notice may still hold some. Read it through.',
    said[0],
  );
  for (const passage of said.slice(1))
    ask('以下文字也限制重复申报，请一并写入。', 'These words restrict resubmission as well.', passage);
  for (const passage of open)
    ask('以下文字可能限制重复申报，请确定。', 'These words may restrict resubmission: decide.', passage);
  if (programmes.length > 0)
    ask(
      `受限的往年项目写作${programmes.map((one) => `“${one}”`).join('、')}；草稿只算本计划，其他计划请写入 programmes。`,
      'Which programmes bar, as the notice names them; the draft counts this programme alone.',
    );
  for (const words of exemptions)
    ask('以下文字是限制的例外，请写入 exemptLabels 或 note。', 'These words exempt from the ban.', words);
  return resubmission;
}

function batchRules({ found, perApplicant }: Quotas, form: Form): BatchRule[] {
  const unitField = form.fields.find((field) => field.role === 'recommending-unit');
  const [quota] = found;
  const rules: BatchRule[] = [];
  if (quota && unitField)
    rules.push({
      kind: 'quota',
      id: 'recommending-quota',
      title: { zh: '推荐名额', en: 'Quota of the recommending unit' },
      clause: quota.clause,
      consequence: consequenceOf(quota.passage),
      unitField: unitField.key,
    });
  if (perApplicant)
    rules.push({
      kind: 'max-per-applicant',
      id: 'per-applicant',
      title: { zh: '每个申报单位的申报数量', en: 'Filings by one applicant' },
      clause: perApplicant.clause,
      consequence: consequenceOf(perApplicant.passage),
      max: perApplicant.max,
    });
  return rules;
}
