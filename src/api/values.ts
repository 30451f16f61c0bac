import { chunkGrid } from '../array/chunk-grid.js'
import { dtypes, type Element, isBigInt, type TypedArray, viewOf } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import { scalarFromJson } from '../base/scalar.js'
import type { MemoryResult } from '../formats/memory/result.js'
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
  const kept = viewOf(spec.dtype, bytes.buffer, 0, values.length)
  const pixels = { values: kept, valid: mask === null ? validityOf(spec, kept) : bytes.subarray(values.byteLength) }
  return fromAsset(spec, bytes, pixels, mask !== null)
}

/** The array in an asset: elements, then a byte of mask for each where `masked`; `pixels` are views of it. */
function fromAsset(spec: ArraySpec, bytes: Uint8Array, pixels: Values, masked: boolean): InMemory {
  const chunks = chunkGrid(spec.shape, rowBands(spec.shape, dtypes[spec.dtype].bytes))
  const { chunks: _chunks, ...said } = spec
  const params = {
    format: memorySource.name,
    uri: `asset:${putAsset(bytes)}`,
    options: { ...said, mask: masked } as unknown as JsonObject,
    spec: { ...spec, chunks } as unknown as JsonObject,
  }
  const node = applyOp('source', params as Json, [])
  holdAsset(node, bytes)
  return { node, pixels }
}

/** Computed pixels as an array in memory, which takes them over without a copy. */
export function computedInMemory(spec: ArraySpec, result: MemoryResult): InMemory {
  // Without a mask, pixels that equal their declared nodata value would be read back as invalid, and they are not.
  if (result.mask === null && holdsNodata(spec, result.data)) result.keepMask()
  const { bytes, data, mask } = result
  return fromAsset(spec, bytes, { values: data, valid: mask }, mask !== null)
}

/** Whether any pixel equals its band's nodata value. */
function holdsNodata(spec: ArraySpec, values: TypedArray): boolean {
  const dim = spec.dims.indexOf('band')
  const inner = dim < 0 ? values.length : spec.shape.slice(dim + 1).reduce((product, extent) => product * extent, 1)
  const nodata = spec.bands.map((band) => (band.nodata === null ? null : scalarFromJson(band.nodata, spec.dtype)))
  if (nodata.every((value) => value === null)) return false
  for (let at = 0, plane = 0; at < values.length; at += inner, plane++) {
    const value = nodata[plane % nodata.length] as Element | null
    if (value !== null && values.subarray(at, at + inner).includes(value as never)) return true
  }
  return false
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
