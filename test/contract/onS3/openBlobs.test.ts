import { expect, inject, test } from 'vitest';
import { openBlobs } from '../../../demo/receiver/adapters/openBlobs';
import { StartRefused } from '../../../demo/receiver/adapters/refusal';
import { freePort } from '../../support/storages/unprivileged';
import { newBucket, SWIFT_KEYS } from '../../support/storages/swift';

const swift = inject('storages')?.swift ?? '';

async function refused(address: string, secrets: Parameters<typeof openBlobs>[1] = SWIFT_KEYS): Promise<string> {
  const error: unknown = await openBlobs(address, secrets).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StartRefused);
  return (error as StartRefused).message; // see the line above
}

test('does not start without a bucket that it may use, and says why in one sentence', async () => {
  const address = await newBucket(swift);
  expect(await refused(address.replace('//b-', '//c-'))).toBe(
    "The bucket can't be used: the store of bytes answered 404.",
  );
  expect(await refused(address, { ...SWIFT_KEYS, AWS_SECRET_ACCESS_KEY: 'wrong' })).toBe(
    "The bucket can't be used: the store of bytes answered 403.",
  );
  expect(await refused(`s3://bucket?endpoint=http://127.0.0.1:${await freePort()}`)).toBe(
    "The bucket can't be reached (ECONNREFUSED).",
  );
  expect(await refused(address, {})).toContain('AWS_ACCESS_KEY_ID');
  expect(await refused('ftp://bucket')).toBe('BLOB_STORE is disk:<folder> or s3://<bucket>?endpoint=<url>.');
});
