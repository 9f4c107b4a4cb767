import { describe, expect, it } from 'vitest';
import type { Document, Page } from '../../core/document.ts';
import type { Companion } from '../scope.ts';
import { type FilingDraft, run, scopeOf } from '../testing.ts';

const call = {
  annexes: [
    { key: 'licence', title: '营业执照', required: true, clause: '一' },
    { key: 'audit', title: '专项审计报告', required: true, clause: '一' },
  ],
};
const whole = (
  companions: readonly Companion[],
  draft: FilingDraft = { lines: ['申报书'] },
  document: Partial<Document> = {},
) => {
  const scope = scopeOf(draft, { call }, { companions, companionsComplete: true });
  const changed = { ...scope.filing, document: { ...scope.filing.document, ...document } };
  return run({ annex: 'licence' }, { ...scope, filing: changed });
};

describe('the files of a whole package', () => {
  it('may hold the annex where nothing says what they are', () => {
    const found = whole([{ file: 'a/合集.pdf' }, { file: 'a/专项审计报告.pdf' }, { file: 'a/扫描.pdf' }]);
    expect(found).toMatchObject({ verdict: 'unknown', evidence: [] });
    expect(found.why.zh).toContain('“合集”、“扫描”内容未能确认');
    expect(found.why.en).toContain('"合集", "扫描"');
  });

  it('do not hold it where they are other annexes, or papers that every filing has', () => {
    const others = ['专项审计报告', '承诺书', '推荐汇总表', '目录', '申报书', '申请书', '申报表'];
    for (const name of others)
      expect([name, whole([{ file: `a/${name}.pdf` }]).verdict]).toEqual([name, 'fail']);
  });
});

describe('what lies behind the form', () => {
  const form = { lines: ['填表说明', '申报书'], form: ['填表说明'] };
  const page = (number: number, more: Partial<Page> = {}): Page => ({
    number,
    width: 100,
    height: 200,
    readBy: 'text-layer',
    ...more,
  });
  const picture = (place: Document['pictures'][number]['place']) => ({ place, mediaType: 'image/png' });
  const at = (number: number) => ({ page: number, box: [0, 0, 9, 9] as const });

  it('is a picture on a later page, or any picture of a Word file', () => {
    expect(whole([], form, { pictures: [picture(at(2))] })).toMatchObject({
      verdict: 'unknown',
      evidence: [at(2)],
    });
    expect(
      whole([], form, { pictures: [picture({ part: 'word/document.xml', path: 'p[1]' })] }).verdict,
    ).toBe('unknown');
    expect(whole([], form, { pictures: [picture(at(1))] }).verdict).toBe('fail');
  });

  it('is a later page that is a scan or could not be read', () => {
    expect(whole([], form, { pages: [page(1), page(2, { readBy: 'ocr' })] })).toMatchObject({
      verdict: 'unknown',
      evidence: [{ page: 2, box: [0, 0, 100, 200] }],
    });
    expect(whole([], form, { pages: [page(1), page(2, { unreadable: true })] }).verdict).toBe('unknown');
    expect(whole([], form, { pages: [page(1, { readBy: 'ocr' }), page(2)] }).verdict).toBe('fail');
  });

  it('is the whole document where nothing of the form was found in it', () => {
    expect(whole([], { lines: ['申报书'] }, { pages: [page(1, { readBy: 'ocr' })] }).verdict).toBe('unknown');
  });

  it('is shown by three places', () => {
    const pages = [1, 2, 3, 4, 5, 6].map((number) => page(number, { readBy: 'ocr' }));
    expect(whole([], form, { pages }).evidence.map((place) => ('page' in place ? place.page : 0))).toEqual([
      2, 3, 4,
    ]);
  });
});

describe('an annex in the filing itself', () => {
  const ask = (draft: FilingDraft, companions: readonly Companion[] = []) =>
    run({ annex: 'licence' }, scopeOf(draft, { call }, { companions }));

  it('begins where the form ends', () => {
    expect(ask({ lines: ['填表说明', '营业执照'], form: ['填表说明'] }).verdict).toBe('pass');
    expect(ask({ lines: ['营业执照', '填表说明'], form: ['填表说明'] })).toMatchObject({
      verdict: 'unknown',
      why: { zh: '申报书提到“营业执照”，但未见附件本身，请人工核对。' },
      evidence: [{ page: 1 }],
    });
  });

  it('is open where nothing speaks of it, and named by its title', () => {
    expect(ask({ lines: ['申报书'] })).toMatchObject({
      verdict: 'unknown',
      why: { zh: '未随附“营业执照”，请人工核对。' },
      values: { missing: { zh: '营业执照' } },
    });
  });
});
