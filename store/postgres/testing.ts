import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL of the tests' own: a fresh cluster in a temporary folder, reached by a socket in it. */
export interface PostgresServer {
  /** URL of a new empty database. */
  database(): Promise<string>;
  stop(): void;
}

/**
 * Starts PostgreSQL from the binaries of the system. Throws where there are none: a back end that ships is tested
 * everywhere. It will not run as root, so it then runs as the user that the package makes for it.
 */
export function startPostgres(): PostgresServer {
  const bin = binaries();
  const folder = mkdtempSync(join(tmpdir(), 'chushen-pg-'));
  const user = process.getuid?.() === 0 ? serviceUser() : undefined;
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const run = (program: string, args: readonly string[]) => {
    // What the server says goes nowhere: a pipe that it holds open would keep this waiting.
    const { status, error } = spawnSync(join(bin, program), args, {
      ...user,
      cwd: folder,
      stdio: 'ignore',
      env: { PATH: process.env.PATH },
    });
    if (status !== 0)
      throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? `ended with ${status}`}`);
  };
  const settings = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off`;
  run('initdb', ['-D', data, '-U', 'tests', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  run('pg_ctl', ['start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', settings]);
  const url = (name: string) => `postgres://tests@localhost/${name}?host=${encodeURIComponent(folder)}`;
  let made = 0;
  let stopped = false;
  const stop = () => {
    if (stopped) return;
    stopped = true;
    run('pg_ctl', ['stop', '-m', 'immediate', '-D', data]);
    rmSync(folder, { recursive: true, force: true });
  };
  // Where the tests end before they could stop it.
  process.once('exit', stop);
  return {
    async database() {
      const client = new pg.Client(url('postgres'));
      await client.connect();
      const name = `store_${++made}`;
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return url(name);
    },
    stop,
  };
}

/** Folder of `initdb` and `pg_ctl`: Debian keeps them by version, the latest counts; elsewhere they are on the path. */
function binaries(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => join(debian, version, 'bin'));
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')));
  if (found) return found;
  const onPath = spawnSync('which', ['initdb'], { encoding: 'utf8' }).stdout?.trim();
  if (onPath) return dirname(onPath);
  throw new Error(
    'PostgreSQL is needed for the tests of its back end: install the Debian package postgresql (apt-get install postgresql).',
  );
}

function serviceUser(): { readonly uid: number; readonly gid: number } {
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  if (!uid || !gid)
    throw new Error('PostgreSQL does not run as root, and there is no user "postgres" to run it.');
  return { uid, gid };
}
