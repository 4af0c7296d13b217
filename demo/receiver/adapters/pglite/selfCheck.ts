import { StartRefused } from '../refusal';

/** What the check needs of a database that was just opened. */
export interface Probe {
  /** The value of one setting, as `show` gives it. */
  setting(name: string): Promise<string>;
  /** Commits a row. */
  commitRow(): Promise<void>;
  checkpoint(): Promise<void>;
  /** How many times a file was pushed to the disk so far. */
  syncedFiles(): number;
}

const NEEDED: Readonly<Record<string, string>> = {
  fsync: 'on',
  wal_sync_method: 'fsync',
  full_page_writes: 'on',
  synchronous_commit: 'on',
};

/** Proves that a commit reaches the disk, or refuses to start. What it can't see is a disk that lies. */
export async function checkDurability(probe: Probe): Promise<void> {
  for (const [name, needed] of Object.entries(NEEDED)) {
    const found = await probe.setting(name);
    if (found !== needed)
      throw new StartRefused(`The database setting ${name} is ${found}, but acknowledged questions need ${needed}.`);
  }
  await mustSync(probe, () => probe.commitRow(), 'A committed row was not pushed to the disk.');
  await mustSync(probe, () => probe.checkpoint(), 'A checkpoint was not pushed to the disk.');
}

async function mustSync(probe: Probe, act: () => Promise<void>, sentence: string): Promise<void> {
  const before = probe.syncedFiles();
  await act();
  if (probe.syncedFiles() <= before) throw new StartRefused(sentence);
}
