import { describe, expect, it } from 'vitest';
import type { ReadBy } from '../../core/document.ts';
import { sureEnough } from '../../core/filing.ts';
import { type FieldDraft, scopeOf } from '../testing.ts';
import { isScanned, readField, readFilled, readTicked, sureOfScannedBoxes } from './read-field.ts';

const fields = [
  { key: 'name', type: 'text', label: '名称' },
  { key: 'boxes', type: 'ticks', label: '能力', options: [{ text: '甲' }, { text: '乙' }] },
];
const scope = (draft: FieldDraft, readBy: ReadBy = 'text-layer', key = 'name') =>
  scopeOf({ fields: { [key]: draft }, readBy }, { fields });
const state = (draft: FieldDraft) => readField(scope(draft), 'name').state;

describe('a field', () => {
  it('is used from the confidence on that is sure enough, be it filled or blank', () => {
    expect(state({ value: '甲', confidence: sureEnough })).toBe('filled');
    expect(state({ value: '甲', confidence: sureEnough - 0.01 })).toBe('unknown');
    expect(state({ value: null, confidence: sureEnough })).toBe('blank');
    expect(state({ value: null, confidence: sureEnough - 0.01 })).toBe('unknown');
  });

  it('is blank where it holds nothing, whatever it is called', () => {
    for (const value of [null, '', [], { 2020: null, 2021: null }])
      expect([value, state({ value, state: 'filled' })]).toEqual([value, 'blank']);
    for (const value of [0, '0', ['甲'], { 2020: null, 2021: 0 }])
      expect([value, state({ value, state: 'filled' })]).toEqual([value, 'filled']);
    expect(state({ value: '甲', state: 'blank' })).toBe('blank');
  });

  it('says where a person must look, if the place is known', () => {
    const unreadable = scope({ value: null, raw: '?', state: 'unreadable' });
    expect(readField(unreadable, 'name')).toMatchObject({
      state: 'unknown',
      why: { zh: expect.stringMatching(/^“名称”填有内容但无法识别（.+），请查看原件。$/u) },
      evidence: [{ page: 1 }],
    });
    const field = unreadable.filing.fields.get('name');
    const nowhere = field && new Map([['name', { ...field, where: [] }]]);
    const lost = { ...unreadable, filing: { ...unreadable.filing, fields: nowhere ?? new Map() } };
    expect(readField(lost, 'name')).toMatchObject({ why: { zh: '“名称”填有内容但无法识别，请查看原件。' } });
  });

  it('whose value is asked is unknown when blank, with its place', () => {
    expect(readFilled(scope({ value: null }), 'name')).toMatchObject({
      why: { zh: '“名称”未填写。' },
      evidence: [{ page: 1 }],
    });
  });
});

describe('ticks', () => {
  const ticked = (draft: FieldDraft, readBy: ReadBy = 'text-layer', key = 'boxes') => {
    const reading = readTicked(scope(draft, readBy, key), key);
    return 'ticked' in reading ? reading.ticked : undefined;
  };

  it('are what is ticked, a single choice too, and none where the boxes stand empty', () => {
    expect(ticked({ value: ['甲', '乙'] })).toEqual(['甲', '乙']);
    expect(ticked({ value: '甲' })).toEqual(['甲']);
    expect(ticked({ value: null })).toEqual([]);
    expect(ticked({ value: 7 })).toEqual([]);
  });

  it('of a scan need more confidence; of a text, and in a field that is no boxes, they do not', () => {
    const [sure, unsure] = [sureOfScannedBoxes, sureOfScannedBoxes - 0.01];
    expect(ticked({ value: ['甲'], confidence: sure }, 'ocr')).toEqual(['甲']);
    expect(ticked({ value: ['甲'], confidence: unsure }, 'ocr')).toBeUndefined();
    expect(ticked({ value: ['甲'], confidence: unsure })).toEqual(['甲']);
    expect(ticked({ value: '甲', confidence: unsure }, 'ocr', 'name')).toEqual(['甲']);
    expect(ticked({ value: '甲', confidence: unsure }, 'ocr', 'other')).toEqual(['甲']);
  });
});

describe('a place is scanned', () => {
  const whole = scope({ value: '甲' }, 'ocr');
  const [page] = whole.filing.document.pages;
  const pages = page ? [page, { ...page, number: 2, readBy: 'text-layer' as const }] : [];
  const mixed = { ...whole, filing: { ...whole.filing, document: { ...whole.filing.document, pages } } };
  const at = (number: number) => ({ page: number, box: [0, 0, 9, 9] as const });

  it('where its own page was read by OCR', () => {
    expect(isScanned(mixed, [at(1)])).toBe(true);
    expect(isScanned(mixed, [at(2)])).toBe(false);
    expect(isScanned(mixed, [at(2), at(1)])).toBe(true);
    expect(isScanned(mixed, [])).toBe(false);
  });

  it('but not in another file, nor in Word, which has no pages', () => {
    expect(isScanned(mixed, [{ ...at(1), file: '附件.pdf' }])).toBe(false);
    expect(isScanned(mixed, [{ part: 'word/document.xml', path: 'p[1]' }])).toBe(false);
  });
});
