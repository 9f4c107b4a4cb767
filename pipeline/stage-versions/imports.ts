/** What one source file names: other files (as written, `./…` or `../…`) and modules of npm or Node. */
export interface Imports {
  readonly files: readonly string[];
  readonly modules: readonly string[];
}

/**
 * Static imports and re-exports, imports for effect, `import('…')`, `require('…')` and `….resolve('…')` with
 * the path written out. Types are left out: they are gone when the code runs.
 */
export function importsOf(source: string): Imports {
  const named = new Set<string>();
  for (const pattern of patterns) for (const [, path = ''] of source.matchAll(pattern)) named.add(path);
  const files = [...named].filter((path) => /^\.\.?\//.test(path));
  return { files, modules: [...named].filter((path) => !path.startsWith('.')) };
}

const patterns = [
  /^(?:import|export)\s(?!\s*type\s)[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^import\s*['"]([^'"]+)['"]/gm,
  /(?<!typeof )\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  /\brequire(?:\.resolve)?\(\s*['"]([^'"]+)['"]\s*\)/g,
  /\.resolve\(\s*['"]([^'".][^'"]*)['"]\s*\)/g,
];

/** `@scope/name/file` → `@scope/name`; undefined for what Node itself brings. */
export function packageOf(module: string): string | undefined {
  if (module.startsWith('node:')) return undefined;
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}
