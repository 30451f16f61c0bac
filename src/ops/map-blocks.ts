import type { Block, OutBlock } from '../array/block.js'
import { maskNodata } from '../array/nodata-mask.js'
import { copyRun, forRuns, laidUnder } from '../array/runs.js'
import { formatWindow, intersect, isEmpty, shapeOf, sizeOf, type Window } from '../array/window.js'
import { type Dtype, dtypeOf, dtypes, isBigInt, isDtype, isInteger, type TypedArray, viewOf } from '../base/dtype.js'
import { RecipeError, UsageError } from '../base/errors.js'
import { isJsonObject, type Json, jsonText } from '../base/json.js'
import { type BlockPixels, blockFunction, type RawBlock, type UserCode } from '../graph/block-function.js'
import type { Kit, OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import { type ArraySpec, plainBand } from '../graph/spec.js'
import { fillInvalid } from '../kernels/elementwise.js'

/** Params of {@link mapBlocks}: which function, what it is given, how far it looks around a pixel, and what it makes (null: the array's dtype). */
export type MapBlocksParams = {
  /** The module's path; null for a function of the process that made the node. */
  readonly uri: string | null
  readonly sha256: string
  readonly export: string
  readonly params: Json
  /** Pixels around a block by dim; dims without any are left out. */
  readonly halo: { readonly [dim: string]: number }
  readonly dtype: Dtype | null
  /** What a function without a module is found by in the process that made it. */
  readonly inline: string | null
}

const keys = ['uri', 'sha256', 'export', 'params', 'halo', 'dtype', 'inline']

function parse(params: Json): MapBlocksParams {
  const given = paramsObject('mapBlocks', params, keys)
  const { uri = null, sha256, params: own = null, halo = {}, dtype = null, inline = null } = given
  if (typeof sha256 !== 'string' || typeof given.export !== 'string')
    throw new UsageError('mapBlocks: sha256 and export must be texts: the hash of the module, and the name of what it exports')
  if ((typeof uri === 'string') === (typeof inline === 'string'))
    throw new UsageError('mapBlocks: uri must be the path of a module, or null where inline names a function')
  if (dtype !== null && !isDtype(dtype))
    throw new UsageError(`mapBlocks: dtype ${jsonText(dtype)} is not known; there are ${Object.keys(dtypes).join(', ')}`)
  if (!isJsonObject(halo)) throw new UsageError(`mapBlocks: halo is ${jsonText(halo)}; give pixels by dim, as { y: 2, x: 2 }`)
  const around = Object.entries(halo).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [dim, pixels] of around) {
    if (typeof pixels === 'number' && Number.isSafeInteger(pixels) && pixels >= 0) continue
    throw new UsageError(`mapBlocks: halo of ${dim} is ${jsonText(pixels)}; give a whole number of pixels, 0 or more`)
  }
  return {
    ...{ uri: uri as string | null, sha256, export: given.export, params: own },
    halo: Object.fromEntries(around.filter(([, pixels]) => pixels !== 0)) as MapBlocksParams['halo'],
    ...{ dtype, inline: inline as string | null },
  }
}

/** Computed numbers: grid, labels, name and the descriptions of bands stay; nodata, scale, offset, unit and attributes do not. */
function infer([input]: readonly ArraySpec[], { dtype, halo }: MapBlocksParams): ArraySpec {
  const spec = input as ArraySpec
  const unknown = Object.keys(halo).find((dim) => !spec.dims.includes(dim))
  if (unknown !== undefined) throw new UsageError(`mapBlocks: halo names "${unknown}"; the array has ${spec.dims.join(', ')}`)
  const bands = spec.bands.map(({ description }) => ({ ...plainBand, description }))
  return { ...spec, dtype: dtype ?? spec.dtype, bands, categorical: false, moved: false, attrs: {} }
}

interface MapBlocksState {
  readonly spec: ArraySpec
  readonly halo: readonly number[]
}

const haloOf = ({ dims }: Pick<ArraySpec, 'dims'>, halo: MapBlocksParams['halo']): number[] => dims.map((dim) => halo[dim] ?? 0)

