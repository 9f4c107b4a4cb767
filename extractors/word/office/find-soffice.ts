import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Path of LibreOffice's `soffice`: on PATH, then where installers put it; `undefined` when there is none. */
export async function findSoffice(): Promise<string | undefined> {
  const windows = process.platform === 'win32';
  const names = windows ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const installed = windows ? windowsFolders() : await unixFolders();
  for (const folder of [...folders, ...installed]) {
    for (const name of names) {
      const path = join(folder, name);
      if (await canRun(path)) return path;
    }
  }
  return undefined;
}

async function canRun(path: string): Promise<boolean> {
  try {
    await access(path, process.platform === 'win32' ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function windowsFolders(): string[] {
  const { ProgramFiles, LOCALAPPDATA } = process.env;
  const roots = [
    ProgramFiles,
    process.env['ProgramFiles(x86)'],
    LOCALAPPDATA && join(LOCALAPPDATA, 'Programs'),
  ];
  return roots.flatMap((root) => (root ? [join(root, 'LibreOffice', 'program')] : []));
}

async function unixFolders(): Promise<string[]> {
  const folders = [
    '/Applications/LibreOffice.app/Contents/MacOS',
    join(process.env.HOME ?? '/', 'Applications/LibreOffice.app/Contents/MacOS'),
    '/usr/lib/libreoffice/program',
    '/usr/lib64/libreoffice/program',
    '/snap/bin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ];
  // The project's own packages install to /opt/libreoffice24.8 and the like.
  const opt = await readdir('/opt').catch(() => []);
  const own = opt.filter((name) => /^libreoffice/i.test(name)).sort();
  return [...folders, ...own.reverse().map((name) => join('/opt', name, 'program'))];
}
