import type { StageOutputs } from '../../store/ports.ts';
import type { Stage } from '../stage-versions/stages.ts';
import { stageVersion } from '../versions.ts';
import { keyOf } from './key.ts';

/** What a stage made, and whether it may serve again: what failed by chance (a time limit, a server) may not. */
export interface Made<T> {
  readonly value: T;
  readonly keep: boolean;
}

/** Outputs of stages by their inputs and the stage's computed version; what may serve this run only is held in memory. */
export class Outputs {
  private readonly kept: StageOutputs;
  private readonly held = new Map<string, unknown>();

  constructor(kept: StageOutputs) {
    this.kept = kept;
  }

  /** The key under which the output of a stage for these inputs is kept. */
  keyFor(stage: Stage, inputs: readonly unknown[]): string {
    return keyOf(stageVersion(stage), inputs);
  }

  /** What is kept under a key. Written by this program alone under the same version: the shape is the stage's. */
  async get<T>(stage: Stage, key: string): Promise<T | undefined> {
    return (this.held.get(`${stage} ${key}`) ?? (await this.kept.get(stage, key))) as T | undefined;
  }

  /** What is kept under many keys, in their order; `undefined` where nothing is. */
  async *stream<T>(stage: Stage, keys: readonly string[]): AsyncGenerator<T | undefined> {
    let at = 0;
    for await (const value of this.kept.stream(stage, keys))
      yield (this.held.get(`${stage} ${keys[at++]}`) ?? value) as T | undefined;
  }

  async has(stage: Stage, keys: readonly string[]): Promise<boolean> {
    const there = await this.kept.has(stage, keys);
    return keys.every((key) => there.has(key) || this.held.has(`${stage} ${key}`));
  }

  async put(stage: Stage, key: string, value: unknown): Promise<void> {
    await this.kept.put(stage, key, value);
  }

  /** Holds what only this run may use. */
  hold(stage: Stage, key: string, value: unknown): void {
    this.held.set(`${stage} ${key}`, value);
  }

  /** The output for some inputs: as it was kept, or made now. */
  async of<T>(stage: Stage, inputs: readonly unknown[], make: () => Promise<Made<T>>): Promise<T> {
    const key = this.keyFor(stage, inputs);
    const before = await this.get<T>(stage, key);
    if (before !== undefined) return before;
    const { value, keep } = await make();
    if (keep) await this.put(stage, key, value);
    return value;
  }
}
