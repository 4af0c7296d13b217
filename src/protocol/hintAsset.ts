/** What a picture of a hint may be: it stands in a card of 360 px. */
export const HINT_ASSET_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
/** The largest picture of a hint. */
export const HINT_ASSET_BYTES = 500_000;

/** The path of a picture of a hint, below `paths.root()`: apart, for the few who ask for one. */
export const hintAssetPath = (asset: string): string => `/hints/assets/${encodeURIComponent(asset)}`;
