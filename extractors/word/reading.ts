import type { Picture } from '../../core/document.ts';
import type { Element } from '../markup/element.ts';
import type { ListCounter } from './numbering.ts';
import type { Relation } from './package.ts';
import type { Styles } from './styles.ts';

/** What is gathered while the parts of one package are read. */
export interface Reading {
  readonly styles: Styles;
  /** Id of the paragraph style that holds where none is named. */
  readonly defaultStyle?: string;
  readonly lists: ListCounter;
  readonly pictures: PictureUse[];
  /** Text left out of the body because Word does not show it. */
  readonly hidden: string[];
  /** All text met, left out or not, before any symbol was replaced: what a second reader may also find. */
  readonly met: string[];
  inserted: number;
  deleted: number;
}

/** A picture and the part that holds its bytes (absent for linked ones). */
export interface PictureUse {
  readonly place: Picture['place'];
  readonly target: string;
  readonly external: boolean;
}

/** One part while it is read. */
export interface PartReading {
  readonly part: string;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly all: Reading;
}

/** The one branch of `mc:AlternateContent` that is read, so that nothing is read twice. */
export function chosenBranch(alternate: Element): Element | undefined {
  const branches = alternate.children.filter((child): child is Element => typeof child !== 'string');
  const choice = branches.find((branch) => branch.name === 'mc:Choice' && hasContent(branch));
  return choice ?? branches.find((branch) => branch.name === 'mc:Fallback') ?? branches[0];
}

const content = new Set(['w:t', 'w:txbxContent', 'a:blip', 'v:imagedata', 'w:sym', 'dgm:relIds']);

function hasContent(element: Element): boolean {
  return element.children.some(
    (child) => typeof child !== 'string' && (content.has(child.name) || hasContent(child)),
  );
}
