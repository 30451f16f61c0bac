import { chunkGrid } from '../../src/array/chunk-grid.js'
import type { Crs } from '../../src/geo/crs.js'
import { type ArraySpec, plainBand } from '../../src/graph/spec.js'

/** UTM 33 north. */
export const utm33: Crs = {
  epsg: 32633,
  name: 'WGS 84 / UTM zone 33N',
  proj: '+proj=utm +zone=33 +datum=WGS84 +units=m +no_defs',
  kind: 'projected',
  metresPerUnit: 1,
  wkt: null,
}

/** A spec for tests: dims (band,) y, x with some defaults, changed as asked. */
export function testSpec(changes: Partial<ArraySpec> & Pick<ArraySpec, 'dims' | 'shape'>): ArraySpec {
  const height = changes.shape[changes.dims.indexOf('y')] ?? 1
  const width = changes.shape[changes.dims.indexOf('x')] ?? 1
  const bands = changes.dims.includes('band') ? (changes.shape[changes.dims.indexOf('band')] as number) : 1
  return {
    dtype: 'uint16',
    chunks: chunkGrid(changes.shape, changes.shape),
    geobox: changes.dims.includes('x') ? { width, height, affine: { a: 10, b: 0, c: 399960, d: 0, e: -10, f: 5200020 }, crs: utm33 } : null,
    periodX: null,
    coords: changes.dims.includes('x') ? { y: { kind: 'affine' }, x: { kind: 'affine' } } : {},
    bands: Array.from({ length: bands }, () => plainBand),
    categorical: false,
    moved: false,
    name: null,
    attrs: {},
    ...changes,
  }
}
