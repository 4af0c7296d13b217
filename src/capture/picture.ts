/** A picture that was made on the device: pixels only, no metadata. */
export interface Picture {
  readonly bytes: ArrayBuffer;
  readonly type: 'image/png' | 'image/webp';
  /** CSS pixels of what it shows. */
  readonly width: number;
  readonly height: number;
  /** What could not be drawn. */
  readonly gaps: readonly string[];
}
