import { readFileSync } from 'node:fs';
import { StartRefused } from '../receiver/adapters/refusal';
import { isMailAddress } from '../receiver/domain/mailAddress';
import type { MailSettings } from '../receiver/outgoing/mailSender';
import { OUTSIDE } from '../receiver/outgoing/postOut';
import { readWebhooks } from '../receiver/outgoing/webhook';
import type { TellingSettings } from './tellOthers';

/** Reads whom to tell from the settings of a process, or throws `StartRefused`: what is misread would be silence. */
export function tellingSettings(env: NodeJS.ProcessEnv): TellingSettings {
  const outside = { ...OUTSIDE, toLoopback: env['WEBHOOKS_TO_LOOPBACK'] === '1' };
  const webhooks = readWebhooks(textOf(env['WEBHOOKS_FILE']), outside);
  if (typeof webhooks === 'string') throw new StartRefused(webhooks);
  const mail = mailOf(env);
  return {
    ...(mail && { mail }),
    webhooks,
    outside,
    linkOrigin: env['PUBLIC_ORIGIN'] ?? `http://127.0.0.1:${env['PORT'] ?? 4400}`,
  };
}

function mailOf({ SMTP_URL: smtpUrl, MAIL_FROM: from }: NodeJS.ProcessEnv): MailSettings | undefined {
  if (smtpUrl === undefined || smtpUrl === '') return undefined;
  if (!URL.canParse(smtpUrl) || !/^smtps?:$/.test(new URL(smtpUrl).protocol))
    throw new StartRefused('SMTP_URL must be smtp:// or smtps://.');
  if (!isMailAddress(from))
    throw new StartRefused('With SMTP_URL, MAIL_FROM must be the address that mail comes from.');
  return { smtpUrl, from };
}

function textOf(file: string | undefined): string {
  if (file === undefined || file === '') return '[]';
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartRefused("The file of WEBHOOKS_FILE can't be read.");
  }
}
