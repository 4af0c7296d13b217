/** Certificates that are made while a test runs: an authority that nobody knows, and what it vouches for. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A certificate and its key, as PEM. */
export interface Certified {
  readonly cert: string;
  readonly key: string;
}

/** Somebody who vouches for servers. */
export interface Authority extends Certified {
  /** For a server at 127.0.0.1, or at this name. */
  vouchFor(name?: string): Certified;
}

/** Makes one. */
export function anAuthority(): Authority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = nameOf('A test');
  const by = { issuer: subject, privateKey };
  const isAuthority = extension(BASIC_CONSTRAINTS, sequence(TRUE), [TRUE]);
  return {
    cert: certificate({ subject, publicKey, extensions: [isAuthority] }, by),
    key: pemOf(privateKey),
    vouchFor(name) {
      const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const where = name === undefined ? tagged(0x87, LOOPBACK) : tagged(0x82, Buffer.from(name));
      const extensions = [extension(SUBJECT_ALT_NAME, sequence(where))];
      return {
        cert: certificate({ subject: nameOf('A server'), publicKey: server.publicKey, extensions }, by),
        key: pemOf(server.privateKey),
      };
    },
  };
}

const LOOPBACK = Buffer.from([127, 0, 0, 1]);

/** The few forms of DER (X.690) that a certificate needs. */
const tagged = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const length = content.length;
  const long = length > 255 ? [0x82, length >> 8, length & 255] : [0x81, length];
  return Buffer.concat([Buffer.from([tag, ...(length < 128 ? [length] : long)]), content]);
};
const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, ...parts);
const bits = (bytes: Buffer): Buffer => tagged(0x03, Buffer.from([0]), bytes);
const objectId = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));
const TRUE = tagged(0x01, Buffer.from([0xff]));

const ECDSA_WITH_SHA256 = sequence(objectId('2a8648ce3d040302'));
const COMMON_NAME = objectId('550403');
const BASIC_CONSTRAINTS = objectId('551d13');
const SUBJECT_ALT_NAME = objectId('551d11');

const nameOf = (text: string): Buffer =>
  sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, Buffer.from(text, 'utf8')))));
const extension = (id: Buffer, value: Buffer, critical: readonly Buffer[] = []): Buffer =>
  sequence(id, ...critical, tagged(0x04, value));
const utcTime = (text: string): Buffer => tagged(0x17, Buffer.from(text));
/** Longer than any test runs, and written with two digits of a year: 1950 to 2049. */
const VALIDITY = sequence(utcTime('200101000000Z'), utcTime('491231235959Z'));

interface Certifying {
  readonly subject: Buffer;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
}

/** A positive number in as few bytes as it takes (X.690 §8.3.2): one that begins with nine zeros is refused. */
const aSerial = (): Buffer =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(8)).map((byte, at) => (at === 0 ? (byte & 0x3f) | 0x40 : byte)));

/** A certificate of X.509 version 3 (RFC 5280). */
function certificate(
  { subject, publicKey, extensions }: Certifying,
  { issuer, privateKey }: { readonly issuer: Buffer; readonly privateKey: KeyObject },
): string {
  const version3 = tagged(0xa0, tagged(0x02, Buffer.from([2])));
  const serial = tagged(0x02, aSerial());
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const all = tagged(0xa3, sequence(...extensions));
  const body = sequence(version3, serial, ECDSA_WITH_SHA256, issuer, VALIDITY, subject, spki, all);
  const der = sequence(body, ECDSA_WITH_SHA256, bits(sign('sha256', body, privateKey)));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
