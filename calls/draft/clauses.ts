import type { PackClause } from '../schema/index.ts';
import type { Part } from './parts.ts';
import { numberOf } from './pieces.ts';

/** A clause of the draft with the heading it stands under. */
export interface DraftClause {
  ref: string;
  text: string;
  readonly part: Part;
  readonly headings: readonly string[];
  rules: string[];
  unruled?: string;
}

const contact =
  /^(?:联\s*系\s*(?:人|方式|电话)|电\s*话|传\s*真|(?:电子)?邮\s*箱|(?:通信|通讯|收件)?地\s*址|邮\s*编)/u;
/** 三、推荐数量。济南…: a heading in the line of its own text. */
const headIn = /^([\u4e00-\u9fff]{2,12})[。：:](?=.{4})/u;
const skipped =
  /^(?:附件?[:：]|\S{2,12}[〔[（(]20\d\d[〕\]）)]\s*\d+\s*号$|各[^。]{2,120}[:：]$|发布日期|信息来源|第?\d+页)|(?:文件|办公厅|办公室|局|厅|委员会)$|^\S{0,12}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:印发)?$/u;

/**
 * The numbered words of a notice or annex, each with the reference by which it is cited; none of these is among those
 * `taken`, to which they are added.
 */
export function clausesOf(part: Part, taken: Set<string>): DraftClause[] {
  const clauses: DraftClause[] = [];
  const stack: { depth: number; number: string; title: string }[] = [];
  let pending: string | undefined;
  let listing = false;
  const prefix = part.name === '' ? '' : `${part.name} `;
  const add = (tail: string, text: string) => {
    const numbers = refOf(stack);
    const base = `${prefix}${[numbers, tail].filter(Boolean).join(' ')}`.trim() || '引言';
    if (clauses.some((clause) => clause.text === text)) return;
    clauses.push({
      ref: ownRef(base, taken),
      text,
      part,
      headings: stack.map((one) => one.title),
      rules: [],
    });
  };
  const settle = (text: string) => {
    for (const { tail, words } of enumerated(text)) add(tail, words);
  };

  for (const piece of part.pieces) {
    if (piece.kind !== 'para') continue;
    const text = withoutHead(piece.text, part);
    // The list of annexes and the signature end a notice's own words.
    if (/^附件?\s*[:：]/u.test(text)) listing = true;
    if (text === '' || listing) continue;
    // 【报名时间】 heads what follows as a number does.
    const signed = /^【([^】]{2,20})】$/u.exec(text);
    if (signed?.[1] !== undefined) {
      stack.splice(0, stack.length, { depth: 0, number: text, title: signed[1] });
      pending = undefined;
      continue;
    }
    const numbered = numberOf(text);
    if (numbered) {
      while (stack.length > 0 && (stack.at(-1)?.depth ?? 0) >= numbered.depth) stack.pop();
      const { rest } = numbered;
      const heading = rest.length <= 40 && !/[。；！]$/u.test(rest);
      const title = heading ? rest : (headIn.exec(rest)?.[1] ?? '');
      stack.push({ depth: numbered.depth, number: numbered.number, title });
      pending = heading ? rest.replace(/[:：]$/u, '') : undefined;
      if (!heading) settle(rest);
      continue;
    }
    if (contact.test(text)) {
      const last = clauses.at(-1);
      if (last?.ref.endsWith('联系方式')) last.text += ` ${text}`;
      else add('联系方式', text);
      continue;
    }
    if (
      skipped.test(text) ||
      part.title.includes(text.replace(/\s+/gu, '')) ||
      (text.length < 12 && !/[。；]$|\d{1,2}\s*月\s*\d{1,2}\s*[日号]/u.test(text))
    )
      continue;
    const label = /^([\u4e00-\u9fff]{2,10})(?:[:：]|——)/u.exec(text)?.[1];
    if (stack.length === 0) {
      add('引言', text);
      continue;
    }
    const title = pending;
    pending = undefined;
    const depth = stack.at(-1)?.depth ?? 0;
    if (label !== undefined && text.length > label.length + 2) add(label, text);
    else if (title !== undefined && depth >= 1) {
      const items = enumerated(text);
      // An item that is divided again is also one clause: it may define a label.
      add('', `${title}：${text}`);
      if (items.length > 1) for (const { tail, words } of items) add(tail, words);
    } else settle(text);
  }
  return clauses;
}

/** A reference cites one clause, though annexes may bear one number and a form number its notes like its annex. */
export function ownRef(base: string, taken: Set<string>): string {
  let ref = base;
  for (let i = 2; taken.has(ref); i++) ref = `${base} ${i}`;
  taken.add(ref);
  return ref;
}

/** `一（二）`, `一、2`, `三`: how notices and the office cite. */
function refOf(stack: readonly { depth: number; number: string }[]): string {
  return stack
    .filter(({ number }, i) => !stack[i + 1]?.number.startsWith(`${number}.`))
    .map(({ depth, number }, i) => {
      if (depth === 1) return `（${number}）`;
      if (depth === 3) return `（${number}）`;
      return i > 0 && depth === 2 ? `、${number}` : number;
    })
    .join('');
}

/** 一是…。二是…。 in one paragraph are items of their own. */
function enumerated(text: string): { tail: string; words: string }[] {
  const marks = [...text.matchAll(/(?<=^|[。；：])\s*([一二三四五六七八九十]是)/gu)];
  if (marks.length < 2) return [{ tail: '', words: text }];
  const starts = marks.map((mark) => mark.index);
  const lead = text.slice(0, starts[0]).trim();
  return [
    ...(lead === '' ? [] : [{ tail: '', words: lead }]),
    ...marks.map((mark, i) => ({ tail: mark[1] ?? '', words: text.slice(mark.index, starts[i + 1]).trim() })),
  ];
}

/** Text copied as one run has the title, the number and the addressees before the first sentence. */
function withoutHead(text: string, part: Part): string {
  if (part.kind !== 'notice' || text.length < 120) return text;
  return text.replace(/^[^。]{0,260}?(?:各有关单位|主管部门|各[^：:。，,（(]{2,60})[:：](?!\/\/)(?=\S)/u, '');
}

/** Why nothing checks a clause, told by its words; `undefined` for one that asks something. */
export function reasonForNone(clause: DraftClause): string | undefined {
  const { text, headings, ref } = clause;
  const title = headings.join(' ');
  if (clause.part.kind === 'form') return '申报书的填写说明，供填写和核对时参照';
  if (ref.endsWith('联系方式')) return '联系方式，供报送使用';
  if (/引言/u.test(ref)) return '说明发文依据和目的，不含可检查的要求';
  if (/政策|支持措施|组织保障/u.test(title)) return '政策支持措施，不是申报要求';
  if (/(?:工业和信息化部|我部|我厅|我局|省厅)[^，。]{0,20}(?:负责|组织|开展|将)/u.test(text))
    return '主管部门的评审程序，不是对申报书的要求';
  return undefined;
}

/** As the pack holds it. */
export function packClause({ ref, text, rules, unruled }: DraftClause): PackClause {
  return { ref, text, rules, ...(unruled !== undefined && { unruled }) };
}
