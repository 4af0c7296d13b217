import { createReadStream } from 'node:fs';
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import { S3Trouble } from './s3Trouble';

/** A bucket, and who asks. */
export interface S3Place {
  /** Where the API answers, without the bucket: it is always the first part of the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** After this long without a byte it counts as away. Default: less than a sender waits for its answer. */
  readonly silentMs?: number;
}

/** One request. Every one of them may be repeated: a key is written once, with known content. */
export interface S3Request {
  readonly method: 'PUT' | 'GET' | 'HEAD' | 'DELETE';
  /** Of the object; empty for the bucket. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** A file that is the body. */
  readonly file?: string;
}

/** Hex of the SHA-256 of nothing. */
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const TRIES = 4;
const FIRST_PAUSE_MS = 100;
const SILENT_MS = 10_000;

/** Gives what sends signed requests, again where a repeat may help. The answer's body is still to be read. */
export function createS3Requests(place: S3Place): (request: S3Request) => Promise<IncomingMessage> {
  return async (request) => {
    for (let number = 1; ; number += 1) {
      const answer = await once(place, request).catch((error: unknown) => {
        if (number === TRIES || error instanceof S3Trouble) throw error;
        return undefined;
      });
      if (answer !== undefined && (number === TRIES || !mayBeBetterLater(answer))) return answer;
      answer?.resume();
      await pause(FIRST_PAUSE_MS * 2 ** number * Math.random());
    }
  };
}

const mayBeBetterLater = ({ statusCode = 0 }: IncomingMessage): boolean => statusCode >= 500 || statusCode === 429;

async function once(
  place: S3Place,
  { method, key, query = {}, headers = {}, file }: S3Request,
): Promise<IncomingMessage> {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey, sessionToken, silentMs = SILENT_MS } = place;
  const url = new URL(`${endpoint.replace(/\/$/, '')}/${bucket}${key === '' ? '' : `/${key}`}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const signed = await new AwsV4Signer({
    method,
    url: url.href,
    headers: { 'x-amz-content-sha256': EMPTY_SHA256, ...headers },
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    ...(sessionToken !== undefined && { sessionToken }),
  }).sign();
  return send(url, { method, headers: Object.fromEntries(signed.headers), timeout: silentMs }, file);
}

function send(url: URL, options: RequestOptions, file: string | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, options, resolve);
    sent.once('error', reject);
    sent.once('timeout', () => sent.destroy(new S3Trouble('away', 'The store of bytes does not answer'))); // not asked again: whoever waits for us would be gone
    if (file === undefined) sent.end();
    else
      createReadStream(file)
        .once('error', (error) => sent.destroy(error))
        .pipe(sent);
  });
}

/** The body of a small answer. */
export const bodyOf = (answer: IncomingMessage): Promise<string> => text(answer);
