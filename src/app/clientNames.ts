import type { Settings } from './settings';

/** Names of the client that is open, as the host tells them: known on the device only. None where its function fails; the other nets hold. */
export function clientNames({ privacy }: Pick<Settings, 'privacy'>): readonly string[] {
  try {
    return privacy.names();
  } catch {
    return [];
  }
}
