/** Gives the address of what a picture, canvas or video shows now; nothing when the browser does not let us read it. */
export const sourceOf = (element: Element): string | undefined => holdSource(element)?.();

/**
 * Holds what a picture, canvas or video shows now, to read it later: a canvas may change and a video plays on, so their pixels
 * are taken at once. Nothing for what has no pixels.
 */
export function holdSource(element: Element): (() => string | undefined) | undefined {
  if (element.localName === 'img') {
    const { currentSrc } = element as HTMLImageElement; // by its name
    return currentSrc ? () => currentSrc : undefined;
  }
  if (element.localName !== 'canvas' && element.localName !== 'video') return undefined;
  const held = pixelsOf(element as HTMLCanvasElement | HTMLVideoElement); // by its name
  return () => {
    try {
      return held.toDataURL();
    } catch {
      return undefined; // pixels of another origin, or nothing to draw
    }
  };
}

function pixelsOf(element: HTMLCanvasElement | HTMLVideoElement): HTMLCanvasElement {
  const canvas = element.ownerDocument.createElement('canvas');
  canvas.width = 'videoWidth' in element ? element.videoWidth : element.width;
  canvas.height = 'videoHeight' in element ? element.videoHeight : element.height;
  if (canvas.width > 0 && canvas.height > 0) canvas.getContext('2d')?.drawImage(element, 0, 0);
  return canvas;
}
