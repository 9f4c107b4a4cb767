import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './prepare.mjs';

/** Sources → `dist/`, from nothing, so that no module outlives its source; then the workbench's page, the versions of its stages, its
 *  calls as they are read, and the command in few files. */
rmSync(join(root, 'dist'), { recursive: true, force: true });
run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'], {
  shell: false,
});
run(
  process.execPath,
  [
    join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--config',
    join('web', 'vite.config.mjs'),
    '--logLevel',
    'warn',
  ],
  // Vite takes React's build for developers where this says anything else, as a run of the tests does.
  { shell: false, env: { ...process.env, NODE_ENV: 'production' } },
);
run(process.execPath, ['--import', 'tsx', join('scripts', 'stage-versions.ts')], { shell: false });
run(process.execPath, ['--import', 'tsx', join('scripts', 'prepare-packs.ts')], { shell: false });
run(process.execPath, [join('scripts', 'bundle.mjs')], { shell: false });
