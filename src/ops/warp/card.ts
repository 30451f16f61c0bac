import type { Json } from '../../base/json.js'
import { apply, compose, invert } from '../../geo/affine.js'
import type { OpDef } from '../../graph/op.js'
import type { ArraySpec } from '../../graph/spec.js'
import { type WarpInput, warpInput, warpSpec } from './infer.js'
import { warpNotes, warpWarnings } from './notes.js'
import { isPlacedByGrid, parseWarpParams, type WarpParams } from './params.js'
import { runWarp, warpScratchBytes } from './run.js'
import { prepareWarp, type WarpState, warpDemand, warpStateBytes } from './state.js'

/** Rounding of grids that share an edge; a centre lies half a pixel inside. */
const slackPx = 1e-6

/** What makes one warp op differ from another. */
export interface WarpRules {
  readonly name: string
  readonly version: number
  /** Params that the op takes. */
  readonly keys: readonly string[]
  /** Throws where the input does not suit the op. */
  check(inputs: readonly ArraySpec[], params: WarpParams): void
}

/** The card of an op that moves pixels to another grid. */
export function warpCard(rules: WarpRules): OpDef<WarpParams, WarpState> {
  const { name, version, keys } = rules
  return {
    name,
    version,
    parse: (params: Json) => parseWarpParams(name, keys, params),
    infer(inputs, params) {
      const spec = warpSpec(name, inputs, params)
      rules.check(inputs, params)
      return spec
    },
    prepare: (inputs, params, assets) => prepareWarp(name, inputs, params, assets),
    stateBytes: (_inputs, params) => warpStateBytes(params),
    assetsOf: ({ geolocation }) => (geolocation === undefined ? [] : [geolocation.values]),
    demand: (out, inputs, params, state) => warpDemand(out, inputs, params, state),
    scratchBytes: (out, inputs, params) => warpScratchBytes(name, out, inputs, params),
    elementwise: false,
    movesPixels: false,
    keepsValid: (inputs, params) => keepsWithin(warpInput(name, inputs), params),
    leaf: false,
    notes: (inputs, params, state) => warpNotes(name, inputs, params, state),
    warnings: (inputs, params, state) => warpWarnings(name, inputs, params, state),
    simplify: (inputs, params) => (isPlacedByGrid(params) && isSameGrid(warpInput(name, inputs).spec, params) ? 'input' : null),
    run: (out, inputs, params, state, kit) => runWarp(name, out, inputs, params, state, kit),
  }
}

/** Whether the output lies within an input of the same CRS, so that each of its pixels has one under its centre. What goes round has no sides in x. */
function keepsWithin({ spec: { periodX }, geobox: { width, height, affine, crs } }: WarpInput, params: WarpParams): boolean {
  const { geobox, resampling } = params
  if (!isPlacedByGrid(params) || !['near', 'bilinear'].includes(resampling) || geobox.crs?.proj !== crs?.proj) return false
  const toInput = compose(invert(affine), geobox.affine)
  const inside = (x: number, y: number): boolean => {
    const at = apply(toInput, x, y)
    const isBeside = periodX === null && !(at.x > -slackPx && at.x < width + slackPx)
    return !isBeside && at.y > -slackPx && at.y < height + slackPx
  }
  const { width: right, height: bottom } = geobox
  return inside(0, 0) && inside(right, 0) && inside(0, bottom) && inside(right, bottom)
}

function isSameGrid({ geobox }: ArraySpec, params: WarpParams): boolean {
  if (geobox === null || geobox.width !== params.geobox.width || geobox.height !== params.geobox.height) return false
  const [one, other] = [geobox.affine, params.geobox.affine]
  const sameAffine = (['a', 'b', 'c', 'd', 'e', 'f'] as const).every((key) => one[key] === other[key])
  return sameAffine && geobox.crs?.proj === params.geobox.crs?.proj
}
