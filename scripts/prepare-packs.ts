import { join } from 'node:path';
import { builtInPacksDir, loadPacks } from '../calls/load.ts';
import { preparePack } from '../calls/prepared-packs.ts';

/** A step of the build: reads the package's calls once for all runs. */
const { packs, mistakes } = await loadPacks([builtInPacksDir()]);
if (mistakes.length > 0) throw new Error(JSON.stringify(mistakes));
for (const pack of packs.values()) await preparePack(pack, join(import.meta.dirname, '..', 'dist', 'packs'));
