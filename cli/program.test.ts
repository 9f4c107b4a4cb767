import { expect, test } from 'vitest';
import type { Lang } from '../core/lang.ts';
import { CommanderError, SpokenCommand, usageText } from './program.ts';

/** What a person is told about a wrong command line. */
function complaint(...argv: string[]): { zh: string; en: string } {
  const say = (lang: Lang) => {
    const program = new SpokenCommand('chushen', lang);
    program
      .command('screen')
      .argument('<paths...>')
      .flag('--call <id>', { zh: '通知', en: 'call' })
      .flag('--ocr <engine>', { zh: '引擎', en: 'engine' }, { choices: ['auto', 'off'], default: 'auto' })
      .flag('--jobs <n>', { zh: '进程', en: 'jobs' })
      .action(() => {});
    program
      .command('compare')
      .argument('<a>')
      .argument('<b>')
      .requiredOption('--out <file>', 'out')
      .action(() => {});
    program
      .command('awards')
      .argument('[what]')
      .addArgument(program.createArgument('[order]').choices(['up', 'down']))
      .action(() => {});
    try {
      program.parse(['node', 'chushen', ...argv]);
    } catch (error) {
      if (error instanceof CommanderError) return usageText(error)[lang];
      throw error;
    }
    return 'nothing wrong';
  };
  return { zh: say('zh'), en: say('en') };
}

const seeZh = ' 用 --help 查看用法。';
const seeEn = ' See --help.';

test.each([
  [
    ['screen', 'a', '--cal', 'x'],
    '没有选项 --cal，是否想用 --call？',
    'There is no option --cal; did you mean --call?',
  ],
  [['screen', 'a', '--zzzzzz'], '没有选项 --zzzzzz。', 'There is no option --zzzzzz.'],
  [['scren'], '没有命令 scren，是否想用 screen？', 'There is no command scren; did you mean screen?'],
  [['审查'], '没有命令 审查。', 'There is no command 审查.'],
  [['screen'], '缺少参数 paths。', 'The argument paths is missing.'],
  [['compare', 'x', '--out', 'y'], '缺少参数 b。', 'The argument b is missing.'],
  [['compare', 'x', 'y'], '必须给出选项 --out <file>。', 'The option --out <file> is needed.'],
  [['screen', 'a', '--call'], '选项 --call <id> 缺少取值。', 'The option --call <id> needs a value.'],
  [['compare', 'a', 'b', 'c', '--out', 'y'], '参数过多。', 'Too many arguments.'],
  [
    ['screen', 'a', '--ocr', 'best'],
    '选项 --ocr <engine> 的取值“best”无效，可用：auto, off。',
    'Invalid value "best" for --ocr <engine>; allowed: auto, off.',
  ],
  [
    ['awards', 'x', 'sideways'],
    '参数 order 的取值“sideways”无效，可用：up, down。',
    'Invalid value "sideways" for order; allowed: up, down.',
  ],
])('%j', (argv, zh, en) => {
  expect(complaint(...argv)).toEqual({ zh: zh + seeZh, en: en + seeEn });
});

test('a right command line is no error', () => {
  expect(complaint('screen', 'a', '--ocr', 'off')).toEqual({ zh: 'nothing wrong', en: 'nothing wrong' });
});

test('an error of another kind keeps its own words', () => {
  const error = new CommanderError(1, 'commander.somethingNew', 'Something new.');
  expect(usageText(error)).toEqual({ zh: 'Something new.', en: 'Something new.' });
});

test('help is in the language of the person', () => {
  const help = (lang: Lang) =>
    new SpokenCommand('chushen', lang)
      .describe({ zh: '初审', en: 'first review' })
      .flag('--call <id>', { zh: '征集通知', en: 'the call' })
      .helpInformation();
  expect(help('zh')).toMatch(/用法：[\s\S]*初审[\s\S]*选项：[\s\S]*征集通知[\s\S]*显示帮助/u);
  expect(help('en')).toMatch(/Usage:[\s\S]*first review[\s\S]*Options:[\s\S]*the call[\s\S]*show help/u);
});
