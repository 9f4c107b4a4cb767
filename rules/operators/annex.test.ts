import { describe, expect, it } from 'vitest';
import { TextMap } from '../../core/text-map.ts';
import { run, scopeOf } from '../testing.ts';

const call = {
  annexes: [
    { key: 'licence', title: '企业营业执照复印件', aliases: ['营业执照'], required: true, clause: '一' },
    { key: 'audit', title: '专项审计报告', required: true, clause: '一' },
  ],
};
const list = ['四、相关附件', '1、企业营业执照复印件', '2、专项审计报告'];
const ask = (draft: object, context: object = {}, key = 'licence') =>
  run({ annex: key }, scopeOf(draft, { call }, context));

describe('annex', () => {
  it('is there when a file bears its name', () => {
    const found = ask({ lines: list }, { companions: [{ file: '华兴/02 营业执照（副本）.pdf' }] });
    expect([found.verdict, found.values.value?.zh]).toEqual(['pass', '02 营业执照（副本）']);
  });

  it('is there when a page behind the form is headed so', () => {
    const found = ask({
      lines: [...list, '填表说明', '营 业 执 照', '统一社会信用代码'],
      form: ['填表说明', ...list],
    });
    expect([found.verdict, found.evidence.length]).toEqual(['pass', 1]);
  });

  it('is there when a file is headed so, wherever the page stands', () => {
    const text = TextMap.of(
      [1, 2].map((page) => ({
        kind: 'paragraph' as const,
        lines: [page === 1 ? '封面' : '附件二 营业执照（副本）', '法定代表人'].map((text) => ({
          text,
          place: { page, box: [0, 0, 9, 9] as const },
          readBy: 'ocr' as const,
          confidence: 1,
        })),
      })),
    );
    const found = ask({ lines: list }, { companions: [{ file: 'a/扫描0001.pdf', text }] });
    expect(found).toMatchObject({ verdict: 'pass', evidence: [{ file: 'a/扫描0001.pdf', page: 2 }] });
    const contents = new TextMap(
      ['目录', '1、营业执照', '2、专项审计报告'].map((text, i) => ({
        text,
        place: { part: 'p', path: `p[${i}]` },
        readBy: 'word-xml' as const,
        confidence: 1,
      })),
    );
    expect(ask({ lines: [] }, { companions: [{ file: 'a/b.docx', text: contents }] }).verdict).toBe(
      'unknown',
    );
  });

  it('is there when the folder of its scans bears its name', () => {
    expect(ask({ lines: list }, { companions: [{ file: '华兴/3 营业执照/001.jpg' }] }).verdict).toBe('pass');
  });

  it("is not there for being in the form's own list", () => {
    const found = ask({ lines: list, form: list });
    expect([found.verdict, found.why.zh]).toEqual(['unknown', '未随附“企业营业执照复印件”，请人工核对。']);
  });

  it('is open when the filing only speaks of it', () => {
    const found = ask({ lines: ['公司营业执照及章程已通过年度审查，详见附件材料所示'], form: [] });
    expect([found.verdict, found.evidence.length]).toEqual(['unknown', 1]);
  });

  it('is open where no file is an annex: what is not among the files is not left to the checklist', () => {
    const found = ask({ lines: [] }, { companions: [{ file: 'a/另一家申报书.pdf' }] });
    expect(found.verdict).toBe('unknown');
    expect(found).not.toHaveProperty('manual');
  });

  it('is open beside other annexes, and fails only in a complete package', () => {
    const companions = [{ file: 'a/专项审计报告.pdf' }];
    expect(ask({ lines: [] }, { companions })).toMatchObject({ verdict: 'unknown' });
    expect(ask({ lines: [] }, { companions }).manual).toBeUndefined();
    expect(ask({ lines: [] }, { companions, companionsComplete: true }).verdict).toBe('fail');
    expect(ask({ lines: [] }, { companions }, 'audit').verdict).toBe('pass');
  });

  it('is open in a whole package while something in it may be the annex', () => {
    const whole = (companions: object[], draft: object = { lines: [] }) =>
      ask(draft, { companions, companionsComplete: true });
    expect(whole([]).verdict).toBe('fail');
    expect(whole([{ file: 'a/承诺书.pdf' }, { file: 'a/专项审计报告.pdf' }]).verdict).toBe('fail');
    expect(whole([{ file: 'a/附件合集.pdf' }])).toMatchObject({
      verdict: 'unknown',
      why: { zh: '材料中的“附件合集”内容未能确认，请人工查看其中是否有该附件。' },
    });
    const text = TextMap.of([
      {
        kind: 'paragraph',
        lines: [
          {
            text: '以下依次为审计报告、营业执照复印件及其他证明，共计二十页',
            place: { page: 1, box: [0, 0, 9, 9] },
            readBy: 'ocr',
            confidence: 1,
          },
        ],
      },
    ]);
    expect(whole([{ file: 'a/专项审计报告.pdf', text }]).verdict).toBe('unknown');
    expect(whole([], { lines: ['申报书'], unreadablePage: true }).verdict).toBe('unknown');
  });
});
