import { fork } from 'node:child_process';
import { z } from 'zod';
import type { UnpackReply, UnpackRequest } from './unpacker.ts';

const reply = z.object({ ok: z.boolean(), lines: z.array(z.string()) }) satisfies z.ZodType<UnpackReply>;

/** Seconds for one archive, and megabytes of JavaScript's own memory. */
const patience = 300;
const memory = 512;

/** One act of the unpacking process; `undefined` where it crashed or took too long. */
export async function runUnpacker(request: UnpackRequest): Promise<UnpackReply | undefined> {
  const source = import.meta.url.endsWith('.ts');
  const child = fork(new URL(source ? './unpacker.ts' : './unpacker.js', import.meta.url), {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${memory}`, ...(source ? ['--import', 'tsx'] : [])],
  });
  return await new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), patience * 1000);
    let answer: UnpackReply | undefined;
    child.on('message', (message) => {
      const read = reply.safeParse(message);
      if (read.success) answer = read.data;
    });
    child.on('error', () => {});
    child.on('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
    child.send(request);
  });
}
