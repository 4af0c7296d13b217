import type { TestProject } from 'vitest/node';
import './provided';
import { startPostgres } from './postgres';
import { startSwift } from './swift';

/** For the project "PostgreSQL and S3". */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  const swift = await startSwift();
  project.provide('storages', { postgres: postgres.adminUrl, swift: swift.endpoint });
  return async () => {
    await swift.stop();
    await postgres.stop();
  };
}
