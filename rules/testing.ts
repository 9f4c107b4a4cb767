import { type Check, check } from '../calls/rule-language/operators.ts';
import { callSchema } from '../calls/schema/call.ts';
import { formSchema } from '../calls/schema/form.ts';
import type { Call, Form, Pack, Rule, Scheme } from '../calls/schema/index.ts';
import { rulesSchema } from '../calls/schema/rule.ts';
import { schemesSchema } from '../calls/schema/schemes.ts';
import type { Block, Document, Line, Page, ReadBy } from '../core/document.ts';
import type { Field, FieldState, FieldValue, Filing, Section } from '../core/filing.ts';
import type { Finding } from '../core/judgement.ts';
import { TextMap } from '../core/text-map.ts';
import type { BatchEntry } from './batch/judge-batch.ts';
import { evaluate, judgeRule } from './evaluate.ts';
import type { JudgeContext, Scope } from './scope.ts';
import type { Outcome } from './verdict/outcome.ts';

/** Small packs and filings for tests of rules: written as YAML would be, read by the pack's own schemas. */

export interface FieldDraft {
  readonly value?: FieldValue;
  readonly raw?: string;
  readonly state?: FieldState;
  readonly confidence?: number;
  readonly unit?: string;
  readonly conflicts?: Field['conflicts'];
}

export interface FilingDraft {
  readonly id?: string;
  readonly file?: string;
  /** A bare value is a filled field, `null` a blank one. */
  readonly fields?: Readonly<Record<string, FieldValue | FieldDraft>>;
  /** Section key to its lines; they become part of the text. */
  readonly sections?: Readonly<Record<string, readonly string[]>>;
  /** Further lines behind the sections. */
  readonly lines?: readonly string[];
  /** Words of the text that are the form's own. */
  readonly form?: readonly string[];
  readonly readBy?: ReadBy;
  readonly unreadablePage?: boolean;
}

/** A filing on one page; every line and every field has a place of its own. */
export function filingOf(draft: FilingDraft): Filing {
  const readBy = draft.readBy ?? 'text-layer';
  let row = 0;
  const line = (text: string): Line => {
    row += 1;
    return { text, place: { page: 1, box: [0, row * 10, 100, row * 10 + 9] }, readBy, confidence: 1 };
  };
  const body: Block[] = [];
  const sections = new Map<string, Section>();
  const fields = new Map<string, Field>();
  for (const [key, texts] of Object.entries(draft.sections ?? {})) {
    const lines = texts.map(line);
    body.push({ kind: 'paragraph', lines });
    const text = new TextMap(lines);
    sections.set(key, { key, heading: key, text });
    fields.set(key, fieldOf(key, { value: text.text }, row));
  }
  if (draft.lines) body.push({ kind: 'paragraph', lines: draft.lines.map(line) });
  for (const [key, value] of Object.entries(draft.fields ?? {})) {
    row += 1;
    fields.set(key, fieldOf(key, isDraft(value) ? value : { value }, row));
  }
  const text = TextMap.of(body);
  const formRanges = (draft.form ?? []).flatMap((words): [number, number][] => {
    const at = text.text.indexOf(words);
    return at < 0 ? [] : [[at, at + words.length]];
  });
  const page: Page = { number: 1, width: 100, height: 1000, readBy };
  const unreadable: Page[] = draft.unreadablePage ? [{ ...page, number: 2, unreadable: true }] : [];
  const document: Document = {
    format: 'pdf',
    pages: [page, ...unreadable],
    body,
    marginalia: [],
    pictures: [],
    problems: [],
  };
  const id = draft.id ?? '0000000000000001';
  const sorted = formRanges.toSorted((a, b) => a[0] - b[0]);
  return {
    id,
    file: draft.file ?? 'a.pdf',
    document,
    fields,
    sections,
    text,
    formRanges: sorted,
    problems: [],
  };
}

function isDraft(value: FieldValue | FieldDraft): value is FieldDraft {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return ['value', 'state', 'confidence', 'raw'].some((name) => Object.hasOwn(value, name));
}

