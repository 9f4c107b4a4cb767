import { describe, expect, it } from 'vitest';
import { type FilingDraft, run, scopeOf } from '../testing.ts';

const fields = [
  { key: 'story', type: 'section', label: '建设内容', en: 'Work' },
  { key: 'company', type: 'text', label: '企业名称', en: 'Company', role: 'applicant' },
  { key: 'trade', type: 'industry', label: '行业', en: 'Industry' },
  { key: 'platform', type: 'text', label: '依托平台', en: 'Platform' },
  { key: 'kind', type: 'choice', label: '类型', en: 'Kind', options: [{ text: '云平台' }, { text: '单机' }] },
];
const ask = (draft: FilingDraft, phrases: string[][], more: object = {}) =>
  run({ mentions: { phrases, ...more } }, scopeOf(draft, { fields }));
const tell = (line: string, phrases: string[][], more: object = {}) => ask({ lines: [line] }, phrases, more);

describe('how many of the groups are told of', () => {
  const three = [['区块链'], ['5G'], ['云平台']];

  it('fails with the denial quoted where too few can be left', () => {
    const found = tell('建成5G专网。未采用区块链。没有云平台。', three, { min: 2 });
    expect([found.verdict, found.silent]).toEqual(['fail', undefined]);
    expect(found.why.zh).toMatch(/^材料写明没有：.*区块链.*云平台/u);
  });

  it('one denied of three leaves two: that the second is not mentioned is a silent fail', () => {
    const found = tell('未采用区块链。建成5G专网。', three, { min: 2 });
    expect([found.verdict, found.silent]).toEqual(['fail', true]);
    expect(found.why.zh).toBe('提到1类，少于2类，未见区块链、云平台等内容。');
  });

  it('is open where what is only planned would make them enough, and quotes the plan', () => {
    const found = tell('建成5G专网。计划明年建设云平台。', three, { min: 2 });
    expect([found.verdict, found.quoting]).toEqual(['unknown', true]);
    expect(found.why.zh).toMatch(/计划明年建设云平台.*计划或筹备中/u);
    expect(tell('计划明年建设云平台。', three, { min: 2 }).silent).toBe(true);
  });

  it('shows no sentence that is of another time or of others', () => {
    const found = tell('过去没有区块链，查不到记录。计划明年采用区块链。', [['区块链']]);
    expect([found.verdict, found.why.zh.includes('过去')]).toEqual(['unknown', false]);
  });

  it('a notice that asks for these very words makes their absence a fail of its own', () => {
    const found = tell('建成5G专网。', [['区块链']], { decisive: true });
    expect([found.verdict, found.silent]).toEqual(['fail', undefined]);
  });

  it('tells how many were found, of how many, which, and which are missing', () => {
    const { values } = tell('建成5G专网，企业已上云平台。', three, { min: 3 });
    expect(values).toMatchObject({
      count: { zh: '2' },
      left: { zh: '2' },
      right: { zh: '3' },
      missing: { zh: '区块链' },
    });
    expect(values.value?.zh).toMatch(/5[gG].云平台/u);
    expect(tell('建成5G专网。', [['5G']]).values.missing).toBeUndefined();
  });

  it('a bare word is one, and not one more for being nothing but a word', () => {
    const found = tell('云平台', three, { min: 2 });
    expect([found.verdict, found.silent]).toEqual(['fail', true]);
  });

  it('names the words that say it is so, not those of a plan', () => {
    const group = [['工业云', '云平台']];
    expect(tell('计划明年建设工业云。现已接入云平台。', group).why.zh).toBe('提到了云平台。');
    expect(tell('系统可接入云平台。', group).why.zh).toBe('提到了云平台。');
  });

  it('says nothing of a text that holds the words thousands of times', () => {
    const lines = Array.from({ length: 3001 }, () => '云平台');
    const found = ask({ lines: [...lines, '建成5G专网。'] }, [['云平台'], ['5G']], { min: 2 });
    expect([found.verdict, found.why.zh.includes('3000处'), found.evidence]).toEqual(['unknown', true, []]);
  });

  it('names six of those missing and no more', () => {
    const many = ['一期', '二级', '三态', '四方', '五维', '六面', '七层'].map((word) => [word]);
    const { why } = tell('建成专网。', many);
    expect(why.zh).toContain('未见一期、二级、三态、四方、五维、六面等内容');
    expect(why.en).toContain('not found: 一期, 二级, 三态, 四方, 五维, 六面.');
  });
});

