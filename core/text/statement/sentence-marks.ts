import { affirms, statesFact } from './affirmed.ts';
import { clauseAt, type Span } from './clauses.ts';
import { doubtsIn, oneMore, turn } from './doubts.ts';
import {
  actual,
  badWord,
  bareDenial,
  before,
  capable,
  completed,
  concessive,
  denial,
  denialOfBad,
  firstOf,
  furtherStep,
  isFormerThing,
  leaning,
  manner,
  noneAnswer,
  nowAgain,
  ofAnother,
  partial,
  plan,
  preparing,
  realised,
  rest,
  tickedNo,
  withdrawn,
  withoutFalseDenials,
} from './marks.ts';

/**
 * What a text says of some words in it: `actual` it is so; `capable` it could be (an ability, a design figure);
 * `planned` it is meant to be; `partly` it is so in part, on trial, or the rest of the sentence holds it back;
 * `denied` it is not so; `doubted` what stands with it speaks against it (lacking, ended, awaited, done in another
 * way); `named` the words stand there and nothing is told as a fact; `elsewhere` it is told of an earlier state, of
 * others, or as an exception, and says nothing of how things are.
 */
export type Mood = 'actual' | 'capable' | 'planned' | 'partly' | 'denied' | 'doubted' | 'named' | 'elsewhere';

interface Mark extends Span {
  readonly clause: number;
}

/** What marks a squeezed sentence, and what follows for the words in it. */
export class SentenceMarks {
  private readonly text: string;
  private readonly clauses: readonly Span[];
  private readonly asks: boolean;
  private readonly exceptions: readonly Span[];
  private readonly denials: readonly (Mark & { readonly bad?: Span })[];
  /** The answer `no` behind a label or a box. */
  private readonly answers: readonly Span[];
  private readonly withdrawals: readonly Mark[];
  private readonly plans: readonly Mark[];
  private readonly partials: readonly Mark[];
  private readonly rests: readonly Mark[];
  private readonly doubts: readonly Mark[];
  private readonly turns: readonly Mark[];
  /** For each clause: whether it tells of an earlier state or of others. */
  private readonly past: readonly boolean[];
  /** For each clause: whether it only gives way to one behind it (虽然…，但…). */
  private readonly givesWay: readonly boolean[];
  /** For each clause: whether a plan of an earlier clause still runs. */
  private readonly stillPlanned: readonly boolean[];

