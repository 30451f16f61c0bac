import { leaveBlank } from '../array/blank.js'
import type { Block, OutBlock } from '../array/block.js'
import { chunkGrid } from '../array/chunk-grid.js'
import { forRuns, laidUnder } from '../array/runs.js'
import { shapeOf, type Window } from '../array/window.js'
import { isInteger, type TypedArray } from '../base/dtype.js'
import { DtypeError, UsageError } from '../base/errors.js'
import { type Json, jsonText } from '../base/json.js'
import { broadcastSpec } from '../graph/broadcast.js'
import { ownLabels } from '../graph/labels.js'
import type { OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import { type ArraySpec, type Coord, plainBand } from '../graph/spec.js'

/** Params of {@link pick}: the dim along which the index says where. */
export type PickParams = { readonly dim: string }

function parse(params: Json): PickParams {
  const { dim } = paramsObject('pick', params, ['dim'])
  if (typeof dim !== 'string' || dim === '') throw new UsageError(`pick: dim is ${jsonText(dim ?? null)}; name a dim`)
  return { dim }
}

/** The array at one index of a dim, as a spec. */
function without(spec: ArraySpec, dim: string): ArraySpec {
  const at = spec.dims.indexOf(dim)
  if (at < 0) throw new UsageError(`pick: there is no dim "${dim}"; the array has ${spec.dims.join(', ')}`)
  const others = <T>(list: readonly T[]): T[] => list.filter((_, index) => index !== at)
  const geobox = dim === 'y' || dim === 'x' ? null : spec.geobox
  const coords: Record<string, Coord> = {}
  for (const each of others(spec.dims)) {
    const labels = geobox === null ? ownLabels(spec, each) : spec.coords[each]
    if (labels !== undefined) coords[each] = labels
  }
  const shape = others(spec.shape)
  return {
    ...spec,
    dims: others(spec.dims),
    shape,
    chunks: chunkGrid(shape, others(spec.chunks.chunk)),
    geobox,
    periodX: geobox === null ? null : spec.periodX,
    coords,
    bands: dim === 'band' ? [plainBand] : spec.bands,
  }
}

function infer([array, index]: readonly ArraySpec[], { dim }: PickParams): ArraySpec {
  const left = without(array as ArraySpec, dim)
  const { dims, dtype } = index as ArraySpec
  if (!isInteger(dtype)) throw new DtypeError(`pick: the index is ${dtype}, expected integers`)
  const odd = dims.find((each) => !left.dims.includes(each))
  if (odd !== undefined)
    throw new UsageError(`pick: the index has a dim "${odd}", the array has ${left.dims.join(', ') || 'none'} beside ${dim}`)
  broadcastSpec([left, index as ArraySpec])
  return left
}

interface PickState {
  readonly at: number
  readonly extent: number
  readonly dims: readonly string[]
  /** Dims of the result. */
  readonly left: readonly string[]
  readonly indexDims: readonly string[]
}

function prepare([array, index]: readonly ArraySpec[], { dim }: PickParams): PickState {
  const { dims, shape } = array as ArraySpec
  const at = dims.indexOf(dim)
  return { at, extent: shape[at] as number, dims, left: dims.filter((each) => each !== dim), indexDims: (index as ArraySpec).dims }
}

function demand(out: Window, _inputs: readonly ArraySpec[], _params: PickParams, state: PickState): [number, Window][] {
  const { at, extent, left, indexDims } = state
  const places = indexDims.map((dim) => left.indexOf(dim))
  return [
    [0, { start: out.start.toSpliced(at, 0, 0), stop: out.stop.toSpliced(at, 0, extent) }],
    [1, { start: places.map((place) => out.start[place] as number), stop: places.map((place) => out.stop[place] as number) }],
  ]
}

function run(out: OutBlock, array: Block, index: Block, state: PickState): void {
  const { at, extent, dims, left, indexDims } = state
  const { window } = out
  const wide: Window = { start: window.start.toSpliced(at, 0, 0), stop: window.stop.toSpliced(at, 0, 1) }
  const source = laidUnder(wide, dims, array.window, dims)
  const step = laidUnder(array.window, [dims[at] as string], array.window, dims).strides[0] as number
  const lies = { offset: source.offset, strides: source.strides.toSpliced(at, 1) }
  const where = laidUnder(window, left, index.window, indexDims)
  const words = wordsOf(array.data)
  const target = wordsOf(out.data)
  const wordCount = array.data.BYTES_PER_ELEMENT === 8 ? 2 : 1
  const isValidPixel = validityOf(array)
  const isValidIndex = validityOf(index)
  const bits = wordsOf(index.data)
  const isWide = isBigInt64(index.data)
  forRuns(shapeOf(window), [lies, where], (to, length, [from, place], [stride, spacing]) => {
    for (let run = 0; run < length; run++) {
      const own = (place as number) + run * (spacing as number)
      const picked = isWide ? ((bits[2 * own + 1] as number) === 0 ? (bits[2 * own] as number) : extent) : Number(index.data[own])
      const found = (from as number) + run * (stride as number) + picked * step
      const isValid = isValidIndex(own) && picked >= 0 && picked < extent && isValidPixel(found)
      out.mask[to + run] = isValid ? 1 : 0
      for (let word = 0; word < wordCount; word++)
        target[(to + run) * wordCount + word] = isValid ? (words[found * wordCount + word] as number) : 0
    }
  })
}

function isBigInt64(data: TypedArray): boolean {
  return data instanceof BigInt64Array || data instanceof BigUint64Array
}

/** Tells whether the pixel at an index of a block is valid. */
function validityOf({ data, valid }: Block): (index: number) => boolean {
  if (valid === null) return () => true
  if (valid instanceof Uint8Array) return (index) => valid[index] === 1
  return (index) => data[index] === data[index] && data[index] !== valid.nodata
}

/** The bits of pixels, so that copying touches neither NaNs nor makes bigints; two words for one of 64 bits. */
function wordsOf({ buffer, byteOffset, byteLength, BYTES_PER_ELEMENT }: TypedArray): Uint8Array | Uint16Array | Uint32Array {
  if (BYTES_PER_ELEMENT === 1) return new Uint8Array(buffer, byteOffset, byteLength)
  if (BYTES_PER_ELEMENT === 2) return new Uint16Array(buffer, byteOffset, byteLength / 2)
  return new Uint32Array(buffer, byteOffset, byteLength / 4)
}

/** `pick`: of the pixels along a dim the one whose index another array has: what composites by quality are made of. Bits are kept; an index that is not there is invalid. */
export const pick: OpDef<PickParams, PickState> = {
  name: 'pick',
  version: 1,
  parse,
  infer,
  prepare,
  stateBytes: () => 512,
  demand,
  scratchBytes: () => 0,
  elementwise: false,
  movesPixels: false,
  keepsValid: () => false,
  leaf: false,
  simplify: () => null,
  run(out, inputs, _params, state) {
    const [array, index] = [inputs.get(0), inputs.get(1)]
    if (array === undefined || index === undefined) leaveBlank(out)
    else run(out, array, index, state)
  },
}
