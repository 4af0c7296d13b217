import type { TestProject } from 'vitest/node';
import './provided';
import { startPostgres } from './postgres';

/** For the project "PostgreSQL and disk". */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  project.provide('storages', { postgres: postgres.adminUrl });
  return () => postgres.stop();
}
