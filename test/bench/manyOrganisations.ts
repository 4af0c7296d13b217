/** A receiver for the bench that knows many organisations; it says its address and tokens of people, one of each organisation after the other. Takes a folder; storages as the demo does. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createReceiver } from '../../demo/receiver/app';
import type { Issuer, ReceiverLog } from '../../demo/receiver/ports';
import { createStore } from '../../demo/receiver/store/store';
import { openStorages, storageSettings } from '../../demo/server/storages';

const ORGANISATIONS = 20;
const PEOPLE_OF_EACH = 4; // 80 tokens of 400 characters fit in one chunk of a pipe
const AUDIENCE = 'cliendo-support';
const QUIET: ReceiverLog = {
  answered: () => undefined,
  failed: () => undefined,
  looked: () => undefined,
  told: () => undefined,
};

const [folder = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
const jwk = { ...(await exportJWK(publicKey)) };
const names = Array.from({ length: ORGANISATIONS }, (_, index) => `organisatie-${index}`);
const issuers = names.map((id): Issuer => ({
  iss: 'https://bench.example',
  kid: id,
  algorithm: 'EdDSA',
  publicKey: jwk,
  organisation: { id, name: id },
}));
const people = Array.from({ length: PEOPLE_OF_EACH }, (_, index) => names.map((id) => ({ id, sub: `p-${index}` })));
const tokens = await Promise.all(
  people
    .flat()
    .map(({ id, sub }) =>
      new SignJWT({ org: id, name: 'Sanne de Wit' })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'cliendo-support+jwt', kid: id })
        .setIssuer('https://bench.example')
        .setAudience(AUDIENCE)
        .setSubject(sub)
        .setIssuedAt()
        .setNotBefore('0 seconds')
        .setExpirationTime('10 minutes')
        .setJti(crypto.randomUUID())
        .sign(privateKey),
    ),
);
const { database, signal, blobs } = await openStorages(storageSettings(folder, process.env));
const app = createReceiver({
  store: createStore({ database, ...(signal && { signal }), clock: Date, submissionsPerHour: 1e9 }),
  blobs,
  spoolFolder: join(folder, 'incoming'),
  clock: Date,
  log: QUIET,
  settings: { audience: AUDIENCE, askerIssuers: issuers, agentIssuers: [], origins: [], contentOrigin: '' },
});
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${JSON.stringify({ address, tokens })}\n`);
process.once('SIGTERM', () => process.exit(0));
