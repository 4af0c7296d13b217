import { readFileSync } from 'node:fs';
import { StartRefused } from '../receiver/adapters/refusal';
import { OUTSIDE } from '../receiver/outgoing/postOut';
import { readWebhooks } from '../receiver/outgoing/webhook';
import type { TellingSettings } from './tellOthers';

/** Reads whom to tell from the settings of a process, or throws `StartRefused`: what is misread would be silence. */
export function tellingSettings(env: NodeJS.ProcessEnv): Required<TellingSettings> {
  const outside = { ...OUTSIDE, toLoopback: env['WEBHOOKS_TO_LOOPBACK'] === '1' };
  const webhooks = readWebhooks(textOf(env['WEBHOOKS_FILE']), outside);
  if (typeof webhooks === 'string') throw new StartRefused(webhooks);
  return { webhooks, outside, linkOrigin: env['PUBLIC_ORIGIN'] ?? `http://127.0.0.1:${env['PORT'] ?? 4400}` };
}

function textOf(file: string | undefined): string {
  if (file === undefined || file === '') return '[]';
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartRefused("The file of WEBHOOKS_FILE can't be read.");
  }
}
