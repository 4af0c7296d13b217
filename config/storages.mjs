/** The servers with which the suite of the receiver runs beside PGlite and disk, and whether this machine has them. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's nginx. */
export const NGINX = '/usr/sbin/nginx';
const POSTGRES = '/usr/lib/postgresql';
const SWIFT = '/usr/lib/python3/dist-packages/swift/common/middleware/s3api';

/** Where Debian's PostgreSQL has its programs, the newest first; nothing where it is not installed. */
export const postgresFolder = () => {
  if (!existsSync(POSTGRES)) return undefined;
  const versions = readdirSync(POSTGRES).sort((one, other) => Number(other) - Number(one));
  return versions.map((version) => join(POSTGRES, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
};

/** Whether OpenStack Swift with its S3 API is installed. */
export const hasSwift = () => existsSync(SWIFT);

const hasPostgres = () => postgresFolder() !== undefined;

export const COMBINATIONS = [
  {
    name: 'contract on PostgreSQL and disk',
    setup: 'test/support/storages/postgresSetup.ts',
    folders: ['receiver', 'onPostgres'],
    packages: 'postgresql',
    isHere: hasPostgres,
  },
  {
    name: 'contract on PostgreSQL and S3',
    setup: 'test/support/storages/postgresAndSwiftSetup.ts',
    folders: ['receiver', 'onS3'],
    packages: 'postgresql python3-swift',
    isHere: () => hasPostgres() && hasSwift(),
  },
  {
    name: 'contract behind nginx',
    folders: ['behindNginx'],
    packages: 'nginx-light',
    isHere: () => existsSync(NGINX),
  },
];

/** The combinations that can run here. Those that can't are told by name: nothing is left out silently. */
export const combinationsHere = (say = console.log) =>
  COMBINATIONS.filter(({ name, packages, isHere }) => {
    if (isHere()) return true;
    say(`SKIPPED: ${name}. It needs: apt-get install ${packages}.`);
    return false;
  }).map(({ name }) => name);
