import type { Block } from '../../../core/document.ts';
import type { PartPlace } from '../../../core/place.ts';
import type { Element } from '../../markup/element.ts';
import type { Relation } from '../../markup/xml-package.ts';
import type { ListCounter } from './numbering.ts';
import type { PageSize } from './off-page.ts';
import type { Styles } from './styles.ts';

/** What is gathered while the parts of one package are read. */
export interface Reading {
  readonly styles: Styles;
  /** Id of the paragraph style that holds where none is named. */
  readonly defaultStyle?: string;
  readonly lists: ListCounter;
  readonly pictures: PictureUse[];
  readonly page: PageSize;
  /** Text left out of the body because nobody sees it. */
  readonly hidden: FoundPiece[];
  /** Text that is struck out and kept. */
  readonly struck: FoundPiece[];
  /** Paragraphs with tick boxes and shapes drawn over them. */
  readonly drawnMarks: FoundPiece[];
  /** Text of embedded documents (`w:altChunk`) by their parts. */
  readonly chunks: ReadonlyMap<string, readonly Block[]>;
  /** Empty blocks of the body that stand where a picture is. */
  readonly standIns: Map<Block, PictureUse>;
  /** All text met, left out or not, before any symbol was replaced: what a second reader may also find. */
  readonly met: string[];
  /** How many of the next paragraphs may stand on a picture behind the text. */
  onPicture: number;
  inserted: number;
  deleted: number;
}

/** A picture and the part that holds its bytes (absent for linked ones). */
export interface PictureUse {
  readonly place: PartPlace;
  readonly target: string;
  readonly external: boolean;
  /** As shown, in twips; absent where it is not said or nobody sees it. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** A piece of text that is reported. */
export interface FoundPiece {
  readonly text: string;
  readonly place: PartPlace;
}

/** One part while it is read, and what surrounds the text being read. */
export interface PartReading {
  readonly part: string;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly all: Reading;
  /** Colour behind the text, six hex digits; absent where it is not known. */
  readonly behind?: string | undefined;
  /** Inside a shape that nobody sees. */
  readonly unseen?: boolean;
  readonly inCell?: boolean;
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
