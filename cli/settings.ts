import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { builtInPacksDir, loadPack, loadPacks } from '../calls/load.ts';
import type { Pack } from '../calls/schema/index.ts';
import type { Text } from '../core/lang.ts';
import { today } from '../core/today.ts';
import { defaultIntakeLimits } from '../extractors/containers/list-inputs.ts';
import { findModels, versionOf } from '../extractors/ocr/engines/model-folder.ts';
import { openOcr } from '../extractors/ocr/engines/open-engine.ts';
import { findSoffice } from '../extractors/word/office/find-soffice.ts';
import type { ReadSettings } from '../jobs/readers/messages.ts';
import { storeMessage } from '../store/messages.ts';
import { isPostgres, openStore as openStoreAt } from '../store/open-store.ts';
import type { Store } from '../store/ports.ts';
import type { SpokenCommand } from './program.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** Flags that several commands share, and what becomes of them. */

export function packFlags(command: SpokenCommand): SpokenCommand {
  return command.flag('--calls <dir>', {
    zh: '另加一个征集通知目录（同名的覆盖内置的）',
    en: 'a folder of your own call packs (same id replaces the built-in one)',
  });
}

export function readFlags(command: SpokenCommand): SpokenCommand {
  return command
    .flag(
      '--ocr <engine>',
      { zh: '文字识别引擎', en: 'OCR engine' },
      { choices: ['auto', 'paddle', 'tesseract', 'off'], default: 'auto' },
    )
    .flag('--ocr-models <dir>', {
      zh: 'PP-OCR 模型目录（文件名含 det、rec 的 .onnx 各一个，字典 .txt 可选）；默认用自带模型',
      en: 'folder of PP-OCR models (.onnx files with det and rec in their names, dictionary .txt if apart); the built-in ones by default',
    })
    .flag(
      '--max-pages <n>',
      { zh: '每份最多读取页数', en: 'pages read of one file at most' },
      { default: '1000' },
    )
    .flag('--max-file-mb <n>', { zh: '单个文件上限（MB）', en: 'largest file (MB)' }, { default: '200' })
    .flag(
      '--timeout <seconds>',
      { zh: '单个文件处理时限（秒）', en: 'time limit for one file (seconds)' },
      { default: '900' },
    )
    .flag('--jobs <n>', {
      zh: '同时读取的进程数，默认等于 CPU 数',
      en: 'reader processes; as many as CPUs by default',
    });
}

export function storeFlag(command: SpokenCommand): SpokenCommand {
  return command.flag('--store <place>', {
    zh: '库：文件，或 postgres:// 地址；默认为当前目录的 chushen.sqlite',
    en: 'store: a file or a postgres:// address; chushen.sqlite in the current folder by default',
  });
}

/** A whole number given on the command line, or a sentence that says what is allowed. */
export function wholeNumber(flag: string, value: string, low: number, high: number): number {
  const parsed = z.coerce.number().int().min(low).max(high).safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UsageError({
    zh: `${flag} 应为 ${low} 到 ${high} 的整数，收到“${value}”。`,
    en: `${flag} takes a whole number from ${low} to ${high}, not "${value}".`,
  });
}

export function isoDate(flag: string, value: string): string {
  const valid =
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value);
  if (valid) return value;
  throw new UsageError({
    zh: `${flag} 应为 2022-05-20 这样的日期，收到“${value}”。`,
    en: `${flag} takes a date like 2022-05-20, not "${value}".`,
  });
}

export { today };

export interface ReadFlagValues {
  readonly ocr: ReadSettings['ocr'];
  readonly ocrModels?: string;
  readonly maxPages: string;
  readonly maxFileMb: string;
  readonly timeout: string;
  readonly jobs?: string;
}

export async function readOptions(flags: ReadFlagValues) {
  const soffice = await findSoffice();
  const ocrModels = flags.ocrModels === undefined ? undefined : await openModels(flags.ocrModels);
  return {
    settings: {
      ocr: flags.ocr,
      ...(ocrModels ? { ocrModels } : {}),
      maxPages: wholeNumber('--max-pages', flags.maxPages, 1, 100_000),
      ...(soffice ? { soffice } : {}),
    },
    jobs: flags.jobs === undefined ? Math.min(8, cpus().length) : wholeNumber('--jobs', flags.jobs, 1, 64),
    timeout: wholeNumber('--timeout', flags.timeout, 1, 86_400),
    limits: {
      ...defaultIntakeLimits,
      maxFileBytes: wholeNumber('--max-file-mb', flags.maxFileMb, 1, 4096) * 2 ** 20,
    },
  };
}

/** Models of the office's own, opened once so that what is wrong with them is said before anything is read. */
async function openModels(dir: string): Promise<NonNullable<ReadSettings['ocrModels']>> {
  const folder = resolve(dir);
  const wrong = ({ zh, en }: Text) =>
    new UsageError({ zh: `--ocr-models：${zh}。`, en: `--ocr-models: ${en}.` });
  const found = await findModels(folder);
  if ('mistake' in found) throw wrong(found.mistake);
  const { engine, failures } = await openOcr('paddle', folder);
  if (!engine) throw wrong(failures[0]!.reason);
  await engine.close();
  return { folder, version: await versionOf(found.models) };
}

/** All packs, the office's own last; a pack with mistakes is left out and its mistakes are said. */
export async function openPacks(terminal: Terminal, own?: string): Promise<ReadonlyMap<string, Pack>> {
  const { packs, mistakes } = await loadPacks(
    own === undefined ? [builtInPacksDir()] : [builtInPacksDir(), own],
  );
  for (const mistake of mistakes) {
    terminal.say({
      zh: `${mistake.pack}/${mistake.file} ${mistake.path}：${mistake.message.zh} ${mistake.mend.zh}`,
      en: `${mistake.pack}/${mistake.file} ${mistake.path}: ${mistake.message.en} ${mistake.mend.en}`,
    });
  }
  return packs;
}

/** The call with an id, or a sentence that names those there are. */
export function choosePack(packs: ReadonlyMap<string, Pack>, id: string): Pack {
  const pack = packs.get(id);
  if (pack) return pack;
  const known = [...packs.keys()].join(', ');
  throw new UsageError({
    zh: `没有征集通知“${id}”。可用：${known}。`,
    en: `There is no call "${id}". Known: ${known}.`,
  });
}

/** The call with an id. A built-in one lies in a folder of its name, so that the others need not be read for it. */
export async function openPack(terminal: Terminal, id: string, own?: string): Promise<Pack> {
  const folder = join(builtInPacksDir(), id);
  if (own === undefined && /^[\w-]+$/u.test(id) && existsSync(join(folder, 'call.yaml'))) {
    const { pack, mistakes } = await loadPack(folder);
    if (pack?.call.id === id && mistakes.length === 0) return pack;
  }
  return choosePack(await openPacks(terminal, own), id);
}

/** Where the store is unless a flag says otherwise. */
export const defaultStore = () => process.env.CHUSHEN_STORE ?? 'chushen.sqlite';

/** The office's own models, beside its store: never in the package, which an update replaces. */
export function modelsFolder(store = defaultStore()): string {
  if (isPostgres(store)) return 'chushen-models';
  return `${store.replace(/\.(?:sqlite|db)$/u, '')}-models`;
}

/** The store at a place: a file, or the URL of a PostgreSQL database. */
export async function openStore(place = defaultStore()): Promise<Store> {
  const opening = await openStoreAt(place);
  if (opening.ok) return opening.store;
  throw new UsageError(storeMessage(opening.failure, place, opening.detail));
}
