import { leaveBlank } from '../array/blank.js'
import { copyRun, forRuns, laidUnder } from '../array/runs.js'
import { shapeOf } from '../array/window.js'
import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { broadcastSpec, windowsUnder } from '../graph/broadcast.js'
import { adoptedGridNote } from '../graph/grids-agree.js'
import type { OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import type { ArraySpec } from '../graph/spec.js'
import { maskOf } from '../kernels/elementwise.js'

/** Params of {@link mask}: none. */
export type MaskParams = Record<string, never>

function parse(params: Json): MaskParams {
  return paramsObject('mask', params, []) as MaskParams
}

function infer(inputs: readonly ArraySpec[]): ArraySpec {
  const [spec, condition] = inputs
  if (spec === undefined || condition === undefined || inputs.length !== 2) throw new UsageError('mask: expected an array and a condition')
  const more = condition.dims.find((dim) => !spec.dims.includes(dim))
  if (more === undefined) return { ...broadcastSpec(inputs), moved: spec.moved }
  throw new UsageError(`mask: the condition has the dim ${more}, the array has ${spec.dims.join(', ')}: select one of ${more} with isel`)
}

/** `mask`: the pixels of an array where a condition is valid and not 0; all others are invalid. Dims that the condition lacks are repeated. */
export const mask: OpDef<MaskParams, readonly [readonly string[], readonly string[]]> = {
  name: 'mask',
  version: 1,
  parse,
  infer,
  prepare: ([array, condition]) => [(array as ArraySpec).dims, (condition as ArraySpec).dims],
  stateBytes: () => 64,
  demand: (out, inputs) => windowsUnder(out, inputs),
  scratchBytes: () => 0,
  elementwise: true,
  // Conditions are not moved; the pixels that stay have their bits.
  movesPixels: false,
  keepsValid: () => false,
  leaf: false,
  notes: ([array, condition]) => {
    const note = adoptedGridNote(array as ArraySpec, condition as ArraySpec, 'the condition')
    return note === null ? [] : [note]
  },
  simplify: () => null,
  run(out, inputs, _params, [dims, conditionDims], kit) {
    const [block, condition] = [inputs.get(0), inputs.get(1)]
    if (block === undefined || condition === undefined) {
      leaveBlank(out)
      return
    }
    const { data, valid } = block
    const laid = [laidUnder(out.window, dims, block.window, dims), laidUnder(out.window, dims, condition.window, conditionDims)]
    const masked = valid instanceof Uint8Array
    forRuns(shapeOf(out.window), laid, (to, length, [from], [stride]) => {
      copyRun(data, from as number, stride as number, out.data, to, length)
      if (masked) copyRun(valid, from as number, stride as number, out.mask, to, length)
    })
    if (!masked && maskOf(kit, { data: out.data, valid }, out.mask.byteOffset) === null) out.mask.fill(1)
    const there = condition.valid
    const nodata = there === null || there instanceof Uint8Array ? null : there.nodata
    forRuns(shapeOf(out.window), laid, (to, length, [, from], [, stride]) => {
      for (let at = to, own = from as number; at < to + length; at++, own += stride as number) {
        const value = condition.data[own]
        // biome-ignore lint/suspicious/noDoubleEquals: 0 and 0n both say no.
        const isTrue = value != 0 && value === value && value !== nodata && !(there instanceof Uint8Array && there[own] === 0)
        if (!isTrue) out.mask[at] = 0
      }
    })
  },
}
