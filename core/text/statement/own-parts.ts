import { type Beside, type Claim, kindOf, type Otherwise, slackOf } from './own-numbers.ts';

/** What says that the parts before it are all there are. */
const allOfIt =
  /^[^;。]{0,6}[,;。(]?[^;。\d]{0,6}(?:再无|再没有|再没|别无|[别此]处没有|没有(?:其他|其它|别的|第[三四五六]类)|无(?:其他|其它|别的)|此外(?:没有|无|未)|其[余他它][^,;。\d]{0,6}(?:没有|无|未)|除此|除上述|以上(?:为|即|就是)全部|以上是全部|(?:合计|加总)即|即(?:为|是)?全部|囊括全部|就这|就是全部|[之以]外(?:没有|无|未)|(?:[两二三四五六]个?大?(?:类|部分)|共同)?(?:组成|构成)(?=[,;。]|$)|(?:为|是)全部|全部[^;。]{0,8}见)/u;
/** What says so before the first of them: 均为两家供应商和三家客户. */
const nothingBut = /(?:均为|都是|全是|均是)[^,;。:]{0,12}$/u;
const everything = /[个项种条套处类]/u;
const total =
  /^(?:[一二两三四五六七八九十\d]*[类项者地家]?)?(?:合计|共计|总计|总共|加总|合起来|一共|共)(?:为|有|达|是|仅|只)*$/u;
/** One of many, or not all that is counted: no list of the parts. */
const examples = /其中|包括|包含|例如|比如|如|等|主要|前[三五十]|新增|今年|去年|本年|上年|当年/u;

/** What comes back for it is no part of what was spent. */
const gains = /节约|节省|增收|利润|收益|效益|新增|每年|年均|降低|减少|提[高升]/u;

/** What is no part of the thing: those who left, doubles, tests. */
const spoilt = /离职|重复|作废|注销|停用|测试(?:账号|账户|项|用户|数据|版)|试用|僵尸|失效|已拆|报废/u;
const ofOurOwn = /本公司|本企业|我公司|我司|公司自己|自有|内部|本单位|集团内/u;
const outside = /第三方|外部|社会|对外/u;
const noEngineer = /行政|财务|保洁|司机|后勤|食堂|保安|门卫/u;

/** What is left of a total after what its passage says of its parts; see `arithmeticOf`. */
export function otherThanParts(
  passage: string,
  claim: Claim,
  numbers: readonly Beside[],
): Otherwise | undefined {
  const kind = kindOf(claim.unit);
  const behind = runFrom(passage, claim, kind, numbers);
  const strange = kind === '元' ? undefined : withoutStrangers(passage, claim, behind);
  return (
    sumOfAll(passage, claim, behind, numbers) ??
    strange ??
    inList(passage, claim, kind, numbers) ??
    afterTakingOut(passage, claim, kind, numbers) ??
    sumBefore(passage, claim, kind, numbers)
  );
}

/** The numbers of the kind that follow the claim as one list: no further apart than a name is long. */
function runFrom(passage: string, claim: Claim, kind: string, numbers: readonly Beside[]): Beside[] {
  const run: Beside[] = [];
  let end = claim.end;
  for (const one of numbers) {
    if (one.start < claim.end) continue;
    const gap = passage.slice(end, one.start);
    if (one.kind !== kind && one.kind !== '') break;
    if (!isOfClaim(passage, claim, one) || gains.test(one.ahead)) break;
    if (gap.length > (run.length === 0 ? 26 : 18) || (run.length > 0 && /[。]/u.test(gap))) break;
    run.push({ ...one, value: sameScale(passage, one, run[0] ?? claim) });
    end = one.end;
  }
  return run;
}

/** 个 and its like count everything: 40个场景 are none of 300个工业APP. */
function isOfClaim(passage: string, claim: Claim, one: Beside): boolean {
  if (!everything.test(passage.charAt(one.end - 1)) || one.behind.length < 2) return true;
  return passage.slice(Math.max(0, claim.start - 24), claim.end + 12).includes(one.behind.slice(-2));
}

/** A bare number behind `500万` without its 万 is of the same size. */
function sameScale(
  passage: string,
  one: Beside,
  model: { start: number; end: number; value: number },
): number {
  if (one.kind !== '' || /[百千万亿]/u.test(passage.slice(one.start, one.end))) return one.value;
  const scale = /[万亿](?=\D*$)/u.exec(passage.slice(model.start, model.end))?.[0];
  return scale === undefined ? one.value : one.value * (scale === '万' ? 1e4 : 1e8);
}

const sum = (parts: readonly Beside[]) => parts.reduce((all, { value }) => all + value, 0);

function sumOfAll(
  passage: string,
  claim: Claim,
  run: readonly Beside[],
  numbers: readonly Beside[],
): Otherwise | undefined {
  const closing = run.findIndex(({ ahead }, at) => at > 0 && total.test(ahead));
  const parts = closing < 0 ? run : run.slice(0, closing);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || parts.length < 2) return undefined;
  const all = sum(parts);
  const end = run[closing] ?? last;
  const repeats = closing > 0 && near(end.value, claim.value, slackOf(claim.hedge));
  const lead = passage.slice(claim.end, first.start);
  const says = allOfIt.test(passage.slice(end.end)) || (nothingBut.test(lead) && closing > 0);
  // 其中…等 are examples, unless it is said that there are no others.
  if (!says && (!repeats || examples.test(passage.slice(claim.end, last.end + 1)))) return undefined;
  if (numbers.some(({ start }) => start > claim.end && start < first.start)) return undefined;
  if (all >= claim.value * (1 - slackOf(claim.hedge))) return undefined;
  return { value: all, start: first.start - first.ahead.length, end: last.end };
}

