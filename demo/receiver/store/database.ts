import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** A database that drizzle can speak to: PGlite or PostgreSQL, or a transaction in one. */
export type Database = PgDatabase<PgQueryResultHKT>;
