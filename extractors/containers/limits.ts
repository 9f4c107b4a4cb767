/** How much of what comes in is taken; sizes in bytes. */
export interface IntakeLimits {
  readonly maxFileBytes: number;
  /** Sum of everything unpacked from one archive, archives inside it included. */
  readonly maxArchiveBytes: number;
  readonly maxArchiveEntries: number;
  /** Archives inside archives; 1 opens only the outermost. */
  readonly maxArchiveDepth: number;
}

const megabyte = 1024 * 1024;

export const defaultIntakeLimits: IntakeLimits = {
  maxFileBytes: 200 * megabyte,
  maxArchiveBytes: 4096 * megabyte,
  maxArchiveEntries: 20_000,
  maxArchiveDepth: 3,
};

/** Bytes as megabytes for a message: one decimal below ten, so that a limit never reads as 0. */
export function inMegabytes(bytes: number): number {
  const value = bytes / megabyte;
  return value < 10 ? Math.ceil(value * 10) / 10 : Math.ceil(value);
}
