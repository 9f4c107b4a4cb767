import type { Form } from '../../schema/index.ts';
import type { Part } from '../parts.ts';
import { numberOf, type Piece, tick } from '../pieces.ts';
import { FormBuilder } from './builder.ts';
import {
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
import { Outline } from './outline.ts';
import { readFormTable } from './table.ts';
import { isDateOnly, isInstruction, isIntroduced, page, shortList } from './wording.ts';

export interface DraftForm {
  readonly form: Form;
  readonly html: string;
  /** Papers the form asks to be attached, as it lists them. */
  readonly annexes: readonly string[];
  /** Words of the form by the reference they are cited by. */
  readonly clauses: readonly { readonly ref: string; readonly text: string }[];
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
  private readonly outline = new Outline();
  private readonly refs = new Set<string>();
  private readonly noted = new Map<string, string>();
  private group: string[] = [];
  /** The chapter to be written below the open heading. */
  private chapter: string | undefined;
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
    this.closeChapter();
    const heading = title.replace(/\s+/gu, ' ').trim();
    const fields = this.builder.fields;
    return {
      form: { title: heading || '申报书', fields },
      html: page(heading, this.html),
      annexes: this.annexes,
      clauses: [
        ...[...this.refs].flatMap((ref) => {
          const asked = fields.filter((field) => field.clause === ref);
          return asked.length > 0 ? [{ ref, text: asked.map((field) => field.label).join('；') }] : [];
        }),
        ...[...this.noted].map(([ref, text]) => ({ ref, text })),
      ],
    };
  }

  private paragraph(text: string, pieces: readonly Piece[], i: number): void {
    const before = pieces[i - 1];
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
      this.heading(text, numbered.rest, pieces, i);
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
    if (isDateOnly(text) && before?.kind === 'para' && /[:：]\s*$/u.test(before.text)) return;
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
  private heading(text: string, rest: string, pieces: readonly Piece[], i: number): void {
    this.closeBoxes();
    this.closeChapter();
    this.notes = false;
    this.group = [];
    const label = cleanLabel(rest.replace(/[:：]\s*$/u, ''));
    this.outline.open(text, label);
    const hints: string[] = [];
    let end = i + 1;
    for (; end < pieces.length; end++) {
      const piece = pieces[end];
      if (piece?.kind !== 'para' || !isInstruction(piece.text)) break;
      hints.push(piece.text);
    }
    const after = pieces[end];
    const attached = /附件|证明材料|佐证材料|说明材料/u.test(label);
    const leaf = after === undefined || (after.kind === 'para' && this.outline.closes(after.text));
    this.cite();
    this.listing = attached;
    this.note(notesIn(text));
    const tag = `h${Math.min(this.outline.depth + 1, 4)}`;
    this.html.push(`<${tag}>${escaped(text)}</${tag}>`);
    if (!leaf && !attached) return;
    const limit = wordLimit([text, ...hints].join(''));
    const key = this.builder.plain({ label, type: 'section', ...(limit !== undefined && { limit }) });
    // Hints and the list of papers are printed first; the place stands behind them.
    if (key) this.chapter = key;
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
    if (lead && following !== undefined && /以下|如下/u.test(text) && shortList(following).length > 0)
      return undefined;
    if (lead && following !== undefined && isIntroduced(following)) {
      this.group = [cleanLabel(text)];
      return undefined;
    }
    const before = /([^<>]{0,10}以下[\u4e00-\u9fff]{2,6})[:：]\s*<\/p>$/u.exec(this.html.at(-1) ?? '');
    const listed = before ? shortList(text) : [];
    if (before && listed.length > 0) {
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
    const label = this.outline.last;
    const key = this.builder.ticks(
      label,
      this.under(),
      ticked.map((one) => one.option),
      true,
    );
    if (!key) {
      // One box alone is no choice; only the blanks behind it are filled in.
      for (const { at, ticked: own } of boxes) {
        const shown = own.map(({ printed, rest, option }) => {
          const blanks = readBlanks(rest, { under: this.under(), label: option.text }, this.builder);
          return `☐${escaped(printed)}${blanks ?? escaped(rest)}`;
        });
        this.html[at] = `<p>${shown.join(' ')}</p>`;
      }
      return;
    }
    for (const { at, ticked: own } of boxes) {
      this.html[at] = `<p>${tickPlaces(key, own, { under: this.under() }, this.builder)}</p>`;
    }
  }

  private under(): string[] {
    return [...this.outline.titles, ...this.group].filter(Boolean);
  }

  /** Fields are cited by the headings of the form they stand under: `附件2 封面`, `附件2 一`, `附件2 二（1）`. */
  private cite(): void {
    this.builder.clause = `${this.part.name} ${this.outline.ref}`;
    this.refs.add(this.builder.clause);
  }

  private closeChapter(): void {
    if (this.chapter !== undefined) this.html.push(`<p>{{${this.chapter}}}</p>`);
    this.chapter = undefined;
  }
}
