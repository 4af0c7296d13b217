import type { BlobStore } from '../ports';
import { createDiskBlobs } from './diskBlobs';
import { StartRefused } from './refusal';
import { openS3Blobs } from './s3Blobs';
import type { S3Place } from './s3Requests';

/** What the S3 adapter reads beside the address, as every S3 tool does. */
export type S3Secrets = Readonly<
  Partial<Record<'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY' | 'AWS_SESSION_TOKEN', string>>
>;

/** Opens `disk:<folder>` or `s3://<bucket>?endpoint=<url>&region=<name>`. */
export async function openBlobs(address: string, secrets: S3Secrets): Promise<BlobStore> {
  if (address.startsWith('disk:')) return createDiskBlobs(address.slice('disk:'.length));
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 's3:' || url.host === '')
    throw new StartRefused('BLOB_STORE is disk:<folder> or s3://<bucket>?endpoint=<url>.');
  const region = url.searchParams.get('region') ?? 'us-east-1';
  const endpoint = url.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  return openS3Blobs({ endpoint, bucket: url.host, region, ...keysIn(secrets) });
}

function keysIn(secrets: S3Secrets): Pick<S3Place, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'> {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: token } = secrets;
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new StartRefused('For s3:// the keys are needed: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
  return { accessKeyId, secretAccessKey, ...(token !== undefined && { sessionToken: token }) };
}
