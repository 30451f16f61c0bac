import { leaveBlank } from '../array/blank.js'
import type { Block, OutBlock } from '../array/block.js'
import { maskNodata } from '../array/nodata-mask.js'
import { copyRun, forRuns, type Laid, laidUnder } from '../array/runs.js'
import { shapeOf, sizeOf, type Window } from '../array/window.js'
import { type Element, isBigInt, isInteger } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { fits, scalarFromJson } from '../base/scalar.js'
import type { Kit, OpDef } from '../graph/op.js'
import { oneOf, paramsObject } from '../graph/params.js'
import type { ArraySpec, Band } from '../graph/spec.js'
import { andMasks, countInvalid, fillInvalid, maskOf, orMasks } from '../kernels/elementwise.js'

/** Params of {@link unify}: the dim along which pixels become valid together, and whether `any` or `all` of them decide. */
export type UnifyParams = { readonly dim: string; readonly rule: 'any' | 'all' }

/** What `run` needs of the spec. */
interface UnifyState {
  readonly rule: 'any' | 'all'
  readonly dims: readonly string[]
  /** Position of the dim that is unified, and its extent. */
  readonly at: number
  readonly extent: number
  /** Position of the dim `band`, -1 without. */
  readonly bandAt: number
  /** By band, what becomes of an invalid value that is to be valid; null: nothing, it stays invalid. */
  readonly fills: readonly (Element | null)[]
}

/** Elements of one step: the mask of a step stays in the first-level cache. */
const stepLength = 8192

function parse(params: Json): UnifyParams {
  const { dim = 'band', rule } = paramsObject('unify', params, ['dim', 'rule'])
  if (typeof dim !== 'string' || dim === '') throw new UsageError(`unify: dim is ${JSON.stringify(dim)}; name the dim to unify`)
  if (rule === undefined) throw new UsageError('unify: rule is missing; give "any" or "all"')
  return { dim, rule: oneOf('unify', 'rule', rule, ['any', 'all'], 'any') }
}

function infer([input]: readonly ArraySpec[], { dim, rule }: UnifyParams): ArraySpec {
  const spec = input as ArraySpec
  const extent = spec.shape[spec.dims.indexOf(dim)]
  if (extent === undefined) throw new UsageError(`unify: there is no dim "${dim}"; the array has ${spec.dims.join(', ')}`)
  if (rule === 'all' || extent === 1) return spec
  // A valid pixel may hold what was nodata, so that nodata tells nothing any more; only NaN still does.
  return { ...spec, bands: spec.bands.map((band) => (fillOf(band, spec) === null ? band : { ...band, nodata: null })) }
}

/** What is stored under an invalid pixel of a band: its nodata value, 0 in integers without one; null for NaN, which is never valid. */
function fillOf({ nodata }: Band, { dtype }: ArraySpec): Element | null {
  const value = nodata !== null && fits(nodata, dtype) ? scalarFromJson(nodata, dtype) : isInteger(dtype) ? 0 : Number.NaN
  if (value !== value) return null
  return isBigInt(dtype) ? BigInt(value) : value
}

function prepare([input]: readonly ArraySpec[], { dim, rule }: UnifyParams): UnifyState {
  const spec = input as ArraySpec
  const at = spec.dims.indexOf(dim)
  return {
    ...{ rule, at, dims: spec.dims, extent: spec.shape[at] as number, bandAt: spec.dims.indexOf('band') },
    fills: spec.bands.map((band) => fillOf(band, spec)),
  }
}

/** A window with other bounds along one dim. */
function withBounds({ start, stop }: Window, at: number, from: number, to: number): Window {
  return { start: start.with(at, from), stop: stop.with(at, to) }
}

/** Bytes of scratch: the joint mask of a window, and the mask of one step. */
function scratchNeeded(out: Window, at: number): number {
  return sizeOf(withBounds(out, at, 0, 1)) + stepLength + 64
}

/** The bytes of a window without the unified dim, 1 where the pixel is valid by the rule. */
function jointMask(out: Window, block: Block, own: Uint8Array, { rule, dims, at, extent }: UnifyState, kit: Kit): Uint8Array {
  const size = sizeOf(withBounds(out, at, 0, 1))
  const joint = new Uint8Array(kit.memory.buffer, kit.scratch(size), size).fill(rule === 'all' ? 1 : 0)
  for (let index = 0; index < extent; index++) {
    const plane = withBounds(out, at, index, index + 1)
    forSteps(plane, [laidUnder(plane, dims, block.window, dims)], (to, count, [from], [stride]) => {
      const valid = ownMask(block, from as number, stride as number, own.subarray(0, count), kit)
      const target = joint.subarray(to, to + count)
      if (valid === null) {
        if (rule === 'any') target.fill(1)
      } else if (rule === 'any') orMasks(kit, valid, target)
      else andMasks(kit, valid, target)
    })
  }
  return joint
}

/** Walks a window in runs of at most `stepLength` elements. */
function forSteps(
  window: Window,
  arrays: readonly Laid[],
  visit: (out: number, count: number, offsets: readonly number[], strides: readonly number[]) => void,
): void {
  forRuns(shapeOf(window), arrays, (to, length, offsets, strides) => {
    for (let at = 0; at < length; at += stepLength) {
      const moved = offsets.map((offset, array) => offset + at * (strides[array] as number))
      visit(to + at, Math.min(stepLength, length - at), moved, strides)
    }
  })
}

