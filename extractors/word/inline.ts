import type { Block } from '../../core/document.ts';
import { childOf, childrenOf, type Element, textOf } from '../markup/element.ts';
import { isPrompt } from './controls.ts';
import { fieldText, formFieldText, type OpenField } from './fields.ts';
import { isOn } from './namespaces.ts';
import { chosenBranch, type PartReading } from './reading.ts';
import { readRunProperties } from './styles.ts';
import { glyphOf, showSymbols } from './symbols.ts';

/** What stands in a paragraph: its lines, and the text boxes anchored in it. */
export interface InlineText {
  readonly lines: readonly string[];
  readonly boxes: readonly Block[];
}

export interface InlineContext {
  readonly part: PartReading;
  readonly path: string;
  /** What the paragraph's style says about its runs. */
  readonly hidden: boolean;
  readonly font?: string;
  /** Reads the blocks of a text box; handed in because blocks hold paragraphs and paragraphs hold boxes. */
  readonly readBox: (content: Element, path: string) => Block[];
}

/** Elements that only wrap runs. */
const wrappers = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:rt',
  'w:rubyBase',
  'w:sdtContent',
  'm:oMath',
  'm:oMathPara',
  'm:r',
]);
const ticks = /[☐☑☒□■√✓✔×✗\uf020-\uf0ff]/u;

export function readInline(paragraph: Element, context: InlineContext): InlineText {
  const reader = new InlineReader(context);
  reader.readAll(paragraph);
  return reader.finish();
}

class InlineReader {
  private text = '';
  private readonly boxes: Block[] = [];
  private readonly fields: OpenField[] = [];
  private readonly context: InlineContext;

  constructor(context: InlineContext) {
    this.context = context;
  }

  finish(): InlineText {
    for (const field of this.fields) this.text += field.swallowed;
    return { lines: this.text.split('\n'), boxes: this.boxes };
  }

  readAll(parent: Element): void {
    for (const child of childrenOf(parent)) this.read(child);
  }

  private get all() {
    return this.context.part.all;
  }

  private read(element: Element): void {
    switch (element.name) {
      case 'w:r':
        this.readRun(element);
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.all.inserted++;
        this.readAll(element);
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.all.deleted++;
        this.all.met.push(textOf(element));
        break;
      case 'w:sdt':
        this.readControl(element);
        break;
      case 'w:ruby':
        this.readAll(childOf(element, 'w:rubyBase') ?? element);
        break;
      case 'mc:AlternateContent':
        this.readAll(chosenBranch(element) ?? element);
        break;
      case 'm:t':
        this.write(textOf(element));
        break;
      default:
        if (wrappers.has(element.name) || element.name.startsWith('m:')) this.readAll(element);
    }
  }

  private readControl(control: Element): void {
    const content = childOf(control, 'w:sdtContent');
    if (!content) return;
    const properties = childOf(control, 'w:sdtPr');
    const box = childOf(properties, 'w14:checkbox');
    if (box) {
      const before = this.text.length;
      this.readAll(content);
      const shown = this.text.slice(before).replace(ticks, '');
      const checked = childOf(box, 'w14:checked');
      const state = checked && isOn(checked.attributes['w14:val']) ? '☑' : '☐';
      this.text = this.text.slice(0, before) + state + shown;
    } else if (isPrompt(control)) this.all.met.push(textOf(content));
    else this.readAll(content);
  }

  private readRun(run: Element): void {
    const style = childOf(run, 'w:rPr', 'w:rStyle')?.attributes['w:val'];
    const named = style === undefined ? undefined : this.all.styles.get(style);
    const own = readRunProperties(run);
    const hidden = own.hidden ?? named?.hidden ?? this.context.hidden;
    this.readRunContent(run, own.font ?? named?.font ?? this.context.font, hidden);
  }

  private readRunContent(run: Element, font: string | undefined, hidden: boolean): void {
    for (const child of childrenOf(run)) {
      switch (child.name) {
        case 'w:t': {
          const raw = preserved(child);
          this.all.met.push(raw);
          if (hidden) this.all.hidden.push(raw);
          else this.write(showSymbols(raw, font));
          break;
        }
        case 'w:tab':
        case 'w:ptab':
          if (!hidden) this.write('\t');
          break;
        case 'w:br':
        case 'w:cr':
          if (!hidden) this.write('\n');
          break;
        case 'w:noBreakHyphen':
          if (!hidden) this.write('-');
          break;
        case 'w:sym': {
          const code = Number.parseInt(child.attributes['w:char'] ?? '', 16) || 0;
          const char =
            glyphOf(child.attributes['w:font'], code) ?? (code > 31 ? String.fromCharCode(code) : '');
          if (!hidden) this.write(char);
          break;
        }
        case 'w:fldChar':
          this.readFieldMark(child, hidden);
          break;
        case 'w:instrText': {
          const field = this.fields.at(-1);
          if (field && !field.showing) field.instruction += textOf(child);
          break;
        }
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          this.readDrawing(child);
          break;
        case 'mc:AlternateContent': {
          const branch = chosenBranch(child);
          if (branch) this.readRunContent(branch, font, hidden);
          break;
        }
        case 'w:ruby':
          this.readAll(childOf(child, 'w:rubyBase') ?? child);
          break;
        case 'w:delText':
          this.all.met.push(textOf(child));
          break;
      }
    }
  }

  private readFieldMark(mark: Element, hidden: boolean): void {
    const type = mark.attributes['w:fldCharType'];
    const field = this.fields.at(-1);
    if (type === 'begin') {
      if (!hidden) this.write(formFieldText(mark));
      this.fields.push({ instruction: '', showing: false, swallowed: '' });
    } else if (type === 'separate' && field) {
      field.showing = true;
    } else if (type === 'end' && field) {
      this.fields.pop();
      if (!field.showing && !hidden) this.write(fieldText(field.instruction));
    }
  }

  /** Text inside the instruction of a field (a nested EQ, a condition) belongs to the instruction. */
  private write(text: string): void {
    const field = this.fields.findLast((open) => !open.showing);
    if (!field || text === '') {
      this.text += text;
    } else if (
      ticks.test(text) &&
      text.length === 1 &&
      field === this.fields.at(-1) &&
      field.instruction === ''
    ) {
      this.text += text;
    } else {
      field.instruction += text;
      field.swallowed += text;
    }
  }

  private readDrawing(drawing: Element): void {
    for (const child of childrenOf(drawing)) {
      if (child.name === 'w:txbxContent') {
        const path = `${this.context.path}/txbx[${this.boxes.length + 1}]`;
        this.boxes.push(...this.context.readBox(child, path));
      } else if (child.name === 'mc:AlternateContent') {
        const branch = chosenBranch(child);
        if (branch) this.readDrawing(branch);
      } else {
        if (child.name === 'a:blip')
          this.addPicture(child.attributes['r:embed'] ?? child.attributes['r:link']);
        else if (child.name === 'v:imagedata') this.addPicture(child.attributes['r:id']);
        this.readDrawing(child);
      }
    }
  }

  private addPicture(id: string | undefined): void {
    const relation = this.context.part.relations.get(id ?? '');
    if (!relation) return;
    const place = { part: this.context.part.part, path: this.context.path };
    this.all.pictures.push({ place, target: relation.target, external: relation.external });
  }
}

/** XML drops outer spaces that are not marked as meant. */
function preserved(element: Element): string {
  const text = textOf(element).replace(/[\r\n]+/g, ' ');
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t]+|[ \t]+$/g, '');
}
