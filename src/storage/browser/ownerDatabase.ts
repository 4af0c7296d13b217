import { textHash } from './digest';

/** Gives the name of an owner's database. It tells nothing: a hash of the receiver and the owner. */
export async function ownerDatabaseName(backend: string, owner: string): Promise<string> {
  return `cliendo-support:${(await textHash(`${backend}\n${owner}`)).slice(0, 16)}`;
}

/**
 * Tells whether a database exists, without making it.
 * Where the browser does not list databases the answer is yes: looking into an empty one costs less than forgetting a question.
 */
export async function hasDatabase(name: string): Promise<boolean> {
  try {
    const listed = await indexedDB.databases?.();
    return listed?.some((found) => found.name === name) ?? true;
  } catch {
    return false; // storage is refused here, so nothing can be waiting in it
  }
}
