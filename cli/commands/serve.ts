import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtInPacksDir, loadPacks } from '../../calls/load.ts';
import { besideStore } from '../../pipeline/papers/beside.ts';
import { productVersion } from '../../pipeline/versions.ts';
import { isPostgres } from '../../store/open-store.ts';
import type { SpokenCommand } from '../program.ts';
import {
  defaultStore,
  openStore,
  packFlags,
  type ReadFlagValues,
  readFlags,
  readOptions,
  storeFlag,
  wholeNumber,
} from '../settings.ts';
import { type Terminal, UsageError } from '../terminal.ts';

interface Flags extends ReadFlagValues {
  readonly host: string;
  readonly port: string;
  readonly browser: boolean;
  readonly calls?: string;
  readonly store?: string;
}

/** `chushen serve`: the reviewers' workbench. */
export function addServe(program: SpokenCommand, terminal: Terminal): void {
  const command = program
    .command('serve')
    .describe({
      zh: '打开审查工作台：在浏览器里逐份审核、批量办理、生成公文',
      en: 'open the workbench: review filings in the browser, decide in bulk, make the letters',
    })
    .flag(
      '--host <address>',
      {
        zh: '监听地址；默认只有本机能打开。填其他地址时须登录',
        en: 'address to listen at; the own machine by default, elsewhere people sign in',
      },
      { default: '127.0.0.1' },
    )
    .flag('--port <n>', { zh: '端口', en: 'port' }, { default: '8220' })
    .flag('--no-browser', { zh: '不自动打开浏览器', en: 'do not open the browser' });
  packFlags(readFlags(storeFlag(command as SpokenCommand)))
    .examples([
      'chushen serve',
      'chushen serve --store 2026年案例.sqlite',
      'chushen serve --host 0.0.0.0 --port 80',
    ])
    .action((flags: Flags) => run(flags, terminal));
}

async function run(flags: Flags, terminal: Terminal): Promise<void> {
  const port = wholeNumber('--port', flags.port, 0, 65_535);
  const place = flags.store ?? defaultStore();
  const reading = await readOptions(flags);
  const folder = isPostgres(place)
    ? resolve('chushen-workbench')
    : `${resolve(place).replace(/\.(?:sqlite|db)$/u, '')}-workbench`;
  const ownCalls = flags.calls === undefined ? join(folder, 'calls') : resolve(flags.calls);
  const hasOwnCalls = async () => (await readdir(ownCalls).catch(() => [])).length > 0;
  const store = await openStore(place);
  const { startWorkbench } = await import('../../workbench/server/serve.ts');
  try {
    const serving = await startWorkbench({
      store,
      place,
      host: flags.host,
      port,
      folder,
      ownCalls,
      beside: besideStore(place),
      reading,
      hasOwnCalls,
      packs: async () =>
        (await loadPacks((await hasOwnCalls()) ? [builtInPacksDir(), ownCalls] : [builtInPacksDir()])).packs,
      runFlags: ['--store', place, ...['--ocr', flags.ocr, '--max-pages', flags.maxPages]],
      command: fileURLToPath(new URL('../main.js', import.meta.url)),
      page: fileURLToPath(new URL('../../web', import.meta.url)),
      version: productVersion(),
    }).catch((error: NodeJS.ErrnoException) => {
      throw listenFault(error, flags) ?? error;
    });
    terminal.print(serving.address);
    if (serving.first)
      terminal.say({
        zh: `首次使用，已建立管理员：登录名 ${serving.first.id}，密码 ${serving.first.password}（只显示这一次）。`,
        en: `First use: administrator ${serving.first.id}, password ${serving.first.password} (shown this once).`,
      });
    terminal.say({ zh: '工作台已打开，按 Ctrl-C 结束。', en: 'The workbench is open; Ctrl-C ends it.' });
    if (flags.browser) openBrowser(serving.address);
    await new Promise<void>((done) => {
      process.once('SIGINT', () => done());
      process.once('SIGTERM', () => done());
    });
    terminal.say({ zh: '正在结束，已填写的内容都已保存。', en: 'Ending; what was typed is kept.' });
    await serving.close();
  } finally {
    await store.close();
  }
}

function listenFault(error: NodeJS.ErrnoException, { host, port }: Flags): UsageError | undefined {
  if (error.code === 'EADDRINUSE')
    return new UsageError({
      zh: `端口 ${port} 已被占用，请用 --port 换一个（0 为自动选择）。`,
      en: `Port ${port} is taken: choose another with --port (0 for any).`,
    });
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new UsageError({
      zh: `不能在 ${host}:${port} 监听（${error.code}），请换地址或端口。`,
      en: `Cannot listen at ${host}:${port} (${error.code}): choose another address or port.`,
    });
  return undefined;
}

/** The system's own way; where there is none the address is on the terminal. */
function openBrowser(address: string): void {
  const [program = '', ...words] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '""', address]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', address];
  const child = spawn(program, words, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
