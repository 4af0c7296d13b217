/** Gives the address of what a picture, canvas or video shows now; nothing when the browser does not let us read it. */
export function sourceOf(element: Element): string | undefined {
  if (element.localName === 'img') return (element as HTMLImageElement).currentSrc || undefined; // by its name
  return element.localName === 'canvas' || element.localName === 'video'
    ? pixelsOf(element as HTMLCanvasElement | HTMLVideoElement)
    : undefined; // by its name
}

/** A canvas may change and a video plays on, so their pixels are taken at once. */
function pixelsOf(element: HTMLCanvasElement | HTMLVideoElement): string | undefined {
  try {
    const canvas = element.ownerDocument.createElement('canvas');
    canvas.width = 'videoWidth' in element ? element.videoWidth : element.width;
    canvas.height = 'videoHeight' in element ? element.videoHeight : element.height;
    canvas.getContext('2d')?.drawImage(element, 0, 0);
    return canvas.toDataURL();
  } catch {
    return undefined; // pixels of another origin, or nothing to draw
  }
}
