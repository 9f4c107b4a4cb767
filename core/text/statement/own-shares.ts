import type { Beside, Claim, Otherwise } from './own-numbers.ts';

/** Shares of things that something was done to, by its words: 联网率, 上云率, 数控化率. */
const doings = [/联网|数采|采集|接入|连接|已联/u, /上云|云上|云端|入云|迁云/u, /数控|自动化|自动/u];
/** Words of those to which it was not done. */
const undone = /未|尚|没|不联|待/u;
/** Those of a time or a job are not all that are so. */
const some = /新增|今年|本年|本月|改造|新购|计划|拟/u;
/** Words of the two numbers that name no other thing. */
const plain =
  /其中|中|已经|已|实现|完成|实际|达到|达|的|有|为|仅|只|就|即|设备|关键|工序|生产|经营|产线|线|数据|目前|现|共|是|了|上线|在线|纳入|总数|[和并]/gu;
/** Told again as what is left. */
const theRest = /^(?:其余|其他|剩余|余下|另|差额)/u;
/** Shares of the revenue, by what they are of. */
const research = /研发/u;
const revenues = [research, /平台|软件|app|订阅/u];
/** What the share is of. */
const allRevenue = /主营业?务?收入|营业收入|营收|总收入|收入总额|销售收入/u;
/** An amount of another time than the share's. */
const otherYears = /上年|去年|前年|累计|三年|两年/u;
/** Research of all the company: no name of anything stands before it. */
const allResearch =
  /^(?:\d*年度?|[当本全同]年|全?公司|同期|对应|而|其|期间|花在|用于|账上|实际|合计|列支|列示|、|和)*(?:的|上)?研发|^金额/u;
/** An amount that is only one of several of the thing. */
const oneOfMany = /新增|一项|单项|补助|其中研发|项目|专项/u;
/** A share of all there is: 两厂合计59%. */
const overall =
  /^(?:[一二两三四五六七八九十各]*个?(?:厂区?|车间|产?线|基地|工厂|分厂|地)?)?(?:合计|合算|总计|合并|综合|整体|总体|加权平均|平均|全厂|全公司|全部)+(?:起来|后)?的?(?:(?<name>[^,;。\d]{0,6}率)|比例)?(?:为|仅为?|只有|约|达到?)*$/u;

/** What the numbers beside a share make of it; see `arithmeticOf`. */
export function otherThanShare(
  passage: string,
  claim: Claim,
  numbers: readonly Beside[],
): Otherwise | undefined {
  const ahead = passage.slice(Math.max(0, claim.start - 24), claim.start);
  const label = ahead.slice(Math.max(ahead.lastIndexOf('。'), ahead.lastIndexOf(';')) + 1);
  const quotients = [
    ...ofStroke(passage, claim, numbers),
    ...ofDone(passage, claim, label, numbers),
    ...ofRevenue(claim, label, numbers),
  ];
  if (
    quotients.length > 0 &&
    !quotients.some(({ value, slack }) => agrees(claim, lastDigit(passage, claim), value, slack))
  ) {
    const [closest] = quotients.toSorted(
      (a, b) => Math.abs(a.value - claim.value) - Math.abs(b.value - claim.value),
    );
    return closest && { value: closest.value, start: closest.start, end: closest.end };
  }
  return ofTheWhole(passage, claim, label, numbers);
}

interface Quotient extends Otherwise {
  /** How far it may be off because its numbers are rounded, as a share of it. */
  readonly slack: number;
}

/** Rounding that people allow themselves, in points. */
const points = 1;

function agrees({ value, hedge }: Claim, digit: number, quotient: number, slack: number): boolean {
  const loose = hedge === 'exact' ? 0 : 0.08 * value;
  const off = Math.max(digit / 2, Math.min(points, 0.05 * value)) + slack * quotient + loose + 1e-9;
  return hedge === 'above' ? quotient >= value - off : Math.abs(quotient - value) <= off;
}

/** What one of the last digit of a share is worth, in points: 6.2% 0.1, 七成 10. */
function lastDigit(passage: string, { start, end }: Claim): number {
  const written = passage.slice(start, end);
  if (written.endsWith('成')) return 10;
  return 10 ** -(/\.(\d+)/u.exec(written)?.[1]?.length ?? 0);
}

const inDigits = (value: number) => Math.max(1, String(Math.round(value)).replace(/0+$/u, '').length);
/** Half a unit of the last digit that is written. */
const rounded = (value: number) => 0.5 / 10 ** Math.min(6, inDigits(value));

function quotientOf(parts: readonly Beside[], wholes: readonly Beside[]): Quotient | undefined {
  const add = (of: readonly Beside[]) => of.reduce((sum, { value }) => sum + value, 0);
  const [part, whole] = [add(parts), add(wholes)];
  if (!(whole > 0) || part > whole) return undefined;
  const all = [...parts, ...wholes];
  return {
    value: Number(((100 * part) / whole).toPrecision(4)),
    // Counts are whole; amounts are written rounded.
    slack: all[0]?.kind === '元' ? rounded(part) + rounded(whole) : 0,
    start: Math.min(...all.map(({ start, ahead }) => start - ahead.length)),
    end: Math.max(...all.map(({ end, behind }) => end + Math.min(behind.length, 6))),
  };
}

