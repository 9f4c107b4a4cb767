import { expect, test } from 'vitest';
import { type RegionEntry, regions } from '../normalise/regions.ts';
import { parseCompany } from './company-name.ts';
import { compareNames, compareParties } from './compare.ts';
import { sameCompany } from './same-name.ts';
import { sameParty } from './thresholds.ts';

const prefectures = regions.filter(({ level }) => level === 'city');
const countyCities = regions.filter(({ level, name }) => level === 'county' && name.endsWith('市'));
const provinceShort = new Map(
  regions.filter(({ level }) => level === 'province').map(({ name, short }) => [name, short]),
);

const writings = ({ name, short, province }: RegionEntry) =>
  [
    ...[name, short, province + name, province + short, `${provinceShort.get(province)}${short}`].map(
      (place) => `${place}华兴纺织有限公司`,
    ),
    `（${short}）华兴纺织有限公司`,
    `华兴（${name}）纺织有限公司`,
    `华兴纺织（${short}）有限公司`,
    `${short}华兴纺织有限责任公司`,
  ].map((written) => ({ written, parsed: parseCompany(written) }));

test('the table holds all prefectures and the cities of county level', () => {
  expect(prefectures.length + 4).toBeGreaterThanOrEqual(333);
  expect(countyCities.length).toBeGreaterThanOrEqual(394);
});

test.each([
  ['prefectures', prefectures],
  ['county-level cities', countyCities],
] as const)('all %s: a place written in any way is one place', (_, places) => {
  const wrong: unknown[] = [];
  for (const place of places) {
    const all = writings(place);
    for (const a of all)
      for (const b of all) {
        const who = compareNames(a.parsed, b.parsed);
        const one = (who.relation === 'same' || who.relation === 'likely') && who.value >= sameParty;
        const apart = a === all[0] && sameCompany(a.written, b.written) === false;
        if (!one || apart) wrong.push([a.written, b.written, who]);
      }
  }
  expect(wrong.slice(0, 10)).toEqual([]);
});

test('all prefectures and county-level cities: a place of another province is never the same company', () => {
  const provincesOf = (short: string) =>
    new Set(regions.filter((one) => one.short === short).map(({ province }) => province));
  const all = [...prefectures, ...countyCities].map((place) => ({
    province: place.province,
    borne: provincesOf(place.short),
    full: parseCompany(`${place.name}华兴纺织有限公司`),
    short: parseCompany(`${place.short}华兴纺织有限公司`),
    behind: parseCompany(`华兴纺织（${place.short}）有限公司`),
  }));
  const wrong: string[] = [];
  for (const a of all)
    for (const b of all) {
      if (a.province === b.province) continue;
      // 海南 is a province and a prefecture of another, 兴安 a league and a county: those are left to a person.
      const shared = a.borne.has(b.province) || b.borne.has(a.province);
      for (const [x, y] of [
        [a.full, b.short],
        [a.short, b.behind],
      ] as const) {
        const { relation, value } = compareNames(x, y);
        if (relation === 'same' || (!shared && value >= sameParty)) wrong.push(`${x.full} ${y.full}`);
      }
    }
  expect(wrong.slice(0, 10)).toEqual([]);
});

const relation = (a: string, b: string) =>
  compareParties({ company: `${a}科技有限公司` }, { company: `${b}科技有限公司` }).relation;

test('places are compared by containment', () => {
  expect(relation('昆山华兴', '昆山市华兴')).toBe('same');
  expect(relation('荆州市华兴', '荆州华兴')).toBe('same');
  expect(relation('江苏昆山华兴', '昆山华兴')).toBe('likely');
  expect(relation('湖北荆州华兴', '荆州华兴')).toBe('likely');
  expect(relation('江苏昆山华兴', '苏州华兴')).toBe('likely');
  expect(relation('石家庄市长安区华兴', '石家庄华兴')).toBe('likely');
  expect(relation('苏州华兴', '无锡华兴')).toBe('affiliated');
  expect(relation('江苏昆山华兴', '无锡华兴')).toBe('affiliated');
});

test('a head that is a brand or a place is read both ways', () => {
  expect(relation('永康华兴', '上海永康华兴')).toBe('likely');
  expect(relation('永康华兴', '浙江永康华兴')).toBe('likely');
  expect(relation('长兴华兴', '长兴县华兴')).toBe('likely');
  expect(relation('长兴华兴', '深圳长兴华兴')).toBe('likely');
  expect(relation('广东东阳光', '东阳光')).toBe('likely');
  expect(relation('新兴华兴', '华兴')).toBe('affiliated');
  expect(relation('金华华兴', '华兴')).toBe('likely');
  expect(relation('东方华兴', '西方华兴')).not.toBe('same');
});