function grown({ start, stop }: Window, halo: readonly number[]): Window {
  return { start: start.map((at, dim) => at - (halo[dim] as number)), stop: stop.map((at, dim) => at + (halo[dim] as number)) }
}

/** The pixels under a window, copied: what is invalid, or lies outside of the array, is NaN in floats and 0 in integers. */
function given(window: Window, block: Block | undefined, { dims, dtype }: ArraySpec, kit: Kit): BlockPixels {
  const count = sizeOf(window)
  const { buffer } = kit.memory
  const data = viewOf(dtype, buffer, kit.scratch(count * dtypes[dtype].bytes), count)
  const valid = new Uint8Array(buffer, kit.scratch(count), count).fill(0)
  const part = block === undefined ? null : intersect(window, block.window)
  if (block !== undefined && part !== null && !isEmpty(part)) {
    const [target, source] = [laidUnder(part, dims, window, dims), laidUnder(part, dims, block.window, dims)]
    forRuns(shapeOf(part), [target, source], (_, length, [begin, origin], [stride, spacing]) => {
      const near = stride === 1
      for (let index = 0; index < length; index += near ? length : 1) {
        const to = (begin as number) + index * (stride as number)
        const from = (origin as number) + index * (spacing as number)
        copyPixels(block, from, near ? (spacing as number) : 1, data, valid, to, near ? length : 1)
      }
    })
  }
  fillInvalid(kit, data, valid, isBigInt(dtype) ? 0n : isInteger(dtype) ? 0 : Number.NaN)
  return { data, valid, shape: shapeOf(window), start: window.start }
}

function copyPixels(block: Block, from: number, stride: number, data: TypedArray, mask: Uint8Array, to: number, count: number): void {
  copyRun(block.data, from, stride, data, to, count)
  if (block.valid === null) mask.fill(1, to, to + count)
  else if (block.valid instanceof Uint8Array) copyRun(block.valid, from, stride, mask, to, count)
  else maskNodata({ data, from: to, count }, block.valid.nodata, mask, to)
}

/** Which of the result's pixels are valid in the array: the middle of the mask with its halo. */
function middle(from: BlockPixels, window: Window, dims: readonly string[], mask: Uint8Array): void {
  const around: Window = { start: from.start, stop: from.start.map((at, dim) => at + (from.shape[dim] as number)) }
  forRuns(shapeOf(window), [laidUnder(window, dims, around, dims)], (to, length, [at], [stride]) =>
    copyRun(from.valid, at as number, stride as number, mask, to, length),
  )
}

function nameOf({ uri, export: name }: MapBlocksParams): string {
  return uri === null ? `the inline function ${name}` : `${name} of ${uri}`
}

/** An error of the user's code, or in what it answered: which function, on which block. */
function failure(params: MapBlocksParams, window: Window, dims: readonly string[], what: string, cause?: unknown): UsageError {
  const block = formatWindow(window, dims)
  const stack = cause instanceof Error && cause.stack !== undefined ? { stack: cause.stack } : {}
  const fields = { module: params.uri, export: params.export, block, ...stack }
  return new UsageError(`mapBlocks: ${nameOf(params)}, block ${block}: ${what}`, fields, cause === undefined ? undefined : { cause })
}

function run(out: OutBlock, block: Block | undefined, params: MapBlocksParams, { spec, halo }: MapBlocksState, kit: Kit): void {
  const { dims } = spec
  const call = blockFunction(codeOf(params).key)
  if (call === undefined) throw new RecipeError(`mapBlocks: ${nameOf(params)} is not in this process: make the array anew from its module`)
  const from = given(grown(out.window, halo), block, spec, kit)
  const { data, mask } = out
  data.fill((typeof data[0] === 'bigint' ? 0n : 0) as never)
  middle(from, out.window, dims, mask)
  const target: BlockPixels = { data, valid: mask, shape: shapeOf(out.window), start: out.window.start }
  const raw: RawBlock = { ...from, spec, halo, params: params.params, out: target }
  let made: unknown
  try {
    made = call(raw)
  } catch (cause) {
    throw failure(params, out.window, dims, `it threw: ${cause instanceof Error ? cause.message : String(cause)}`, cause)
  }
  const wrong = take(made, target)
  if (wrong !== null) throw failure(params, out.window, dims, wrong)
  let invalid = 0
  for (let index = 0; index < mask.length; index++) {
    const isValid = mask[index] !== 0 && data[index] === data[index]
    mask[index] = isValid ? 1 : 0
    if (!isValid) invalid++
  }
  if (invalid === 0) out.valid = null
}

