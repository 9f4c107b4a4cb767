import type { Pack, Role } from '../../calls/schema/index.ts';
import { type Filing, sureEnough } from '../../core/filing.ts';
import { checkCreditCode } from '../../core/normalise/credit-code.ts';
import { parseCompany } from '../../core/parties/company-name.ts';
import { sameCompany } from '../../core/parties/same-name.ts';
import type { Problem } from '../../core/problem.ts';
import { foldLetters } from '../../core/text/fold-for-matching.ts';
import { TitleScale, titleTerms } from '../../index/signals/title.ts';
import { baseOf } from './containers.ts';

/**
 * Where a file's name, or that of the folder or archive around it, says another credit code, applicant or title
 * than its form does: the wrong file may lie there. Short names and parts of names count as agreeing, and what
 * was read with doubt as not read. `around`: name of the container that holds this filing only.
 */
export function nameDisagrees(filing: Filing, pack: Pack, around?: string): Problem[] {
  const names = [baseOf(filing.file), ...(around === undefined ? [] : [around])];
  const disagree = (role: Role, find: (name: string, read: string) => string | undefined) => {
    const read = sureValue(filing, pack, role);
    if (read === undefined) return [];
    const named = names.map((name) => find(name, read)).find((found) => found !== undefined);
    return named === undefined ? [] : [{ code: 'name-disagrees' as const, values: { named, read } }];
  };
  return [
    ...disagree('credit-code', otherCode),
    ...disagree('applicant', otherCompany),
    ...disagree('title', (name, read) => otherTitle(name, read, pack)),
  ];
}

function otherCode(name: string, read: string): string | undefined {
  const codes = name.toUpperCase().match(/(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/gu) ?? [];
  const own = checkCreditCode(read).value;
  const valid = codes.map(checkCreditCode).filter((code) => code.valid);
  return valid.some((code) => code.value === own) ? undefined : valid[0]?.value;
}

const company =
  /(?:[\p{Script=Han}A-Za-z]|[（(](?=[\p{Script=Han}]{2,6}[）)])|(?<=[\p{Script=Han}])[）)]){2,40}?(?:公司|集团|研究院|研究所|大学)/gu;

function otherCompany(name: string, read: string): string | undefined {
  const own = foldLetters(read);
  const { core } = parseCompany(read);
  if (foldLetters(name).includes(foldLetters(core))) return undefined;
  const named = name.match(company) ?? [];
  const agrees = named.some((one) => {
    const called = foldLetters(parseCompany(one).core);
    return own.includes(called) || sameCompany(one, read) !== false;
  });
  return agrees ? undefined : named[0];
}

/** How titles end; a piece of a name that ends otherwise may say anything. */
const titled = /(?:项目|平台|系统|方案|app|应用|工厂|案例|示范|软件|工程|车间)$/iu;

function otherTitle(name: string, read: string, pack: Pack): string | undefined {
  const own = foldLetters(read);
  if (foldLetters(name).includes(own)) return undefined;
  const standing = [pack.form.title, pack.call.title.zh, pack.call.short.zh, ...pack.call.programme.names]
    .map(foldLetters)
    .filter((one) => one.length >= 4);
  const scale = new TitleScale();
  return name
    .split(/[-_—–－+＋,，、\s《》“”"【】[\]]+/u)
    .map((piece) => piece.replace(/^\d+|(?:申报书|申报表|申报材料)$/gu, ''))
    .find((piece) => {
      const folded = foldLetters(piece);
      if (folded.length < 6 || !titled.test(folded) || own.includes(folded)) return false;
      if (standing.some((one) => one.includes(folded) || folded.includes(one))) return false;
      return scale.compare(titleTerms(piece), titleTerms(read)).value < 0.4;
    });
}

function sureValue(filing: Filing, pack: Pack, role: Role): string | undefined {
  const key = pack.form.fields.find((field) => field.role === role)?.key;
  const field = key === undefined ? undefined : filing.fields.get(key);
  if (field?.state !== 'filled' || field.confidence < sureEnough) return undefined;
  return typeof field.value === 'string' && field.value.trim() !== '' ? field.value.trim() : undefined;
}
