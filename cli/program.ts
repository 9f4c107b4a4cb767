import { Command, CommanderError, Option } from 'commander';
import type { Lang, Text } from '../core/lang.ts';
import { UsageError } from './terminal.ts';

/** A command whose help and errors are in the person's language. */
export class SpokenCommand extends Command {
  readonly lang: Lang;

  constructor(name: string, lang: Lang) {
    super(name);
    this.lang = lang;
    const titles: Record<string, string> = {
      'Usage:': '用法：',
      'Options:': '选项：',
      'Commands:': '命令：',
      'Arguments:': '参数：',
    };
    this.exitOverride()
      .configureOutput({ outputError: () => {} })
      .configureHelp({ styleTitle: (title) => (lang === 'zh' ? (titles[title] ?? title) : title) })
      .helpOption('-h, --help', this.pick({ zh: '显示帮助', en: 'show help' }))
      .helpCommand(false);
  }

  override createCommand(name: string): SpokenCommand {
    return new SpokenCommand(name, this.lang);
  }

  pick(text: Text): string {
    return text[this.lang];
  }

  describe(text: Text): this {
    return this.description(this.pick(text));
  }

  /** An option with help in both languages. */
  flag(flags: string, text: Text, more?: { choices?: string[]; default?: string | boolean }): this {
    const option = new Option(flags, this.pick(text));
    if (more?.choices) option.choices(more.choices);
    if (more?.default !== undefined) option.default(more.default);
    return this.addOption(option);
  }

  examples(lines: readonly string[]): this {
    const title = this.pick({ zh: '示例：', en: 'Examples:' });
    return this.addHelpText('after', `\n${title}\n${lines.map((line) => `  $ ${line}`).join('\n')}`);
  }
}

/** Which value of what is invalid: commander names an option before its value, an argument behind it. */
function invalidValue(message: string): Text {
  const option = /option '([^']*)' argument '([^']*)'/.exec(message);
  const argument = /value '([^']*)' is invalid for argument '([^']*)'/.exec(message);
  const [kind, name, value] = option
    ? ['选项', option[1], option[2]]
    : ['参数', argument?.[2] ?? '', argument?.[1] ?? ''];
  return { zh: `${kind} ${name} 的取值“${value}”无效`, en: `Invalid value "${value}" for ${name}` };
}

/** What commander found wrong, said so that the person knows what is allowed. */
export function usageText(error: CommanderError): Text {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const hint = /Did you mean ([^?]*)\?/.exec(error.message)?.[1];
  const also: Text = hint
    ? { zh: `，是否想用 ${hint}？`, en: `; did you mean ${hint}?` }
    : { zh: '。', en: '.' };
  const allowed = /Allowed choices are ([^.]*)\./.exec(error.message)?.[1];
  const help: Text = { zh: ' 用 --help 查看用法。', en: ' See --help.' };
  const say = (zh: string, en: string): Text => ({ zh: zh + also.zh + help.zh, en: en + also.en + help.en });
  switch (error.code) {
    case 'commander.unknownOption':
      return say(`没有选项 ${quoted}`, `There is no option ${quoted}`);
    case 'commander.unknownCommand':
      return say(`没有命令 ${quoted}`, `There is no command ${quoted}`);
    case 'commander.missingArgument':
      return say(`缺少参数 ${quoted}`, `The argument ${quoted} is missing`);
    case 'commander.missingMandatoryOptionValue':
      return say(`必须给出选项 ${quoted}`, `The option ${quoted} is needed`);
    case 'commander.optionMissingArgument':
      return say(`选项 ${quoted} 缺少取值`, `The option ${quoted} needs a value`);
    case 'commander.excessArguments':
      return say('参数过多', 'Too many arguments');
    case 'commander.invalidArgument': {
      const { zh, en } = invalidValue(error.message);
      return allowed ? say(`${zh}，可用：${allowed}`, `${en}; allowed: ${allowed}`) : say(zh, en);
    }
    default:
      return { zh: error.message, en: error.message };
  }
}

export { CommanderError, UsageError };
