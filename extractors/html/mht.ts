const header = /^([\w-]+):[ \t]*((?:.*(?:\r?\n[ \t].*)*))/gm;

/** Whether a file is a web page saved with everything on it (MHTML, RFC 2557). */
export function isMht(head: string): boolean {
  return /^\s*(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?MIME-Version:/i.test(head);
}

/** The bytes of the page itself; `undefined` when there is none. */
export function htmlOfMht(bytes: Uint8Array): Uint8Array | undefined {
  return findHtml(Buffer.from(bytes).toString('latin1'), 0);
}

function findHtml(message: string, depth: number): Buffer | undefined {
  const end = /\r?\n\r?\n/.exec(message);
  if (!end || depth > 5) return undefined;
  const fields = new Map<string, string>();
  for (const [, name = '', value = ''] of message.slice(0, end.index).matchAll(header))
    fields.set(name.toLowerCase(), value.replace(/\r?\n[ \t]+/g, ' ').trim());
  const content = message.slice(end.index + end[0].length);
  const type = fields.get('content-type') ?? '';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (/^multipart\//i.test(type) && boundary !== undefined) {
    for (const part of content.split(`--${boundary}`)) {
      const found = findHtml(part.replace(/^\r?\n/, ''), depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  if (!/^(?:text\/html|application\/xhtml)/i.test(type)) return undefined;
  const encoding = (fields.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(content, 'base64');
  return Buffer.from(encoding === 'quoted-printable' ? unquoted(content) : content, 'latin1');
}

const unquoted = (text: string) =>
  text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
