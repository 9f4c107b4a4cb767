import type { Form } from '../../schema/index.ts';
import type { OpenPoint } from '../open-point.ts';
import type { Part } from '../parts.ts';
import { numberings, numberOf, type Piece, tick } from '../pieces.ts';
import { FormBuilder } from './builder.ts';
import {
  dateTemplate,
  escaped,
  hint,
  readBlanks,
  readColons,
  readTicks,
  readYesNo,
  type Ticked,
  tickPlaces,
} from './inline.ts';
import { cleanLabel, wordLimit } from './labels.ts';
import { type FormNote, instruction, notesIn, tableNotes } from './notes.ts';
import { readFormTable } from './table.ts';

export interface DraftForm {
  readonly form: Form;
  readonly html: string;
  /** Papers the form asks to be attached, as it lists them. */
  readonly annexes: readonly string[];
  /** Words of the form by the reference they are cited by. */
  readonly clauses: readonly { readonly ref: string; readonly text: string }[];
  readonly open: readonly OpenPoint[];
}

interface Heading {
  readonly style: string;
  readonly number: string;
  readonly title: string;
}

/** Reads a blank form: its fields with their labels, types, units, options and limits, and the form with places. */
export function draftForm(part: Part): DraftForm {
  return new FormWalk(part).walk();
}

/** The state while a form is read from top to bottom. */
class FormWalk {
  private readonly builder = new FormBuilder();
  private readonly html: string[] = [];
  private readonly annexes: string[] = [];
  private readonly open: OpenPoint[] = [];
  private readonly stack: Heading[] = [];
  private readonly refs = new Map<string, number>();
  private readonly noted = new Map<string, string>();
  private group: string[] = [];
  private notes = false;
  private listing = false;
  private boxes: { readonly at: number; readonly ticked: Ticked[] }[] = [];

  private readonly part: Part;

  constructor(part: Part) {
    this.part = part;
    this.cite();
  }

  walk(): DraftForm {
    const { pieces, title } = this.part;
    for (const [i, piece] of pieces.entries()) {
      if (piece.kind === 'table') {
        this.closeBoxes();
        this.note(tableNotes(piece));
        this.html.push(readFormTable(piece.rows, this.under(), this.builder));
        this.group = [];
      } else this.paragraph(piece.text, pieces, i);
    }
    this.closeBoxes();
    const heading = title.replace(/\s+/gu, ' ').trim();
    const fields = this.builder.fields;
    return {
      form: { title: heading || '申报书', fields },
      html: page(heading, this.html),
      annexes: this.annexes,
      clauses: [
        ...[...this.refs.keys()].flatMap((ref) => {
          const asked = fields.filter((field) => field.clause === ref);
          return asked.length > 0 ? [{ ref, text: asked.map((field) => field.label).join('；') }] : [];
        }),
        ...[...this.noted].map(([ref, text]) => ({ ref, text })),
      ],
      open: this.open,
    };
  }

  private paragraph(text: string, pieces: readonly Piece[], i: number): void {
    const next = pieces[i + 1];
    const following = next?.kind === 'para' ? next.text : undefined;
    if (/^(?:说明|填写说明|填表说明|填报说明|注)\s*[:：]/u.test(text)) {
      this.notes = true;
      this.listing = false;
    }
    const numbered = numberOf(text);
    if (
      this.listing &&
      (numbered || /^附件\s*\d+\s*[:：]/u.test(text)) &&
      text.length < 60 &&
      !/[一二三四五六七八九十]、/u.test(text.slice(0, 3))
    ) {
      const name = (numbered?.rest ?? text.replace(/^附件\s*\d+\s*[:：]\s*/u, '')).trim();
      if (!/^其他$/u.test(name)) this.annexes.push(name);
      this.html.push(`<p>${escaped(text)}</p>`);
      return;
    }
    if (numbered && this.isHeading(numbered.rest, text)) {
      this.heading(text, numbered, pieces, i);
      return;
    }
    if (/(?:材料|附件)清单/u.test(text)) {
      this.listing = true;
      this.html.push(`<p>${escaped(text)}</p>`);
      return;
    }
    if (this.notes) {
      const note = instruction(text);
      if (note) this.note([note], this.part.name);
      this.html.push(`<p class="hint">${escaped(text)}</p>`);
      return;
    }
    if (text.replace(/\s/gu, '') === this.part.title.replace(/\s/gu, '')) {
      this.html.push(`<h1>${escaped(text)}</h1>`);
      return;
    }
    if (isDateOnly(text) && /[:：]\s*$/u.test(previous(pieces, i))) return;
    this.note(notesIn(text));
    this.html.push(`<p>${this.filled(text, following) ?? escaped(text)}</p>`);
  }

