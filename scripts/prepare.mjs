import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Shared by the two set-up commands: installs packages, builds, checks system programs. */

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';

/** Runs a program in the product's folder; ends the process when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows, ...options });
  if (result.status !== 0) {
    console.error(
      `失败 / failed: ${command} ${args.join(' ')}${result.error ? ` (${result.error.message})` : ''}`,
    );
    process.exit(result.status ?? 1);
  }
}

export function prepare() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `需要 Node 20.19 或更高版本，当前 ${process.versions.node} / Node 20.19 or newer is needed`,
    );
    process.exit(2);
  }
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) run('npm', ['ci']);
  run('npm', ['run', '--silent', 'build']);
}

/** System programs that tests need beyond npm: what to look for, and the Debian package that brings it. */
const programs = [
  {
    name: 'Chromium',
    found: () => onPath(['chromium', 'chromium-browser', 'google-chrome']),
    debian: ['chromium'],
  },
  {
    name: 'LibreOffice',
    found: () => onPath(['soffice', 'libreoffice']),
    debian: ['libreoffice-writer-nogui'],
  },
  {
    name: 'PostgreSQL',
    found: () =>
      onPath(['initdb']) || spawnSync('sh', ['-c', 'ls /usr/lib/postgresql/*/bin/initdb']).status === 0,
    debian: ['postgresql'],
  },
  {
    name: '中文字体 / Chinese fonts',
    found: () => (spawnSync('fc-list', [':lang=zh']).stdout?.toString() ?? '').includes('wqy'),
    debian: [
      'fontconfig',
      'fonts-wqy-zenhei',
      'fonts-wqy-microhei',
      'fonts-arphic-uming',
      'fonts-arphic-ukai',
      'fonts-noto-cjk',
    ],
  },
];

function onPath(names) {
  return names.some((name) => spawnSync(windows ? 'where' : 'which', [name]).status === 0);
}

/** Installs what is missing through the system's package manager, or says the exact command and ends. */
export function prepareSystem() {
  const missing = programs.filter((program) => !program.found());
  if (missing.length === 0) return;
  const packages = missing.flatMap((program) => program.debian);
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  console.error(`测试还需要 / tests also need: ${missing.map((program) => program.name).join(', ')}`);
  if (process.platform !== 'linux' || !onPath(['apt-get']) || process.getuid?.() !== 0) {
    console.error(`请先安装后重试 / install them first:\n  sudo sh -c '${command}'`);
    process.exit(1);
  }
  run('sh', ['-c', `DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; ${command}`], { shell: false });
}
