import type { Desk } from '../../core/desk.ts';
import type { DeskQuery, DeskSort } from '../ports.ts';
import { needOf } from './desk-rows.ts';

/** In what order filings are listed, and where one stood that has left its list. */

export const orders: Readonly<Record<DeskSort, readonly (readonly [OrderColumn, 'asc' | 'desc'])[]>> = {
  need: [
    ['desks.need', 'asc'],
    ['desks.doubts', 'desc'],
  ],
  arrival: [],
  applicant: [['outcomes.applicant', 'asc']],
  title: [['outcomes.title', 'asc']],
  region: [['outcomes.region', 'asc']],
  confidence: [['outcomes.confidence', 'asc']],
  stage: [['desks.stage', 'asc']],
};
/** What tells apart filings that an order holds for equal. */
export const inOrder = [
  ['outcomes.position', 'asc'],
  ['outcomes.seq', 'asc'],
] as const;
export type PlaceColumn = (typeof inOrder)[number][0];

/** By what a filing was sorted in a list that it has left: a decision takes it out of its stage. */
export function stoodIn({ stages }: DeskQuery, desk: Desk) {
  const [first = desk.stage] = stages?.includes(desk.stage) ? [] : (stages ?? []);
  return { 'desks.stage': first, 'desks.need': needOf({ ...desk, stage: first }) };
}

export type OrderColumn =
  | 'desks.need'
  | 'desks.doubts'
  | 'desks.stage'
  | 'outcomes.applicant'
  | 'outcomes.title'
  | 'outcomes.region'
  | 'outcomes.confidence';
