import { normalize } from 'node:path';

/** Folders and archives around a file, as prefixes of its path. */

/** Innermost first, none above what was given on the command line; a file given by itself has its folder. */
export function containersOf(file: string, roots: readonly string[]): string[] {
  const inner = (root: string) => ['/', '\\', '!/'].map((end) => root + end);
  const given = roots.map((root) => normalize(root).replace(/[/\\]+$/u, ''));
  const root = given
    .filter((one) => one === '.' || inner(one).some((prefix) => file.startsWith(prefix)))
    .toSorted((a, b) => b.length - a.length)[0];
  const inArchive = root !== undefined && file.startsWith(`${root}!/`);
  // The folder around an archive that was given may hold the form whose annexes the archive packs.
  const least =
    root === undefined || inArchive ? folderOf(root ?? file).length : root === '.' ? 0 : root.length;
  const found: string[] = [];
  for (let at = folderOf(file); ; at = folderOf(at.slice(0, -1))) {
    if (at.length < least) break;
    found.push(at);
    if (at === '') break;
  }
  return found;
}

/** Everything up to the last separator, the separator included; `''` for a bare name. */
export function folderOf(file: string): string {
  return file.replace(/[^/\\]*$/u, '');
}

/** Names of the folders and archives between a container and a file in it, outermost first. */
export function namesBetween(container: string, file: string): string[] {
  const inside = folderOf(file).slice(container.length);
  return inside.split(/[/\\]/u).filter((name) => name !== '');
}

/** The last name of a path, without its ending. */
export function baseOf(file: string): string {
  return file.replace(/^.*[/\\]/u, '').replace(/\.[a-z0-9]{2,5}$/iu, '');
}

/** The own name of a container: `华兴.zip` of `批次/华兴.zip!/`. */
export function nameOfContainer(container: string): string {
  return container.replace(/!?[/\\]$/u, '').replace(/^.*[/\\]/u, '');
}
