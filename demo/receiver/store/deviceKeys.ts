import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNotNull, lte, sql } from 'drizzle-orm';
import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Id } from '../../../src/foundation/id';
import type { DeviceKey, PublicDeviceKey } from '../../../src/protocol/index';
import type { Asker } from '../callers';
import type { DeviceKeyStore } from '../ports';
import type { StoreContext } from './context';
import { rememberAsker } from './identity';

/** The columns of `migrations/deviceKeys`. */
export const deviceKey = pgTable('device_key', {
  organisationId: text('organisation_id').notNull(),
  owner: text().notNull(),
  device: uuid().$type<Id>().notNull(),
  kid: text().notNull(),
  publicKey: jsonb('public_key').$type<PublicDeviceKey>().notNull(),
  /** `d` of the JWK; nothing once it was erased. */
  privateKey: text('private_key'),
  usedAt: timestamp('used_at', { withTimezone: true, mode: 'date' }).notNull(),
});

/** A key that nobody asks for in this time is erased. Longer than any summer, and than any outbox is likely to wait. */
const UNUSED_MS = 400 * 86_400_000;

/** Creates the part of the store that holds device keys. */
export function createDeviceKeyStore({ rows, clock }: StoreContext): DeviceKeyStore {
  const isThis = (device: Id, { owner, organisation }: Asker) =>
    and(eq(deviceKey.organisationId, organisation.id), eq(deviceKey.owner, owner), eq(deviceKey.device, device));

  return {
    deviceKey: (device, asker) =>
      rows.ofAsker(asker, async (tx) => {
        const now = new Date(clock.now());
        const unusedSince = new Date(now.getTime() - UNUSED_MS);
        const isOld = lte(deviceKey.usedAt, unusedSince);
        await tx
          .update(deviceKey)
          .set({ privateKey: null })
          .where(and(isThis(device, asker), isOld));
        const used = await tx
          .update(deviceKey)
          .set({ usedAt: now })
          .where(and(isThis(device, asker), isNotNull(deviceKey.privateKey), gt(deviceKey.usedAt, unusedSince)))
          .returning();
        if (used[0]) return { state: 'same', value: keyOf(used[0]) } as const;
        await rememberAsker(tx, asker);
        const [made] = await tx
          .insert(deviceKey)
          .values({
            organisationId: asker.organisation.id,
            owner: asker.owner,
            device,
            kid: randomUUID(),
            ...(await newPair()),
            usedAt: now,
          })
          .onConflictDoUpdate({
            target: [deviceKey.organisationId, deviceKey.owner, deviceKey.device],
            set: { usedAt: sql`${deviceKey.usedAt}` }, // another tab was first, or the key is gone: gives that row
          })
          .returning();
        if (made === undefined || made.privateKey === null) return { state: 'gone' } as const;
        return { state: 'created', value: keyOf(made) } as const;
      }),
    async revokeDeviceKey(device, asker) {
      await rows.ofAsker(asker, (tx) => tx.update(deviceKey).set({ privateKey: null }).where(isThis(device, asker)));
    },
  };
}

async function newPair(): Promise<{ readonly publicKey: PublicDeviceKey; readonly privateKey: string }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey); // an EC key has all three
  return { publicKey: { kty: 'EC', crv: 'P-256', x, y }, privateKey: d };
}

function keyOf({ kid, publicKey, privateKey, usedAt }: typeof deviceKey.$inferSelect): DeviceKey {
  const { kty, crv, x, y } = publicKey;
  return {
    kid,
    publicKey: { kty, crv, x, y },
    privateKey: { kty, crv, x, y, d: privateKey ?? '' },
    expiresAt: new Date(usedAt.getTime() + UNUSED_MS).toISOString(),
  };
}