describe('words as such and facts', () => {
  it('a bare word is enough where the rule has no wider words, and leaves it open where it has', () => {
    const phrases = [['云平台']];
    expect(tell('云平台', phrases).verdict).toBe('pass');
    const found = tell('云平台', phrases, { about: [['平台']] });
    expect([found.verdict, found.quoting]).toEqual(['unknown', true]);
  });

  it('what is planned counts where plans are asked for, and what is done in part as well', () => {
    for (const line of ['计划明年建设云平台。', '两个模块跑在云平台上，其余三个还在开发。']) {
      expect(tell(line, [['云平台']], { plans: true }).verdict).toBe('pass');
      expect(tell(line, [['云平台']]).verdict).toBe('unknown');
    }
  });

  it('each group has wider words of its own, or shares the only ones', () => {
    const lines = ['没有使用平台。', '没有使用网络。'];
    const phrases = [['云平台'], ['5G专网']];
    const own = ask({ lines }, phrases, { about: [['平台'], ['网络']], min: 2 });
    expect(own.why.zh).toMatch(/没有使用平台.*没有使用网络/u);
    const shared = ask({ lines }, phrases, { about: [['平台']], min: 2 });
    expect(shared.why.zh).not.toContain('网络');
  });
});

describe('words around a fact', () => {
  const told = '每天有860万条数据进库，经销商扫码即可查到质保信息，今年已累计查询32次。';
  const about = [['解析']];
  const around = [
    ['扫码', '质保'],
    ['网关', '节点'],
  ];
  const of = (line: string, more: object, phrases = [['标识解析']]) => tell(line, phrases, more).verdict;

  it('count where the passage leaves no doubt and the rule has wider words', () => {
    expect(of(told, { about, around })).toBe('pass');
    expect(of(told, { about, around: [['扫码', '网关']] })).toBe('fail');
    expect(of(told, { around })).toBe('fail');
  });

  it('each group has its own, or shares the only ones', () => {
    const two = [['标识解析'], ['边缘计算']];
    expect(of(told, { about, around, min: 2 }, two)).toBe('fail');
    expect(of(told, { about, around: [['扫码', '质保']], min: 2 }, two)).toBe('pass');
  });

  it('do not speak against what is said with the very words', () => {
    expect(of(`没有采用标识解析。${told}`, { about, around })).not.toBe('pass');
    expect(of(`标识解析。${told}`, { about, around })).toBe('pass');
  });
});

describe('names state nothing', () => {
  it('a company or a trade is taken by its words, whatever they would say in a sentence', () => {
    const draft = { fields: { company: '未接入云平台科技有限公司', trade: '没有云平台的行业' } };
    expect(ask(draft, [['云平台']], { in: ['company'] }).verdict).toBe('pass');
    expect(ask(draft, [['云平台']], { in: ['trade'] }).verdict).toBe('pass');
    expect(ask(draft, [['区块链']], { in: ['company'] }).verdict).toBe('fail');
  });

  it('but a text is no name, alone or beside one', () => {
    const draft = { fields: { company: '恒驰纺织', platform: '未接入云平台。' } };
    expect(ask(draft, [['云平台']], { in: ['platform'] }).verdict).not.toBe('pass');
    expect(ask(draft, [['云平台']], { in: ['company', 'platform'] }).verdict).not.toBe('pass');
  });
});

