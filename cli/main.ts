#!/usr/bin/env node
// natural reads .env and says so on stdout when it is imported; stdout is for results.
process.env.DOTENV_CONFIG_QUIET = 'true';

import { setFlagsFromString } from 'node:v8';
import type { Lang } from '../core/lang.ts';
import { productVersion } from '../pipeline/versions.ts';
import { CommanderError, SpokenCommand, UsageError, usageText } from './program.ts';
import { systemErrorText } from './system-error.ts';
import { openTerminal, type Terminal } from './terminal.ts';

// A long run lets much garbage lie by default, so that its memory seems to grow with the batch: what lives is small.
setFlagsFromString('--heap-growing-percent=30');

const commands: Readonly<
  Record<string, () => Promise<(program: SpokenCommand, terminal: Terminal) => void>>
> = {
  repeats: async () => (await import('./commands/repeats.ts')).addRepeats,
  screen: async () => (await import('./commands/screen.ts')).addScreen,
  decide: async () => (await import('./commands/decide.ts')).addDecide,
  letters: async () => (await import('./commands/letters.ts')).addLetters,
  summary: async () => (await import('./commands/summary.ts')).addSummary,
  meeting: async () => (await import('./commands/meeting.ts')).addMeeting,
  report: async () => (await import('./commands/report.ts')).addReport,
  extract: async () => (await import('./commands/extract.ts')).addExtract,
  classify: async () => (await import('./commands/classify.ts')).addClassify,
  compare: async () => (await import('./commands/compare.ts')).addCompare,
  calls: async () => (await import('./commands/calls.ts')).addCalls,
  awards: async () => (await import('./commands/awards.ts')).addAwards,
  firms: async () => (await import('./commands/firms.ts')).addFirms,
  query: async () => (await import('./commands/query.ts')).addQuery,
  export: async () => (await import('./commands/export.ts')).addExport,
  trends: async () => (await import('./commands/trends.ts')).addTrends,
  serve: async () => (await import('./commands/serve.ts')).addServe,
  doctor: async () => (await import('./commands/doctor.ts')).addDoctor,
};

// Who reads the results may stop before their end (`| head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const lang = chosenLang(process.argv);
const terminal = openTerminal(lang);
const program = new SpokenCommand('chushen', lang)
  .describe({
    zh: '初审：读取申报书，逐条判定通知要求，归类，查重，出报告',
    en: 'first review of filings: read, judge every condition, classify, find repeats, report',
  })
  .version(productVersion(), '-V, --version', lang === 'zh' ? '显示版本' : 'show the version')
  .flag(
    '--lang <zh|en>',
    { zh: '界面与报告语言', en: 'language of screens and reports' },
    { choices: ['zh', 'en'] },
  );

// A command's own modules are loaded only where it is asked for; help and mistakes tell of all.
const asked = commandIn(process.argv.slice(2));
for (const add of asked ? [asked] : Object.values(commands)) (await add())(program, terminal);
for (const command of program.commands) {
  (command as SpokenCommand).flag(
    '--lang <zh|en>',
    { zh: '界面与报告语言', en: 'language of screens and reports' },
    { choices: ['zh', 'en'] },
  );
}

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof UsageError) {
    terminal.say(error.text);
    process.exitCode = 2;
  } else if (error instanceof CommanderError) {
    if (error.exitCode !== 0) {
      if (error.code !== 'commander.help') terminal.say(usageText(error));
      process.exitCode = 2;
    }
  } else if (systemErrorText(error)) {
    terminal.say(systemErrorText(error) ?? '');
    process.exitCode = 1;
  } else {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.say({
      zh: `程序内部错误：${reason}。请把命令和文件发给维护人员（设置 CHUSHEN_DEBUG=1 可看到详情）。`,
      en: `Internal error: ${reason}. Send the command and the file to the maintainers (CHUSHEN_DEBUG=1 shows details).`,
    });
    if (process.env.CHUSHEN_DEBUG && error instanceof Error) terminal.say(error.stack ?? '');
    process.exitCode = 1;
  }
}

/** The language is needed before the command line is parsed: the help is written in it. */
function chosenLang(argv: readonly string[]): Lang {
  const inline = argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const at = argv.indexOf('--lang');
  const word = inline ?? (at >= 0 ? argv[at + 1] : undefined) ?? process.env.CHUSHEN_LANG;
  return word === 'en' ? 'en' : 'zh';
}

/** The command that is named first, if it is one. */
function commandIn(words: readonly string[]) {
  const at = words.findIndex((word, i) => !word.startsWith('-') && words[i - 1] !== '--lang');
  const name = words[at] ?? '';
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}
