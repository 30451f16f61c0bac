import { chunkGrid } from '../../array/chunk-grid.js'
import type { Dtype } from '../../base/dtype.js'
import { GridError, UsageError } from '../../base/errors.js'
import { type JsonObject, jsonText } from '../../base/json.js'
import { type GeoBox, parseGeoBox } from '../../geo/geobox.js'
import { periodOf } from '../../geo/geobox-turn.js'
import { type ArraySpec, plainBand } from '../../graph/spec.js'

/** The grid that an op without inputs makes pixels on, and its chunks: rows and columns. */
export type GridParams = { readonly geobox: GeoBox & JsonObject; readonly chunk: readonly number[] }

/** Reads a grid and its chunks; 512 x 512 where none are given. Throws `E_USAGE`, `E_GRID`. */
export function parseGrid(op: string, { geobox, chunk = [512, 512] }: JsonObject): GridParams {
  if (geobox === undefined) throw new GridError(`${op}: geobox is missing: give the grid to fill`)
  const isChunk = Array.isArray(chunk) && chunk.length === 2 && chunk.every((each) => Number.isSafeInteger(each) && (each as number) > 0)
  if (!isChunk) throw new UsageError(`${op}: chunk is ${jsonText(chunk)}; give rows and columns`)
  return { geobox: parseGeoBox(geobox) as GridParams['geobox'], chunk: chunk as readonly number[] }
}

/** The spec of an array over a grid about which nothing else is said. */
export function specOnGrid({ geobox, chunk }: GridParams, dtype: Dtype, categorical: boolean): ArraySpec {
  const shape = [geobox.height, geobox.width]
  const extents = chunk.map((each, at) => Math.max(1, Math.min(each, shape[at] as number)))
  return {
    dims: ['y', 'x'],
    shape,
    dtype,
    chunks: chunkGrid(shape, extents),
    geobox,
    periodX: periodOf(geobox),
    coords: { y: { kind: 'affine' }, x: { kind: 'affine' } },
    bands: [plainBand],
    categorical,
    moved: false,
    name: null,
    attrs: {},
  }
}
