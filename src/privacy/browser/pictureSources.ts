/** Something that the picture needs and that is fetched only when it is drawn. */
export interface PictureSource {
  readonly kind: 'picture' | 'font';
  readonly url: string;
}

/** Collects what the copy refers to. In the copy stands a number, never an address. */
export interface PictureSources {
  readonly list: readonly PictureSource[];
  /** Adds a source and gives what stands for it in the copy. */
  add(source: PictureSource): string;
  /** The same for an asset of the interface; nothing for any other address. */
  interfaceSource(address: string, base: string): string | undefined;
  /** The name in the copy of an element that something refers to. */
  idFor(id: string): string;
  /** Names of elements that were referred to so far. */
  readonly ids: ReadonlyMap<string, string>;
}

/** What stands in the copy for a source. */
const placeholder = (index: number): string => `cl-source-${index}.`;

/** Creates an empty collection. `prefixes` are `privacy.interfaceAssets`; the relative ones count from `baseUrl`. Two collections in one copy differ in `idPrefix`. */
export function createPictureSources(prefixes: readonly string[], baseUrl: string, idPrefix = 'i'): PictureSources {
  const list: PictureSource[] = [];
  const ids = new Map<string, string>();
  const absolute = prefixes.flatMap((prefix) => resolveUrl(prefix, baseUrl) ?? []);
  const isAsset = (url: string): boolean =>
    absolute.some(
      (prefix) => url.startsWith(prefix) && (/\W$/.test(prefix) || /^(?![\w-])/.test(url.slice(prefix.length))),
    );

  const add = (source: PictureSource): string => {
    const known = list.findIndex(({ url }) => url === source.url);
    return placeholder(known < 0 ? list.push(source) - 1 : known);
  };

  return {
    list,
    ids,
    add,
    interfaceSource(address, base) {
      const url = resolveUrl(address, base);
      return url !== undefined && isAsset(url) ? add({ kind: 'picture', url }) : undefined;
    },
    idFor(id) {
      const name = ids.get(id) ?? `${idPrefix}${ids.size}`;
      ids.set(id, name);
      return name;
    },
  };
}

function resolveUrl(address: string, base: string): string | undefined {
  try {
    return new URL(address, base).href;
  } catch {
    return undefined;
  }
}
