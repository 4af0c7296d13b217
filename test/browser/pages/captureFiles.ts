import { cleanPicture } from '../../../src/capture/browser/cleanPicture';
import { listenForFiles } from '../../../src/ui/listenForFiles';

/** What the tests ask about files on a page. */
export interface CaptureFiles {
  /** A picture as bytes, drawn with two colours. */
  draw(type: string): Promise<readonly number[]>;
  /** Draws it anew; gives the bytes and size, or the code of the problem. */
  clean(
    bytes: readonly number[],
    wanted: { readonly type: string; readonly mostBytes: number },
  ): Promise<{ readonly bytes: readonly number[]; readonly size: readonly number[]; readonly code: string }>;
  /** Pastes or drops in the zone; gives the names of the files that arrived. */
  arrive(
    type: 'paste' | 'drop' | 'cl-paste',
    content: 'file' | 'text',
  ): { readonly names: readonly string[]; readonly wasTaken: boolean };
}

const transferOf = (content: 'file' | 'text'): DataTransfer => {
  const transfer = new DataTransfer();
  if (content === 'file') transfer.items.add(new File(['x'], 'foto.png', { type: 'image/png' }));
  else transfer.setData('text/plain', 'woorden');
  return transfer;
};

const files: CaptureFiles = {
  async draw(type) {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [64, 40];
    const pen = canvas.getContext('2d');
    pen?.fillRect(0, 0, 32, 40);
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made ?? new Blob()), type));
    return [...new Uint8Array(await blob.arrayBuffer())];
  },
  async clean(bytes, wanted) {
    const cleaned = await cleanPicture(Uint8Array.from(bytes).buffer, wanted);
    return cleaned.ok
      ? { bytes: [...new Uint8Array(cleaned.value.bytes)], size: cleaned.value.pixels, code: '' }
      : { bytes: [], size: [], code: cleaned.problem.code };
  },
  arrive(type, content) {
    const names: string[] = [];
    const zone = document.createElement('div');
    const stop = listenForFiles(zone, {
      onFiles: (found) => names.push(...found.map(({ name }) => name)),
      onHovering: () => undefined,
    });
    const kind = type.replace('cl-', '');
    const native =
      kind === 'paste'
        ? new ClipboardEvent('paste', { clipboardData: transferOf(content), cancelable: true })
        : new DragEvent('drop', { dataTransfer: transferOf(content), cancelable: true });
    zone.dispatchEvent(type.startsWith('cl-') ? new CustomEvent(type, { detail: native }) : native);
    stop();
    return { names, wasTaken: native.defaultPrevented };
  },
};

Object.assign(globalThis, { files });