  /** Explanations are cited by what they are about: `附件2 二（2）3.1 行业分类`. */
  private note(notes: readonly FormNote[], under = this.builder.clause): void {
    for (const { about, text } of notes) {
      if ([...this.noted.values()].includes(text)) continue;
      let ref = `${under} ${about}`;
      for (let i = 2; this.noted.has(ref) || this.refs.has(ref); i++) ref = `${under} ${about} ${i}`;
      this.noted.set(ref, text);
    }
  }

  private isHeading(rest: string, text: string): boolean {
    const bare = rest.replace(/[（(].*$/su, '');
    if (tick.test(text) || /[_＿]{2,}/u.test(text)) return false;
    return (
      bare.length <= 40 &&
      !/[。；，]$/u.test(bare) &&
      !/[。；]/u.test(bare) &&
      (!this.notes || /^[一二三四五六七八九十]+、/u.test(text))
    );
  }

  /** A heading below which nothing is asked before the next one is a chapter to be written. */
  private heading(
    text: string,
    numbered: { depth: number; number: string; rest: string },
    pieces: readonly Piece[],
    i: number,
  ): void {
    this.closeBoxes();
    this.notes = false;
    this.group = [];
    const style = `${numbered.depth}${numbered.number.includes('.') ? '.' : ''}`;
    const at = this.stack.findIndex((one) => one.style === style);
    if (at >= 0) this.stack.splice(at);
    const label = cleanLabel(numbered.rest.replace(/[:：]\s*$/u, ''));
    const hints: string[] = [];
    let end = i + 1;
    for (; end < pieces.length; end++) {
      const piece = pieces[end];
      if (piece?.kind !== 'para' || !isInstruction(piece.text)) break;
      hints.push(piece.text);
    }
    const after = pieces[end];
    const nextHeading = after?.kind === 'para' ? numberOf(after.text) : undefined;
    const nextStyle = nextHeading && `${nextHeading.depth}${nextHeading.number.includes('.') ? '.' : ''}`;
    const attached = /附件|证明材料|佐证材料|说明材料/u.test(label);
    const leaf =
      hints.length === end - i - 1 &&
      (after === undefined ||
        (nextStyle !== undefined &&
          (nextStyle === style || this.stack.some((one) => one.style === nextStyle))));
    this.stack.push({ style, number: numberText(numbered.number, numbered.depth), title: label });
    this.cite();
    this.listing = attached;
    this.note(notesIn(text));
    this.html.push(
      `<h${Math.min(this.stack.length + 1, 4)}>${escaped(text)}</h${Math.min(this.stack.length + 1, 4)}>`,
    );
    if (!leaf && !attached) return;
    const limit = wordLimit([text, ...hints].join(''));
    const key = this.builder.plain({ label, type: 'section', ...(limit !== undefined && { limit }) });
    if (!key) return;
    // The hints that follow are printed when their turn comes; the place stands behind the heading.
    this.html.push(`<p>{{${key}}}</p>`);
  }

  private filled(text: string, following: string | undefined): string | undefined {
    const setting = { under: this.under() };
    if (tick.test(text)) {
      const { head, ticked } = readTicks(text);
      if (cleanLabel(head) === '' && ticked.length === 1) {
        this.boxes.push({ at: this.html.length, ticked });
        return escaped(text);
      }
      const key = this.builder.ticks(
        head || (this.under().at(-1) ?? ''),
        this.under(),
        ticked.map((one) => one.option),
      );
      return key && `${escaped(head)} ${tickPlaces(key, ticked, setting, this.builder)}`;
    }
    const answer = readYesNo(text, setting, this.builder) ?? readBlanks(text, setting, this.builder);
    // 补充说明（列举…行业____…）：blanks within the hint of a label that is filled in itself.
    const [, outer] = /^([^（(_＿]{2,20})[（(].*[）)]\s*[:：]$/su.exec(text) ?? [];
    const key = answer && outer && this.builder.plain({ label: outer, ...setting });
    if (answer) return key ? `${answer}</p>\n<p>{{${key}}}` : answer;
    const lead = /[:：]\s*$/u.test(text);
    if (lead && following !== undefined && /以下|如下/u.test(text)) {
      const listed = following.replace(/[。；]$/u, '').split('、');
      if (listed.length >= 3 && listed.every((one) => one.trim().length <= 15)) return undefined;
    }
    if (lead && following !== undefined && leadsTo(following)) {
      this.group = [cleanLabel(text)];
      return undefined;
    }
    const before = /([^<>]{0,10}以下[\u4e00-\u9fff]{2,6})[:：]\s*<\/p>$/u.exec(this.html.at(-1) ?? '');
    const listed = text.split('、').map((one) => one.trim());
    if (before && listed.length >= 3 && listed.every((one) => one.length <= 15)) {
      const key = this.builder.ticks(
        before[1] ?? '',
        this.under(),
        listed.map((one) => ({ text: one })),
      );
      return key && listed.map((one) => `{{${key}=${one}}}${escaped(one)}`).join('、');
    }
    if (isInstruction(text)) return hint(text);
    return readColons(text, setting, this.builder);
  }

  /** Boxes one to a paragraph are one field, named by the heading above them. */
  private closeBoxes(): void {
    const boxes = this.boxes.splice(0);
    const ticked = boxes.flatMap((box) => box.ticked);
    const label = this.stack.at(-1)?.title ?? '';
    const key = this.builder.ticks(
      label,
      this.under(),
      ticked.map((one) => one.option),
      true,
    );
    if (!key) {
      for (const {
        at,
        ticked: [one],
      } of boxes) {
        if (one)
          this.html[at] =
            `<p>☐${escaped(one.printed)}${readBlanks(one.rest, { under: this.under(), label: one.option.text }, this.builder) ?? escaped(one.rest)}</p>`;
      }
      return;
    }
    for (const { at, ticked: own } of boxes) {
      this.html[at] = `<p>${tickPlaces(key, own, { under: this.under() }, this.builder)}</p>`;
    }
  }

  private under(): string[] {
    return [...this.stack.slice(1).map((one) => one.title), ...this.group].filter(Boolean);
  }

  /** Fields are cited by the headings of the form they stand under: `附件2 封面`, `附件2 一`, `附件2 二（1）`. */
  private cite(): void {
    const ref =
      this.stack.length === 0
        ? '封面'
        : this.stack.reduce((text, one, n) => {
            // 2.1 says that it stands in 2.
            if (this.stack[n + 1]?.number.startsWith(`${one.number}.`)) return text;
            const apart = one.style.startsWith('2') && text !== '' && !text.endsWith('）') ? '、' : '';
            return text + apart + one.number;
          }, '');
    this.builder.clause = `${this.part.name} ${ref}`;
    this.refs.set(this.builder.clause, this.refs.size);
  }
}

const numberText = (number: string, depth: number) => (depth === 1 || depth === 3 ? `（${number}）` : number);
const isDateOnly = (text: string) => dateTemplate.exec(text.trim())?.[0] === text.trim();
const previous = (pieces: readonly Piece[], i: number): string => {
  const piece = pieces[i - 1];
  return piece?.kind === 'para' ? piece.text : '';
};

/** What only says how to fill in: a bracket, or a sentence with a limit of words. */
function isInstruction(text: string): boolean {
  if (/[_＿]{2,}/u.test(text) || tick.test(text) || numberings.some((one) => one.test(text))) return false;
  return (
    /^[（(].*[）)][:：]?$/su.test(text) ||
    wordLimit(text) !== undefined ||
    /^(?:请|包括|简要|主要|重点|围绕)[^:：]{6,}[。）)]?$/u.test(text)
  );
}

/** Words that a label introduces instead of being filled in itself. */
const leadsTo = (text: string) =>
  /[_＿]{2,}/u.test(text) ||
  tick.test(text) ||
  (text.length > 20 && /[。；]$/u.test(text) && !isInstruction(text));

function page(title: string, lines: readonly string[]): string {
  return [
    '<!DOCTYPE html>',
    '<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN">',
    `<head><meta charset="UTF-8"/><title>${escaped(title)}</title></head>`,
    '<body>',
    ...lines,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
