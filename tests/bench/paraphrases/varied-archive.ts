import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { inventCompany } from '../../../corpus/generate/company.ts';
import { narrate } from '../../../corpus/generate/narrative.ts';
import type { Random } from '../../../corpus/generate/random.ts';
import {
  type Industry,
  SampleMaker,
  solutionSentence,
  textOf,
  themes,
} from '../../../corpus/generate/solution-texts.ts';
import type { Told } from './pairs.ts';

const require = createRequire(import.meta.url);
const lineSchema = z.object({ text: z.string(), label: z.string().nullish(), part: z.string().optional() });

/**
 * Filings unlike one another in several ways: the generator's own; its chapters; sentences of its frames with the
 * words of some hundred invented trades (nouns of the dictionary, about 25 filings a trade); and clauses of the
 * labelled texts of one label put together anew. None is a repeat of another.
 */
export class VariedFilings {
  private readonly random: Random;
  private readonly maker: SampleMaker;
  private readonly trades: readonly Industry[];
  private readonly clauses: ReadonlyMap<string, readonly string[]>;
  private made = 0;

  constructor(random: Random, trades = 400) {
    this.random = random;
    this.maker = new SampleMaker(random.fork('maker'));
    const nouns = nounsOf();
    this.trades = Array.from({ length: trades }, () => {
      const some = (count: number) => Array.from({ length: count }, () => random.pick(nouns));
      const trouble = () => `${random.pick(nouns)}${random.pick(['不稳', '偏高', '漏检', '滞后', '混用'])}`;
      return {
        name: random.pick(nouns),
        products: some(12),
        machines: some(12),
        steps: some(12),
        troubles: Array.from({ length: 10 }, trouble),
      };
    });
    this.clauses = clausesByLabel();
  }

  make(): Told {
    const kind = this.made++ % 10;
    if (kind < 5) return this.ofInventedTrade();
    if (kind < 7) return this.ofLabel();
    if (kind < 9) {
      const sample = this.maker.make();
      return { title: sample.title, company: sample.company, text: textOf(sample) };
    }
    return this.ofChapters();
  }

  private ofInventedTrade(): Told {
    const { random } = this;
    const trade = random.pick(this.trades);
    const product = random.pick(trade.products);
    const theme = random.pick(themes);
    const sentences = Array.from({ length: random.int(8, 34) }, () =>
      solutionSentence(random, trade, product, theme),
    );
    return {
      title: `${product}${random.pick(trade.steps)}${theme}应用`,
      company: inventCompany(random).name,
      text: sentences.join(''),
    };
  }

  private ofLabel(): Told {
    const { random } = this;
    const own = random.pick([...this.clauses.values()].filter((clauses) => clauses.length >= 60));
    const any = [...this.clauses.values()];
    const sentences = Array.from({ length: random.int(10, 28) }, () => {
      const parts = Array.from({ length: random.int(2, 4) }, () =>
        random.pick(random.chance(0.4) ? own : random.pick(any)),
      );
      return `${parts.join('，')}。`;
    });
    return {
      title: `${random.pick(own).slice(0, 14)}项目`,
      company: inventCompany(random).name,
      text: sentences.join(''),
    };
  }

  private ofChapters(): Told {
    const { random } = this;
    const company = inventCompany(random);
    const text = (['profile', 'need', 'build', 'effect', 'outlook'] as const)
      .map((topic) => narrate(topic, company, random, random.int(3, 8)))
      .join('\n');
    return {
      title: `${random.pick(company.trade.products)}${random.pick(themes)}`,
      company: company.name,
      text,
    };
  }
}

/** Nouns of two to four characters that are neither everyday words nor names. */
function nounsOf(): string[] {
  return readFileSync(require.resolve('@node-rs/jieba/dict.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(
      ([word = '', count, kind]) =>
        kind === 'n' && /^[\u4e00-\u9fff]{2,4}$/u.test(word) && Number(count) >= 5 && Number(count) <= 2000,
    )
    .map(([word = '']) => word);
}

function clausesByLabel(): Map<string, string[]> {
  const folder = new URL('../../../corpus/labelled/', import.meta.url);
  const found = new Map<string, string[]>();
  const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
  for (const file of files.sort()) {
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n').filter(Boolean)) {
      const { text, label, part } = lineSchema.parse(JSON.parse(line));
      if (part === 'held-out') continue;
      const clauses = text
        .split(/[，。；：、！？\n]/u)
        .map((clause) => clause.trim())
        .filter(({ length }) => length >= 5);
      const key = `${file} ${label ?? ''}`;
      found.set(key, [...(found.get(key) ?? []), ...clauses]);
    }
  }
  return found;
}
