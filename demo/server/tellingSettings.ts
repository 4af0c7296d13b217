import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { StartRefused } from '../receiver/adapters/refusal';
import { isMailAddress } from '../receiver/domain/mailAddress';
import type { MailSettings } from '../receiver/outgoing/mailSender';
import { OUTSIDE } from '../receiver/outgoing/postOut';
import { readWebhooks } from '../receiver/outgoing/webhook';
import type { TellingSettings } from './tellOthers';

/** Reads whom to tell from the settings of a process, or throws `StartRefused`: what is misread would be silence. */
export function tellingSettings(env: NodeJS.ProcessEnv): TellingSettings {
  const ca = authoritiesOf(env['WEBHOOKS_CA_FILE']);
  const outside = { ...OUTSIDE, toLoopback: env['WEBHOOKS_TO_LOOPBACK'] === '1', ...(ca && { ca }) };
  const webhooks = readWebhooks(textOf('WEBHOOKS_FILE', env['WEBHOOKS_FILE'], '[]'), outside);
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

/** Whom a webhook believes: the authorities of the file, beside the ones that everybody knows. */
function authoritiesOf(file: string | undefined): readonly string[] | undefined {
  const text = textOf('WEBHOOKS_CA_FILE', file, '');
  if (file === undefined || file === '') return undefined;
  const own = text.match(CERTIFICATE) ?? [];
  if (own.length === 0 || !own.every(isAuthority))
    throw new StartRefused('The file of WEBHOOKS_CA_FILE must hold certificates of authorities, as PEM.');
  return [...rootCertificates, ...own];
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

function isAuthority(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}

function textOf(setting: string, file: string | undefined, otherwise: string): string {
  if (file === undefined || file === '') return otherwise;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartRefused(`The file of ${setting} can't be read.`);
  }
}
