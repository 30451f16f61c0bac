import type { TypedArray } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import { resizeGeoBox } from '../geo/geobox.js'
import type { LazyNode } from '../graph/graph.js'
import type { ArraySpec } from '../graph/spec.js'
import { applyOp } from './apply.js'
import { atOverview } from './coarse-graph.js'
import { computed, type DataArray, nodeOf, wrapped } from './data-array.js'
import type { RunOptions } from './run.js'

/** Pixels of a plane in few enough rows and columns for a picture, north up and east right. */
export interface Plane {
  readonly spec: ArraySpec
  readonly rows: number
  readonly columns: number
  readonly values: TypedArray
  readonly valid: Uint8Array | null
}

/** The size that a picture of an array has at most. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/**
 * Reads arrays of two dims in one run, each in at most so many pixels: through overviews of their sources, and what is still too fine by
 * averages (classes and bits: nearest pixels).
 */
export async function readPlanes(arrays: readonly DataArray[], size: PictureSize, run: RunOptions | undefined): Promise<Plane[]> {
  const small: DataArray[] = []
  for (const array of arrays) small.push(wrapped(narrowed(await atOverview(nodeOf(array), size.width, size.height), size)))
  const made = await computed(small, { ...run })
  return made.map(upright)
}

/** A node in at most so many columns and rows. */
export function narrowed(node: LazyNode, { width, height }: PictureSize): LazyNode {
  const [rows, columns] = node.spec.shape.slice(-2) as [number, number]
  if (columns <= width && rows <= height) return node
  const { geobox, categorical } = node.spec
  if (geobox === null) return thinned(node, Math.ceil(rows / height), Math.ceil(columns / width))
  const box = resizeGeoBox(geobox, Math.min(columns, width), Math.min(rows, height)) as unknown as JsonObject
  const resampled = (resampling: string): LazyNode => applyOp('resample', { geobox: box, resampling }, [node])
  if (categorical) return resampled('near')
  try {
    return resampled('average')
  } catch (error) {
    // Bit fields are not averaged.
    if (error instanceof UsageError) return resampled('near')
    throw error
  }
}

/** Every so manieth row and column of an array without a grid. */
function thinned(node: LazyNode, stepY: number, stepX: number): LazyNode {
  const { dims, shape } = node.spec
  const every = (at: number, step: number): JsonObject => ({ start: 0, stop: shape[at] as number, step })
  const [rows, columns] = [dims.length - 2, dims.length - 1]
  return applyOp('isel', { indexers: { [dims[rows] as string]: every(rows, stepY), [dims[columns] as string]: every(columns, stepX) } }, [
    node,
  ])
}

/** Pixels in memory with the first row in the north, and the first column in the west. */
function upright(array: DataArray): Plane {
  const { spec } = nodeOf(array)
  const [rows, columns] = spec.shape as [number, number]
  const { values, valid } = array
  const flipX = (spec.geobox?.affine.a ?? 1) < 0 && spec.geobox?.affine.b === 0
  const flipY = (spec.geobox?.affine.e ?? -1) > 0 && spec.geobox?.affine.b === 0
  if (!flipX && !flipY) return { spec, rows, columns, values, valid }
  const from = (at: number): number => {
    const [row, column] = [Math.floor(at / columns), at % columns]
    return (flipY ? rows - 1 - row : row) * columns + (flipX ? columns - 1 - column : column)
  }
  const turned = values.slice() as TypedArray
  for (let at = 0; at < values.length; at++) turned[at] = values[from(at)] as never
  return { spec, rows, columns, values: turned, valid: valid === null ? null : valid.map((_, at) => valid[from(at)] as number) }
}