  constructor(text: string, clauses: readonly Span[]) {
    this.text = text;
    this.clauses = clauses;
    this.asks = /\?["”]?$/u.test(text.slice(-2));
    this.exceptions = spans(exception, text);
    const clear = withoutFalseDenials(text);
    this.denials = this.marks(denial, clear).map((mark) => this.withBad(mark, clear));
    this.answers = [...spans(tickedNo, text), ...spans(noneAnswer, text)];
    this.withdrawals = this.marks(withdrawn, text).filter(
      (mark) =>
        !isFormerThing(this.clauseText(mark.clause)) &&
        !deniedBefore(text, mark.start) &&
        !restored.test(text.slice(mark.end)),
    );
    this.plans = [...this.marks(plan, text), ...this.marks(preparing, text)];
    this.partials = this.marks(partial, clear).filter(({ start }) => !deniedBefore(text, start));
    this.givesWay = this.findConcessions();
    this.rests = this.marks(rest, clear).filter((mark) => !denialOfBadBehind(clear, mark));
    this.doubts = doubtsIn(text, clear)
      .filter(({ end }) => !restored.test(text.slice(end)))
      .map((span) => ({ ...span, clause: this.clauseAt(span.start) }));
    this.turns = this.marks(turn, text).map((mark) => ({ ...mark, clause: this.clauseAt(mark.end) }));
    this.past = this.carryPast();
    this.stillPlanned = this.carryPlans();
  }

  moodAt(start: number, end: number, parts: readonly Span[]): Mood {
    const inside = (mark: Span) => parts.some((part) => mark.start >= part.start && mark.end <= part.end);
    const first = this.clauseAt(start);
    const last = this.clauseAt(Math.max(start, end - 1));
    const here = (mark: Mark) => mark.clause >= first && mark.clause <= last && !inside(mark);
    if (this.exceptions.some((one) => one.start <= start && one.end >= end)) return 'elsewhere';
    // A question states nothing.
    if (this.asks) return 'elsewhere';
    const denying = this.deniedFrom(start, end, parts, here);
    if (this.past[first] || this.givesWay[first]) return 'elsewhere';
    // 力争不发生 is a plan; 尚无计划 is a denial.
    const planned = this.plans.some((mark) => here(mark) && (denying === undefined || mark.start < denying));
    if (planned || (denying === undefined && this.stillPlanned[first])) return 'planned';
    if (denying !== undefined) return 'denied';
    if (this.partials.some(here) || this.isHeldBack(first, last, inside)) return 'partly';
    if (this.isDoubted(first, last, inside)) return 'doubted';
    if (capable.test(this.clauseText(first))) return 'capable';
    return this.isAffirmed(first, last, start, end) ? 'actual' : 'named';
  }

  /** What speaks against it, from its clause on; or a turn behind it that brings no fact. */
  private isDoubted(first: number, last: number, inside: (mark: Span) => boolean): boolean {
    const settled = nowAgain.test(this.clauseText(first)) || completed.test(this.clauseText(first));
    const behind = this.clauses.findIndex((_, i) => i > last && oneMore.test(this.clauseText(i)));
    const from = this.doubts.some(
      (mark) =>
        (mark.clause >= first || (!settled && mark.clause === first - 1)) &&
        (behind < 0 || mark.clause < behind) &&
        !inside(mark) &&
        !this.past[mark.clause] &&
        !this.isExcepted(mark),
    );
    // 评定没过, 问题到现在也没改完: a denial behind it that is of no harm, unless the thing is told as done.
    const undone =
      !completed.test(this.clauseText(last)) &&
      this.denials.some(
        (mark) =>
          mark.clause > last &&
          (behind < 0 || mark.clause < behind) &&
          !mark.bad &&
          !this.past[mark.clause] &&
          !this.isExcepted(mark) &&
          !leaning.test(this.text) &&
          this.deniesRealised(mark),
      );
    return (
      from ||
      undone ||
      this.turns.some((mark) => mark.clause > last && !statesFact(this.text.slice(mark.start)))
    );
  }

  /** Its clause tells a fact, or the one before or behind it does. */
  private isAffirmed(first: number, last: number, start: number, end: number): boolean {
    const own = this.clauses[first];
    const clause = `${this.text.slice(own?.start ?? 0, start)}\u0001${ownFact.test(this.text.slice(start, end)) ? '已' : ''}${this.text.slice(end, this.clauses[last]?.end ?? end)}`;
    if (affirms(clause, this.text.slice(end)) || answeredLabel.test(this.text.slice(end))) return true;
    return statesFact(this.clauseText(last + 1)) || (first > 0 && statesFact(this.clauseText(first - 1)));
  }

  speaksAgainst(): boolean {
    if (this.asks) return false;
    const stands = (mark: Mark) =>
      !this.past[mark.clause] && !this.givesWay[mark.clause] && !this.isExcepted(mark);
    return (
      this.withdrawals.some(stands) ||
      this.doubts.some(stands) ||
      this.denials.some((mark) => stands(mark) && !mark.bad && this.deniesRealised(mark)) ||
      this.answers.some((answer) => !badWord.test(this.labelOf(answer)))
    );
  }

  /** What an answer is given to: 重大中断:0次 is no bad news. */
  private labelOf({ start }: Span): string {
    return this.text.slice(this.clauses[this.clauseAt(start)]?.start ?? 0, start);
  }

  private clauseAt(at: number): number {
    return clauseAt(this.clauses, at);
  }

  private clauseText(clause: number): string {
    const span = this.clauses[clause];
    return span ? this.text.slice(span.start, span.end) : '';
  }

  /** Where the words that deny a phrase begin; `undefined` where nothing does. */
  private deniedFrom(
    start: number,
    end: number,
    parts: readonly Span[],
    here: (mark: Mark) => boolean,
  ): number | undefined {
    const gone = this.withdrawals.find(here);
    if (gone) return gone.start;
    const answer = this.answers.find((one) => one.start >= end - 1 && this.isLabel(end, one.start));
    if (answer) return answer.start;
    const bare = this.bareDenialBehind(end);
    if (bare !== undefined) return bare;
    const found = this.denials.find(
      (mark) =>
        here(mark) &&
        !this.isExcepted(mark) &&
        !leaning.test(this.clauseText(mark.clause)) &&
        this.governs(mark, start, end, parts),
    );
    return found?.start;
  }

  /** 未发生中断 denies nothing but the break itself; 未按期年报被列入名录 not the list; 不在本集团的企业 no company. */
  private governs(
    mark: Mark & { readonly bad?: Span },
    start: number,
    end: number,
    parts: readonly Span[],
  ): boolean {
    const words = this.text.slice(mark.start, mark.end);
    // 国际标准0个 says nothing of the others in the list.
    if (/^[0零]/u.test(words))
      return mark.start >= end ? mark.start - end <= 4 : mark.end <= start && start - mark.end <= 2;
    const between = this.text.slice(mark.end, start);
    if (/被|导致|致使|遭到|受到/u.test(between) && manner.test(between)) return false;
    if (becauseOf.test(between)) return false;
    if (
      /不存在|不复/u.test(this.text.slice(mark.start, mark.end + 2)) &&
      mark.start >= end &&
      badWord.test(this.text.slice(end, mark.start))
    )
      return false;
    if (mark.bad) {
      const within = mark.start < end && start < mark.bad.end;
      return within || (start > mark.start && badWord.test(this.text.slice(start, end)));
    }
    if (mark.start >= end) {
      return !ofAnother.test(words + this.text.slice(mark.end, mark.end + 1)) && this.deniesRealised(mark);
    }
    const verbal = /[未不]/u.test(words) && !/是$|非$/u.test(words);
    if (mark.end > start) {
      const next = parts.find((part) => part.start >= mark.end);
      return !(verbal && next && /[^目似]的/u.test(this.text.slice(mark.end, next.start)));
    }
    return !(verbal && /[^目似]的(?!情况|工作)/u.test(between));
  }

  private deniesRealised(mark: Mark): boolean {
    const clause = this.clauses[mark.clause];
    return realised.test(this.text.slice(mark.end, clause?.end ?? mark.end).replace(/[,;。()]$/u, ''));
  }

  /** Where the next clause denies, with no object of its own, what this one only names. */
  private bareDenialBehind(end: number): number | undefined {
    const clause = this.clauseAt(end - 1);
    const next = this.clauses[clause + 1];
    if (!next || /[;。:]$/u.test(this.clauseText(clause))) return undefined;
    if (completed.test(this.clauseText(clause)) || actual.test(this.clauseText(clause))) return undefined;
    const found = bareDenial.exec(this.clauseText(clause + 1));
    const mark = found && this.denials.find((one) => one.clause === clause + 1 && !one.bad);
    return mark ? mark.start : undefined;
  }

  private findConcessions(): boolean[] {
    return this.clauses.map((_, i) => {
      if (!concessive.test(this.clauseText(i))) return false;
      return this.clauses.slice(i + 1).length > 0 && !/[;。]$/u.test(this.clauseText(i));
    });
  }

  /** Nothing but the rest of the label lies between a phrase and the answer behind its colon. */
  private isLabel(from: number, to: number): boolean {
    return to - from <= 24 && !/[;。]/u.test(this.text.slice(from, to));
  }

  /** Another clause of the sentence holds back what this one says. */
  private isHeldBack(first: number, last: number, inside: (mark: Span) => boolean): boolean {
    const behind = (mark: Mark) => mark.clause > last && !this.past[mark.clause];
    if (this.rests.some((mark) => !inside(mark) && mark.clause >= first && !this.isExcepted(mark)))
      return true;
    if (this.withdrawals.some(behind)) return true;
    return this.plans.some((mark) => {
      const text = this.clauseText(mark.clause);
      if (!behind(mark) || furtherStep.test(text)) return false;
      return firstOf.test(text) || !completed.test(this.clauseText(last));
    });
  }

  private isExcepted(mark: Span): boolean {
    return this.exceptions.some((one) => one.start <= mark.start && one.end >= mark.end);
  }

  private marks(pattern: RegExp, text: string): Mark[] {
    return spans(pattern, text).map((span) => ({ ...span, clause: this.clauseAt(span.start) }));
  }

  private withBad(mark: Mark, text: string): Mark & { readonly bad?: Span } {
    const tail = text.slice(mark.start, this.clauses[mark.clause]?.end ?? text.length);
    const found = denialOfBad.test(tail) ? badWord.exec(tail) : null;
    if (!found) return mark;
    const start = mark.start + found.index;
    return { ...mark, bad: { start, end: start + found[0].length } };
  }

  /** The past runs on until a clause turns to the present. */
  private carryPast(): boolean[] {
    let past = false;
    return this.clauses.map((_, i) => {
      const text = this.clauseText(i);
      if (spans(before, text).length > 0) past = true;
      else if (nowAgain.test(text)) past = false;
      return past;
    });
  }

  /** A plan runs on until a clause tells of what is there. */
  private carryPlans(): boolean[] {
    let planned = false;
    return this.clauses.map((_, i) => {
      if (this.plans.some(({ clause }) => clause === i)) planned = true;
      else if (actual.test(this.clauseText(i))) planned = false;
      return planned;
    });
  }
}

/** 未批先建受到处罚: the denial is of the cause. */
const becauseOf =
  /^(?!因|由于|被|受|有|曾|再|能|出现|发生|因为)[^,;。、]{1,8}(?:被|受到|遭到|遭受|导致|致使|引发|造成|受)/u;
/** What had ended is there again. */
const restored = /再度|再次投|重新(?!申请|提交|选|招)|恢复|复产|复工|重启|重构后|现已|又(?:投|上线|启)/u;
/** Words that tell the fact themselves: 已推广, 通过…测评, 由52分钟到19分钟. */
const ownFact = /已|现有|[了过]|\d/u;
/** 培训(期/人次):12/410: a label that is answered. */
const answeredLabel = /^[^,;。]{0,12}[:：](?=[^,;。]*[\d有是])/u;

/** 除甲外: what it names is told of apart. 除…外还 adds instead. */
const exception =
  /除(?!尘|湿|锈|雪|草|险)[^;。]{1,60}?(?:之外|以外|外)(?![部资包围观购])(?!,?(?:还|也|另))/gu;

/** 未被暂停, 不是停留在: what would hold a thing back is itself denied. */
function deniedBefore(text: string, at: number): boolean {
  return /(?:未|没有?|无|不是|并非|不再|不会|没有被|未被|不存在)[^,;。]{0,4}$/u.test(
    text.slice(Math.max(0, at - 8), at),
  );
}

function denialOfBadBehind(text: string, mark: Span): boolean {
  const tail = text.slice(mark.end, mark.end + 10).split(/[,;。]/u, 1)[0] ?? '';
  return badWord.test(tail);
}

function spans(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}
