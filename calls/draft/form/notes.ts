import { numberOf, type Piece } from '../pieces.ts';
import { cleanLabel } from './labels.ts';

export interface FormNote {
  /** What it is about, for its reference: 行业分类, 说明1. */
  readonly about: string;
  readonly text: string;
}

const bracket = /[（(]((?:[^（）()]|[（(][^（）()]*[）)])*)[）)]/gu;

/** The form's own explanations in a text: what a figure means, what a list comprises, how a place is filled in. */
export function notesIn(text: string): FormNote[] {
  return [...text.matchAll(bracket)].flatMap((match) => {
    const inner = (match[1] ?? '').trim();
    if (inner.length < 12 || !/指|包括|是|为|应|须|请|不少于|不超过|如[:：,，]/u.test(inner)) return [];
    const [, named = ''] = /^([^，。；：:]{2,10}?)(?:是指|指|分类?包括|包括|为)/u.exec(inner) ?? [];
    const before = text.slice(0, match.index).replace(/[:：]?\s*[_＿]{2,}.*$/su, '');
    const about = cleanLabel(named || (before.split(/[。；;]/u).at(-1) ?? '')).slice(-12);
    return [{ about: about || '填写说明', text: inner.replace(/^注[:：]\s*/u, '') }];
  });
}

/** The sentences and explanations of a table: the pledge's numbered promises, hints beside labels. */
export function tableNotes(piece: Extract<Piece, { kind: 'table' }>): FormNote[] {
  return piece.rows.flatMap((row) =>
    row.flatMap((cell, c) =>
      cell.paras.flatMap((para): FormNote[] => {
        const numbered = numberOf(para);
        if (numbered && /[。；]$/u.test(numbered.rest))
          return [{ about: numbered.number, text: numbered.rest }];
        const label = cleanLabel(row[c - 1]?.paras.join('') ?? '');
        return notesIn(para).map((note) => ({ ...note, about: label || note.about }));
      }),
    ),
  );
}

/** A line of the instructions below a form: 说明：1.…, 2.…. */
export function instruction(text: string): FormNote | undefined {
  const bare = text.replace(/^(?:填写|填表|填报)?说明\s*[:：]\s*/u, '');
  const numbered = numberOf(bare);
  const words = (numbered?.rest ?? bare).trim();
  return words.length < 8 ? undefined : { about: `说明${numbered?.number ?? ''}`, text: words };
}
