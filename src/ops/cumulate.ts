import type { Block, OutBlock } from '../array/block.js'
import { stridesOf } from '../array/strided-copy.js'
import { shapeOf, type Window } from '../array/window.js'
import { type Dtype, isBigInt, isInteger } from '../base/dtype.js'
import { DtypeError, UsageError } from '../base/errors.js'
import { type Json, jsonText } from '../base/json.js'
import type { Kit, OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import { type ArraySpec, plainBand } from '../graph/spec.js'

/** Params of {@link cumulate}. */
export type CumulateParams = { readonly dim: string }

function parse(params: Json): CumulateParams {
  const { dim } = paramsObject('cumulate', params, ['dim'])
  if (typeof dim !== 'string' || dim === '') throw new UsageError(`cumulate: dim is ${jsonText(dim ?? null)}; name a dim`)
  return { dim }
}

/** As numpy: integers of up to 32 bits make 64 bits of their kind, floats stay. Throws `E_DTYPE` for 64-bit integers. */
function resultDtype(dtype: Dtype): Dtype {
  if (!isInteger(dtype)) return dtype
  if (isBigInt(dtype))
    throw new DtypeError(`cumsum: sums of ${dtype} may not fit 64 bits: cast with astype first, to float64 or to 32 bits`)
  return dtype.startsWith('u') ? 'uint64' : 'int64'
}

function infer([input]: readonly ArraySpec[], { dim }: CumulateParams): ArraySpec {
  const spec = input as ArraySpec
  if (!spec.dims.includes(dim)) throw new UsageError(`cumsum: there is no dim "${dim}"; the array has ${spec.dims.join(', ')}`)
  const bands = spec.bands.map(({ description }) => ({ ...plainBand, description }))
  return { ...spec, dtype: resultDtype(spec.dtype), bands, categorical: false, moved: false, attrs: {} }
}

function demand(out: Window, _inputs: readonly ArraySpec[], _params: CumulateParams, at: number): [number, Window][] {
  return [[0, { start: out.start.with(at, 0), stop: out.stop }]]
}

/** Elements of the dims behind the one that is summed along, which are summed side by side. */
function innerOf(window: Window, at: number): number {
  return shapeOf(window)
    .slice(at + 1)
    .reduce((product, extent) => product * extent, 1)
}

function run(out: OutBlock, block: Block | undefined, at: number, kit: Kit): void {
  out.valid = null
  if (block === undefined) {
    out.data.fill((typeof out.data[0] === 'bigint' ? 0n : 0) as never)
    return
  }
  const inner = innerOf(out.window, at)
  const { buffer } = kit.memory
  // float32 sums are rounded at each step, as numpy does; whole sums are exact up to 2^53.
  const Sums = out.data instanceof Float32Array ? Float32Array : Float64Array
  const sums = new Sums(buffer, kit.scratch(inner * 8), inner)
  const offsets = new Int32Array(buffer, kit.scratch(inner * 4), inner)
  const offsetOf = innerOffsets(out.window, block, at)
  for (let index = 0; index < inner; index++) offsets[index] = offsetOf(index)
  const shape = shapeOf(out.window)
  const outer = shape.slice(0, at).reduce((product, extent) => product * extent, 1)
  for (let line = 0; line < outer; line++) sumLine(out, block, at, line, sums, offsets)
}

/** One index of the dims before: all sums from the beginning of the dim on. */
function sumLine(out: OutBlock, block: Block, at: number, line: number, sums: Float32Array | Float64Array, offsets: Int32Array): void {
  const shape = shapeOf(out.window)
  const stride = stridesOf(shapeOf(block.window))[at] as number
  const inner = sums.length
  const [from, to] = [out.window.start[at] as number, out.window.stop[at] as number]
  sums.fill(0)
  let base = lineOffset(out.window, block, at, line)
  for (let step = 0; step < to; step++, base += stride) {
    addTo(sums, offsets, base, block)
    if (step < from) continue
    const target = (line * (shape[at] as number) + step - from) * inner
    if (typeof out.data[0] !== 'bigint') out.data.set(sums as never, target)
    else for (let index = 0; index < inner; index++) out.data[target + index] = BigInt(sums[index] as number) as never
  }
}

/** Adds the valid pixels of one position. */
function addTo(sums: Float32Array | Float64Array, offsets: Int32Array, base: number, { data, valid }: Block): void {
  const values = data as Float64Array
  const mask = valid instanceof Uint8Array ? valid : null
  const nodata = valid === null || mask !== null ? Number.NaN : (valid as { nodata: number }).nodata
  for (let index = 0; index < sums.length; index++) {
    const place = base + (offsets[index] as number)
    const value = values[place] as number
    const isValid = mask === null ? value === value && value !== nodata : mask[place] === 1
    if (isValid) sums[index] = (sums[index] as number) + value
  }
}

/** Where the pixels behind the dim lie in the input's block, which may be larger. */
function innerOffsets(window: Window, block: Block, at: number): (index: number) => number {
  const shape = shapeOf(window)
  const own = stridesOf(shapeOf(block.window))
  const dims = shape.map((_, dim) => dim).slice(at + 1)
  const start = dims.reduce(
    (sum, dim) => sum + ((window.start[dim] as number) - (block.window.start[dim] as number)) * (own[dim] as number),
    0,
  )
  return (index) => {
    let rest = index
    let offset = start
    for (let dim = shape.length - 1; dim > at; dim--) {
      offset += (rest % (shape[dim] as number)) * (own[dim] as number)
      rest = Math.floor(rest / (shape[dim] as number))
    }
    return offset
  }
}

function lineOffset(window: Window, block: Block, at: number, line: number): number {
  const shape = shapeOf(window)
  const own = stridesOf(shapeOf(block.window))
  let rest = line
  let offset = (0 - (block.window.start[at] as number)) * (own[at] as number)
  for (let dim = at - 1; dim >= 0; dim--) {
    offset += ((rest % (shape[dim] as number)) + (window.start[dim] as number) - (block.window.start[dim] as number)) * (own[dim] as number)
    rest = Math.floor(rest / (shape[dim] as number))
  }
  return offset
}

/** `cumulate`: sums from the beginning of a dim up to each position, one after another; invalid pixels count as 0. The result is valid everywhere. */
export const cumulate: OpDef<CumulateParams, number> = {
  name: 'cumulate',
  version: 1,
  parse,
  infer,
  prepare: ([input], { dim }) => (input as ArraySpec).dims.indexOf(dim),
  stateBytes: () => 64,
  demand,
  scratchBytes: (out, [input], { dim }) => innerOf(out, (input as ArraySpec).dims.indexOf(dim)) * 12 + 48,
  elementwise: false,
  movesPixels: false,
  keepsValid: () => false,
  leaf: false,
  simplify: () => null,
  run: (out, inputs, _params, at, kit) => run(out, inputs.get(0), at, kit),
}