describe("the form's own question", () => {
  const answer = (platform: string | object | null, line = '其他。', field = 'platform') =>
    ask({ lines: [line], fields: { [field]: platform } }, [['云平台', '平台上']], { asks: field });

  it('answered by a name counts as said, quoted with its label', () => {
    const found = answer('云枢');
    expect([found.verdict, found.why.zh, found.evidence.length]).toEqual(['pass', '提到了云枢。', 1]);
  });

  it('a name has at most forty characters; a longer text must say it itself', () => {
    expect(answer('枢'.repeat(40)).verdict).toBe('pass');
    expect(answer('枢'.repeat(41)).verdict).toBe('fail');
    expect(answer(`${'枢'.repeat(41)}，已接入云平台。`).verdict).toBe('pass');
  });

  it('is what was written there, and of a choice what was ticked', () => {
    const written = answer({ value: '云枢', raw: '云枢平台（二期）' });
    expect(written.why.zh).toBe('提到了云枢平台（二期）。');
    const ticked = answer({ value: '单机', raw: '□云平台 ☑单机' }, '其他。', 'kind');
    expect(ticked.why.zh).toBe('提到了单机。');
  });

  it('answered by a name is so, whatever wider words the rule has', () => {
    const about = { asks: 'platform', about: [['平台']] };
    const named = { lines: ['其他。'], fields: { platform: '华兴工业云平台' } };
    expect(ask(named, [['云平台']], about).verdict).toBe('pass');
  });

  it('answered and told in the text is so, with the places of both', () => {
    const found = answer('云枢', '方案跑在云平台上。');
    expect([found.verdict, found.evidence.length]).toEqual(['pass', 2]);
    expect(answer('已接入云平台').evidence).toHaveLength(1);
  });

  it('left blank or not found says nothing', () => {
    expect(answer(null).verdict).toBe('fail');
    expect(ask({ lines: ['其他。'] }, [['云平台']], { asks: 'platform' }).verdict).toBe('fail');
    expect(answer(null, '方案跑在云平台上。').verdict).toBe('pass');
  });

  it('answered 无 is a denial, with its place and the words of the form', () => {
    const found = answer('无');
    expect([found.verdict, found.evidence.length]).toEqual(['fail', 1]);
    expect(found.why.zh).toContain('依托平台：无');
    const long = answer(`无（${'单'.repeat(80)}）`).why.zh;
    expect([long.includes('单'.repeat(58)), long.includes('单'.repeat(59))]).toEqual([true, false]);
  });

  it('against the text is open, whichever of the two denies', () => {
    expect(answer('无', '方案跑在云平台上。').verdict).toBe('unknown');
    expect(answer('无', '云平台').verdict).toBe('unknown');
    expect(answer('无', '方案跑在云平台上。另一方案没有使用云平台。').verdict).toBe('unknown');
    expect(answer('云枢', '方案没有使用云平台。').verdict).toBe('unknown');
    expect(answer('无', '计划明年建设云平台。').verdict).toBe('fail');
    expect(answer('无', '方案没有使用云平台。').verdict).toBe('fail');
  });

  it('answered by a sentence counts as the sentence reads', () => {
    expect(answer('尚未接入云平台').verdict).toBe('fail');
    expect(answer('计划明年接入云平台').verdict).toBe('unknown');
    expect(answer('已接入云平台').verdict).toBe('pass');
  });

  it('a tick is its option and not the printed line of all options; without raw text the value is taken', () => {
    const printed = { value: '单机', raw: '□云平台 ☑单机' };
    expect(answer(printed, '其他。', 'kind').why.zh).toContain('单机');
    expect(answer({ value: '云枢', raw: ' ' }).why.zh).toContain('云枢');
  });
});

describe('where it is shown', () => {
  it('three places of a group, however often it is said', () => {
    const lines = Array.from({ length: 6 }, (_, i) => `第${i + 1}车间已接入云平台。`);
    expect(ask({ lines }, [['云平台']]).evidence).toHaveLength(3);
  });

  it('a short field that says something else is the place of the fail, a chapter is not', () => {
    const short = ask({ fields: { platform: '本地服务器' } }, [['云平台']], { in: ['platform'] });
    expect([short.verdict, short.evidence.length, short.values.value?.zh]).toEqual(['fail', 1, '本地服务器']);
    const text = (length: number) =>
      ask({ fields: { platform: '机'.repeat(length) } }, [['云平台']], { in: ['platform'] });
    expect([text(60).evidence.length, text(61).evidence.length]).toEqual([1, 0]);
    expect([text(60).values.value?.zh, text(61).values.value?.zh]).toEqual(['机'.repeat(60), '（未提及）']);
    const two = ask({ fields: { platform: '本地', kind: '单机' } }, [['云平台']], {
      in: ['platform', 'kind'],
    });
    expect(two.evidence).toEqual([]);
  });

  it('an empty text is called blank', () => {
    expect(tell(' ', [['云平台']]).values.value?.zh).toBe('空白');
  });
});
