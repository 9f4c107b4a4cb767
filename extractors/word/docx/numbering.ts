import { childOf, childrenOf, type Element } from '../../markup/element.ts';
import { isOn } from './namespaces.ts';
import { formatNumber } from './number-format.ts';
import { showSymbols } from './symbols.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly font?: string;
  readonly legal: boolean;
  /** Levels at or above this one restart it; 0: it never restarts. */
  readonly restart?: number;
  readonly style?: string;
}

interface List {
  /** The abstract list that lists of the same look count together in. */
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

/** Lists of `word/numbering.xml`. */
export type Lists = ReadonlyMap<string, List>;

export function readLists(numbering: Element | undefined): Lists {
  const abstracts = new Map<string, Element>();
  const byStyle = new Map<string, string>();
  for (const element of childrenOf(numbering, 'w:abstractNum')) {
    const id = element.attributes['w:abstractNumId'] ?? '';
    abstracts.set(id, element);
    const style = childOf(element, 'w:styleLink')?.attributes['w:val'];
    if (style) byStyle.set(style, id);
  }
  const lists = new Map<string, List>();
  for (const num of childrenOf(numbering, 'w:num')) {
    let abstract = childOf(num, 'w:abstractNumId')?.attributes['w:val'] ?? '';
    const link = childOf(abstracts.get(abstract), 'w:numStyleLink')?.attributes['w:val'];
    if (link !== undefined) abstract = byStyle.get(link) ?? abstract;
    const levels = new Map<number, Level>();
    for (const level of childrenOf(abstracts.get(abstract), 'w:lvl'))
      levels.set(indexOf(level), readLevel(level));
    const starts = new Map<number, number>();
    for (const change of childrenOf(num, 'w:lvlOverride')) {
      const level = childOf(change, 'w:lvl');
      if (level) levels.set(indexOf(change), readLevel(level));
      const start = childOf(change, 'w:startOverride')?.attributes['w:val'];
      if (start !== undefined) starts.set(indexOf(change), Number(start) || 0);
    }
    lists.set(num.attributes['w:numId'] ?? '', { abstract, levels, starts });
  }
  return lists;
}

function indexOf(element: Element): number {
  return Number(element.attributes['w:ilvl']) || 0;
}

function readLevel(level: Element): Level {
  const value = (name: string) => childOf(level, name)?.attributes['w:val'];
  const restart = value('w:lvlRestart');
  const legal = childOf(level, 'w:isLgl');
  const font = childOf(level, 'w:rPr', 'w:rFonts')?.attributes['w:ascii'];
  const style = value('w:pStyle');
  return {
    start: Number(value('w:start') ?? 1) || 0,
    format: value('w:numFmt') ?? 'decimal',
    text: value('w:lvlText') ?? '',
    legal: legal !== undefined && isOn(legal.attributes['w:val']),
    ...(font !== undefined && { font }),
    ...(restart !== undefined && { restart: Number(restart) }),
    ...(style !== undefined && { style }),
  };
}

/** Counts list paragraphs in document order. */
export class ListCounter {
  private readonly lists: Lists;
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();

  constructor(lists: Lists) {
    this.lists = lists;
  }

  /** The level of a list that belongs to a paragraph style, for styles that name only the list. */
  levelOfStyle(listId: string, style: string): number | undefined {
    for (const [index, level] of this.lists.get(listId)?.levels ?? [])
      if (level.style === style) return index;
    return undefined;
  }

  /** The next number of a list as it stands before the paragraph, e.g. `（一）`; empty when none is shown. */
  next(listId: string, index: number): string {
    const list = this.lists.get(listId);
    const level = list?.levels.get(index);
    if (!list || !level) return '';
    const counts = this.counts.get(list.abstract) ?? [];
    this.counts.set(list.abstract, counts);
    const override = list.starts.get(index);
    const first = `${listId}:${index}`;
    const before = counts[index];
    if (override !== undefined && !this.started.has(first)) counts[index] = override;
    else counts[index] = before === undefined ? level.start : before + 1;
    this.started.add(first);
    for (let below = index + 1; below < Math.max(counts.length, 9); below++) {
      const restart = list.levels.get(below)?.restart;
      if (restart === undefined || (restart > 0 && index < restart)) counts[below] = undefined;
    }
    if (level.format === 'bullet') return bullet(level);
    return level.text.replace(/%([1-9])/g, (_, place: string) => {
      const at = Number(place) - 1;
      const shown = list.levels.get(at);
      const format = level.legal && at !== index ? 'decimal' : (shown?.format ?? 'decimal');
      return formatNumber(counts[at] ?? shown?.start ?? 1, format === 'bullet' ? 'none' : format);
    });
  }
}

/** Boxes stay, since forms use them as ticks; any other bullet is an ornament and must not look like a tick. */
function bullet(level: Level): string {
  const shown = showSymbols(level.text, level.font);
  if (/^[□☐☑☒√✓✔]$/u.test(shown)) return shown;
  return shown.trim() === '' ? '' : '•';
}