function fieldOf(key: string, draft: FieldDraft, row: number): Field {
  const value = draft.value ?? null;
  const written = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const blank = value === null || (Array.isArray(value) && value.length === 0);
  const { unit, conflicts } = draft;
  return {
    key,
    label: key,
    value,
    raw: draft.raw ?? written,
    ...(unit ? { unit } : {}),
    ...(conflicts ? { conflicts } : {}),
    state: draft.state ?? (blank ? 'blank' : 'filled'),
    confidence: draft.confidence ?? 0.99,
    where: draft.state === 'absent' ? [] : [{ page: 1, box: [100, row * 10, 200, row * 10 + 9] }],
  };
}

type Loose = Readonly<Record<string, unknown>>;

export interface PackDraft {
  readonly fields?: readonly Loose[];
  readonly rules?: readonly Loose[];
  readonly schemes?: readonly Loose[];
  readonly call?: Loose;
}

/** A rule whose failure can be mended, unless it says otherwise. */
const mended = (rule: Loose): Loose => ({ consequence: 'mend', ...rule });

/** A pack; fields need no more than `key` and `type`. */
export function packOf(draft: PackDraft = {}): Pack {
  const fields = draft.fields ?? [];
  const some = fields.length > 0 ? fields : [{ key: 'nothing', type: 'text' }];
  const form: Form = formSchema.parse({
    title: '表',
    fields: some.map((field) => ({ label: `栏${field.key}`, en: `field ${field.key}`, ...field })),
  });
  const schemes: readonly Scheme[] = schemesSchema.parse({ schemes: draft.schemes ?? [] }).schemes;
  const { rules } = rulesSchema.parse({ rules: (draft.rules ?? []).map(mended) });
  const batch = Array.isArray(draft.call?.batch) ? draft.call.batch.map(mended) : [];
  const call: Call = callSchema.parse({ ...bareCall, ...draft.call, batch });
  const clauses = new Map([['一', { ref: '一', text: '条文', rules: [] }]]);
  const blank: Document = { format: 'html', pages: [], body: [], marginalia: [], pictures: [], problems: [] };
  return { call, clauses, schemes, form, blank, rules, folder: 'test' };
}

const name = { zh: '名', en: 'name' };
const bareCall = {
  id: 'test-call',
  title: name,
  short: name,
  issuer: name,
  year: 2022,
  programme: { id: 'test-programme', names: ['测试'] },
  deadlines: [{ level: 'province', at: '2022-05-20', clause: '一' }],
  resubmission: {
    bars: 'nothing',
    programmes: 'any',
    readings: [{ id: 'only', title: name, window: { kind: 'unlimited' }, why: name }],
    reading: 'only',
    clause: '一',
  },
};

export const bareContext: JudgeContext = {
  asOf: '2022-05-10',
  classifications: [],
  matches: [],
  awardsChecked: true,
  companions: [],
};

export function scopeOf(
  draft: FilingDraft,
  pack: PackDraft = {},
  context: Partial<JudgeContext> = {},
): Scope {
  return { pack: packOf(pack), filing: filingOf(draft), context: { ...bareContext, ...context } };
}

/** Reads a check as `rules.yaml` would and evaluates it. */
export function run(asked: unknown, scope: Scope): Outcome {
  return evaluate(check.parse(asked), scope);
}

/** Reads a rule as `rules.yaml` would and judges it. */
export function runRule(rule: Loose, scope: Scope): Finding {
  const whole = mended({ id: 'r', title: name, clause: '一', pass: name, fail: name, ...rule });
  const [parsed] = rulesSchema.parse({ rules: [whole] }).rules;
  if (!parsed) throw new Error('no rule');
  return judgeRule(parsed satisfies Rule, scope);
}

export function checkOf(asked: unknown): Check {
  return check.parse(asked);
}

export function entryOf(draft: FilingDraft, more: Partial<BatchEntry> = {}): BatchEntry {
  const filing = filingOf(draft);
  return { id: filing.id, file: filing.file, filing, classification: [], matches: [], ...more };
}