/** The validity of `own.length` pixels of a block, `stride` apart: null where all are valid; `own` is there to be filled. */
function ownMask({ data, valid }: Block, from: number, stride: number, own: Uint8Array, kit: Kit): Uint8Array | null {
  const count = own.length
  if (valid === null) return null
  if (valid instanceof Uint8Array) {
    if (stride === 1) return valid.subarray(from, from + count)
    copyRun(valid, from, stride, own, 0, count)
    return own
  }
  if (stride === 1) return maskOf(kit, { data: data.subarray(from, from + count), valid }, own.byteOffset)
  for (let at = 0; at < count; at++) maskNodata({ data, from: from + at * stride, count: 1 }, valid.nodata, own, at)
  return own
}

function run(out: OutBlock, block: Block, state: UnifyState, kit: Kit): void {
  const { rule, dims, fills } = state
  if (block.valid === null) {
    forRuns(shapeOf(out.window), [laidUnder(out.window, dims, block.window, dims)], (to, length, [from], [stride]) => {
      copyRun(block.data, from as number, stride as number, out.data, to, length)
    })
    out.valid = null
    return
  }
  const own = new Uint8Array(kit.memory.buffer, kit.scratch(stepLength), stepLength)
  const joint = jointMask(out.window, block, own, state, kit)
  for (const [band, plane] of planesOf(out.window, state.bandAt))
    fillPlane(out, block, joint, { plane, fill: fills[band] }, own, state, kit)
  if (countInvalid(kit, joint) === 0 && (rule === 'all' || !fills.includes(null))) out.valid = null
}

/** Copies the pixels of one band and gives them the joint mask. */
function fillPlane(
  out: OutBlock,
  block: Block,
  joint: Uint8Array,
  { plane, fill = null }: { readonly plane: Window; readonly fill: Element | null | undefined },
  own: Uint8Array,
  { rule, dims, at }: UnifyState,
  kit: Kit,
): void {
  const under = { start: out.window.start.toSpliced(at, 1), stop: out.window.stop.toSpliced(at, 1) }
  const laid = [
    laidUnder(plane, dims, out.window, dims),
    laidUnder(plane, dims, block.window, dims),
    laidUnder(plane, dims, under, dims.toSpliced(at, 1)),
  ]
  forSteps(plane, laid, (_, length, places, strides) => {
    const [step, stride, below] = strides as [number, number, number]
    // Where the unified dim or `band` is the last, pixels of a run are not neighbours in memory.
    const count = step === 1 && below === 1 ? length : 1
    for (let done = 0; done < length; done += count) {
      const [to, from, shared] = places.map((place, array) => place + done * (strides[array] as number)) as [number, number, number]
      const data = out.data.subarray(to, to + count)
      const mask = out.mask.subarray(to, to + count)
      copyRun(block.data, from, stride, out.data, to, count)
      const valid = rule === 'all' ? null : ownMask(block, from, stride, own.subarray(0, count), kit)
      if (valid !== null && fill !== null) fillInvalid(kit, data, valid, fill)
      mask.set(valid !== null && fill === null ? valid : joint.subarray(shared, shared + count))
    }
  })
}

/** The parts of a window that are each of one band. */
function planesOf(window: Window, bandAt: number): (readonly [band: number, plane: Window])[] {
  if (bandAt < 0) return [[0, window]]
  const first = window.start[bandAt] as number
  return Array.from({ length: (window.stop[bandAt] as number) - first }, (_, index) => {
    const band = first + index
    return [band, withBounds(window, bandAt, band, band + 1)]
  })
}

function notes(_inputs: readonly ArraySpec[], { dim, rule }: UnifyParams, { extent, fills }: UnifyState): string[] {
  const what = `validity unified over ${dim}: a pixel is valid where ${rule === 'all' ? `all ${extent} are` : `any of ${extent} is`}`
  if (rule === 'all') return [what]
  const held = [...new Set(fills)].filter((fill) => fill !== null)
  const become = held.length === 0 ? '' : `; what was invalid there becomes ${held.join(' or ')}, a value like others`
  return [`${what}${become}${fills.includes(null) ? '; NaN stays invalid' : ''}`]
}

/**
 * `unify`: pixels that differ only in their place along a dim (`band`) become valid together: where `all` of them are, or where `any` of them
 * is. Values stay, except under `any`: what was invalid by itself holds the nodata value that its band declared, 0 in integers that declared
 * none, whatever stood there. That value is data now, so the result declares no nodata and outputs tell validity by other means; NaN is never
 * valid, so that floats whose nodata is NaN, or that declare none, stay invalid by themselves.
 */
export const unify: OpDef<UnifyParams, UnifyState> = {
  name: 'unify',
  version: 1,
  parse,
  infer,
  prepare,
  stateBytes: (inputs) => 256 + 32 * (inputs[0] as ArraySpec).bands.length,
  demand: (out, _inputs, _params, { at, extent }) => [[0, withBounds(out, at, 0, extent)]],
  scratchBytes: (out, inputs, { dim }) => scratchNeeded(out, (inputs[0] as ArraySpec).dims.indexOf(dim)),
  elementwise: false,
  // A nodata value that becomes valid is what a source stores there: no pixel is computed.
  movesPixels: true,
  keepsValid: () => true,
  leaf: false,
  notes,
  simplify: ([input], { dim }) => ((input as ArraySpec).shape[(input as ArraySpec).dims.indexOf(dim)] === 1 ? 'input' : null),
  run(out, inputs, _params, state, kit) {
    const block = inputs.get(0)
    if (block === undefined) leaveBlank(out)
    else run(out, block, state, kit)
  },
}
