import { Worker } from 'node:worker_threads';

/**
 * Ends this process when its parent is gone, however that came about: in order within two seconds, or by force where
 * native code or a long computation hears nothing. A thread of its own looks, since it is never kept busy.
 */
export function watchParent(): void {
  const worker = new Worker(watching, { eval: true });
  worker.unref();
  // Without a thread the closed channel still ends a reader that is not busy.
  worker.on('error', () => {});
}

const watching = `
const parent = process.ppid;
const force = () => process.kill(process.pid, 'SIGKILL');
setInterval(() => {
  if (process.ppid === parent) return;
  process.kill(process.pid, 'SIGTERM');
  setTimeout(force, 1000);
}, 500);
`;
