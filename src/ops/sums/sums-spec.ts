import type { Block } from '../../array/block.js'
import { chunkGrid } from '../../array/chunk-grid.js'
import { stridesOf } from '../../array/strided-copy.js'
import { shapeOf, type Window } from '../../array/window.js'
import { type Dtype, dtypes } from '../../base/dtype.js'
import { UsageError } from '../../base/errors.js'
import type { Json } from '../../base/json.js'
import type { ArraySpec } from '../../graph/spec.js'

/** The dim before all others along which sums and their weights stand. */
export const partDim = 'part'

/** Extents along y and x. */
export type Yx = readonly [y: number, x: number]

/** Two whole numbers from 1. Throws `E_USAGE`. */
export function parseYx(op: string, name: string, value: Json | undefined): Yx {
  if (Array.isArray(value) && value.length === 2 && value.every((each) => Number.isInteger(each) && (each as number) >= 1)) {
    return [value[0] as number, value[1] as number]
  }
  throw new UsageError(`${op}: ${name} must be two whole numbers from 1, not ${JSON.stringify(value ?? null)}`)
}

/** Whether pixels of a dtype can be summed up in packed form. */
export function packs(dtype: Dtype): boolean {
  return dtypes[dtype].kind !== 'float' && dtypes[dtype].bytes <= 2
}

/** An array of sums over an array's leading dims: packed in uint32, or as float64 with sums first and weights second along a dim of their own. */
export function sumsSpec(base: ArraySpec, size: Yx, chunk: Yx, packed: boolean): ArraySpec {
  const [lead, leadChunks] = [base.shape.slice(0, -2), base.chunks.chunk.slice(0, -2)]
  const { x: _x, y: _y, ...coords } = base.coords
  const part = packed ? [] : [2]
  const shape = [...part, ...lead, ...size]
  return {
    ...base,
    dims: packed ? base.dims : [partDim, ...base.dims],
    shape,
    dtype: packed ? 'uint32' : 'float64',
    chunks: chunkGrid(shape, [...part, ...leadChunks, ...chunk]),
    geobox: null,
    periodX: null,
    coords,
    bands: base.bands.map((band) => ({ ...band, nodata: null })),
    moved: false,
    attrs: {},
  }
}

/** The spec of what an array of sums was made of, as far as its dims go. */
export function unsummed(sums: ArraySpec): ArraySpec {
  const isPair = sums.dims[0] === partDim
  const at = isPair ? 1 : 0
  const shape = sums.shape.slice(at)
  return { ...sums, dims: sums.dims.slice(at), shape, chunks: chunkGrid(shape, sums.chunks.chunk.slice(at)) }
}

/** A window whose last two extents are others. */
export function withYx({ start, stop }: Window, y: readonly [number, number], x: readonly [number, number]): Window {
  return { start: [...start.slice(0, -2), y[0], x[0]], stop: [...stop.slice(0, -2), y[1], x[1]] }
}

/** A window without its first dim. */
export function withoutPart({ start, stop }: Window): Window {
  return { start: start.slice(1), stop: stop.slice(1) }
}

/** A window of both parts. */
export function withParts({ start, stop }: Window): Window {
  return { start: [0, ...start], stop: [2, ...stop] }
}

/** Indices along all dims but the last two, in C order. */
export function planesIn({ start, stop }: Window): number[][] {
  let indices: number[][] = [[]]
  for (let dim = 0; dim < start.length - 2; dim++) {
    const [from, to] = [start[dim] as number, stop[dim] as number]
    indices = indices.flatMap((index) => Array.from({ length: to - from }, (_, at) => [...index, from + at]))
  }
  return indices
}

/** The byte offset of a block's plane in linear memory; 0 where it is not in the block. */
export function planeOffset({ window, data }: Pick<Block, 'window' | 'data'>, index: readonly number[]): number {
  if (index.some((at, dim) => at < (window.start[dim] as number) || at >= (window.stop[dim] as number))) return 0
  const strides = stridesOf(shapeOf(window))
  const offset = index.reduce((sum, at, dim) => sum + (at - (window.start[dim] as number)) * (strides[dim] as number), 0)
  return data.byteOffset + offset * data.BYTES_PER_ELEMENT
}

/** First and last index along y and x, half-open. */
export function yxOf({ start, stop }: Window): { y0: number; y1: number; x0: number; x1: number } {
  const [y0, x0] = start.slice(-2) as [number, number]
  const [y1, x1] = stop.slice(-2) as [number, number]
  return { y0, y1, x0, x1 }
}
