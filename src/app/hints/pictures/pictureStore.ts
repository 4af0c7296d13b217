import type { HintPicture } from '../../../delivery';
import type { OwnerDatabase } from '../../../storage';

/** In `meta`, in clear, as the words are: what is published to everybody says nothing of a person. */
const LIST = 'hints.pictures';
const PICTURES = 'hints.picture/';
/** What one device keeps for one person; the oldest go. */
const MOST_PICTURES = 40;
const MOST_BYTES = 10_000_000;

interface Listed {
  readonly asset: string;
  readonly size: number;
}

/** Pictures that the device keeps. A device that refuses keeps nothing, and is asked again. */
export interface PictureStore {
  picture(asset: string): Promise<HintPicture | undefined>;
  keep(asset: string, picture: HintPicture): Promise<void>;
}

/** Creates what keeps pictures in the person's own database. They never change under their name. */
export function createPictureStore(database: Pick<OwnerDatabase, 'store'>): PictureStore {
  const meta = database.store('meta');
  let last: Promise<void> = Promise.resolve();
  const write = async (asset: string, { type, bytes }: HintPicture): Promise<void> => {
    const found = await meta.get<readonly Listed[]>(LIST); // put there below
    const before = (found.ok ? found.value : undefined) ?? [];
    const list = fitting([{ asset, size: bytes.byteLength }, ...before.filter((one) => one.asset !== asset)]);
    await meta.setMany([
      [LIST, list],
      [PICTURES + asset, { type, bytes }],
    ]);
    const listed = new Set(list.map((one) => PICTURES + one.asset));
    const keys = await meta.keys(PICTURES);
    if (keys.ok) await meta.removeMany(keys.value.filter((key) => !listed.has(key)));
  };
  return {
    async picture(asset) {
      const found = await meta.get<HintPicture>(PICTURES + asset); // put there below
      return found.ok ? found.value : undefined;
    },
    /** One after another: each adds itself to the list. Two tabs at once may lose one, which then comes again. */
    keep: (asset, picture) => (last = last.then(() => write(asset, picture))),
  };
}

/** As many as there is room for, newest first. */
function fitting(list: readonly Listed[]): readonly Listed[] {
  const sums = list.map((_, at) => list.slice(0, at + 1).reduce((sum, { size }) => sum + size, 0));
  return list.filter((_, at) => at < MOST_PICTURES && (sums[at] ?? 0) <= MOST_BYTES);
}
