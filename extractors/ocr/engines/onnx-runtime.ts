import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * onnxruntime-node: the copy that the packed product brings (`scripts/bring-onnxruntime.mjs`), in a checkout
 * the installed package. Both are the same version; fails where the platform has no binary.
 */
export async function loadOnnxRuntime(): Promise<typeof import('onnxruntime-common')> {
  const brought = new URL('../../../vendor/onnxruntime-node/dist/index.js', import.meta.url);
  if (existsSync(fileURLToPath(brought))) return import(brought.href);
  return import('onnxruntime-node');
}
