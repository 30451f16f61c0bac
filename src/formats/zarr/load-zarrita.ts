// The types are our own: zarrita's bring in those of numcodecs, which do not compile without skipLibCheck.

/** An array of zarrita's. */
export interface ZarritaArray {
  readonly kind: 'array'
  readonly path: string
  readonly shape: readonly number[]
  readonly chunks: readonly number[]
  readonly dtype: string
  readonly attrs: Readonly<Record<string, unknown>>
  getChunk(coordinates: readonly number[]): Promise<ZarritaPixels>
}

/** A group of zarrita's: `resolve` gives the place of what lies in it, for `open`. */
export interface ZarritaGroup {
  readonly kind: 'group'
  readonly path: string
  readonly attrs: Readonly<Record<string, unknown>>
  resolve(path: string): object
}

/** Pixels as zarrita gives them, in the order of their strides. */
export interface ZarritaPixels {
  readonly data: ArrayLike<unknown>
  readonly shape: readonly number[]
  readonly stride: readonly number[]
}

/** The zarrita library as far as it is typed here; all its other names are there too. */
export interface Zarrita {
  /** Opens what is at a store's root or at a place in it. */
  open(at: object, options: { readonly kind: 'array' }): Promise<ZarritaArray>
  open(at: object, options: { readonly kind: 'group' }): Promise<ZarritaGroup>
  open(at: object): Promise<ZarritaArray | ZarritaGroup>
  /** A store's root, as a place. */
  root(store: object): object
  /** Pixels of a selection: null for all of a dim, a position, or a slice. A selection of positions alone gives one value. */
  get(array: ZarritaArray, selection?: readonly (number | null | object)[]): Promise<ZarritaPixels>
  slice(start: number, stop?: number | null, step?: number | null): object
  readonly FetchStore: new (url: string | URL, options?: object) => object
  readonly [name: string]: unknown
}

/** The zarrita library, for Zarr stores that rasterloom does not cover. Loaded on the first call: notebooks cannot import it by name. */
export async function loadZarrita(): Promise<Zarrita> {
  return (await import('zarrita')) as unknown as Zarrita
}
