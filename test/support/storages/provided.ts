/** Addresses of the servers that a project of the tests started; nothing where it needs none. */
export interface ProvidedStorages {
  /** Of PostgreSQL's superuser. */
  readonly postgres?: string;
  /** Of the S3 API. */
  readonly swift?: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    storages?: ProvidedStorages;
  }
}
