import type { Entry, Opening } from '../container.ts';
import type { ByteSource } from '../zip/source.ts';

/** What a mail is listed by: its attachments, and its own text as a file beside them. */
interface Mail {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** Mails are read whole; larger ones are archives that somebody should have sent as such. Bytes. */
const largest = 256 * 1024 * 1024;
/** Name under which a mail's own words are listed. */
export const mailText = '邮件正文.txt';

/** A mail (RFC 5322, or Outlook's MSG) as a container of its attachments and of what its sender wrote. */
export async function openMail(source: ByteSource, kind: 'eml' | 'msg'): Promise<Opening> {
  if (source.size > largest) return 'damaged';
  const bytes = await source.read(0, source.size);
  let mail: Mail | undefined;
  try {
    mail = kind === 'eml' ? await readEml(bytes) : await readMsg(bytes);
  } catch {
    return 'damaged';
  }
  if (!mail) return 'damaged';
  const files = new Map<Entry, Uint8Array>();
  const taken = new Set<string>();
  for (const [i, file] of mail.files.entries()) {
    const name = unused(file.name.trim() || `附件${i + 1}`, taken);
    files.set({ name, folder: false, encrypted: false, size: file.bytes.length }, file.bytes);
  }
  return {
    entries: [...files.keys()],
    count: files.size,
    whole: true,
    read: async (entry, maxBytes) => {
      const found = files.get(entry);
      if (!found) return { ok: false, reason: 'damaged' };
      return found.length > maxBytes
        ? { ok: false, reason: 'too-large' }
        : { ok: true, bytes: found, whole: true };
    },
  };
}

/** Two attachments may bear one name. */
function unused(name: string, taken: Set<string>): string {
  const plain = name.replace(/[\\/]/gu, '_');
  let free = plain;
  for (let i = 2; taken.has(free); i++) free = plain.replace(/(\.[^.]*)?$/u, ` (${i})$1`);
  taken.add(free);
  return free;
}

async function readEml(bytes: Uint8Array): Promise<Mail> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes);
  const attached = mail.attachments.flatMap(({ filename, mimeType, content, related }) => {
    // Pictures that the text shows in its lines, such as logos, are no attachments.
    if (related === true && /^image\//u.test(mimeType)) return [];
    const name = filename ?? (mimeType === 'message/rfc822' ? '转发邮件.eml' : '');
    return [{ name, bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content) }];
  });
  const words = mail.text?.trim() || (mail.html ?? '').replace(/<[^>]*>/gu, ' ').trim();
  return { files: [...attached, ...textFile(mail.subject, words)] };
}

async function readMsg(bytes: Uint8Array): Promise<Mail | undefined> {
  const { default: msgreader } = await import('@kenjiuno/msgreader');
  const reader = new msgreader.default(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const data = reader.getFileData();
  if (data.error !== undefined) return undefined;
  const files = (data.attachments ?? []).flatMap((attachment) => {
    if (attachment.attachmentHidden === true) return [];
    const { fileName, content } = reader.getAttachment(attachment);
    return [{ name: fileName, bytes: content }];
  });
  return { files: [...files, ...textFile(data.subject, data.body ?? '')] };
}

function textFile(subject: string | undefined, words: string): Mail['files'] {
  const text = [subject ?? '', words].filter((part) => part.trim() !== '').join('\n');
  return text === '' ? [] : [{ name: mailText, bytes: Buffer.from(text) }];
}
