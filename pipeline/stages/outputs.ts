import type { StageOutputs } from '../../store/ports.ts';
import type { Stage } from '../stage-versions/stages.ts';
import { stageVersion } from '../versions.ts';
import { keyOf } from './key.ts';

/** What a stage made, and whether it may serve again: what failed by chance (a time limit, a server) may not. */
export interface Made<T> {
  readonly value: T;
  readonly keep: boolean;
}

/**
 * Outputs of stages by their inputs and the stage's computed version. Where the store cannot keep one, it is held
 * in memory for the run, which then goes on as if it had been kept.
 */
export class Outputs {
  private readonly kept: StageOutputs;
  private readonly onFailure: (reason: string) => void;
  private readonly held = new Map<string, unknown>();

  constructor(kept: StageOutputs, onFailure: (reason: string) => void = () => {}) {
    this.kept = kept;
    this.onFailure = onFailure;
  }

  /** The key under which the output of a stage for these inputs is kept. */
  keyFor(stage: Stage, inputs: readonly unknown[]): string {
    return keyOf(stageVersion(stage), inputs);
  }

  /** What is kept under a key. Written by this program alone under the same version: the shape is the stage's. */
  async get<T>(stage: Stage, key: string): Promise<T | undefined> {
    const held = this.held.get(`${stage} ${key}`);
    if (held !== undefined) return held as T;
    try {
      return (await this.kept.get(stage, key)) as T | undefined;
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  async has(stage: Stage, keys: readonly string[]): Promise<boolean> {
    try {
      const there = await this.kept.has(stage, keys);
      return keys.every((key) => there.has(key) || this.held.has(`${stage} ${key}`));
    } catch (error) {
      this.failed(error);
      return false;
    }
  }

  async put(stage: Stage, key: string, value: unknown): Promise<void> {
    try {
      await this.kept.put(stage, key, value);
    } catch (error) {
      this.failed(error);
      this.held.set(`${stage} ${key}`, value);
    }
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

  /** Says once that the store failed; the run goes on. */
  failed(error: unknown): void {
    this.onFailure(error instanceof Error ? error.message : String(error));
  }
}
