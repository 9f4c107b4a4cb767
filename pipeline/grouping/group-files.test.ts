import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupingFile, groupFiles } from './group-files.ts';

const annexes = [
  { key: 'audit', title: '专项审计报告', aliases: [], required: true, clause: '一' },
  { key: 'devices', title: '工业设备清单', aliases: ['设备台账'], required: true, clause: '一' },
];
const form = (file: string, ...names: string[]): GroupingFile => ({ file, kind: 'form', names, text: '' });
const other = (file: string, text = ''): GroupingFile => ({ file, kind: 'other', names: [], text });
const unread = (file: string): GroupingFile => ({ file, kind: 'unread', names: [], text: '' });

function group(files: readonly GroupingFile[], roots = ['批次']) {
  const { annexes: found, packages, unassigned } = groupFiles(files, roots, annexes);
  return {
    annexes: Object.fromEntries(
      [...found].map(([owner, list]) => [owner.file, list.map(({ file, by }) => `${by} ${file.file}`)]),
    ),
    packages: Object.fromEntries([...packages].map(([owner, folder]) => [owner.file, folder])),
    unassigned: unassigned.map(({ file }) => file),
  };
}

describe('groupFiles', () => {
  it('takes the archive for the package, not the folder that it alone lies in', () => {
    const files = [
      form('收件/甲方科技.zip!/申报书.docx', '甲方科技有限公司'),
      other('收件/甲方科技.zip!/1.pdf'),
    ];
    const [own] = Object.values(group(files, ['收件/甲方科技.zip']).packages);
    expect(own).toBe('收件/甲方科技.zip!/');
  });

  it('takes a folder or an archive with one form for one filing, in any depth', () => {
    const files = [
      form('批次/甲/申报书.docx', '甲方科技有限公司'),
      other('批次/甲/1.pdf'),
      other('批次/甲/附件/营业执照.pdf'),
      form('批次/乙.zip!/01 申报书/a.docx', '乙方科技有限公司'),
      other('批次/乙.zip!/02 佐证材料/b.png'),
    ];
    expect(group(files)).toEqual({
      annexes: {
        '批次/甲/申报书.docx': ['folder 批次/甲/1.pdf', 'folder 批次/甲/附件/营业执照.pdf'],
        '批次/乙.zip!/01 申报书/a.docx': ['folder 批次/乙.zip!/02 佐证材料/b.png'],
      },
      packages: {
        '批次/甲/申报书.docx': '批次/甲/',
        '批次/乙.zip!/01 申报书/a.docx': '批次/乙.zip!/',
      },
      unassigned: [],
    });
  });

  it('goes by name, stem and content where several forms lie together', () => {
    const files = [
      form('批次/003-申报书.docx', '江苏华兴有限公司', '华兴窑炉优化平台'),
      form('批次/004-申报书.docx', '江苏华兴科技有限公司', '纺织协同平台'),
      other('批次/江苏华兴科技有限公司审计报告.pdf'),
      other('批次/003 设备台账.pdf'),
      other('批次/承诺书.pdf', '江苏华兴 有限公司承诺'),
      other('批次/窑炉 证明.pdf', '为《华兴窑炉优化平台》出具'),
      other('批次/专项审计报告.pdf', '江苏华兴有限公司与江苏华兴科技有限公司'),
    ];
    expect(group(files)).toMatchObject({
      annexes: {
        '批次/003-申报书.docx': [
          'stem 批次/003 设备台账.pdf',
          'content 批次/承诺书.pdf',
          'content 批次/窑炉 证明.pdf',
        ],
        '批次/004-申报书.docx': ['name 批次/江苏华兴科技有限公司审计报告.pdf'],
      },
      unassigned: ['批次/专项审计报告.pdf'],
    });
  });

  it('tells two filings of one applicant apart by their titles, and leaves what could be both', () => {
    const files = [
      form('批次/a.docx', '甲方科技有限公司', '窑炉优化平台'),
      form('批次/b.docx', '甲方科技有限公司', '纺织协同平台'),
      other('批次/甲方科技有限公司 窑炉优化平台 证明.pdf'),
      other('批次/甲方科技有限公司 审计报告.pdf'),
    ];
    expect(group(files)).toMatchObject({
      annexes: { '批次/a.docx': ['name 批次/甲方科技有限公司 窑炉优化平台 证明.pdf'] },
      unassigned: ['批次/甲方科技有限公司 审计报告.pdf'],
    });
  });

  it("does not give a neighbour's annexes to the only form that was read", () => {
    const files = [
      form('批次/甲/申报书.docx', '甲方科技有限公司'),
      other('批次/乙/审计报告.pdf'),
      other('批次/乙方科技有限公司.pdf'),
      unread('批次/甲/丙.pdf'),
      unread('批次/甲/审计报告.pdf'),
      { ...other('批次/甲/x.pdf'), kind: 'doubtful' as const },
    ];
    expect(group(files.slice(0, 5))).toMatchObject({
      annexes: { '批次/甲/申报书.docx': ['folder 批次/甲/审计报告.pdf'] },
      unassigned: ['批次/乙/审计报告.pdf'],
    });
    expect(group(files).annexes).toEqual({});
    expect(group([files[0]!, other('批次/甲/乙方科技有限公司.pdf')]).annexes).toEqual({});
  });

  it('looks no higher than what was given, but beside an archive', () => {
    const files = [form('x/甲/申报书.docx', '甲方科技有限公司'), other('x/附件/证明.pdf')];
    expect(group(files, ['x/甲', 'x/附件']).annexes).toEqual({});
    const [own] = [{ ...files[0]!, file: 'x/1 申报书/a.docx' }];
    expect(group([own, files[1]!], ['x']).annexes).toEqual({
      'x/1 申报书/a.docx': ['folder x/附件/证明.pdf'],
    });
    const packed = [form('x/申报书.docx', '甲方科技有限公司'), other('x/附件.zip!/证明.pdf')];
    expect(group(packed, ['x/申报书.docx', 'x/附件.zip']).annexes).toEqual({
      'x/申报书.docx': ['folder x/附件.zip!/证明.pdf'],
    });
  });

  it('property: every file goes to one place at most, and forms to none', () => {
    const name = fc.constantFrom('甲', '乙', '附件', '甲方科技有限公司', '1', '申报书', '审计报告');
    const file = fc.record({
      path: fc.array(name, { minLength: 1, maxLength: 4 }),
      kind: fc.constantFrom('form' as const, 'doubtful' as const, 'other' as const, 'unread' as const),
    });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 12 }), (drafts) => {
        const files: GroupingFile[] = drafts.map(({ path, kind }, i) => ({
          file: `批次/${path.join('/')}${i}.pdf`,
          kind,
          names: kind === 'form' ? ['甲方科技有限公司'] : [],
          text: '',
        }));
        const grouping = groupFiles(files, ['批次'], annexes);
        const placed = [...grouping.annexes.values()].flat().map(({ file }) => file);
        const all = [...placed, ...grouping.unassigned];
        expect(new Set(all).size).toBe(all.length);
        expect(all.every(({ kind }) => kind === 'other' || kind === 'unread')).toBe(true);
      }),
    );
  });
});
