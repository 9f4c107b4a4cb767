/** Absolute, with a drive letter, or out of the container's own folder. */
export function isUnsafe(name: string): boolean {
  return (
    name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..') || name.includes('\0')
  );
}
