import type { Failure, Result } from '../foundation/result';
import type { Id } from '../foundation/id';
import type { FrozenPage } from './moment/moment';
import type { Picture } from './picture';

/** Keeps the bytes of attachments on the device until they are sent. */
export interface ByteStore {
  put(id: Id, bytes: ArrayBuffer): Promise<Result<unknown>>;
  get(id: Id): Promise<Result<ArrayBuffer | undefined>>;
  remove(id: Id): Promise<Result<unknown>>;
}

/** Turns a frozen page into pixels. `browser/renderPage` is the real one. */
export type RenderPage = (
  page: FrozenPage,
  options?: { readonly revealed?: ReadonlySet<number> },
) => Promise<Result<Picture, Failure>>;

/** Draws a picture anew, so that nothing but its pixels is left. `browser/cleanPicture` is the real one. */
export type CleanPicture = (
  bytes: ArrayBuffer,
  wanted: { readonly type: string; readonly mostBytes: number },
) => Promise<Result<CleanedPicture, Failure>>;

/** A picture without metadata. Its type may differ from what was asked, where the browser cannot write that. */
export interface CleanedPicture {
  readonly bytes: ArrayBuffer;
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly pixels: readonly [width: number, height: number];
}