/** 关键设备220台, 已联网130台: all there are and those that are so, once or for each shop. */
function ofDone(passage: string, claim: Claim, label: string, numbers: readonly Beside[]): Quotient[] {
  const doing = doings.find((one) => one.test(label));
  if (!doing) return [];
  const after = numbers.filter(
    ({ start, kind }) => start >= claim.end && kind !== '%' && kind !== '' && kind !== '元',
  );
  const kind = after[0]?.kind;
  const own = after.filter(
    (one) => one.kind === kind && !theRest.test(one.ahead) && !undone.test(`${one.ahead}${one.behind}`),
  );
  const done: Beside[] = [];
  const wholes: Beside[] = [];
  for (const one of own) {
    const [behind = ''] = one.behind.split(/[中里]/u);
    const isDone = doing.test(`${one.ahead}${behind}`);
    if (some.test(one.ahead) || (isDone && namesOther(`${one.ahead}${behind}`, doing))) return [];
    if (isDone === done.length < wholes.length) (isDone ? done : wholes).push(one);
    else return [];
  }
  const [first] = wholes;
  const lacking = after.filter(
    ({ kind: counted, ahead, behind }) =>
      counted === kind && undone.test(ahead) && doing.test(ahead + behind),
  );
  // 400台, 未联网的有190台: the others are.
  const [one] = lacking;
  if (
    first &&
    one &&
    wholes.length === 1 &&
    done.length === 0 &&
    lacking.length === 1 &&
    one.value < first.value
  )
    done.push({ ...one, value: first.value - one.value });
  if (!first || done.length === 0 || done.length !== wholes.length) return [];
  // A share of the key ones against the number of all is no contradiction.
  const isKey = /关键/u.test(label);
  if (
    isKey &&
    !/关键/u.test(`${first.ahead}${first.behind}`) &&
    !/关键/u.test(passage.slice(claim.end, first.start))
  )
    return [];
  if (first.start - claim.end > 30) return [];
  const found = quotientOf(done, wholes);
  return found ? [found] : [];
}

function namesOther(words: string, doing: RegExp): boolean {
  return words.replace(new RegExp(doing, 'gu'), '').replace(plain, '').length > 1;
}

/** (320万元/1.6亿元): the two numbers in a bracket behind the share, parted by a stroke. */
function ofStroke(passage: string, claim: Claim, numbers: readonly Beside[]): Quotient[] {
  const [part, whole] = numbers.filter(({ start }) => start >= claim.end);
  if (!part || !whole || part.kind !== whole.kind || part.start - claim.end > 8) return [];
  const isQuotient =
    /^[(:=][^,;。]*$/u.test(passage.slice(claim.end, part.start)) &&
    /^[/÷][^,;。\d]{0,8}$/u.test(passage.slice(part.end, whole.start));
  const found = isQuotient ? quotientOf([part], [whole]) : undefined;
  return found ? [found] : [];
}

/** 研发费用1550万元, 主营业务收入5.8亿元: each amount of the thing, and all together, against the revenue. */
function ofRevenue(claim: Claim, label: string, numbers: readonly Beside[]): Quotient[] {
  if (!/占|比|率|强度/u.test(label)) return [];
  const amounts = numbers.filter(({ kind }) => kind === '元');
  const wholes = amounts.filter(({ ahead }) => allRevenue.test(ahead) && !/平台|软件|研发/u.test(ahead));
  const [whole] = wholes;
  if (!whole || wholes.some(({ value }) => value !== whole.value) || otherYears.test(whole.ahead)) return [];
  const subject = revenues.find((one) => one.test(label));
  const isResearch = subject === research || (!subject && amounts.some(({ ahead }) => research.test(ahead)));
  const parts = amounts.filter(({ start, ahead, value }) => {
    if (isResearch && !allResearch.test(ahead)) return false;
    const named = subject
      ? subject.test(ahead) || /^金额/u.test(ahead)
      : revenues.some((one) => one.test(ahead));
    return (
      named &&
      !otherYears.test(ahead) &&
      !oneOfMany.test(ahead) &&
      value < whole.value &&
      Math.abs(start - whole.start) < 60
    );
  });
  // 平台及软件收入占比36%, 其中平台收入2.1亿元: the other part is not told.
  const both = (words: string) => /平台/u.test(words) && /软件/u.test(words);
  if (both(label) && !both(parts.map(({ ahead }) => ahead.replace(/^金额/u, '平台软件')).join(''))) return [];
  if (parts.length === 0 || Math.abs(claim.start - whole.start) > 80) return [];
  return [...parts.map((one) => [one]), parts].flatMap((some) => quotientOf(some, [whole]) ?? []);
}

/** 华东厂94%, 两厂合计59%; 90%, 三条线分别为40%、35%、52%. */
function ofTheWhole(
  passage: string,
  claim: Claim,
  label: string,
  numbers: readonly Beside[],
): Otherwise | undefined {
  const shares = numbers.filter(({ start, kind }) => start >= claim.end && kind === '%');
  const whole = shares.find(({ ahead }) => {
    const found = overall.exec(ahead);
    return found !== null && label.includes(found.groups?.name?.slice(-3) ?? '');
  });
  if (
    whole &&
    !/合计|整体|总体|综合|平均|全厂/u.test(label) &&
    whole.value < claim.value * 0.97 &&
    !/[。;]/u.test(passage.slice(claim.end, whole.start))
  )
    return { value: whole.value, start: whole.start - whole.ahead.length, end: whole.end };
  const [first, last] = [shares[0], shares.at(-1)];
  if (!first || !last || shares.length < 2 || !/分别为?[^,;。\d]{0,4}$/u.test(first.ahead)) return undefined;
  const most = Math.max(...shares.map(({ value }) => value));
  const closed = /再无|别无|没有其他|没有别的|就这/u.test(passage.slice(last.end, last.end + 16));
  return closed && most < claim.value * 0.97
    ? { value: most, start: first.start - first.ahead.length, end: last.end }
    : undefined;
}