/** Puts what a function answered in its place. Answers what is wrong with it; null where it is right. */
function take(made: unknown, target: BlockPixels): string | null {
  if (made === target) return null
  const expected = `expected ${target.data.constructor.name} of ${target.data.length} pixels (${target.shape.join(' x ')})`
  if (typeof made !== 'object' || made === null)
    return `it answered ${made === undefined ? 'nothing' : String(made)}, ${expected}, { data, valid }, or block.out filled`
  if ('then' in made)
    return `it answered a promise, ${expected}: the function must not be async; load what it needs when the module is loaded`
  const { data, valid } = ArrayBuffer.isView(made) ? { data: made, valid: undefined } : (made as { data: unknown; valid?: unknown })
  if (!ArrayBuffer.isView(data)) return `it answered an object without data, ${expected}, { data, valid }, or block.out filled`
  const { length } = data as TypedArray
  if (dtypeOf(data) === undefined || dtypeOf(data) !== dtypeOf(target.data) || length !== target.data.length)
    return `it answered ${data.constructor.name} of ${length ?? data.byteLength} pixels, ${expected}`
  if (valid !== undefined && valid !== null && !(valid instanceof Uint8Array && valid.length === length))
    return `its valid is no Uint8Array of ${length} bytes (1 valid, 0 not): leave it out where validity is the array's, give null where all is valid`
  if (data !== target.data) target.data.set(data as never)
  if (valid === null) target.valid.fill(1)
  else if (valid !== undefined && valid !== target.valid) target.valid.set(valid as Uint8Array)
  return null
}

function codeOf({ uri, sha256, export: name, inline }: MapBlocksParams): UserCode {
  return { uri, sha256, name, key: inline ?? `${sha256}:${name}` }
}

/**
 * `mapBlocks`: a function of the user's over each block, in the thread that computes it. It is given copies, with a halo that is demanded of the array; what
 * lies outside of the array is invalid there. Pixels are the same for any chunks only where the function makes each from its halo alone.
 */
export const mapBlocks: OpDef<MapBlocksParams, MapBlocksState> = {
  name: 'mapBlocks',
  version: 1,
  parse,
  infer,
  prepare: ([input], { halo }) => ({ spec: input as ArraySpec, halo: haloOf(input as ArraySpec, halo) }),
  stateBytes: () => 1024,
  demand: (out, _inputs, _params, { halo }) => [[0, grown(out, halo)]],
  // Three times the result stay untouched: room on the heap for the array that a function answers, and for those of the calls before.
  scratchBytes: (out, [input], { halo, dtype }) => {
    const spec = input as ArraySpec
    const around = sizeOf(grown(out, haloOf(spec, halo)))
    return around * (dtypes[spec.dtype].bytes + 1) + 3 * sizeOf(out) * (dtypes[dtype ?? spec.dtype].bytes + 1) + 64
  },
  elementwise: false,
  movesPixels: false,
  keepsValid: () => false,
  leaf: false,
  codeOf,
  notes: (_inputs, params) => [
    params.uri === null
      ? `runs ${nameOf(params)} on the calling thread: the recipe cannot be run elsewhere`
      : `runs ${params.export} of ${params.uri.split('/').at(-1)} (sha256 ${params.sha256.slice(0, 12)})`,
  ],
  simplify: () => null,
  run: (out, inputs, params, state, kit) => run(out, inputs.get(0), params, state, kit),
}
