import type { Text } from '../core/lang.ts';
import type { RunEvent } from '../core/records.ts';
import { cutTo, harmless, type Terminal } from './terminal.ts';

const stageNames: Readonly<Record<'classify' | 'match' | 'judge', Text>> = {
  classify: { zh: '归类', en: 'classifying' },
  match: { zh: '查重', en: 'finding repeats' },
  judge: { zh: '逐条判定', en: 'judging' },
};

/** A progress bar over files and pages, with rate and time left; quiet where stderr is no terminal. */
export class Progress {
  private readonly terminal: Terminal;
  private readonly started = Date.now();
  private files = 0;
  private done = 0;
  private pages = 0;
  private drawn = 0;
  private current = '';

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  /** The one stream of events of a run. */
  hear(event: RunEvent): void {
    switch (event.kind) {
      case 'files':
        this.files = event.files;
        this.draw(true);
        break;
      case 'page':
        this.pages++;
        this.current = event.file;
        this.draw();
        break;
      case 'read':
        this.file(event.file);
        break;
      case 'stage':
        if (event.stage === 'match' || event.stage === 'judge' || event.stage === 'classify') {
          this.current = `${stageNames[event.stage][this.terminal.lang]} ${event.done}/${event.of}`;
          this.draw();
        }
        break;
      case 'note':
        this.end();
        this.terminal.say(event.text);
        break;
      case 'filing':
    }
  }

  private file(file: string): void {
    this.done++;
    this.current = file;
    this.draw();
    if (!this.terminal.interactive && (this.done % 20 === 0 || this.done === this.files))
      this.terminal.say(this.line(''));
  }

  end(): void {
    if (this.terminal.interactive) process.stderr.write('\r\u001b[2K');
  }

  private draw(now = false): void {
    if (!this.terminal.interactive || (!now && Date.now() - this.drawn < 100)) return;
    this.drawn = Date.now();
    const columns = process.stderr.columns ?? 80;
    process.stderr.write(
      `\r\u001b[2K${cutTo(harmless(this.line(this.current.replace(/\s+/gu, ' '))), columns - 1)}`,
    );
  }

  private line(current: string): string {
    const seconds = Math.max(0.001, (Date.now() - this.started) / 1000);
    const filled = this.files === 0 ? 0 : Math.round((this.done / this.files) * 20);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(20 - filled)}`;
    const rate = (this.pages / seconds).toFixed(1);
    const left = this.done === 0 ? '–' : clock(((this.files - this.done) * seconds) / this.done);
    const words = {
      zh: `${bar} ${this.done}/${this.files} 份  ${this.pages} 页  ${rate} 页/秒  剩余 ${left}  ${current}`,
      en: `${bar} ${this.done}/${this.files} files  ${this.pages} pages  ${rate} pages/s  ${left} left  ${current}`,
    };
    return words[this.terminal.lang];
  }
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
