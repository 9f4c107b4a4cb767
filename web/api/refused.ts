import type { Text } from '../../core/lang.ts';
import { refusal } from '../../workbench/api/common.ts';

/** The server said no, or could not be asked: a stable code and what to do, in both languages. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;
  readonly status: number;
  readonly text: Text;

  constructor(code: string, status: number, text: Text) {
    super(text.en);
    this.code = code;
    this.status = status;
    this.text = text;
  }
}

/** Reads a refusal out of an answer's body; what is no refusal of ours is told by its status. */
export function refusedBy(status: number, body: unknown): Refused {
  const said = refusal.safeParse(body);
  if (said.success) return new Refused(said.data.code, status, said.data.message);
  return new Refused(`status-${status}`, status, {
    zh: `服务器未能完成操作（${status}），请重试；若仍如此，请查看服务器的日志。`,
    en: `The server could not do it (${status}). Try again; if it stays so, look at the server's log.`,
  });
}

export function unreachable(): Refused {
  return new Refused('unreachable', 0, {
    zh: '连接不到服务器，请确认 chushen serve 仍在运行；已输入的内容保留在本页。',
    en: 'The server cannot be reached: see that chushen serve still runs. What you typed is kept on this page.',
  });
}

export function notUnderstood(path: string): Refused {
  return new Refused('not-understood', 0, {
    zh: `服务器的回答与本页不符（${path}），页面与服务器的版本可能不同，请刷新页面。`,
    en: `The server's answer does not fit this page (${path}); they may differ in version. Reload the page.`,
  });
}

/** Whatever was thrown, as a refusal that can be shown. */
export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  return new Refused('fault', 0, {
    zh: `页面出错：${String(error)}。请刷新页面。`,
    en: `The page failed: ${String(error)}. Reload it.`,
  });
}
