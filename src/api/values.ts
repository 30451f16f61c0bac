import { chunkGrid } from '../array/chunk-grid.js'
import { allocate, dtypes, type Element, isBigInt, type TypedArray } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import { rowBands } from '../formats/memory/runs.js'
import { memorySource } from '../formats/memory/source.js'
import type { LazyNode } from '../graph/graph.js'
import type { ArraySpec } from '../graph/spec.js'
import { applyOp } from './apply.js'
import { putAsset } from './registry.js'

/** Pixels in memory, C order. `valid` holds 1 where a pixel is valid, 0 where not; null where all are. */
export interface Values {
  readonly values: TypedArray
  readonly valid: Uint8Array | null
}

/** An array in memory: its node, so that chains go on, and its pixels. */
export interface InMemory {
  readonly node: LazyNode
  readonly pixels: Values
}

/** Puts pixels into the asset store and makes the source node that reads them. The pixels are copied; the ones answered are views of the asset. */
export function inMemory(spec: ArraySpec, { values, valid }: Values): InMemory {
  const mask = valid ?? maskWhereNeeded(spec, values)
  const bytes = new Uint8Array(values.byteLength + (mask?.length ?? 0))
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  if (mask !== null) bytes.set(mask, values.byteLength)
  const stored = { ...spec, chunks: chunkGrid(spec.shape, rowBands(spec.shape, dtypes[spec.dtype].bytes)) }
  const { chunks: _chunks, ...said } = stored
  const params = {
    format: memorySource.name,
    uri: `asset:${putAsset(bytes)}`,
    options: { ...said, mask: mask !== null } as unknown as JsonObject,
    spec: stored as unknown as JsonObject,
  }
  const held = allocate(spec.dtype, 0).constructor as new (buffer: ArrayBufferLike, offset: number, length: number) => TypedArray
  return {
    node: applyOp('source', params as Json, []),
    pixels: {
      values: new held(bytes.buffer, 0, values.length),
      valid: mask === null ? null : new Uint8Array(bytes.buffer, values.byteLength, mask.length),
    },
  }
}

/** All pixels are valid, but some equal the declared nodata value or are NaN: only a mask can say so. Null where none is needed. */
function maskWhereNeeded(spec: ArraySpec, values: TypedArray): Uint8Array | null {
  if (spec.bands.every(({ nodata }) => nodata === null) || values.length === 0) return null
  const special = new Set(spec.bands.map(({ nodata }) => Number(nodata ?? Number.NaN)))
  for (let i = 0; i < values.length; i++) if (special.has(Number(values[i]))) return new Uint8Array(values.length).fill(1)
  return null
}

/** The values with another one wherever a pixel is invalid; a copy. Throws `E_USAGE` for a value of another kind (bigint or not). */
export function filled(dtype: ArraySpec['dtype'], { values, valid }: Values, value: Element): TypedArray {
  if (isBigInt(dtype) !== (typeof value === 'bigint')) {
    throw new UsageError(
      `filled: ${value} is a ${typeof value}, the array is ${dtype}: give a ${isBigInt(dtype) ? 'bigint, as 0n' : 'number'}`,
    )
  }
  const copy = values.slice()
  if (valid !== null) for (let i = 0; i < valid.length; i++) if (valid[i] === 0) copy[i] = value as never
  return copy
}
