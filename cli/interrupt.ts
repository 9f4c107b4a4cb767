import type { Text } from '../core/lang.ts';
import type { Terminal } from './terminal.ts';

/** Ctrl-C: the first one ends the run in order, a second one at once. The end of the program that started it ends it in order. */
export class Interrupt {
  private readonly controller = new AbortController();
  private readonly terminal: Terminal;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
    process.on('SIGINT', this.hear);
    process.on('SIGTERM', this.hear);
    process.on('disconnect', this.left);
    // Who listens for the end of its parent is not to wait for it.
    process.channel?.unref();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** What a person should know of a run that was stopped. */
  readonly farewell: Text = {
    zh: '已停止。已读出的文件、已得出的结果都存在库里；再次运行同一条命令即从停下处接着审，不重读已读的文件。输出文件夹没有改动。',
    en: 'Stopped. What was read and found is kept in the store; the same command goes on from here without reading it again. The output folder is as it was.',
  };

  end(): void {
    process.off('SIGINT', this.hear);
    process.off('SIGTERM', this.hear);
    process.off('disconnect', this.left);
  }

  private readonly left = (): void => this.controller.abort();

  private readonly hear = (): void => {
    if (this.signal.aborted) process.exit(130);
    this.terminal.say({
      zh: '正在停止，先把手头的结果存好……（再按一次 Ctrl-C 立即退出）',
      en: 'Stopping once what is at hand is kept … (Ctrl-C again to leave at once)',
    });
    this.controller.abort();
  };
}
