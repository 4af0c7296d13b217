import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { BlobStore } from '../ports';
import { safeKey } from './blobKeys';
import { StartRefused } from './refusal';
import { bodyOf, createS3Requests, type S3Place, type S3Request } from './s3Requests';
import { S3Trouble } from './s3Trouble';

/** Opens a bucket of any S3 API, or throws `StartRefused` when it can't be used. */
export async function openS3Blobs(place: S3Place): Promise<BlobStore> {
  const request = createS3Requests(place);
  const { statusCode } = await request({ method: 'HEAD', key: '' }).catch((error: unknown) => {
    throw new StartRefused(`The bucket can't be reached (${String((error as NodeJS.ErrnoException).code)}).`); // errors of a connection have a code
  });
  if (statusCode !== 200)
    throw new StartRefused(`The bucket can't be used: the store of bytes answered ${statusCode}.`);
  return createS3Blobs(place);
}

/**
 * Keeps bytes as objects, one whole object per key. What arrives there is compared with the hashes of the file by the store itself,
 * before it answers. Only PUT, GET, HEAD, DELETE and listing are used: every S3 API has those.
 */
export function createS3Blobs(place: S3Place): BlobStore {
  const request = createS3Requests(place);
  const good = async (asked: S3Request, statuses: readonly number[]): Promise<IncomingMessage> => {
    const answer = await request({ ...asked, key: asked.key === '' ? '' : safeKey(asked.key) });
    if (statuses.includes(answer.statusCode ?? 0)) return answer;
    throw await refusalOf(asked, answer);
  };

  return {
    async put(key, file) {
      const { size, sha256, md5 } = await hashesOf(file);
      const headers = { 'content-length': String(size), 'content-md5': md5, 'x-amz-content-sha256': sha256 };
      (await good({ method: 'PUT', key, headers, file }, [200])).resume();
      await rm(file);
    },
    get: (key, range) =>
      good({ method: 'GET', key, headers: range === undefined ? {} : { range: `bytes=${range.start}-${range.end}` } }, [
        range === undefined ? 200 : 206,
      ]),
    async head(key) {
      const { statusCode, headers } = (await good({ method: 'HEAD', key }, [200, 404])).resume();
      return statusCode === 404 ? undefined : Number(headers['content-length']);
    },
    async delete(key) {
      (await good({ method: 'DELETE', key }, [204, 200, 404])).resume();
    },
    async list(prefix) {
      const keys: string[] = [];
      for (let token: string | undefined = ''; token !== undefined;) {
        const query = {
          'list-type': '2',
          prefix: `${safeKey(prefix)}/`,
          ...(token !== '' && { 'continuation-token': token }),
        };
        const page = await bodyOf(await good({ method: 'GET', key: '', query }, [200]));
        keys.push(...[...page.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key)); // our keys need no entities
        token = /<NextContinuationToken>([^<]+)</.exec(page)?.[1];
      }
      return keys.sort();
    },
  };
}

/** Room that is used up: by status, or by a name that only some stores have for a quota (Ceph, MinIO, Swift). */
const FULL_STATUS = 507;
const FULL_NAMES = /<Code>[^<]*(Quota|StorageFull|InsufficientCapacity)[^<]*<\/Code>/;

/** What an answer means that was not hoped for. An object that should be there and is not is no trouble of the moment. */
async function refusalOf({ method, key }: S3Request, answer: IncomingMessage): Promise<Error> {
  const { statusCode = 0 } = answer;
  const said = `The store of bytes answered ${statusCode} to ${method}`;
  const body = await bodyOf(answer).catch(() => ''); // cut off: the status was said
  if (statusCode === 404 && method === 'GET' && key !== '') return new Error(said);
  return new S3Trouble(statusCode === FULL_STATUS || FULL_NAMES.test(body) ? 'full' : 'away', said);
}

async function hashesOf(
  file: string,
): Promise<{ readonly size: number; readonly sha256: string; readonly md5: string }> {
  const [sha256, md5] = [createHash('sha256'), createHash('md5')];
  let size = 0;
  for await (const chunk of createReadStream(file)) {
    const bytes = chunk as Uint8Array; // a file without an encoding gives bytes
    size += bytes.byteLength;
    sha256.update(bytes);
    md5.update(bytes);
  }
  return { size, sha256: sha256.digest('hex'), md5: md5.digest('base64') };
}
