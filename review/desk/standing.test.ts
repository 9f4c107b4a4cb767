import { describe, expect, test } from 'vitest';
import { plainPolicy, type ReviewPolicy } from '../../core/desk.ts';
import type { Decision, DecisionAct, DecisionStep } from '../../core/records.ts';
import { mayOf } from './may.ts';
import { isDrawn, standingOf } from './standing.ts';

const filing = { filing: 'f1', version: 1 };
const policy: ReviewPolicy = { ...plainPolicy, redraw: 0 };
const blind: ReviewPolicy = { ...policy, blind: 'all' };

let made = 0;
const said = (by: string, step: DecisionStep, kind: DecisionAct, reasons: string[] = []): Decision => ({
  id: `d${++made}`,
  ...filing,
  step,
  kind,
  reasons,
  note: '',
  by,
  at: '2026-01-01T00:00:00.000Z',
});
const user = (id: string, role: 'clerk' | 'head' = 'clerk') => ({ id, role, alone: false });
const may = (who: ReturnType<typeof user>, decisions: Decision[], by: ReviewPolicy) => {
  const standing = standingOf(decisions, filing, by);
  return [...mayOf(who, { stage: standing.stage }, standing, '2026-01-01T00:00:00.000Z')];
};

describe('where a filing stands', () => {
  test.each<[string, Decision[], ReviewPolicy, string]>([
    ['nobody said anything', [], policy, 'todo'],
    ['one decided and nobody else need look', [said('a', 'first', 'pass')], policy, 'decided'],
    ['one is in doubt', [said('a', 'first', 'doubt')], policy, 'doubt'],
    ['a second person is needed', [said('a', 'first', 'pass')], blind, 'second'],
    [
      'two agree',
      [said('a', 'first', 'return', ['1', '2']), said('b', 'second', 'return', ['2', '1'])],
      blind,
      'decided',
    ],
    [
      'two differ in what they decide',
      [said('a', 'first', 'pass'), said('b', 'second', 'return', ['1'])],
      blind,
      'conflict',
    ],
    [
      'two differ in why',
      [said('a', 'first', 'return', ['1']), said('b', 'second', 'return', ['2'])],
      blind,
      'conflict',
    ],
    [
      'the head must check refusals',
      [said('a', 'first', 'reject', ['1'])],
      { ...policy, check: 'refusals' },
      'check',
    ],
    [
      'the head need not check what passes',
      [said('a', 'first', 'pass')],
      { ...policy, check: 'refusals' },
      'decided',
    ],
  ])('%s', (_, decisions, by, stage) => {
    expect(standingOf(decisions, filing, by).stage).toBe(stage);
  });

  test('a third person settles a conflict, and what they decide stands', () => {
    const decisions = [
      said('a', 'first', 'pass'),
      said('b', 'second', 'return', ['1']),
      said('c', 'third', 'return', ['1']),
    ];
    expect(standingOf(decisions, filing, blind)).toMatchObject({
      stage: 'decided',
      decision: 'return',
      decidedBy: 'c',
      opinions: ['a', 'b', 'c'],
    });
  });

  test('reopened or undone it is as never decided; a corrected version too', () => {
    const first = said('a', 'first', 'pass');
    expect(standingOf([first, said('h', 'check', 'reopen')], filing, policy).stage).toBe('todo');
    expect(standingOf([first, said('a', 'first', 'undo', [first.id])], filing, policy).stage).toBe('todo');
    const reopened = said('h', 'first', 'reopen');
    const undone = [first, reopened, said('h', 'first', 'undo', [reopened.id])];
    expect(standingOf(undone, filing, policy).stage).toBe('decided');
    expect(standingOf([first], { ...filing, version: 2 }, policy).stage).toBe('todo');
  });

  test('a sample is about as large as its share, and the same each time', () => {
    const drawn = Array.from({ length: 5000 }, (_, i) => isDrawn(`f${i}`, 'again', 0.05)).filter(
      Boolean,
    ).length;
    expect(drawn).toBeGreaterThan(200);
    expect(drawn).toBeLessThan(300);
    expect(isDrawn('f1', 'again', 0)).toBe(false);
    expect(isDrawn('f1', 'again', 1)).toBe(true);
  });

  test('what is drawn again waits until somebody judged it again, and its decision stands', () => {
    const always = { ...policy, redraw: 1 };
    const first = said('a', 'first', 'pass');
    expect(standingOf([first], filing, always)).toMatchObject({
      stage: 'decided',
      again: true,
      next: 'again',
    });
    const again = standingOf([first, said('b', 'again', 'reject', ['1'])], filing, always);
    expect(again).toMatchObject({ stage: 'decided', again: false, decision: 'pass' });
  });
});

describe('who may do what', () => {
  test('nobody gives a second opinion on, settles or checks their own', () => {
    const first = said('a', 'first', 'pass');
    expect(may(user('a'), [first], blind)).not.toContain('decide');
    expect(may(user('b'), [first], blind)).toContain('decide');
    const conflict = [first, said('b', 'second', 'return', ['1'])];
    expect(may(user('b', 'head'), conflict, blind)).not.toContain('settle');
    expect(may(user('c'), conflict, blind)).toContain('settle');
    const checked: ReviewPolicy = { ...policy, check: 'all' };
    const byHead = [said('h', 'first', 'pass')];
    expect(may(user('h', 'head'), byHead, checked)).not.toContain('check');
    expect(may(user('g', 'head'), byHead, checked)).toContain('check');
    expect(may(user('g'), byHead, checked)).not.toContain('check');
  });

  test('what another holds is looked at only, until the hold ends', () => {
    const standing = standingOf([], filing, policy);
    const lease = { by: 'b', until: '2026-01-01T00:10:00.000Z' };
    const at = (now: string) => [...mayOf(user('a'), { stage: 'todo', lease }, standing, now)];
    expect(at('2026-01-01T00:09:59.000Z')).toEqual([]);
    expect(at('2026-01-01T00:10:00.000Z')).toContain('decide');
  });

  test('after the letter was sent only the head reopens', () => {
    const standing = standingOf([said('a', 'first', 'return', ['1'])], filing, policy);
    const rights = (who: ReturnType<typeof user>) => [...mayOf(who, { stage: 'sent' }, standing, '2026')];
    expect(rights(user('a'))).toEqual([]);
    expect(rights(user('h', 'head'))).toEqual(['reopen']);
  });
});