/** 第三方1500人, 其中本公司员工1100人; 60人, 含离职38人: without those that are none. */
function withoutStrangers(passage: string, claim: Claim, run: readonly Beside[]): Otherwise | undefined {
  const ahead = passage.slice(Math.max(0, claim.start - 16), claim.start);
  const isStrange = ({ ahead: before, behind }: Beside) => {
    const words = `${before}${behind}`;
    if (/不含|剔除|除外|未计|不计|扣除/u.test(words)) return false;
    return (
      spoilt.test(words) ||
      (outside.test(ahead) && ofOurOwn.test(words)) ||
      (/工程师/u.test(ahead) && noEngineer.test(words))
    );
  };
  const parts = run.filter(({ value }) => value !== claim.value);
  const strange = parts.filter(isStrange);
  const [first, last] = [strange[0], strange.at(-1)];
  if (!first || !last) return undefined;
  const within = /其中|包括|含/u.test(passage.slice(claim.end, first.start));
  if (!within && !near(sum(parts), claim.value, 0.01)) return undefined;
  const value = claim.value - sum(strange);
  return value < 0 ? undefined : { value, start: first.start - first.ahead.length, end: last.end };
}

/** 名单共列七行, 以上为全部: what the only list of them holds. */
function inList(
  passage: string,
  claim: Claim,
  kind: string,
  numbers: readonly Beside[],
): Otherwise | undefined {
  const rest = numbers.find(({ start }) => start >= claim.end);
  if (!rest || (rest.kind !== kind && !/[条行]/u.test(rest.kind))) return undefined;
  const listed = list.exec(passage.slice(claim.end, rest.start))?.[0];
  if (listed === undefined || rest.value >= claim.value * (1 - slackOf(claim.hedge))) return undefined;
  if (!/[只仅就]/u.test(listed) && !allOfIt.test(passage.slice(rest.end))) return undefined;
  return { value: rest.value, start: rest.start - listed.length, end: rest.end };
}

const list = /(?:名单|清单|名册|列表|台账|目录)(?![^,;。]*(?:节选|部分|典型|重点))[^;。\d]{0,10}$/u;

/** 剔除重复和测试项后实为120个. */
function afterTakingOut(
  passage: string,
  claim: Claim,
  kind: string,
  numbers: readonly Beside[],
): Otherwise | undefined {
  const rest = numbers.find(({ start }) => start >= claim.end);
  if (!rest || rest.kind !== kind || rest.value >= claim.value) return undefined;
  const out = /(?:剔除|扣除|除去|去掉|去除|扣掉|去重)[^;。\d]{0,14}(?:后|,)[^;。\d]{0,6}$/u.exec(
    passage.slice(claim.end, rest.start),
  );
  return out ? { value: rest.value, start: rest.start - out[0].length, end: rest.end } : undefined;
}

/** 软件500万、硬件600万、实施200万, 合计2200万: a sum that those before it do not make. */
function sumBefore(
  passage: string,
  claim: Claim,
  kind: string,
  numbers: readonly Beside[],
): Otherwise | undefined {
  const own = numbers.findIndex(({ start, end }) => start <= claim.start && end >= claim.end);
  const last = numbers[own - 1];
  if (
    !last ||
    !/^[,、](?:[一二两三四五六七八九十][类项者])?(?:合计|共计|总计)(?:为|达)?$/u.test(
      passage.slice(last.end, claim.start),
    )
  )
    return undefined;
  let from = own - 1;
  const linked = (at: number) => {
    const [one, next] = [numbers[at - 1], numbers[at]];
    return (
      one &&
      next &&
      next.kind === last.kind &&
      one.kind === last.kind &&
      /^[、,][^、,;:。\d]{1,10}$/u.test(passage.slice(one.end, next.start))
    );
  };
  while (linked(from)) from -= 1;
  const parts = numbers.slice(from, own).map((one) => ({ ...one, value: sameScale(passage, one, claim) }));
  const [first] = parts;
  if (!first || parts.length < 2 || (last.kind !== kind && last.kind !== '')) return undefined;
  const before = passage.slice(0, first.start - first.ahead.length);
  if (
    !/(?:^|[:;。])$/u.test(before) ||
    examples.test(passage.slice(first.start - first.ahead.length, claim.start))
  )
    return undefined;
  const all = sum(parts);
  if (all >= claim.value * (1 - slackOf(claim.hedge))) return undefined;
  return { value: all, start: first.start - first.ahead.length, end: last.end };
}

function near(a: number, b: number, slack: number): boolean {
  return Math.abs(a - b) <= slack * Math.max(Math.abs(a), Math.abs(b));
}
