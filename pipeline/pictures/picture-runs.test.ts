import { expect, test } from 'vitest';
import { pictureRuns } from './picture-runs.ts';

const runs = (...files: string[]) =>
  pictureRuns(files.map((file) => ({ file }))).map((run) => run.map(({ file }) => file));

test('pictures of one folder whose names differ by a running number are a run, by the value of the number', () => {
  expect(runs('a/page10.jpg', 'a/page2.jpg', 'a/page1.jpg')).toEqual([
    ['a/page1.jpg', 'a/page2.jpg', 'a/page10.jpg'],
  ]);
  expect(runs('a/IMG_2301.JPG', 'a/IMG_2302.jpeg')).toEqual([['a/IMG_2301.JPG', 'a/IMG_2302.jpeg']]);
  expect(runs('x.zip!/扫描_002.png', 'x.zip!/扫描_001.png')).toEqual([
    ['x.zip!/扫描_001.png', 'x.zip!/扫描_002.png'],
  ]);
  expect(runs('第十一页.jpg', '第二页.jpg', '第十页.jpg', '第二十页.jpg')).toEqual([
    ['第二页.jpg', '第十页.jpg', '第十一页.jpg', '第二十页.jpg'],
  ]);
});

test('other folders, other names and other formats are no run', () => {
  expect(runs('a/page1.jpg', 'b/page2.jpg')).toEqual([]);
  expect(runs('a/page1.jpg', 'a/证书2.jpg', 'a/page3.pdf')).toEqual([]);
  expect(runs('封面.jpg', '正文.jpg')).toEqual([]);
});
