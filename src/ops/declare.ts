import { leaveBlank } from '../array/blank.js'
import type { Block, OutBlock, Validity } from '../array/block.js'
import { copyRun, forRuns, laidUnder } from '../array/runs.js'
import { shapeOf, type Window } from '../array/window.js'
import { type Element, isBigInt } from '../base/dtype.js'
import { DtypeError, GridError, UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { fits, type ScalarJson, scalarFromJson } from '../base/scalar.js'
import { forEachBand, nodataPerBand, type PerBand } from '../graph/band-values.js'
import type { InputBlocks, OpDef } from '../graph/op.js'
import { oneOf, paramsObject } from '../graph/params.js'
import type { ArraySpec } from '../graph/spec.js'

/** Params of {@link declare}, by band: what invalid pixels hold from now on, and which value is invalid; null for nothing. */
export type DeclareParams = {
  readonly fill: PerBand<ScalarJson | null>
  readonly nodata: PerBand<ScalarJson | null>
  /** How a second input says which pixels are valid: by values other than 0, or by its own validity. */
  readonly mask: 'values' | 'validity'
}

/** What `run` needs of the specs. */
interface DeclareState {
  readonly dims: readonly string[]
  readonly maskDims: readonly string[] | null
  readonly byValidity: boolean
  readonly fills: readonly (Element | null)[]
  readonly nodata: readonly (Element | null)[]
}

function parse(params: Json): DeclareParams {
  const { fill, nodata, mask } = paramsObject('declare', params, ['fill', 'nodata', 'mask'])
  return {
    fill: nodataPerBand('declare', fill),
    nodata: nodataPerBand('declare', nodata),
    mask: oneOf('declare', 'mask', mask, ['values', 'validity'], 'values'),
  }
}

function infer(inputs: readonly ArraySpec[], params: DeclareParams): ArraySpec {
  const { nodata } = prepare(inputs, params)
  const [spec, mask] = inputs as readonly [ArraySpec, ArraySpec | undefined]
  const odd = mask?.dims.find((dim, at) => !spec.dims.includes(dim) || spec.shape[spec.dims.indexOf(dim)] !== mask.shape[at])
  if (mask !== undefined && odd !== undefined)
    throw new GridError(`declare: the mask's dim ${odd} is not one of the array's, or has another extent there`)
  const declared = params.nodata === null ? [] : forEachBand('declare', 'nodata', params.nodata, spec)
  return { ...spec, bands: spec.bands.map((band, at) => (nodata[at] === null ? band : { ...band, nodata: declared[at] as ScalarJson })) }
}

function prepare([input, mask]: readonly ArraySpec[], params: DeclareParams): DeclareState {
  const spec = input as ArraySpec
  const elements = (key: 'fill' | 'nodata'): (Element | null)[] =>
    forEachBand('declare', key, params[key], spec).map((value) => {
      if (value === null) return null
      if (!fits(value, spec.dtype)) throw new DtypeError(`declare: ${key} ${value} is no ${spec.dtype}`)
      const element = scalarFromJson(value, spec.dtype)
      return isBigInt(spec.dtype) ? BigInt(element) : element
    })
  const fills = elements('fill')
  if (fills.some((fill) => fill !== null && fill !== fill)) throw new UsageError('declare: fill is NaN, which is never valid')
  return { dims: spec.dims, maskDims: mask?.dims ?? null, byValidity: params.mask === 'validity', fills, nodata: elements('nodata') }
}

/** The part of the mask under a window of the output. */
function maskWindow(out: Window, { dims, maskDims }: DeclareState): Window {
  const places = (maskDims ?? []).map((dim) => dims.indexOf(dim))
  return { start: places.map((at) => out.start[at] as number), stop: places.map((at) => out.stop[at] as number) }
}

function run(out: OutBlock, inputs: InputBlocks, state: DeclareState): void {
  const { dims, maskDims, fills, nodata } = state
  const block = inputs.get(0)
  const mask = maskDims === null ? null : (inputs.get(1) ?? 'nothing')
  const isBlank = mask === 'nothing' || (block === undefined && fills.every((fill) => fill === null))
  if (isBlank) {
    leaveBlank(out)
    return
  }
  const laid = [
    laidUnder(out.window, dims, (block ?? out).window, dims),
    laidUnder(out.window, dims, { start: [0], stop: [fills.length] }, ['band']),
    ...(mask === null ? [] : [laidUnder(out.window, dims, mask.window, maskDims as readonly string[])]),
  ]
  forRuns(shapeOf(out.window), laid, (to, length, offsets, strides) => {
    const [from, firstBand, below = 0] = offsets as [number, number, number?]
    const [stride, bandStride, belowStride = 0] = strides as [number, number, number?]
    // A run along bands has one band a step.
    const step = bandStride === 0 ? length : 1
    for (let at = 0; at < length; at += step) {
      const band = firstBand + at * bandStride
      const rules = { fill: fills[band] as Element | null, nodata: nodata[band] as Element | null }
      fillRun(out, to + at, step, block, { from: from + at * stride, stride }, rules)
      if (mask !== null) maskRun(out.mask, to + at, step, mask, { from: below + at * belowStride, stride: belowStride }, state.byValidity)
    }
  })
}

/** Elements of a block along a run. */
interface Run {
  readonly from: number
  readonly stride: number
}

/** Values and validity of one run of one band. */
function fillRun(
  out: OutBlock,
  to: number,
  count: number,
  block: Block | undefined,
  run: Run,
  { fill, nodata }: { readonly fill: Element | null; readonly nodata: Element | null },
): void {
  const { data, mask } = out
  const target = data as { [index: number]: Element }
  const end = to + count
  if (block === undefined) mask.fill(0, to, end)
  else {
    copyRun(block.data, run.from, run.stride, data, to, count)
    validRun(mask, to, count, block, run)
  }
  if (fill !== null) {
    for (let at = to; at < end; at++) {
      if (mask[at] === 1) continue
      target[at] = fill
      mask[at] = 1
    }
  }
  if (nodata === null || nodata !== nodata) return
  for (let at = to; at < end; at++) if (target[at] === nodata) mask[at] = 0
}

/** 1 where a pixel of a block is valid, along a run. */
function validRun(mask: Uint8Array, to: number, count: number, { data, valid }: Block, { from, stride }: Run): void {
  if (valid === null) mask.fill(1, to, to + count)
  else if (valid instanceof Uint8Array) copyRun(valid, from, stride, mask, to, count)
  else {
    const { nodata } = valid
    for (let at = to, source = from; at < to + count; at++, source += stride) {
      const value = data[source] as Element
      mask[at] = value === value && value !== nodata ? 1 : 0
    }
  }
}

/** Takes away what the mask does not have. */
function maskRun(target: Uint8Array, to: number, count: number, mask: Block, { from, stride }: Run, byValidity: boolean): void {
  const { data } = mask
  const valid: Validity = mask.valid
  if (byValidity && valid === null) return
  for (let at = to, source = from; at < to + count; at++, source += stride) {
    const value = data[source] as Element
    const isThere = valid === null || (valid instanceof Uint8Array ? valid[source] === 1 : value === value && value !== valid.nodata)
    if (!isThere || (!byValidity && Number(value) === 0)) target[at] = 0
  }
}

/**
 * `declare`: says anew which pixels are valid, by band: invalid ones hold `fill` and are valid; then those that equal `nodata` are invalid, and the bands declare
 * it; then, with a second input over some of the dims, those stay valid for which it is not 0 (or is valid itself: `mask: 'validity'`). NaN stays invalid unless it is filled.
 */
export const declare: OpDef<DeclareParams, DeclareState> = {
  name: 'declare',
  version: 1,
  parse,
  infer,
  prepare,
  stateBytes: (inputs) => 256 + 64 * (inputs[0] as ArraySpec).bands.length,
  demand: (out, _inputs, _params, state) =>
    state.maskDims === null
      ? [[0, out]]
      : [
          [0, out],
          [1, maskWindow(out, state)],
        ],
  scratchBytes: () => 0,
  elementwise: true,
  movesPixels: false,
  keepsValid: (inputs, { nodata }) => inputs.length === 1 && [nodata].flat().every((value) => value === null),
  leaf: false,
  simplify: (inputs, { fill, nodata }) => (inputs.length === 1 && [fill, nodata].flat().every((value) => value === null) ? 'input' : null),
  run: (out, inputs, _params, state) => run(out, inputs, state),
}
