import type { Text } from '../../../core/lang.ts';
import type { Form } from '../../schema/index.ts';
import type { Part } from '../parts.ts';
import { numberOf, type Piece, tick } from '../pieces.ts';
import { BoxRun } from './box-run.ts';
import { boxedPieces } from './boxes.ts';
import { FormBuilder } from './builder.ts';
import { readChoices } from './choices.ts';
import { Citations } from './citations.ts';
import {
  dateTemplate,
  escaped,
  hint,
  readBlanks,
  readColons,
  readTicks,
  readYesNo,
  tickPlaces,
  unspaced,
} from './inline.ts';
import { cleanLabel, wordLimit } from './labels.ts';
import { instruction, notesIn, tableNotes } from './notes.ts';
import { Outline } from './outline.ts';
import { readFormTable } from './table.ts';
import {
  captionOf,
  headingIn,
  isCoverLabel,
  isDateOnly,
  isHeading,
  isInstruction,
  isIntroduced,
  isShortValue,
  listedPaper,
  page,
  shortList,
} from './wording.ts';

export interface DraftForm {
  readonly form: Form;
  readonly html: string;
  /** Papers the form asks to be attached, as it lists them. */
  readonly annexes: readonly string[];
  /** What the form leaves open, for a person to settle. */
  readonly doubts: readonly Text[];
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
  private readonly citations = new Citations();
  private group: string[] = [];
  /** A short line that may name the table right below it. */
  private caption: string | undefined;
  /** The chapter to be written below the open heading. */
  private chapter: string | undefined;
  private notes = false;
  private listing = false;
  /** The list of papers stands below a heading of its own. */
  private listed = false;
  private readonly boxes = new BoxRun();
  /** The short line above boxes that stand one line below the other. */
  private boxName: string | undefined;

  private readonly part: Part;

  constructor(part: Part) {
    this.part = part;
    this.cite();
  }

  walk(): DraftForm {
    const { title } = this.part;
    const pieces = boxedPieces(this.part.pieces);
    for (const [i, piece] of pieces.entries()) {
      if (piece.kind === 'table') {
        this.closeBoxes();
        this.citations.note(tableNotes(piece), this.builder.clause);
        // A sheet that lists filings is named by its title.
        const caption = this.caption ?? (this.outline.last || (/表$/u.test(title) ? cleanLabel(title) : ''));
        this.html.push(readFormTable(piece.rows, this.under(), this.builder, caption, this.outline.unit));
        this.group = [];
        this.caption = undefined;
      } else {
        this.paragraph(piece.text, pieces, i);
        const titled = squeezed(piece.text) === squeezed(title);
        this.caption = titled ? undefined : captionOf(piece.text);
      }
    }
    this.closeBoxes();
    this.closeChapter();
    const heading = title.replace(/\s+/gu, ' ').trim();
    const fields = this.builder.fields;
    return {
      form: { title: heading || '申报书', fields },
      html: page(heading, this.html),
      annexes: this.annexes,
      doubts: this.builder.doubts(),
      clauses: this.citations.clauses(fields),
    };
  }

