import { useState } from 'react';
import { asRefused, type Refused } from '../api/refused.ts';
import { inTurns, type Picked } from './uploads.ts';

export interface Sending {
  readonly of: number;
  readonly done: number;
  /** Share of all bytes that is there, 0..1. */
  readonly share: number;
  readonly refused: readonly { readonly path: string; readonly refused: Refused }[];
  readonly ended: boolean;
}

type Put = (picked: Picked, onProgress: (share: number) => void) => Promise<unknown>;

/** Sends files three at a time; one that is refused is told and holds up no other. */
export function useUpload() {
  const [sending, setSending] = useState<Sending>();
  const start = async (
    picked: readonly Picked[],
    put: Put,
  ): Promise<readonly Sending['refused'][number][]> => {
    const all = picked.reduce((sum, { file }) => sum + file.size, 0) || 1;
    const there = new Map<string, number>();
    const refused: Sending['refused'][number][] = [];
    let done = 0;
    const tell = (ended: boolean) => {
      const bytes = [...there.values()].reduce((sum, n) => sum + n, 0);
      setSending({ of: picked.length, done, share: Math.min(1, bytes / all), refused: [...refused], ended });
    };
    tell(false);
    await inTurns(picked, 3, async (one) => {
      try {
        await put(one, (share) => {
          there.set(one.path, share * one.file.size);
          tell(false);
        });
      } catch (error) {
        refused.push({ path: one.path, refused: asRefused(error) });
      }
      there.set(one.path, one.file.size);
      done += 1;
      tell(false);
    });
    tell(true);
    return refused;
  };
  return { sending, start };
}
