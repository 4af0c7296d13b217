import type { Undo } from '../foundation/lifetime';

/** What is done with files that are pasted or dropped. */
export interface FileListener {
  onFiles(files: readonly File[]): void;
  /** Files are being held above the zone, or no longer. */
  onHovering(isAbove: boolean): void;
}

const TYPES = ['paste', 'dragenter', 'dragover', 'dragleave', 'drop'];

/** Listens for files in a zone, by the native names of the events and as `cl-<type>` when the firewall took them from the host. */
export function listenForFiles(zone: EventTarget, { onFiles, onHovering }: FileListener): Undo {
  const listener = (event: Event): void => {
    const native: unknown = event instanceof CustomEvent ? event.detail : event;
    const transfer =
      native instanceof ClipboardEvent
        ? native.clipboardData
        : native instanceof DragEvent
          ? native.dataTransfer
          : null;
    if (!(native instanceof Event) || !transfer?.types.includes('Files')) return;
    const isOver = native.type === 'dragenter' || native.type === 'dragover';
    onHovering(isOver);
    if (native.type === 'dragleave') return;
    native.preventDefault();
    if (!isOver) onFiles([...transfer.files]);
  };
  const names = TYPES.flatMap((type) => [type, `cl-${type}`]);
  for (const name of names) zone.addEventListener(name, listener);
  return () => {
    for (const name of names) zone.removeEventListener(name, listener);
  };
}
