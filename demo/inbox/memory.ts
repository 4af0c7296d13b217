/** Small values kept under a name: the tab's own memory, or the device's. */
export interface Memory {
  read(name: string): unknown;
  write(name: string, value: unknown): void;
}

/** Keeps values as JSON in a web storage. A storage that is full or forbidden keeps nothing, and nothing breaks. */
export const createMemory = (storage: () => Storage): Memory => ({
  read: (name) => {
    try {
      return JSON.parse(storage().getItem(`inbox.${name}`) ?? 'null');
    } catch {
      return null;
    }
  },
  write: (name, value) => {
    try {
      storage().setItem(`inbox.${name}`, JSON.stringify(value));
    } catch {
      // forgetting is the fallback: drafts then live as long as the page
    }
  },
});
