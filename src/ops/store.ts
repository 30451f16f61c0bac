import { leaveBlank } from '../array/blank.js'
import { type Block, isValidAt, type OutBlock } from '../array/block.js'
import { copyRun, forRuns, laidUnder } from '../array/runs.js'
import { stridesOf } from '../array/strided-copy.js'
import { shapeOf, type Window } from '../array/window.js'
import { type Dtype, dtypes, type Element, isBigInt, isInteger } from '../base/dtype.js'
import { DtypeError, UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { fits, type ScalarJson, scalarFromJson } from '../base/scalar.js'
import { forEachBand, nodataPerBand, type PerBand } from '../graph/band-values.js'
import type { Kit, OpDef } from '../graph/op.js'
import { oneOf, paramsObject } from '../graph/params.js'
import type { ArraySpec } from '../graph/spec.js'
import { fillInvalid, maskOf, replaceValue } from '../kernels/elementwise.js'

/** What becomes of a valid pixel that equals the nodata to be written. */
export type Clash = 'nudge' | 'error' | 'mask'

/** Params of {@link store}: the nodata to be written by band (null: none), and what to do about clashes (null: by where the pixels come from). */
export type StoreParams = { readonly nodata: PerBand<ScalarJson | null>; readonly clash: Clash | null }

/** What is written in one band. */
interface BandRule {
  readonly nodata: Element | null
  /** Goes under invalid pixels. */
  readonly fill: Element
  /** `keep`: a clash changes nothing, because the array came with this nodata. */
  readonly clash: Clash | 'keep'
}

interface StoreState {
  readonly spec: ArraySpec
  readonly rules: readonly BandRule[]
  /** The one rule of all bands; null where bands differ. */
  readonly common: BandRule | null
}

function parse(params: Json): StoreParams {
  const given = paramsObject('store', params, ['nodata', 'clash'])
  return {
    nodata: nodataPerBand('store', given.nodata),
    clash: oneOf('store', 'clash', given.clash, ['nudge', 'error', 'mask', null], null),
  }
}

function infer([input]: readonly ArraySpec[], params: StoreParams): ArraySpec {
  const spec = input as ArraySpec
  const values = forEachBand('store', 'nodata', params.nodata, spec)
  const misfit = values.find((value) => value !== null && !fits(value, spec.dtype))
  if (misfit !== undefined) {
    throw new DtypeError(
      `nodata ${misfit} cannot be stored as ${spec.dtype}: choose a value that ${spec.dtype} holds, or cast with astype first`,
    )
  }
  return { ...spec, bands: spec.bands.map((band, at) => ({ ...band, nodata: values[at] as ScalarJson | null })) }
}

function prepare([input]: readonly ArraySpec[], params: StoreParams): StoreState {
  const spec = input as ArraySpec
  const values = forEachBand('store', 'nodata', params.nodata, spec)
  const rules = values.map((value, band): BandRule => {
    const zero = isBigInt(spec.dtype) ? 0n : 0
    const nodata = value === null ? null : scalarFromJson(value, spec.dtype)
    const declared = spec.bands[band]?.nodata ?? null
    const isNew = declared === null || !sameValue(scalarFromJson(declared, spec.dtype), nodata)
    return { nodata, fill: nodata ?? zero, clash: params.clash ?? (!spec.moved ? 'nudge' : isNew ? 'error' : 'keep') }
  })
  const first = rules[0] as BandRule
  const alike = rules.every((rule) => rule.clash === first.clash && sameValue(rule.nodata, first.nodata))
  return { spec, rules, common: alike ? first : null }
}

function sameValue(a: Element | null, b: Element | null): boolean {
  return a === b || (a !== a && b !== b)
}

function run(out: OutBlock, block: Block, state: StoreState, kit: Kit): void {
  copyPixels(out, block, state.spec.dims)
  const { common } = state
  const valid = block.valid instanceof Uint8Array ? out.mask : block.valid
  // Valid pixels differ from the nodata that they were told from, and invalid ones are it: nothing is left to do. (Floats may hold other NaNs.)
  const asIs = valid !== null && !(valid instanceof Uint8Array) && isInteger(state.spec.dtype) && common?.nodata === valid.nodata
  if (asIs) {
    out.valid = valid
    return
  }
  const mask = maskOf(kit, { data: out.data, valid }, out.mask.byteOffset)
  const clashes: Clashes = { masked: false, kept: false }
  settle(out, mask, state, kit, clashes)
  const told = common !== null && common.nodata !== null && !clashes.kept
  if (mask === null && !clashes.masked) out.valid = null
  else out.valid = told ? { nodata: common.nodata as Element } : out.mask
}

/** What was found on the way: pixels that became invalid, valid ones that still equal nodata. */
interface Clashes {
  masked: boolean
  kept: boolean
}

function copyPixels(out: OutBlock, block: Block, dims: readonly string[]): void {
  const { data, valid } = block
  forRuns(shapeOf(out.window), [laidUnder(out.window, dims, block.window, dims)], (to, length, [from], [stride]) => {
    copyRun(data, from as number, stride as number, out.data, to, length)
    if (valid instanceof Uint8Array) copyRun(valid, from as number, stride as number, out.mask, to, length)
  })
}

/** Moves, masks or refuses valid pixels that equal nodata, and fills invalid ones; band by band. */
function settle(out: OutBlock, mask: Uint8Array | null, state: StoreState, kit: Kit, clashes: Clashes): void {
  const { spec, rules, common } = state
  if (common !== null) {
    settleRun(out, 0, out.data.length, mask, common, spec, kit, clashes)
    return
  }
  let known = mask
  if (known === null && rules.some((rule) => rule.clash === 'mask')) {
    out.mask.fill(1)
    known = out.mask
  }
  const bands = laidUnder(out.window, spec.dims, { start: [0], stop: [rules.length] }, ['band'])
  forRuns(shapeOf(out.window), [bands], (to, length, [band], [step]) => {
    const run = step === 0 ? length : 1
    for (let at = 0; at < length; at += run) {
      const rule = rules[(band as number) + at * (step as number)] as BandRule
      settleRun(out, to + at, run, known, rule, spec, kit, clashes)
    }
  })
}

function settleRun(
  out: OutBlock,
  from: number,
  count: number,
  mask: Uint8Array | null,
  rule: BandRule,
  spec: ArraySpec,
  kit: Kit,
  clashes: Clashes,
): void {
  const data = out.data.subarray(from, from + count)
  const valid = mask === null ? null : mask.subarray(from, from + count)
  const { nodata, clash } = rule
  if (nodata !== null && nodata === nodata) {
    const found = replaceAll(kit, data, valid, nodata, clash === 'nudge' ? nudged(nodata, spec.dtype) : nodata)
    if (found > 0) {
      if (clash === 'error') throw clashError(out, from, count, mask, nodata, spec)
      kit.count(clash === 'nudge' ? 'nudged' : 'clashed', found)
      clashes.kept ||= clash === 'keep'
      clashes.masked ||= clash === 'mask'
      if (clash === 'mask') clearMask(out, from, count, nodata)
    }
  }
  if (valid !== null) fillInvalid(kit, data, valid, rule.fill)
}

/** Replaces valid pixels; zeros of both signs are one value. */
function replaceAll(kit: Kit, data: OutBlock['data'], valid: Uint8Array | null, nodata: Element, to: Element): number {
  const found = replaceValue(kit, data, valid, nodata, to)
  if (nodata !== 0 || !(data instanceof Float32Array || data instanceof Float64Array)) return found
  return found + replaceValue(kit, data, valid, Object.is(nodata, -0) ? 0 : -0, to === nodata ? -to : to)
}

function clearMask(out: OutBlock, from: number, count: number, nodata: Element): void {
  for (let at = from; at < from + count; at++) if (out.data[at] === nodata) out.mask[at] = 0
}

/** The value next below nodata, or next above where nodata is the least value of the dtype. */
function nudged(nodata: Element, dtype: Dtype): Element {
  if (typeof nodata === 'bigint') return nodata === dtypes[dtype].min ? nodata + 1n : nodata - 1n
  if (isInteger(dtype)) return nodata === dtypes[dtype].min ? nodata + 1 : nodata - 1
  return nextFloat(nodata, dtype, nodata > (dtypes[dtype].min as number))
}

/** The float next to a value, below it or above it. */
function nextFloat(value: number, dtype: Dtype, below: boolean): number {
  const view = new DataView(new ArrayBuffer(8))
  const wide = dtype === 'float64'
  if (value === 0) {
    const least = wide ? 5e-324 : 1.401298464324817e-45
    return below ? -least : least
  }
  if (wide) view.setFloat64(0, value)
  else view.setFloat32(0, value)
  // Bits of floats count up away from zero.
  const step = value < 0 === below ? 1 : -1
  if (wide) view.setBigInt64(0, view.getBigInt64(0) + BigInt(step))
  else view.setInt32(0, view.getInt32(0) + step)
  return wide ? view.getFloat64(0) : view.getFloat32(0)
}

function clashError(out: OutBlock, from: number, count: number, mask: Uint8Array | null, nodata: Element, spec: ArraySpec): UsageError {
  let at = from
  while (at < from + count && !(out.data[at] === nodata && isValidAt({ data: out.data, valid: mask }, at))) at++
  const pixel = pixelWindow(out.window, at)
  return new UsageError(
    `the pixel at ${formatPixel(pixel, spec.dims)} is valid, but its value ${nodata} is the nodata value to be written, and it would be lost: ` +
      `choose another nodata value, one that no pixel has (assignNodata), or a wider dtype (astype), ` +
      `or say what becomes of such pixels with onNodataClash 'nudge' (the next value) or 'mask' (invalid)`,
    { nodata: String(nodata), window: { start: [...pixel.start], stop: [...pixel.stop] } },
  )
}

/** What may stop the run: a valid pixel of a value that nobody has looked for. Floats lose none to NaN, and seldom hold another. */
function clashNotes({ dtype }: ArraySpec, rules: readonly BandRule[]): string[] {
  const values = new Set(rules.filter(({ clash, nodata }) => clash === 'error' && nodata !== null).map(({ nodata }) => String(nodata)))
  if (values.size === 0 || !isInteger(dtype)) return []
  return [
    `invalid pixels are written as ${[...values].join(', ')}, and a valid pixel of that value stops the run: choose another nodata value, ` +
      `one that no pixel has (assignNodata), or a wider dtype (astype), or say what becomes of such pixels with onNodataClash 'nudge' or 'mask'`,
  ]
}

/** A pixel for people: `band 2 (counted from 1), y 3, x 4`; other dims count from 0. */
function formatPixel({ start }: Window, dims: readonly string[]): string {
  return dims.map((dim, at) => (dim === 'band' ? `band ${(start[at] as number) + 1} (counted from 1)` : `${dim} ${start[at]}`)).join(', ')
}

function pixelWindow(window: Window, index: number): Window {
  const strides = stridesOf(shapeOf(window))
  const start = strides.map((stride, dim) => {
    const extent = (window.stop[dim] as number) - (window.start[dim] as number)
    return (window.start[dim] as number) + (Math.floor(index / stride) % extent)
  })
  return { start, stop: start.map((at) => at + 1) }
}

/**
 * `store`: pixels as a sink writes them. Under invalid pixels stands the band's nodata (0 where it has none). A valid pixel that equals the
 * nodata would be lost:
 *
 * - computed pixels move to the next value below (above where nodata is the dtype's least), counted as `nudged`;
 * - pixels that come straight from a source stop the run (`E_USAGE`, naming pixel and remedies) where the nodata is new to the array, and are
 *   left as they are, counted as `clashed`, where the array came with it;
 * - `clash` overrules both: `nudge`; `error`; `mask` lets them be invalid, counted as `clashed`.
 *
 * The validity of the result is the mask of the input.
 */
export const store: OpDef<StoreParams, StoreState> = {
  name: 'store',
  version: 1,
  parse,
  infer,
  prepare,
  stateBytes: (inputs) => 64 + 96 * (inputs[0] as ArraySpec).bands.length,
  demand: (out) => [[0, out]],
  scratchBytes: () => 0,
  elementwise: true,
  movesPixels: false,
  leaf: false,
  notes: (_inputs, _params, { spec, rules }) => clashNotes(spec, rules),
  simplify: () => null,
  run(out, inputs, _params, state, kit) {
    const block = inputs.get(0)
    if (block !== undefined) return run(out, block, state, kit)
    leaveBlank(out)
    settle(out, out.mask, state, kit, { masked: false, kept: false })
  },
}
