import type { OpDef } from '../graph/op.js'
import type { ArraySpec } from '../graph/spec.js'
import { coversAll } from './mosaic/covers.js'
import { mosaicSpec } from './mosaic/infer.js'
import { type MosaicParams, parseMosaicParams } from './mosaic/params.js'
import { placesOf } from './mosaic/places.js'
import { mosaicScratchBytes, runMosaic } from './mosaic/run.js'
import { type MosaicState, mosaicDemand, mosaicStateBytes, prepareMosaic } from './mosaic/state.js'

/** Whether no pixel of the output lies beside all inputs. */
function isCovered(inputs: readonly ArraySpec[], params: MosaicParams): boolean {
  const { geobox, rectangles } = placesOf(inputs, params)
  return coversAll(rectangles, geobox.width, geobox.height)
}

/** Whether the only input is all of the mosaic. */
function isWhole(inputs: readonly ArraySpec[], params: MosaicParams): boolean {
  const [only] = inputs
  if (inputs.length !== 1 || only === undefined || params.method === 'count') return false
  const { geobox, rectangles } = placesOf(inputs, params)
  const [x0, y0, x1, y1] = rectangles
  return x0 === 0 && y0 === 0 && x1 === geobox.width && y1 === geobox.height
}

/** The dtype of the pixels that are put together. */
interface TypedState extends MosaicState {
  readonly dtype: ArraySpec['dtype']
}

/**
 * `mosaic`: arrays beside and over each other on one lattice (one CRS, whole pixels apart) as one array, in the grid that holds all of them or in
 * one that is given. Where several have a valid pixel, `first` and `last` take it by the order of the inputs, `min` and `max` the least and
 * greatest (-0 below 0), `mean` the mean: exact for integers and rounded as floor(v + 0.5), in float64 in the order of inputs for floats. Invalid
 * pixels never count; a pixel that no input has is invalid. `count` is how many inputs have a valid pixel there, as uint32, and is always valid.
 * A window demands only the inputs that it touches, found in O(log inputs) by a packed R-tree.
 */
export const mosaic: OpDef<MosaicParams, TypedState> = {
  name: 'mosaic',
  version: 1,
  parse: parseMosaicParams,
  infer: mosaicSpec,
  prepare: (inputs, params) => ({ ...prepareMosaic(inputs, params), dtype: (inputs[0] as ArraySpec).dtype }),
  stateBytes: (inputs) => mosaicStateBytes(inputs),
  demand: (out, _inputs, _params, state) => mosaicDemand(out, state),
  scratchBytes: (out, inputs, { method }) => mosaicScratchBytes(method, (inputs[0] as ArraySpec).dtype, out),
  elementwise: false,
  movesPixels: false,
  keepsValid: (inputs, params) => params.method === 'count' || isCovered(inputs, params),
  leaf: false,
  simplify: (inputs, params) => (isWhole(inputs, params) ? 'input' : null),
  run: (out, inputs, { method }, state, kit) => runMosaic(method, state.dtype, out, inputs, state, kit),
}
