/** A picture that was made on the device: pixels only, no metadata. */
export interface Picture {
  readonly bytes: ArrayBuffer;
  readonly type: 'image/png' | 'image/webp' | 'image/jpeg';
  /** Pixels of the picture itself. */
  readonly width: number;
  readonly height: number;
  /** What could not be drawn. */
  readonly gaps: readonly string[];
}
