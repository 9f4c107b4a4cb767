import type { StateOfFiling } from '../core/filing-state.ts';
export function stateOf(_: unknown): StateOfFiling {
  return { state: 'passed', reasons: [], remarks: 0, checklist: 0 };
}
