import { leaveBlank } from '../array/blank.js'
import type { Block, OutBlock } from '../array/block.js'
import { forRuns, type Laid, laidUnder } from '../array/runs.js'
import { shapeOf } from '../array/window.js'
import { type Dtype, dtypes, isDtype, isInteger } from '../base/dtype.js'
import { DtypeError, UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { fits, type ScalarJson } from '../base/scalar.js'
import { forEachBand, nodataPerBand, numberPerBand, type PerBand } from '../graph/band-values.js'
import type { Kit, OpDef } from '../graph/op.js'
import { oneOf, paramsObject } from '../graph/params.js'
import type { ArraySpec, Band } from '../graph/spec.js'
import { roundToInteger, tileBytes, tileLength, tileLoader, unscale } from '../kernels/elementwise.js'

/** Params of {@link encode}. `clamp` keeps what the dtype cannot hold at its ends, instead of making it invalid. */
export type EncodeParams = {
  readonly dtype: Dtype
  readonly scale: PerBand<number>
  readonly offset: PerBand<number>
  readonly nodata: PerBand<ScalarJson | null>
  readonly rounding: 'even' | 'nearest'
  readonly clamp: boolean
}

interface EncodeState {
  readonly spec: ArraySpec
  readonly scales: readonly number[]
  readonly offsets: readonly number[]
  readonly varied: boolean
}

function parse(params: Json): EncodeParams {
  const given = paramsObject('encode', params, ['dtype', 'scale', 'offset', 'nodata', 'rounding', 'clamp'])
  const { dtype, clamp = false } = given
  if (!isDtype(dtype) || !isInteger(dtype)) {
    throw new UsageError(
      `encode: dtype is ${JSON.stringify(dtype)}; give an integer dtype (to store floats as they are, write them without encode)`,
    )
  }
  if (typeof clamp !== 'boolean') throw new UsageError(`encode: clamp is ${JSON.stringify(clamp)}; give true or false`)
  const factor = numberPerBand('encode', 'scale', given.scale) ?? 1
  if ([factor].flat().includes(0)) throw new UsageError('encode: scale is 0; nothing can be divided by it')
  const nodata = nodataPerBand('encode', given.nodata)
  const misfit = [nodata].flat().find((value) => value !== null && !fits(value, dtype))
  if (misfit !== undefined) {
    const { min, max } = dtypes[dtype]
    throw new UsageError(`encode: nodata ${misfit} is no ${dtype}; give a whole number from ${min} to ${max}`)
  }
  return {
    dtype,
    scale: factor,
    offset: numberPerBand('encode', 'offset', given.offset) ?? 0,
    nodata,
    rounding: oneOf('encode', 'rounding', given.rounding, ['even', 'nearest'], 'even'),
    clamp,
  }
}

function prepare([input]: readonly ArraySpec[], params: EncodeParams): EncodeState {
  const spec = input as ArraySpec
  const scales = forEachBand('encode', 'scale', params.scale, spec)
  const offsets = forEachBand('encode', 'offset', params.offset, spec)
  const varied = scales.some((value) => value !== scales[0]) || offsets.some((value) => value !== offsets[0])
  return { spec, scales, offsets, varied }
}

function infer(inputs: readonly ArraySpec[], params: EncodeParams): ArraySpec {
  const { spec, scales, offsets } = prepare(inputs, params)
  const stored = spec.bands.find((band) => band.scale !== 1 || band.offset !== 0)
  if (stored !== undefined) {
    throw new DtypeError(`encode: the array still holds stored values (scale ${stored.scale}, offset ${stored.offset}); decode it first`)
  }
  const nodata = forEachBand('encode', 'nodata', params.nodata, spec)
  const bands: Band[] = spec.bands.map((band, at) => ({
    ...band,
    nodata: nodata[at] as ScalarJson | null,
    scale: scales[at] as number,
    offset: offsets[at] as number,
  }))
  return { ...spec, dtype: params.dtype, bands, moved: false }
}

function run(out: OutBlock, block: Block, params: EncodeParams, state: EncodeState, kit: Kit): void {
  const { dims } = state.spec
  const [tile, result] = [kit.scratch(tileBytes), kit.scratch(tileLength * 8)]
  const load = tileLoader(kit, 'float64', block, tile)
  const [rescale, round] = [unscale(kit), roundToInteger(kit, params.dtype, params.rounding, params.clamp)]
  const laid: Laid[] = [laidUnder(out.window, dims, block.window, dims)]
  // Lies like the list of bands: the offset of a run is its band.
  if (state.varied) laid.push(laidUnder(out.window, dims, { start: [0], stop: [state.scales.length] }, ['band']))
  const width = out.data.BYTES_PER_ELEMENT
  forRuns(shapeOf(out.window), laid, (to, length, offsets, strides) => {
    const [offset, stride, band, bandStride] = [offsets[0] as number, strides[0] as number, offsets[1] ?? 0, strides[1] ?? 0]
    const step = bandStride === 0 ? tileLength : 1
    for (let at = 0; at < length; at += step) {
      const count = Math.min(step, length - at)
      const here = band + at * bandStride
      rescale(load(offset + at * stride, stride, count), result, count, state.scales[here] as number, state.offsets[here] as number)
      round(result, out.data.byteOffset + (to + at) * width, out.mask.byteOffset + to + at, count)
    }
  })
}

/**
 * `encode`: integers from physical values, `(value - offset) / scale` by band in float64, rounded half to even (as CF writers do) or `nearest`
 * (floor(v + 0.5)). What the dtype cannot hold is invalid, or clamped where asked. The bands take the scale, offset and nodata;
 * a valid pixel that comes out equal to nodata is moved aside when it is stored (see store.ts).
 */
export const encode: OpDef<EncodeParams, EncodeState> = {
  name: 'encode',
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
  simplify: () => null,
  run(out, inputs, params, state, kit) {
    const block = inputs.get(0)
    if (block === undefined) leaveBlank(out)
    else run(out, block, params, state, kit)
  },
}
