/** What the address asks the gallery to show. */
export interface Look {
  readonly scene: string | undefined;
  readonly state: string | undefined;
  readonly locale: string;
  readonly scheme: 'auto' | 'light' | 'dark';
  /** Width of the stage in CSS px; the window's when it is left out. */
  readonly width: number | undefined;
}

const SCHEMES = ['light', 'dark'] as const;

/** Reads `?scene=button&state=busy&locale=nl&scheme=dark&width=320`. */
export function readLook(address: URLSearchParams): Look {
  const scheme = SCHEMES.find((one) => one === address.get('scheme')) ?? 'auto';
  const width = Number(address.get('width')) || undefined;
  return {
    scene: address.get('scene') ?? undefined,
    state: address.get('state') ?? undefined,
    locale: address.get('locale') ?? 'nl',
    scheme,
    width,
  };
}

/** Writes an address that shows `look` with some of it changed. */
export function addressOf(look: Look, change: Partial<Look>): string {
  const wanted = Object.entries({ ...look, ...change }).filter(([, value]) => value !== undefined && value !== 'auto');
  return `?${new URLSearchParams(wanted.map(([name, value]) => [name, String(value)])).toString()}`;
}
