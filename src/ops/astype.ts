import { leaveBlank } from '../array/blank.js'
import { type Block, isValidAt, type OutBlock } from '../array/block.js'
import { forRuns, laidUnder } from '../array/runs.js'
import { shapeOf } from '../array/window.js'
import { type Dtype, dtypes, type Element, isBigInt, isDtype, isInteger, type TypedArray } from '../base/dtype.js'
import { DtypeError, UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { isLossless } from '../base/promote.js'
import { fits } from '../base/scalar.js'
import type { Kit, OpDef } from '../graph/op.js'
import { oneOf, paramsObject } from '../graph/params.js'
import type { ArraySpec } from '../graph/spec.js'
import {
  castsTo,
  type Rounding,
  roundings,
  roundToFloat32,
  roundToInteger,
  type TileLoader,
  tileBytes,
  tileLength,
  tileLoader,
} from '../kernels/elementwise.js'

/** Params of {@link astype}. Null where a choice is not needed. */
export type AstypeParams = { readonly dtype: Dtype; readonly rounding: Rounding | null; readonly overflow: 'clamp' | 'invalid' | null }

function parse(params: Json): AstypeParams {
  const { dtype, rounding, overflow } = paramsObject('astype', params, ['dtype', 'rounding', 'overflow'])
  if (!isDtype(dtype)) throw new UsageError(`astype: dtype is ${JSON.stringify(dtype)}; give one of ${Object.keys(dtypes).join(', ')}`)
  return {
    dtype,
    rounding: oneOf('astype', 'rounding', rounding, [...roundings, null], null),
    overflow: oneOf('astype', 'overflow', overflow, ['clamp', 'invalid', null], null),
  }
}

function infer([input]: readonly ArraySpec[], params: AstypeParams): ArraySpec {
  const spec = input as ArraySpec
  checkAsked(spec.dtype, params)
  const { dtype, overflow } = params
  const whole = isInteger(spec.dtype) && isInteger(dtype) && overflow !== 'clamp'
  return {
    ...spec,
    dtype,
    moved: spec.moved && (whole || isLossless(spec.dtype, dtype)),
    bands: spec.bands.map((band) => (band.nodata === null || fits(band.nodata, dtype) ? band : { ...band, nodata: null })),
  }
}

/** Throws `E_DTYPE` where values would be lost that nobody agreed to lose. */
function checkAsked(from: Dtype, { dtype, rounding, overflow }: AstypeParams): void {
  if (isLossless(from, dtype)) return
  const missing: string[] = []
  const rounds = !isInteger(from) || !isInteger(dtype)
  if (rounds && rounding === null) {
    missing.push(isInteger(dtype) ? "rounding ('nearest', 'even', 'floor' or 'trunc')" : "rounding ('nearest')")
  }
  if (isInteger(dtype) && overflow === null) missing.push("overflow ('clamp' or 'invalid')")
  if (missing.length > 0) throw new DtypeError(`astype: ${from} to ${dtype} can lose values. Say how: give ${missing.join(' and ')}`)
  if (!isInteger(dtype) && (rounding === 'floor' || rounding === 'trunc')) {
    throw new DtypeError(
      `astype: ${from} to ${dtype} rounds to the nearest number that ${dtype} has; rounding '${rounding}' is for integers`,
    )
  }
}

function run(out: OutBlock, block: Block, spec: ArraySpec, params: AstypeParams, kit: Kit): void {
  const convert =
    isBigInt(spec.dtype) && isInteger(params.dtype) ? wholeRunner(out, block, params) : tileRunner(out, block, spec.dtype, params, kit)
  forRuns(shapeOf(out.window), [laidUnder(out.window, spec.dims, block.window, spec.dims)], (to, length, [offset], [stride]) => {
    for (let at = 0; at < length; at += tileLength) {
      convert(to + at, Math.min(tileLength, length - at), (offset as number) + at * (stride as number), stride as number)
    }
  })
  if (!isInteger(params.dtype)) {
    out.valid = block.valid === null && params.overflow !== 'invalid' ? null : { nodata: Number.NaN }
  } else if (block.valid === null && isLossless(spec.dtype, params.dtype)) out.valid = null
}

type RunTile = (to: number, count: number, from: number, stride: number) => void

/** Casts through float64 (or straight to a float): every dtype but 64-bit integers to integers. */
function tileRunner(out: OutBlock, block: Block, from: Dtype, { dtype, rounding, overflow }: AstypeParams, kit: Kit): RunTile {
  const first = kit.scratch(tileBytes)
  const width = out.data.BYTES_PER_ELEMENT
  const target = (to: number): number => out.data.byteOffset + to * width
  const straight = dtype === 'float64' || (dtype === 'float32' && castsTo(from, 'float32'))
  const load: TileLoader = tileLoader(kit, straight ? (dtype as 'float32' | 'float64') : 'float64', block, first)
  if (straight) {
    return (to, count, offset, stride) => {
      const source = load(offset, stride, count)
      new Uint8Array(kit.memory.buffer).copyWithin(target(to), source, source + count * width)
    }
  }
  if (dtype === 'float32') {
    const demote = roundToFloat32(kit)
    return (to, count, offset, stride) => {
      const source = load(offset, stride, count)
      demote(overflow === null ? source : limited(kit, source, first, count, overflow), target(to), count)
    }
  }
  const round = roundToInteger(kit, dtype, rounding ?? 'nearest', overflow === 'clamp')
  return (to, count, offset, stride) => round(load(offset, stride, count), target(to), out.mask.byteOffset + to, count)
}

/** Finite float64 numbers that float32 would make infinite, clamped or NaN. Infinities are values of float32 and stay. */
function limited(kit: Kit, source: number, target: number, count: number, overflow: 'clamp' | 'invalid'): number {
  const max = dtypes.float32.max as number
  const values = new Float64Array(kit.memory.buffer, source, count)
  const results = new Float64Array(kit.memory.buffer, target, count)
  for (let index = 0; index < count; index++) {
    const value = values[index] as number
    const beyond = Number.isFinite(value) && !Number.isFinite(Math.fround(value))
    results[index] = !beyond ? value : overflow === 'invalid' ? Number.NaN : Math.sign(value) * max
  }
  return target
}

/** 64-bit integers to any integers, exactly. */
function wholeRunner(out: OutBlock, block: Block, { dtype, overflow }: AstypeParams): RunTile {
  const [least, greatest] = [BigInt(dtypes[dtype].min), BigInt(dtypes[dtype].max)]
  const store: (value: bigint) => Element = isBigInt(dtype) ? (value) => value : Number
  const data = block.data as TypedArray & { [index: number]: bigint }
  return (to, count, from, stride) => {
    for (let index = 0; index < count; index++) {
      const at = from + index * stride
      const value = data[at] as bigint
      const held = value >= least && value <= greatest
      const valid = isValidAt(block, at) && (held || overflow === 'clamp')
      const stored = held ? value : value < least ? least : greatest
      out.data[to + index] = store(valid ? stored : 0n) as never
      out.mask[to + index] = valid ? 1 : 0
    }
  }
}

/**
 * `astype`: a cast to another dtype. Lossless casts need no choice; any other is refused until `rounding` and `overflow` say what is to happen:
 *
 * - to integers, from floats: `rounding` `nearest` is floor(v + 0.5) as GDAL has it, `even` is half to even; `overflow` after rounding;
 * - to fewer or other integers: `overflow`;
 * - to a float that cannot hold every value: `rounding` `nearest` (or `even`: it is IEEE's nearest even in both cases); finite numbers beyond
 *   float32 become infinite, or as `overflow` says.
 *
 * Validity is carried along; what `overflow: 'invalid'` finds becomes invalid. 64-bit integers are exact among integers.
 * The nodata of a band is kept where the new dtype can hold it, else dropped; scale and offset are kept.
 */
export const astype: OpDef<AstypeParams, ArraySpec> = {
  name: 'astype',
  version: 1,
  parse,
  infer,
  prepare: ([input]) => input as ArraySpec,
  stateBytes: () => 0,
  demand: (out) => [[0, out]],
  scratchBytes: () => tileBytes + 64,
  elementwise: true,
  movesPixels: false,
  // Floats may be NaN or out of range: an integer has no value for either.
  keepsValid: ([input], { overflow }) => isInteger((input as ArraySpec).dtype) && overflow !== 'invalid',
  leaf: false,
  simplify: ([input], { dtype }) => (input?.dtype === dtype ? 'input' : null),
  run(out, inputs, params, spec, kit) {
    const block = inputs.get(0)
    if (block === undefined) leaveBlank(out)
    else run(out, block, spec, params, kit)
  },
}
