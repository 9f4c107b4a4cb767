import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import type { SevenZipModule, SevenZipModuleFactory } from '7z-wasm';
import { z } from 'zod';

/**
 * A process of its own that lists or unpacks one RAR or 7z archive with 7-Zip compiled to WebAssembly: what a hostile
 * archive takes in time and memory ends with it. Said once on start: what to do; answered once.
 */
const request = z.discriminatedUnion('act', [
  z.object({ act: z.literal('list'), archive: z.string() }),
  z.object({ act: z.literal('unpack'), archive: z.string(), into: z.string(), names: z.array(z.string()) }),
]);

export type UnpackRequest = z.infer<typeof request>;

/** What 7-Zip printed, and whether it says that all went well. */
export interface UnpackReply {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

process.once('message', (message) => {
  void answer(request.parse(message)).then((reply) => {
    process.send?.(reply, () => process.exit(0));
  });
});

async function answer(asked: UnpackRequest): Promise<UnpackReply> {
  const lines: string[] = [];
  const print = (line: string) => {
    lines.push(line);
  };
  const require = createRequire(import.meta.url);
  // Its types describe a module that the package does not hold: what is there is CommonJS.
  const factory: SevenZipModuleFactory = require('7z-wasm');
  const wasmBinary = wasmOf(require.resolve('7z-wasm/7zz.wasm'));
  const seven = await factory({ print, printErr: print, wasmBinary });
  mount(seven, dirname(asked.archive), '/in');
  const archive = `/in/${basename(asked.archive)}`;
  if (asked.act === 'list') return replyOf(run(seven, ['l', '-slt', '-ba', '-bd', '-p-', archive]), lines);
  mount(seven, asked.into, '/out');
  // Names are given by a list, for a command line is short; without wildcards, for a name may hold any character.
  seven.FS.writeFile('/names', asked.names.join('\n'));
  return replyOf(
    run(seven, ['x', '-y', '-bd', '-spd', '-scsUTF-8', '-p-', '-o/out', archive, '@/names']),
    lines,
  );
}

/** Most failures are only printed. */
const replyOf = (ended: boolean, lines: readonly string[]): UnpackReply => ({
  ok: ended && !lines.some((line) => /^(?:open )?errors?:? /iu.test(line)),
  lines,
});

function wasmOf(file: string): ArrayBuffer {
  const bytes = readFileSync(file);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

function mount(seven: SevenZipModule, folder: string, at: string): void {
  seven.FS.mkdir(at);
  seven.FS.mount(seven.NODEFS, { root: folder }, at);
}

/** 7-Zip ends by throwing its exit code. */
function run(seven: SevenZipModule, args: string[]): boolean {
  try {
    seven.callMain(args);
    return true;
  } catch (thrown) {
    return thrown === 0;
  }
}
