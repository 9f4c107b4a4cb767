import type { ContainerKind, Opening } from './container.ts';
import type { ByteSource } from './zip/source.ts';

/** Opens a container by its kind; at most `maxEntries` are listed. What a kind needs is loaded only when one of it comes in. */
export async function openContainer(
  kind: ContainerKind,
  source: ByteSource,
  maxEntries: number,
): Promise<Opening> {
  switch (kind) {
    case 'zip': {
      const { openZip } = await import('./zip/open-zip.ts');
      return await openZip(source, maxEntries);
    }
    case 'RAR':
    case '7z': {
      const { openSevenZip } = await import('./seven-zip/open-seven-zip.ts');
      return await openSevenZip(source);
    }
    case 'eml':
    case 'msg': {
      const { openMail } = await import('./mail/open-mail.ts');
      return await openMail(source, kind);
    }
  }
}
