import { findRegion, type Region } from './region.ts';
import { squeeze } from './tidy.ts';

/** A company's name in the parts that matter for a comparison. */
export interface CompanyName {
  /** Half width, no spaces, brackets as `()`: equal for two writings of one registered name. */
  readonly full: string;
  /** Without region and legal form: `华兴纺织` of 江苏华兴纺织股份有限公司. */
  readonly core: string;
  readonly legalForm?: string;
  /** As written in the name. */
  readonly regionText?: string;
  readonly region?: Region;
}

const legalForms =
  /(?:股份有限责任公司|集团股份有限公司|\(集团\)股份有限公司|集团有限责任公司|\(集团\)有限责任公司|\(集团\)有限公司|集团有限公司|股份有限公司|有限责任公司|有限公司|股份公司|集团公司|总公司|公司|集团|总厂|厂)(?:\(?[^()]{1,12}分公司\)?)?$/u;

/** Takes a company's name apart: legal form behind, region before or in brackets, the rest is its core. */
export function readCompanyName(raw: string): CompanyName {
  const full = squeeze(raw)
    .replace(/[〔【[{<]/gu, '(')
    .replace(/[〕】\]}>]/gu, ')')
    .replace(/\((?:盖章|公章|签章|加盖公章)\)|["“”'‘’·•。.,;:]+$/gu, '')
    .replace(/["“”'‘’]/gu, '');
  const legalForm = legalForms.exec(full)?.[0];
  const named = legalForm ? full.slice(0, full.length - legalForm.length) : full;
  const { core, regionText } = withoutRegion(named);
  const region = regionText ? findRegion(regionText) : undefined;
  return {
    full,
    core: core.replace(/[()]/gu, '') || named,
    ...(legalForm ? { legalForm } : {}),
    ...(regionText ? { regionText } : {}),
    ...(region ? { region } : {}),
  };
}

/**
 * Whether two names are of one company: `true` for the same registered name, `false` when their cores or
 * regions differ, `undefined` when only one of them tells its region or legal form.
 */
export function sameCompany(left: string, right: string): boolean | undefined {
  const a = readCompanyName(left);
  const b = readCompanyName(right);
  if (a.full === '' || b.full === '') return undefined;
  if (a.full.replace(/[()]/gu, '') === b.full.replace(/[()]/gu, '')) return true;
  if (a.core !== b.core) return false;
  if (a.region && b.region) {
    if (a.region.province !== b.region.province) return false;
    if (a.region.city && b.region.city && a.region.city !== b.region.city) return false;
  }
  if (a.legalForm && b.legalForm && a.legalForm.replace('责任', '') !== b.legalForm.replace('责任', ''))
    return false;
  return undefined;
}

function withoutRegion(named: string): { core: string; regionText?: string } {
  const bracketed = /\(([^()]{2,8})\)/u.exec(named);
  if (bracketed?.[1] && findRegion(bracketed[1])) {
    const core = named.replace(bracketed[0], '');
    return { core, regionText: bracketed[1] };
  }
  // The longest head that is nothing but region names: 江苏省苏州市, 苏州, 昆山.
  for (let length = Math.min(12, named.length - 2); length >= 2; length--) {
    const head = named.slice(0, length);
    if (isRegionName(head)) return { core: named.slice(length), regionText: head };
  }
  return { core: named };
}

/** Whether a text is made of region names alone, with or without 省 and 市. */
function isRegionName(text: string): boolean {
  const region = findRegion(text) ?? findRegion(`${text}公司`);
  if (!region) return false;
  let rest = text;
  for (const part of [region.province, region.city, region.county]) {
    if (!part) continue;
    const short = part.replace(
      /(?:壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市|县|地区|盟)$/u,
      '',
    );
    rest = rest.startsWith(part)
      ? rest.slice(part.length)
      : rest.startsWith(short)
        ? rest.slice(short.length)
        : rest;
  }
  return rest === '';
}
