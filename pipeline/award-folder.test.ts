import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAwardFolder } from './award-lists.ts';

test('a folder of lists is read in full depth; what is no list is told with its reason', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chushen-lists-'));
  const csv = (name: string) => `序号,企业名称,项目名称,年份\n1,${name},机床联网,2019\n`;
  mkdirSync(join(folder, '2019', '第二批'), { recursive: true });
  writeFileSync(join(folder, '2019', '名单.csv'), csv('苏州甲机床有限公司'));
  writeFileSync(join(folder, '2019', '第二批', '名单.csv'), csv('苏州乙机床有限公司'));
  writeFileSync(
    join(folder, '公示.html'),
    '<p>以下排名不分先后</p><table><tr><th>序号</th><th>企业名称</th><th>项目名称</th></tr><tr><td>1</td><td>苏州丙机床有限公司</td><td>机床联网</td></tr></table><table><tr><td>2</td><td>苏州丁机床有限公司</td><td>机床远程运维</td></tr><tr><td></td><td></td><td></td></tr></table>',
  );
  writeFileSync(join(folder, '说明.csv'), '排名不分先后\n');
  writeFileSync(join(folder, '空.xlsx'), '');
  const read: { file: string; companies: string[]; why: string }[] = [];
  for await (const { file, awards, problems, rowsUnread } of readAwardFolder(folder, []))
    read.push({
      file: file.slice(folder.length + 1).replaceAll('\\', '/'),
      companies: awards.map(({ company }) => company),
      why: problems[0]?.code ?? rowsUnread[0]?.why.en ?? '',
    });
  rmSync(folder, { recursive: true });
  const byFile = new Map(read.map(({ file, companies }) => [file, companies]));
  expect(byFile.get('2019/名单.csv')).toEqual(['苏州甲机床有限公司']);
  expect(byFile.get('2019/第二批/名单.csv')).toEqual(['苏州乙机床有限公司']);
  expect(byFile.get('公示.html')).toEqual(['苏州丙机床有限公司', '苏州丁机床有限公司']);
  const why = new Map(read.map((one) => [one.file, one.why]));
  expect(why.get('空.xlsx')).toBe('file-empty');
  expect(why.get('说明.csv')).toContain('no header row');
});