  private paragraph(text: string, pieces: readonly Piece[], i: number): void {
    const before = pieces[i - 1];
    const next = pieces[i + 1];
    const following = next?.kind === 'para' ? next.text : undefined;
    if (/^(?:说明|注|填[写表报](?:说明|须知))\s*(?:[:：]|$)/u.test(text)) {
      this.notes = true;
      this.listing = false;
      if (!/[:：]/u.test(text)) {
        this.html.push(`<h2>${escaped(text)}</h2>`);
        return;
      }
    }
    // The next chapter is no paper of the list, whose own heading was numbered alike.
    const chapter = this.listing && this.listed && this.outline.closes(text);
    const paper = this.listing && !chapter ? listedPaper(text) : undefined;
    if (paper !== undefined) {
      if (!/^其他$/u.test(paper)) this.annexes.push(paper);
      this.html.push(`<p>${escaped(text)}</p>`);
      return;
    }
    if (!this.boxes.isEmpty && !/^\s*[☐☑□■▢]/u.test(text)) this.closeBoxes();
    const numbered = numberOf(text);
    // 1.企业名称： is filled in, not written below.
    if (numbered && numbered.depth > 0 && /[:：]\s*$/u.test(text) && isShortValue(cleanLabel(text))) {
      this.html.push(`<p>${readColons(text, { under: this.under() }, this.builder) ?? escaped(text)}</p>`);
      return;
    }
    if (numbered && isHeading(numbered.rest, text, this.notes)) {
      this.heading(text, numbered.rest, pieces, i);
      return;
    }
    const told = numbered && !this.notes && numbered.depth <= 1 ? headingIn(numbered.rest) : undefined;
    if (told !== undefined) {
      this.heading(text, told, pieces, i);
      return;
    }
    if (/(?:材料|附件)清单/u.test(text)) {
      this.listing = true;
      this.listed = false;
      this.html.push(`<p>${escaped(text)}</p>`);
      return;
    }
    if (this.notes) {
      const note = instruction(text);
      if (note) this.citations.note([note], this.part.name);
      this.html.push(`<p class="hint">${escaped(text)}</p>`);
      return;
    }
    if (squeezed(text) === squeezed(this.part.title)) {
      this.html.push(`<h1>${escaped(text)}</h1>`);
      return;
    }
    if (isDateOnly(text) && before?.kind === 'para' && /(?:日\s*期|时\s*间)\s*[:：]\s*$/u.test(before.text))
      return;
    this.citations.note(notesIn(text), this.builder.clause);
    this.html.push(`<p>${this.filled(text, following) ?? escaped(text)}</p>`);
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
    // Hints that limit the words ask for a text, whatever follows.
    const asked = wordLimit(hints.join('')) !== undefined && after?.kind === 'table';
    // 主要困难和建议： above another label is written in where it stands.
    const written =
      /[:：]\s*$/u.test(text) && after?.kind === 'para' && /^[^:：，。]{2,12}[:：](?:\s|$)/u.test(after.text);
    const leaf =
      asked || written || after === undefined || (after.kind === 'para' && this.outline.closes(after.text));
    this.cite();
    this.listing = attached;
    this.listed = attached;
    this.citations.note(notesIn(text), this.builder.clause);
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
      const { head: printed, ticked } = readTicks(text);
      const goesOn = following !== undefined && /^\s*[☐☑□■▢]/u.test(following);
      if (cleanLabel(printed) === '' && (ticked.length === 1 || goesOn || !this.boxes.isEmpty)) {
        if (this.boxes.isEmpty) this.boxName = this.caption;
        this.boxes.add(this.html.length, ticked);
        return escaped(text);
      }
      // 编号： 申请批次：☐…: the last label is that of the boxes.
      const [, other = '', head = ''] = /^(?:(.*[:：])\s+)?([^:：]*[:：]?)$/su.exec(unspaced(printed)) ?? [];
      const first = other === '' ? '' : (readColons(other, setting, this.builder) ?? escaped(other));
      const options = ticked.map((one) => one.option);
      // Boxes that nothing names are named by what they offer.
      const label =
        head ||
        (this.under().at(-1) ??
          (this.outline.last || undefined) ??
          options
            .map((one) => one.text)
            .join('、')
            .slice(0, 40));
      const key = this.builder.ticks(label, this.under(), options);
      if (head === '') this.group = [];
      return key && `${first} ${escaped(head)} ${tickPlaces(key, ticked, setting, this.builder)}`.trim();
    }
    const answer = readYesNo(text, setting, this.builder) ?? readBlanks(text, setting, this.builder);
    // 补充说明（列举…行业____…）：blanks within the hint of a label that is filled in itself.
    const [, outer] = /^([^（(_＿]{2,20})[（(].*[）)]\s*[:：]$/su.exec(text) ?? [];
    const key = answer && outer && this.builder.plain({ label: outer, ...setting });
    if (answer) return key ? `${answer}</p>\n<p>{{${key}}}` : answer;
    const lead = /[:：]\s*$/u.test(text);
    if (lead && following !== undefined && /以下|如下/u.test(text) && shortList(following).length > 0)
      return undefined;
    if (
      !lead &&
      captionOf(text) !== undefined &&
      !dateTemplate.test(text) &&
      /^\s*[☐☑□■▢]/u.test(following ?? '')
    )
      return undefined;
    if (lead && following !== undefined && isIntroduced(following)) {
      this.group = [text];
      return undefined;
    }
    const choices = readChoices(this.html.at(-1) ?? '', text, this.under(), this.builder);
    if (choices) return choices;
    // 数字化基础（不超过300字）： is a label for all its limit.
    const labelled = lead && !/^[（(请]/u.test(text) ? readColons(text, setting, this.builder) : undefined;
    if (labelled) return labelled;
    if (isInstruction(text)) return hint(text);
    return readColons(text, setting, this.builder) ?? this.coverLine(text);
  }

  /** On a cover a name may stand with nothing but a line drawn behind it. */
  private coverLine(text: string): string | undefined {
    const name = /^\S(?:\s+\S){1,7}$/u.test(text) ? squeezed(text) : unspaced(text);
    if (this.outline.depth > 0 || !isCoverLabel(name)) return undefined;
    const key = this.builder.plain({ label: name });
    return key && `${escaped(text)} {{${key}}}`;
  }

  private closeBoxes(): void {
    const name = this.group.at(-1) ?? this.boxName ?? this.outline.last;
    const places = this.boxes.close(name, this.under(), this.builder);
    if (places.length > 0) this.group = [];
    for (const { at, html } of places) this.html[at] = `<p>${html}</p>`;
  }

  private under(): string[] {
    return [...this.outline.titles, ...this.group].filter(Boolean);
  }

  /** Fields are cited by the headings of the form they stand under: `附件2 封面`, `附件2 一`, `附件2 二（1）`. */
  private cite(): void {
    this.builder.clause = `${this.part.name} ${this.outline.ref}`;
    this.citations.open(this.builder.clause);
  }

  private closeChapter(): void {
    if (this.chapter !== undefined) this.html.push(`<p>{{${this.chapter}}}</p>`);
    this.chapter = undefined;
  }
}

const squeezed = (text: string) => text.replace(/\s/gu, '');
