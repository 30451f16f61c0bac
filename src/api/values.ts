import { chunkGrid } from '../array/chunk-grid.js'
import { dtypes, type Element, isBigInt, type TypedArray, viewOf } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import { scalarFromJson } from '../base/scalar.js'
import { rowBands } from '../formats/memory/runs.js'
import { memorySource } from '../formats/memory/source.js'
import type { LazyNode } from '../graph/graph.js'
import type { ArraySpec } from '../graph/spec.js'
import { applyOp } from './apply.js'
import { holdAsset, putAsset } from './registry.js'

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

/**
 * Puts pixels into the asset store and makes the source node that reads them. Pixels are copied; the ones answered are views of the asset.
 * `mask` (1 valid, 0 invalid) decides alone; where it is null, nodata values and NaN are invalid.
 */
export function inMemory(spec: ArraySpec, values: TypedArray, mask: Uint8Array | null): InMemory {
  const bytes = new Uint8Array(values.byteLength + (mask?.length ?? 0))
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  if (mask !== null) bytes.set(mask, values.byteLength)
  return fromAsset(spec, bytes, values.length, mask !== null)
}

/** The array in an asset: elements, then a byte of mask for each where `masked`. */
function fromAsset(spec: ArraySpec, bytes: Uint8Array, count: number, masked: boolean): InMemory {
  const chunks = chunkGrid(spec.shape, rowBands(spec.shape, dtypes[spec.dtype].bytes))
  const { chunks: _chunks, ...said } = spec
  const params = {
    format: memorySource.name,
    uri: `asset:${putAsset(bytes)}`,
    options: { ...said, mask: masked } as unknown as JsonObject,
    spec: { ...spec, chunks } as unknown as JsonObject,
  }
  const kept = viewOf(spec.dtype, bytes.buffer, bytes.byteOffset, count)
  const valid = masked ? bytes.subarray(kept.byteLength) : validityOf(spec, kept)
  const node = applyOp('source', params as Json, [])
  holdAsset(node, bytes)
  return { node, pixels: { values: kept, valid } }
}

/**
 * Computed pixels as an array in memory, which takes the pixels over. `mask` null means that all are valid, also those that equal the
 * declared nodata value.
 */
export function computedInMemory(spec: ArraySpec, values: TypedArray, mask: Uint8Array | null): InMemory {
  if (mask === null && validityOf(spec, values) === null) {
    return fromAsset(spec, new Uint8Array(values.buffer, values.byteOffset, values.byteLength), values.length, false)
  }
  return inMemory(spec, values, mask ?? new Uint8Array(values.length).fill(1))
}

/** Which pixels are neither NaN nor their band's nodata value; null where none is. */
function validityOf(spec: ArraySpec, values: TypedArray): Uint8Array | null {
  const nodata = spec.bands.map((band) => (band.nodata === null ? null : scalarFromJson(band.nodata, spec.dtype)))
  const dim = spec.dims.indexOf('band')
  const inner = dim < 0 ? values.length : spec.shape.slice(dim + 1).reduce((product, extent) => product * extent, 1)
  let valid: Uint8Array | null = null
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as Element
    if (value === value && value !== nodata[Math.floor(at / inner) % nodata.length]) continue
    valid ??= new Uint8Array(values.length).fill(1)
    valid[at] = 0
  }
  return valid
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
