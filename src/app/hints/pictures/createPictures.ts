import type { HintPicture } from '../../../delivery';
import type { Clock } from '../../../foundation/clock';
import type { Lifetime } from '../../../foundation/lifetime';
import { fail } from '../../../foundation/result';
import type { HintPictures, Picture } from '../../../hints';
import type { PersonPorts } from '../personPorts';
import { decodePicture } from './decodePicture';
import { createPictureStore } from './pictureStore';

/** What pictures are brought with. */
export interface PicturesOptions extends Pick<PersonPorts, 'ask' | 'space'> {
  readonly clock: Clock;
  /** Default: the browser does. */
  readonly decode?: typeof decodePicture;
}

/** Longest that a hint waits for its picture. Milliseconds. */
const WAIT_MS = 3000;

/** Creates what brings pictures of one person's hints. What is late is kept for the next showing. */
export function createPictures({ ask, space, clock, decode = decodePicture }: PicturesOptions): HintPictures {
  const store = createPictureStore(space.database);
  const fetched = async (asset: string): Promise<HintPicture | undefined> => {
    const answer = await ask(async (backend, call) => backend.hintAsset?.(asset, call) ?? fail(NONE));
    if (!answer.ok) return undefined;
    await store.keep(asset, answer.value);
    return answer.value;
  };
  return {
    async bring({ all, first }, life) {
      const here = new Map<string, Picture>();
      const given = new Map<string, Picture | undefined>();
      const one = async (asset: string): Promise<void> => {
        const found = (await store.picture(asset)) ?? (await fetched(asset));
        const picture = found && !life.hasEnded ? await decode(found, life) : undefined;
        if (picture) here.set(asset, picture);
      };
      const coming = new Map(all.map((asset) => [asset, one(asset).catch(() => undefined)]));
      await inTime(clock, coming.get(first ?? ''), life);
      return (asset) => {
        if (!given.has(asset)) given.set(asset, here.get(asset));
        return given.get(asset);
      };
    },
  };
}

/** This backend has no pictures: words only. */
const NONE = { code: 'not-found', message: 'This backend has no pictures.', status: 404, retryable: false };

/** Waits no longer than a person would, and not after the end. */
const inTime = (clock: Clock, coming: Promise<void> | undefined, life: Lifetime): Promise<void> =>
  new Promise((resolve) => {
    const stop = clock.after(WAIT_MS, resolve);
    life.add(stop);
    life.add(resolve);
    void (coming ?? Promise.resolve()).then(() => {
      stop();
      resolve();
    });
  });
