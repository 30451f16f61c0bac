import type { OpDef } from '../graph/op.js'
import { type ArraySpec, type Band, plainBand } from '../graph/spec.js'
import { type FocalState, focalKeepsValid, focalScratch, focalState, runFocal } from './focal/focal-run.js'
import { planar, withHalo } from './focal/halo.js'
import { type FocalParams, focalDtype, isPicked, parseFocal, reachOf } from './focal/neighbourhood.js'

export { type FocalEdge, type FocalStatistic, focalStatistics } from './focal/neighbourhood.js'

function infer(inputs: readonly ArraySpec[], params: FocalParams): ArraySpec {
  const { statistic } = params
  const spec = planar('focal', inputs)
  const picked = isPicked(statistic)
  const keepsScale = picked || statistic === 'mean' || statistic === 'median'
  const bandOf = (band: Band): Band =>
    keepsScale ? { ...band, nodata: picked ? band.nodata : null } : { ...plainBand, description: band.description }
  return {
    ...spec,
    dtype: focalDtype(statistic, spec.dtype),
    bands: spec.bands.map(bandOf),
    categorical: picked && spec.categorical,
    moved: false,
    attrs: {},
  }
}

/**
 * `focal`: a statistic of the pixels around each pixel, by a kernel of weights. Weights count for `convolve`, `correlate`, `sum` and `mean`; for others a
 * pixel counts unless its weight is 0. Values are float32, or float64 for float64 and 32-bit integers; sums are float64, in the order of the kernel's rows.
 *
 * Invalid pixels are left out (`skipna`) or make the result invalid; what lies beyond the array is invalid, or made by `edge`. Arrays that go round the
 * earth have no edges in x.
 */
export const focal: OpDef<FocalParams, FocalState> = {
  name: 'focal',
  version: 1,
  parse: parseFocal,
  infer,
  prepare: (inputs, params) => focalState(inputs[0] as ArraySpec, params),
  stateBytes: (_inputs, { kernel }) => 1024 + kernel.length * (kernel[0] as readonly number[]).length * 160,
  demand: (out, _inputs, { kernel }) => [[0, withHalo(out, reachOf(kernel))]],
  scratchBytes: (out, inputs, params) => focalScratch(out, focalState(inputs[0] as ArraySpec, params), params),
  elementwise: false,
  movesPixels: false,
  goesRound: true,
  keepsValid: (_inputs, params) => focalKeepsValid(params),
  leaf: false,
  simplify: () => null,
  run: (out, inputs, params, state, kit) => runFocal(out, inputs.get(0), state, params, kit),
}
