/** The zarrita library, for Zarr stores that rasterloom does not cover. Loaded on the first call: notebooks cannot import it by name. */
export function loadZarrita(): Promise<typeof import('zarrita')> {
  return import('zarrita')
}
