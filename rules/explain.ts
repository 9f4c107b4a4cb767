import type { Check, Comparison, Rule } from '../calls/schema/index.ts';
import type { Text } from '../core/lang.ts';
import { explainNum, explainPoint } from './explain-num.ts';
import { listNames } from './list-names.ts';
import { both, listed } from './outcome.ts';
import { type Explainable, either, fieldName, join, quoted, t } from './say.ts';

export type { Explainable } from './say.ts';

/** A rule as one sentence: when it applies and what it asks. */
export function explainRule(rule: Pick<Rule, 'when' | 'check'>, pack: Explainable): Text {
  const asked = explain(rule.check, pack);
  if (!rule.when) return { zh: `要求：${asked.zh}。`, en: `Asks: ${asked.en}.` };
  const when = explain(rule.when, pack);
  return { zh: `当${when.zh}时，要求：${asked.zh}。`, en: `When ${when.en}: asks ${asked.en}.` };
}

/** A check as a clause without a full stop. */
export function explain(check: Check, pack: Explainable): Text {
  const field = (key: string) => quoted(fieldName(key, pack));
  if ('present' in check) return join(field(check.present), t('已填写', ' is filled in'));
  if ('blank' in check) return join(field(check.blank), t('未填写', ' is blank'));
  if ('oneOf' in check) {
    return join(field(check.oneOf.field), t('为', ' is '), either(check.oneOf.values.map(both)));
  }
  if ('format' in check) return join(field(check.format.field), formats[check.format.as]);
  if ('compare' in check) {
    const { left, op, right, tolerance } = check.compare;
    const near =
      tolerance > 0 ? t(`（允许${tolerance * 100}%的误差）`, ` (within ${tolerance * 100}%)`) : t('', '');
    return join(explainNum(left, pack), comparisons[op], explainNum(right, pack), near);
  }
  if ('date' in check) {
    const { left, op, right, plusYears } = check.date;
    const moved =
      plusYears === 0
        ? t('', '')
        : plusYears > 0
          ? t(`之后${plusYears}年`, ` plus ${plusYears} years`)
          : t(`之前${-plusYears}年`, ` minus ${-plusYears} years`);
    return join(explainPoint(left, pack), orders[op], explainPoint(right, pack), moved);
  }
  if ('ticked' in check) return explainTicked(check.ticked, pack);
  if ('eachGroup' in check) {
    const { field: key, min, groups } = check.eachGroup;
    const which = groups.length > 0 ? listed(groups.map(both)) : t('各方面', 'every group');
    return join(
      field(key),
      t('中', ': in '),
      which,
      t(`均至少勾选${min}项`, `, at least ${min} ticked each`),
    );
  }
  if ('someGroupComplete' in check) {
    const { field: key, groups } = check.someGroupComplete;
    const which = groups.length > 0 ? both(`（${groups.join('、')}）`) : t('', '');
    return join(field(key), which, t('中至少一个方向全部勾选', ': at least one group wholly ticked'));
  }
  if ('section' in check) {
    const { field: key, minWords } = check.section;
    return join(field(key), t(`不少于${minWords}字`, ` has at least ${minWords} words`));
  }
  if ('annex' in check) {
    const title = pack.call.annexes.find(({ key }) => key === check.annex)?.title ?? check.annex;
    return join(t('附有', 'there is '), quoted(both(title)));
  }
  if ('same' in check) {
    const [a, b] = check.same;
    return join(field(a), t('与', ' and '), field(b), t('一致', ' agree'));
  }
  if ('consistent' in check)
    return join(field(check.consistent), t('各处填写一致', ' is the same throughout'));
  if ('within' in check) {
    return join(field(check.within.field), t('位于', ' lies in '), both(check.within.region));
  }
  if ('mentions' in check) {
    const { phrases, min, in: keys } = check.mentions;
    const place = keys.length > 0 ? listed(keys.map((key) => field(key))) : t('申报内容', 'the text');
    const what = both(phrases.map((group) => group.join('/')).join('、'));
    const many =
      phrases.length > 1 ? t(`至少${min}类（`, ` mentions at least ${min} of (`) : t('', ' mentions ');
    return join(place, t('提及', ''), many, what, phrases.length > 1 ? t('）', ')') : t('', ''));
  }
  if ('label' in check) {
    const { scheme, is, source } = check.label;
    const title = pack.schemes.find(({ id }) => id === scheme)?.title ?? both(scheme);
    return join(
      sources[source],
      quoted(title),
      t('为', ' is '),
      either(is.map((name) => labelName(name, scheme, pack))),
    );
  }
  if ('met' in check) {
    const { rules, min } = check.met;
    return t(
      `以下${rules.length}条规则至少符合${min}条（${rules.join('、')}）`,
      `at least ${min} of these ${rules.length} rules are met (${rules.join(', ')})`,
    );
  }
  if ('labelAgrees' in check) {
    const title = pack.schemes.find(({ id }) => id === check.labelAgrees)?.title ?? both(check.labelAgrees);
    return join(t('内容体现的', 'the text shows the '), quoted(title), t('与所选一致', ' that was declared'));
  }
  if ('awarded' in check) {
    return check.awarded.verdict.includes('barred')
      ? t('与受限的往年入选项目相同或相近', 'it is like an earlier award that bars it')
      : t('与往年入选项目相近、须人工确认', 'it is like an earlier award that a person must review');
  }
  if ('reapplies' in check)
    return t('为须重新申报的往年入选单位', 'it is an earlier winner that must apply again');
  if ('listed' in check) return join(t('列入', 'it stands in the '), listNames[check.listed]);
  if ('agrees' in check) {
    const { with: kind, fields } = check.agrees;
    const which = fields.length > 0 ? listed(fields.map(field)) : t('各栏', 'every field in common');
    return join(which, t('与', ' agrees with the '), listNames[kind], t('一致', ''));
  }
  if ('namedAfter' in check)
    return join(
      t('电子文件夹或压缩包以', 'the electronic folder or archive is named after '),
      field(check.namedAfter),
      t('命名', ''),
    );
  if ('person' in check) {
    return t(
      `由人工核对（${check.person.zh.replace(/。$/u, '')}）`,
      `a person checks (${check.person.en.replace(/\.$/u, '')})`,
    );
  }
  if ('all' in check) return group(check.all, '，且', ' and ', pack);
  if ('any' in check) return group(check.any, '，或者', ' or ', pack);
  if ('not' in check) {
    const inner = explain(check.not, pack);
    return t(`不是（${inner.zh}）`, `not (${inner.en})`);
  }
  const rest: never = check;
  return rest;
}

