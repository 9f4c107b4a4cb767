import { z } from 'zod';
import type { Text } from '../../core/lang.ts';
import { type Region, regionOfPlace } from '../../core/normalise/region.ts';
import { placeNameAt } from '../../core/parties/places.ts';

/** Where it was read: said by the office at import, or by the list itself, the surest first. */
const source = z.enum(['said', 'column', 'list', 'programme', 'title', 'sheet', 'file', 'recommenders']);
export type IssuerSource = z.infer<typeof source>;

/** The words it was read from, as they stand there. */
const read = { words: z.string(), from: source };
const region = z.strictObject({
  province: z.string(),
  city: z.string().optional(),
  county: z.string().optional(),
  planCity: z.literal(true).optional(),
});

/**
 * Who made a list public. `ministry` is a department of the state: the Ministry of Industry and Information
 * Technology, another one, or one that is not named (国家级). A province or city, whose region may be untold (省级).
 */
export const issuerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ministry'), department: z.enum(['miit', 'other', 'untold']), ...read }),
  z.strictObject({ kind: z.literal('local'), region: region.optional(), ...read }),
  z.strictObject({ kind: z.literal('association'), ...read }),
  z.strictObject({ kind: z.literal('unknown') }),
]);
export type Issuer = z.infer<typeof issuerSchema>;

export const unknownIssuer: Issuer = { kind: 'unknown' };

/** 工业和信息化部门 and 工信部门 are any office's. The ministry's papers are numbered 工信厅…〔2021〕224号. */
const miit =
  /工业和信息化部(?!门)(?:办公厅)?|(?<![省市区])工信部(?!门)|(?<![省市区])工信厅\p{Script=Han}{0,6}[〔[（(]\d{4}|\bmiit\b/iu;
const otherDepartment =
  /国务院|国家(?:发展(?:和)?改革委(?:员会)?|发改委|能源局|标准化管理委员会|知识产权局|市场监督管理总局|数据局|互联网信息办公室)|科学技术部|科技部|财政部|商务部|农业农村部|交通运输部|教育部|生态环境部|住房和城乡建设部|应急管理部|人力资源和社会保障部|中央网信办/u;
const someDepartment = /国家级|部级|全国|(?:入选|入围|获评|获批|获得|上榜)国家/u;
const association = /协会|联合会|学会|联盟|商会|促进会|组委会|组织委员会|研究院|研究所|信通院|赛迪/u;
/** Under the ministry's guidance is not by the ministry. */
const patron = /指导|支持单位|主办|承办/u;
/** What a local office hands up, or tells of its own winners, is not the ministry's list. */
const handedUp = /推荐|报送|上报|申报/u;
const localLevel =
  /[省市](?:级(?!以上)|工信|工业和信息化|经信|经济和信息化|发改|发展改革|科技|政府|人民政府)|[全我本][省市]|自治区级|[区县]级|地方(?:级|性|推荐|名单|目录)|(?:工业和信息化|工信|经信|经济和信息化)(?:[厅局]|委(?!托))/u;
/** 江苏省入选…名单: what a place won, from whomever. */
const winners = /^(?:地区|企业|单位|项目)?(?:共)?(?:入选|入围|获|上榜|名列|[）)])/u;

/** Whose list it is by some words about it; `undefined` where they do not tell. */
export function readIssuer(text: string, from: IssuerSource): Issuer | undefined {
  const ministry = miit.exec(text)?.[0];
  const body = association.exec(text)?.[0];
  const place = placeIn(text);
  if (ministry !== undefined) {
    if (body !== undefined && patron.test(text)) return undefined;
    const byLocal = handedUp.test(text) ? (place?.words ?? localLevel.exec(text)?.[0]) : undefined;
    if (byLocal !== undefined)
      return { kind: 'local', ...(place ? { region: place.region } : {}), words: byLocal, from };
    return { kind: 'ministry', department: 'miit', words: ministry, from };
  }
  if (body !== undefined) return { kind: 'association', words: namedBody(text, body), from };
  const other = otherDepartment.exec(text)?.[0];
  const national = other ?? someDepartment.exec(text)?.[0];
  // 江苏省国家级…: what a province sends up to the state, or what the state gave it.
  if (place && someDepartment.test(text)) return undefined;
  if (place) return { kind: 'local', region: place.region, words: place.words, from };
  const level = localLevel.exec(text)?.[0];
  if (level !== undefined) return { kind: 'local', words: level, from };
  if (national === undefined) return undefined;
  const department = other === undefined ? 'untold' : 'other';
  return { kind: 'ministry', department, words: national, from };
}

/** The first place that stands before what it names: 广东省工业APP…; not 江苏入选…, and no place that ends the text. */
function placeIn(text: string): { readonly region: Region; readonly words: string } | undefined {
  for (let at = 0; at + 2 < text.length; at++) {
    const place = placeNameAt(text.slice(at));
    const [largest] = place?.places ?? [];
    if (!place || !largest || place.kind === 'word') continue;
    const rest = text.slice(at + place.length);
    if (/\p{L}/u.test(rest) && !winners.test(rest))
      return { region: regionOfPlace(largest), words: text.slice(at, at + place.length) };
    at += place.length - 1;
  }
  return undefined;
}

function namedBody(text: string, word: string): string {
  const end = text.indexOf(word) + word.length;
  return /[\p{Script=Han}A-Za-z]*$/u.exec(text.slice(0, end))?.[0] ?? word;
}

/** `same`: both are known and one; `other`: surely two; `open`: what is known does not tell. */
export function compareIssuers(a: Issuer, b: Issuer): 'same' | 'other' | 'open' {
  if (a.kind === 'unknown' || b.kind === 'unknown') return 'open';
  if (a.kind === 'ministry' && b.kind === 'ministry') {
    if (a.department === 'untold' || b.department === 'untold') return 'open';
    return a.department === b.department ? 'same' : 'other';
  }
  if (a.kind === 'local' && b.kind === 'local') {
    if (!a.region || !b.region) return 'open';
    return a.region.province === b.region.province && a.region.city === b.region.city ? 'same' : 'other';
  }
  if (a.kind === 'association' && b.kind === 'association') return a.words === b.words ? 'same' : 'open';
  return 'other';
}

/** Who it is, in words: 工业和信息化部, 地方（广东省）. */
export function issuerName(issuer: Issuer): Text {
  switch (issuer.kind) {
    case 'ministry':
      return {
        miit: { zh: '工业和信息化部', en: 'the Ministry of Industry and Information Technology' },
        other: { zh: `国家部门（${issuer.words}）`, en: `another department of the state (${issuer.words})` },
        untold: { zh: '国家级，部门不明', en: 'national, the department is not named' },
      }[issuer.department];
    case 'local': {
      const place = placeName(issuer.region) ?? issuer.words;
      return { zh: `地方（${place}）`, en: `a province or city (${place})` };
    }
    case 'association':
      return { zh: `协会等组织（${issuer.words}）`, en: `an association (${issuer.words})` };
    case 'unknown':
      return { zh: '不明', en: 'unknown' };
  }
}

function placeName(of: Region | undefined): string | undefined {
  if (!of) return undefined;
  return [...new Set([of.province, of.city, of.county].filter((name) => name !== undefined))].join('');
}
