import { createModel, effect, signal } from '@preact/signals-core';
import type { Id } from '../foundation/id';
import type { ByteStore } from './ports';

/** A picture that can be shown: its `blob:` address, or `gone` when the device no longer has the bytes. */
export type Preview = string | 'gone';

/** Addresses of attachments that are on screen. All end with the model. */
export const PreviewsModel = createModel((bytes: Pick<ByteStore, 'get'>) => {
  const urls = signal<ReadonlyMap<string, Preview>>(new Map());
  let hasEnded = false;

  const set = (id: Id, preview: Preview): Preview => {
    if (hasEnded && preview !== 'gone') URL.revokeObjectURL(preview);
    else urls.value = new Map(urls.peek()).set(id, preview);
    return preview;
  };
  const revoke = (preview: Preview | undefined): void => {
    if (preview !== undefined && preview !== 'gone') URL.revokeObjectURL(preview);
  };
  effect(() => () => {
    hasEnded = true;
    urls.peek().forEach(revoke);
  });

  return {
    urls,
    /** Shows bytes that were made just now. */
    keep: (id: Id, blob: Blob): void => void set(id, URL.createObjectURL(blob)),
    /** Shows an attachment from what the device kept. Gives its address; nothing when its bytes are gone. */
    async show({ id, type }: { readonly id: Id; readonly type: string }): Promise<string | undefined> {
      const known = urls.peek().get(id);
      if (known !== undefined) return known === 'gone' ? undefined : known;
      const found = await bytes.get(id);
      const kept = found.ok ? found.value : undefined;
      const raced = urls.peek().get(id); // another view asked for it meanwhile
      const preview = raced ?? set(id, kept ? URL.createObjectURL(new Blob([kept], { type })) : 'gone');
      return preview === 'gone' ? undefined : preview;
    },
    drop(id: Id): void {
      const next = new Map(urls.peek());
      revoke(next.get(id));
      next.delete(id);
      urls.value = next;
    },
  };
});
