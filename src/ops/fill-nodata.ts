import { leaveBlank } from '../array/blank.js'
import { UsageError } from '../base/errors.js'
import { type Json, jsonText } from '../base/json.js'
import type { OpDef } from '../graph/op.js'
import { oneOf, paramsObject } from '../graph/params.js'
import type { ArraySpec } from '../graph/spec.js'
import { valueKind } from '../graph/value-kind.js'
import { type FillParams, fillReach, fillScratch, runFill } from './focal/fill-run.js'
import { planar, withHalo } from './focal/halo.js'

/** Greatest distance and most turns of smoothing together: a halo beyond this fits no budget. */
const mostReach = 8192

function parse(params: Json): FillParams {
  const given = paramsObject('fillNodata', params, ['maxDistance', 'method', 'smoothing'])
  const { maxDistance = 100, smoothing = 0 } = given
  if (typeof maxDistance !== 'number' || !(maxDistance >= 1 && maxDistance <= mostReach))
    throw new UsageError(`fillNodata: maxDistance is ${jsonText(maxDistance)}; give pixels, 1 to ${mostReach}`)
  if (typeof smoothing !== 'number' || !Number.isSafeInteger(smoothing) || smoothing < 0 || smoothing > mostReach)
    throw new UsageError(`fillNodata: smoothing is ${jsonText(smoothing)}; give how often, a whole number from 0`)
  return { maxDistance, method: oneOf('fillNodata', 'method', given.method, ['inverse', 'nearest'], 'inverse'), smoothing }
}

function infer(inputs: readonly ArraySpec[], { method, smoothing }: FillParams): ArraySpec {
  const spec = planar('fillNodata', inputs)
  if (valueKind(spec) !== 'amounts' && (method !== 'nearest' || smoothing > 0))
    throw new UsageError(`fillNodata: values are classes or bits, which cannot be weighed: use method "nearest" without smoothing`)
  return { ...spec, moved: false }
}

/**
 * `fillNodata`: invalid pixels filled from the nearest valid pixels of the four quarters around them, weighed by the reciprocal of their distance, as
 * gdal_fillnodata does it; of nothing farther away than `maxDistance`, so that a pixel depends on its halo alone. What is filled is computed in float32.
 */
export const fillNodata: OpDef<FillParams, ArraySpec> = {
  name: 'fillNodata',
  version: 1,
  parse,
  infer,
  prepare: (inputs) => inputs[0] as ArraySpec,
  stateBytes: () => 64,
  demand(out, _inputs, params) {
    const reach = fillReach(params)
    return [[0, withHalo(out, { x: reach, y: reach })]]
  },
  scratchBytes: (out, _inputs, params) => fillScratch(out, params),
  elementwise: false,
  movesPixels: false,
  goesRound: true,
  keepsValid: () => true,
  leaf: false,
  notes: (_inputs, params) => [
    `holes are filled from up to ${params.maxDistance} px away: each window is read with ${fillReach(params)} px more on each side`,
  ],
  simplify: () => null,
  run(out, inputs, params, spec, kit) {
    const block = inputs.get(0)
    if (block === undefined) leaveBlank(out)
    else runFill(out, block, spec, params, kit)
  },
}
