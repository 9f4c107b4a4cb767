import { append } from '../../../core/append.ts';
import type { Block } from '../../../core/document.ts';
import { childOf, childrenOf, type Element, textOf } from '../../markup/element.ts';
import { isPrompt, storedValue, tickOfControl } from './controls.ts';
import { type DrawingContext, readDrawing } from './drawing.ts';
import { fieldText, formFieldText, type OpenField } from './fields.ts';
import { chosenBranch, type PartReading } from './reading.ts';
import { isUnseen, type Look, readLook } from './run-look.ts';
import { glyphOf, showEnclosed, showSymbols } from './symbols.ts';

/** What stands in a paragraph: its lines, and the text boxes and embedded documents anchored in it. */
export interface InlineText {
  readonly lines: readonly string[];
  readonly boxes: readonly Block[];
}

export interface InlineContext {
  readonly part: PartReading;
  readonly path: string;
  /** What the paragraph's style says about its runs. */
  readonly look: Look;
  /** Colour behind the paragraph; absent where it is not known. */
  readonly behind: string | undefined;
  /** The whole paragraph is out of sight. */
  readonly unseen: boolean;
  readonly readBox: DrawingContext['readBox'];
}

/** Elements that only wrap runs. */
const wrappers = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:rt',
  'w:rubyBase',
  'w:sdtContent',
  'm:oMath',
  'm:oMathPara',
  'm:r',
]);
const emptyBoxes = /[□☐]/gu;
const ticks = /[☐☑☒□■√✓✔×✗\uf020-\uf0ff]/u;

export function readInline(paragraph: Element, context: InlineContext): InlineText {
  const reader = new InlineReader(context);
  reader.readAll(paragraph);
  return reader.finish();
}

class InlineReader {
  private text = '';
  private readonly boxes: Block[] = [];
  private boxCount = 0;
  private readonly fields: OpenField[] = [];
  private readonly context: InlineContext;
  /** Shapes drawn over the text that may be ticks. */
  private marks = 0;

  constructor(context: InlineContext) {
    this.context = context;
  }

  finish(): InlineText {
    for (const field of this.fields) this.text += field.swallowed;
    let text = showEnclosed(this.text);
    const empty = text.match(emptyBoxes) ?? [];
    if (this.marks > 0 && empty.length > 0) {
      // Which of several boxes a shape lies over only the layout shows.
      if (empty.length === 1) text = text.replace(emptyBoxes, '☑');
      this.all.drawnMarks.push({ text: text.trim(), place: this.place });
    }
    return { lines: text.split('\n'), boxes: this.boxes };
  }

  readAll(parent: Element): void {
    for (const child of childrenOf(parent)) this.read(child);
  }

  private get all() {
    return this.context.part.all;
  }

  private get place() {
    return { part: this.context.part.part, path: this.context.path };
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
      case 'w:fldSimple': {
        const before = this.text.length;
        this.readAll(element);
        if (this.text.length === before) this.write(fieldText(element.attributes['w:instr'] ?? ''));
        break;
      }
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
    const before = this.text.length;
    const tick = tickOfControl(control);
    if (tick !== undefined) {
      this.readAll(content);
      const shown = this.text.slice(before).replace(ticks, '');
      this.text = this.text.slice(0, before) + tick + shown;
    } else if (isPrompt(control, this.all.styles)) this.all.met.push(textOf(content));
    else {
      this.readAll(content);
      if (this.text.slice(before).trim() === '') this.write(storedValue(control));
    }
  }

  private readRun(run: Element): void {
    const style = childOf(run, 'w:rPr', 'w:rStyle')?.attributes['w:val'];
    const named = style === undefined ? undefined : this.all.styles.get(style)?.look;
    this.readRunContent(run, { ...this.context.look, ...named, ...readLook(run) });
  }

  private readRunContent(run: Element, look: Look): void {
    const unseen = this.context.unseen || isUnseen(look, this.context.behind);
    for (const child of childrenOf(run)) {
      switch (child.name) {
        case 'w:t':
          this.readText(preserved(child), look, unseen);
          break;
        case 'w:tab':
        case 'w:ptab':
          if (!look.hidden) this.write('\t');
          break;
        case 'w:br':
        case 'w:cr':
          if (!look.hidden) this.write('\n');
          break;
        case 'w:noBreakHyphen':
          if (!look.hidden) this.write('-');
          break;
        case 'w:sym': {
          const code = Number.parseInt(child.attributes['w:char'] ?? '', 16) || 0;
          const char =
            glyphOf(child.attributes['w:font'], code) ?? (code > 31 ? String.fromCharCode(code) : '');
          if (unseen) this.all.hidden.push({ text: char, place: this.place });
          else this.write(char);
          break;
        }
        case 'w:fldChar':
          this.readFieldMark(child, unseen);
          break;
        case 'w:instrText': {
          const field = this.fields.at(-1);
          if (field && !field.showing) field.instruction += showSymbols(textOf(child), undefined);
          break;
        }
        case 'w:drawing':
        case 'w:pict':
          this.readDrawing(child);
          break;
        case 'w:object':
          this.readDrawing(child);
          this.readObject(child);
          break;
        case 'mc:AlternateContent': {
          const branch = chosenBranch(child);
          if (branch) this.readRunContent(branch, look);
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

  /** Blanks that nobody could see anyway stay: they keep words apart. */
  private readText(raw: string, look: Look, unseen: boolean): void {
    this.all.met.push(raw);
    if (unseen && (look.hidden || raw.trim() !== '')) {
      this.all.hidden.push({ text: raw, place: this.place });
      return;
    }
    if (look.struck && raw.trim() !== '') this.all.struck.push({ text: raw, place: this.place });
    this.write(showSymbols(raw, look.font));
  }

  /** A workbook or a document put in as an object stands where its picture does. */
  private readObject(object: Element): void {
    const id = childOf(object, 'o:OLEObject')?.attributes['r:id'] ?? '';
    const target = this.context.part.relations.get(id)?.target ?? '';
    append(this.boxes, this.all.chunks.get(target) ?? []);
  }

  private readFieldMark(mark: Element, unseen: boolean): void {
    const type = mark.attributes['w:fldCharType'];
    const field = this.fields.at(-1);
    if (type === 'begin') {
      if (!unseen) this.write(formFieldText(mark));
      this.fields.push({ instruction: '', showing: false, swallowed: '' });
    } else if (type === 'separate' && field) {
      field.showing = true;
    } else if (type === 'end' && field) {
      this.fields.pop();
      if (!field.showing && !unseen) this.write(fieldText(field.instruction));
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
    const { part, path, readBox, unseen } = this.context;
    const inside = unseen ? { ...part, unseen } : part;
    const { boxes, marks } = readDrawing(drawing, { part: inside, path, boxes: this.boxCount, readBox });
    this.boxCount += boxes.length;
    append(this.boxes, boxes.flat());
    this.marks += marks;
  }
}

/** XML drops outer spaces that are not marked as meant. */
function preserved(element: Element): string {
  const text = textOf(element).replace(/[\r\n]+/g, ' ');
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t]+|[ \t]+$/g, '');
}
