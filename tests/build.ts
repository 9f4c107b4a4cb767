import { execFileSync } from 'node:child_process';
import { productFolder } from '../pipeline/versions.ts';

/** Whole-command tests run what users run: the build of this very source. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], {
    cwd: productFolder(),
    stdio: 'inherit',
  });
}
