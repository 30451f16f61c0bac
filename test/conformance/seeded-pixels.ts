import { chunkCount, chunkWindow } from '../../src/array/chunk-grid.js'
import { copyWindow } from '../../src/array/strided-copy.js'
import { shapeOf, sizeOf } from '../../src/array/window.js'
import { allocate, type Dtype, dtypes, type Element, isBigInt, type TypedArray } from '../../src/base/dtype.js'
import { type ScalarJson, scalarFromJson } from '../../src/base/scalar.js'
import { type ArraySpec, dimIndex } from '../../src/graph/spec.js'

/** Pixels in C order, and one byte per pixel: 1 valid, 0 invalid. */
export interface Expected {
  readonly data: TypedArray
  readonly valid: Uint8Array
}

/** Seeded pixels as the engine hands them to a sink: some invalid, with the stored nodata under them; one chunk invalid altogether. */
export function seededPixels(spec: ArraySpec, nodata: readonly (ScalarJson | null)[], seed: number): Expected {
  const size = spec.shape.reduce((product, extent) => product * extent, 1)
  const data = allocate(spec.dtype, size)
  const valid = new Uint8Array(size).fill(1)
  const random = seededRandom(seed)
  for (let i = 0; i < size; i++) {
    data[i] = randomElement(spec.dtype, i, random) as never
    if (random() < 0.1) valid[i] = 0
  }
  const empty = chunkWindow(spec.chunks, chunkCount(spec.chunks) > 1 ? 1 : 0)
  if (chunkCount(spec.chunks) > 1) {
    const zeros = new Uint8Array(sizeOf(empty))
    copyWindow(
      { data: zeros, start: empty.start, shape: shapeOf(empty) },
      { data: valid, start: spec.shape.map(() => 0), shape: spec.shape },
      empty,
    )
  }
  storeNodata(spec, nodata, data, valid)
  return { data, valid }
}

/** Puts the nodata of each pixel's band under invalid pixels, and makes valid pixels that equal it invalid. */
function storeNodata(spec: ArraySpec, nodata: readonly (ScalarJson | null)[], data: TypedArray, valid: Uint8Array): void {
  const bandDim = dimIndex(spec, 'band')
  const inner = spec.shape.slice(bandDim + 1).reduce((product, extent) => product * extent, 1)
  const elements = nodata.map((value) => (value === null ? null : scalarFromJson(value, spec.dtype)))
  for (let i = 0; i < data.length; i++) {
    const band = bandDim < 0 ? 0 : Math.floor(i / inner) % (spec.shape[bandDim] as number)
    const stored = elements[band] as Element | null
    if (stored === null) continue
    if (data[i] === stored) valid[i] = 0
    if (valid[i] === 0) data[i] = stored as never
  }
}

function randomElement(dtype: Dtype, index: number, random: () => number): Element {
  const { kind, bytes, min, max } = dtypes[dtype]
  if (kind === 'float') return Math.fround(Math.sin(index / 9) * 1000 + random())
  if (isBigInt(dtype))
    return BigInt(Math.floor(random() * 2 ** 52)) * (kind === 'int' && random() < 0.5 ? -1n : 1n) + (random() < 0.01 ? 2n ** 61n : 0n)
  if (bytes === 1) return Math.floor(Number(min) + random() * (Number(max) - Number(min)))
  return Math.floor((Math.sin(index / 40) * 0.5 + 0.5) * 20000 + random() * 50)
}

/** A small generator of numbers in [0, 1): mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = Math.floor(seed) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
