import { keepCanonicalText } from '../base/json.js'
import type { ArraySpec } from '../graph/spec.js'

/** Different parts that are remembered: those of a few sets of files. */
const mostParts = 256

const parts = new Map<string, object>()

/** An equal object that was met before, where there is one; the same one to all that ask. */
function interned<T extends object>(value: T): T {
  const text = JSON.stringify(value)
  const known = parts.get(text)
  if (known !== undefined) return known as T
  parts.set(text, value)
  keepCanonicalText(value)
  if (parts.size > mostParts) parts.delete(parts.keys().next().value as string)
  return value
}

/** A spec whose parts are those of specs like it: thousands of files of one kind hold their CRS, bands and attributes once, in each thread too. */
export function internedSpec(spec: ArraySpec): ArraySpec {
  const { geobox } = spec
  const crs = geobox?.crs ?? null
  // A grid without a CRS of its own is left as it is: others may know it by identity.
  const placed = geobox === null || crs === null ? geobox : { ...geobox, crs: interned(crs) }
  const { dims, shape, chunks, coords, bands, attrs } = spec
  return {
    ...spec,
    dims: interned(dims),
    shape: interned(shape),
    chunks: interned(chunks),
    geobox: placed,
    coords: interned(coords),
    bands: interned(bands),
    attrs: interned(attrs),
  }
}