function explainTicked(
  { field: key, any, all, none }: Extract<Check, { ticked: unknown }>['ticked'],
  pack: Explainable,
): Text {
  const names = (texts: readonly string[]) => texts.map((text) => optionName(key, text, pack));
  const parts = [
    ...(any.length > 0 ? [join(t('勾选了', ' has ticked '), either(names(any)))] : []),
    ...(all.length > 0 ? [join(t('勾选了全部：', ' has ticked all of '), listed(names(all)))] : []),
    ...(none.length > 0 ? [join(t('未勾选', ' has not ticked '), listed(names(none)))] : []),
  ];
  const said = t(parts.map(({ zh }) => zh).join('，且'), parts.map(({ en }) => en).join(' and'));
  return join(quoted(fieldName(key, pack)), said);
}

function group(checks: readonly Check[], zh: string, en: string, pack: Explainable): Text {
  const parts = checks.map((part) => {
    const inner = explain(part, pack);
    return 'all' in part || 'any' in part ? t(`（${inner.zh}）`, `(${inner.en})`) : inner;
  });
  return t(parts.map((part) => part.zh).join(zh), parts.map((part) => part.en).join(en));
}

/** 不少于, is at least: behind a number's name. */
export const comparisons: Readonly<Record<Comparison, Text>> = {
  '>=': t('不少于', ' is at least '),
  '<=': t('不超过', ' is at most '),
  '>': t('大于', ' is over '),
  '<': t('小于', ' is under '),
  '=': t('等于', ' equals '),
  '!=': t('不等于', ' differs from '),
};

const orders = {
  before: t('早于', ' is before '),
  'not-after': t('不晚于', ' is not after '),
  after: t('晚于', ' is after '),
  'not-before': t('不早于', ' is not before '),
} as const;

const formats = {
  'credit-code': t('为有效的统一社会信用代码', ' is a valid unified social credit code'),
  'org-code': t('为有效的组织机构代码', ' is a valid organisation code'),
  phone: t('为有效的电话号码', ' is a valid phone number'),
  email: t('为有效的电子邮箱', ' is a valid e-mail address'),
} as const;

const sources = {
  declared: t('所选', 'the declared '),
  text: t('内容体现的', 'by the text, '),
  either: t('所选或内容体现的', 'declared or by the text, '),
} as const;

function optionName(key: string, text: string, pack: Explainable): Text {
  const field = pack.form.fields.find((one) => one.key === key);
  const option = field && 'options' in field ? field.options.find((one) => one.text === text) : undefined;
  return t(text, option?.en ?? text);
}

function labelName(name: string, scheme: string, pack: Explainable): Text {
  const found = pack.schemes.find(({ id }) => id === scheme);
  const known = [...(found?.labels ?? []), ...(found?.parents ?? [])].find((one) => one.name === name);
  return t(name, known?.en ?? name);
}
