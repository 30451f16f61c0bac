import { leaveBlank } from '../array/blank.js'
import type { Block, OutBlock } from '../array/block.js'
import { forRuns, type Laid, laidUnder } from '../array/runs.js'
import { shapeOf } from '../array/window.js'
import { type Dtype, dtypes } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { forEachBand, numberPerBand, type PerBand } from '../graph/band-values.js'
import type { Kit, OpDef } from '../graph/op.js'
import { oneOf, paramsObject } from '../graph/params.js'
import type { ArraySpec } from '../graph/spec.js'
import { roundToFloat32, scale, tileBytes, tileLength, tileLoader } from '../kernels/elementwise.js'

/** Params of {@link decode}. Null takes what the array's bands say; dtype null is float32 up to 16-bit integers and float32, else float64. */
export type DecodeParams = {
  readonly scale: PerBand<number> | null
  readonly offset: PerBand<number> | null
  readonly dtype: 'float32' | 'float64' | null
}

/** Scale and offset of each band. */
interface DecodeState {
  readonly spec: ArraySpec
  readonly dtype: 'float32' | 'float64'
  readonly scales: readonly number[]
  readonly offsets: readonly number[]
  /** Whether the bands differ. */
  readonly varied: boolean
}

function parse(params: Json): DecodeParams {
  const given = paramsObject('decode', params, ['scale', 'offset', 'dtype'])
  const factor = numberPerBand('decode', 'scale', given.scale)
  if ([factor].flat().includes(0)) throw new UsageError('decode: scale is 0, which makes every pixel the offset')
  return {
    scale: factor,
    offset: numberPerBand('decode', 'offset', given.offset),
    dtype: oneOf('decode', 'dtype', given.dtype, ['float32', 'float64', null], null),
  }
}

function prepare([input]: readonly ArraySpec[], { scale: factor, offset, dtype }: DecodeParams): DecodeState {
  const spec = input as ArraySpec
  const scales = factor === null ? spec.bands.map((band) => band.scale) : forEachBand('decode', 'scale', factor, spec)
  const offsets = offset === null ? spec.bands.map((band) => band.offset) : forEachBand('decode', 'offset', offset, spec)
  const varied = scales.some((value) => value !== scales[0]) || offsets.some((value) => value !== offsets[0])
  return { spec, dtype: dtype ?? naturalDtype(spec.dtype), scales, offsets, varied }
}

function naturalDtype(dtype: Dtype): 'float32' | 'float64' {
  return dtypes[dtype].bytes <= 2 || dtype === 'float32' ? 'float32' : 'float64'
}

function infer(inputs: readonly ArraySpec[], params: DecodeParams): ArraySpec {
  const { spec, dtype } = prepare(inputs, params)
  const bands = spec.bands.map((band) => ({ ...band, nodata: null, scale: 1, offset: 0 }))
  return { ...spec, dtype, bands, moved: false }
}

function isIdentity(state: DecodeState, band: number): boolean {
  return state.scales[band] === 1 && state.offsets[band] === 0
}

function run(out: OutBlock, block: Block, state: DecodeState, kit: Kit): void {
  const { dims } = state.spec
  const [tile, result] = [kit.scratch(tileBytes), kit.scratch(tileLength * 8)]
  const load = tileLoader(kit, 'float64', block, tile)
  const [rescale, demote] = [scale(kit), roundToFloat32(kit)]
  const laid: Laid[] = [laidUnder(out.window, dims, block.window, dims)]
  // Lies like the list of bands: the offset of a run is its band.
  if (state.varied) laid.push(laidUnder(out.window, dims, { start: [0], stop: [state.scales.length] }, ['band']))
  const width = out.data.BYTES_PER_ELEMENT
  const doubles = state.dtype === 'float64'
  const compute = (to: number, count: number, offset: number, stride: number, band: number): void => {
    const target = out.data.byteOffset + to * width
    const source = load(offset, stride, count)
    const scaled = doubles ? target : result
    const untouched = isIdentity(state, band)
    if (!untouched) rescale(source, scaled, count, state.scales[band] as number, state.offsets[band] as number)
    else if (doubles) new Uint8Array(kit.memory.buffer).copyWithin(target, source, source + count * 8)
    if (!doubles) demote(untouched ? source : scaled, target, count)
  }
  forRuns(shapeOf(out.window), laid, (to, length, offsets, strides) => {
    const [offset, stride, band, bandStride] = [offsets[0] as number, strides[0] as number, offsets[1] ?? 0, strides[1] ?? 0]
    const step = bandStride === 0 ? tileLength : 1
    for (let at = 0; at < length; at += step) {
      compute(to + at, Math.min(step, length - at), offset + at * stride, stride, band + at * bandStride)
    }
  })
  out.valid = block.valid === null ? null : { nodata: Number.NaN }
}

/**
 * `decode`: physical values from stored ones, `stored * scale + offset` by band, each operation in float64, then rounded to the dtype.
 * Values of a band with scale 1 and offset 0 are taken as they are. The result has scale 1, offset 0 and no nodata; invalid pixels stay invalid.
 */
export const decode: OpDef<DecodeParams, DecodeState> = {
  name: 'decode',
  version: 1,
  parse,
  infer,
  prepare,
  stateBytes: (inputs) => 64 + 16 * (inputs[0] as ArraySpec).bands.length,
  demand: (out) => [[0, out]],
  scratchBytes: () => tileBytes + tileLength * 8 + 64,
  elementwise: true,
  movesPixels: false,
  leaf: false,
  simplify(inputs, params) {
    const state = prepare(inputs, params)
    return state.dtype === state.spec.dtype && state.scales.every((_, band) => isIdentity(state, band)) ? 'input' : null
  },
  run(out, inputs, _params, state, kit) {
    const block = inputs.get(0)
    if (block === undefined) leaveBlank(out)
    else run(out, block, state, kit)
  },
}
