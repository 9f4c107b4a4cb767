import type { StoreFault } from '../ports.ts';

/** By SQLSTATE (PostgreSQL, appendix A), whole or its class, and by the error codes of sockets. */
const faults: readonly (readonly [code: string, fault: StoreFault])[] = [
  ['08', 'unreachable'],
  ['28', 'unreachable'],
  ['3D000', 'unreachable'],
  ['57P', 'unreachable'],
  ['53100', 'disk-full'],
  ['53300', 'unreachable'],
  ['55P03', 'locked'],
  ['40P01', 'locked'],
  ['25006', 'read-only'],
  ['42501', 'read-only'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
  ['ECONN', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['EAI_', 'unreachable'],
  ['EHOST', 'unreachable'],
  ['ENET', 'unreachable'],
  ['ETIMEDOUT', 'unreachable'],
  ['ENOENT', 'unreachable'],
  ['EPIPE', 'unreachable'],
];

/** Errors of the driver itself, which have no code, and of an address that is none. */
const lost =
  /invalid url|uri malformed|connection terminated|timeout (?:expired|exceeded)|not queryable|password must be a string/i;

export function postgresFault(error: unknown): StoreFault {
  if (!(error instanceof Error)) return 'failed';
  const code = 'code' in error ? String(error.code) : '';
  const known = faults.find(([start]) => code.startsWith(start))?.[1];
  return known ?? (lost.test(error.message) ? 'unreachable' : 'failed');
}
