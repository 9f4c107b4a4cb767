import { expect, test } from 'vitest';
import { codeOf } from '../../corpus/firms/generated-lists.ts';
import { placer } from './places.ts';

const place = placer();

test.each([
  [
    'a column counts before the name',
    { column: '江苏省', name: '湖北某某公司' },
    ['320000', 'column', undefined],
  ],
  [
    'a deeper place of the name inside it',
    { column: '江苏省', name: '昆山华兴有限公司' },
    ['320583', 'name', undefined],
  ],
  [
    'a code of the year',
    { column: '370181', name: '华兴有限公司', year: 2010 },
    ['370114', 'column', undefined],
  ],
  ['the name alone', { name: '章丘华兴有限公司', year: 2010 }, ['370114', 'name', undefined]],
  ['no column and no place in the name', { name: '华兴有限公司' }, ['', undefined, 'not-asked']],
  ['a column that was left empty', { column: ' ', name: '华兴有限公司' }, ['', undefined, 'blank']],
  ['words that name no place', { column: '第三组', name: '华兴有限公司' }, ['', undefined, 'unreadable']],
])('%s', (_, told, expected) => {
  const { region, by, missing } = place(told);
  expect([region, by, missing]).toEqual(expected);
});

test('the code of that year stands beside that of the basis', () => {
  expect(place({ name: '章丘华兴有限公司', year: 2010 }).inYear).toBe('370181');
  expect(place({ name: '济南市章丘区华兴有限公司', year: 2020 }).inYear).toBe('370114');
});

test('where nothing else tells it, the place of registration does', () => {
  const told = place({ name: '华兴有限公司', creditCode: `91320583${codeOf('x').slice(8)}` });
  expect([told.region, told.by]).toEqual(['320583', 'credit-code']);
});
