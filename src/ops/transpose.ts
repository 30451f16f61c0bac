import { leaveBlank } from '../array/blank.js'
import { chunkGrid } from '../array/chunk-grid.js'
import { copyRun, forRuns, laidUnder } from '../array/runs.js'
import { shapeOf, type Window } from '../array/window.js'
import { UsageError } from '../base/errors.js'
import { isJsonObject, type Json, type JsonObject, jsonText } from '../base/json.js'
import type { OpDef } from '../graph/op.js'
import { paramsObject } from '../graph/params.js'
import type { ArraySpec, Coord } from '../graph/spec.js'

/** Params of {@link transpose}: all dims of the result in order; those that the input lacks have extent 1, and the labels of `coords` if any. */
export type TransposeParams = { readonly dims: readonly string[]; readonly coords: JsonObject }

function parse(params: Json): TransposeParams {
  const { dims, coords = {} } = paramsObject('transpose', params, ['dims', 'coords'])
  if (!Array.isArray(dims) || !dims.every((dim) => typeof dim === 'string' && dim !== '') || new Set(dims).size !== dims.length)
    throw new UsageError(`transpose: dims is ${jsonText(dims ?? null)}; give each dim once`)
  if (!isJsonObject(coords)) throw new UsageError('transpose: coords must be an object of labels by dim')
  return { dims: dims as readonly string[], coords }
}

function infer([input]: readonly ArraySpec[], { dims, coords }: TransposeParams): ArraySpec {
  const spec = input as ArraySpec
  const missing = spec.dims.find((dim) => !dims.includes(dim))
  if (missing !== undefined) throw new UsageError(`transpose: ${missing} is not among ${dims.join(', ')}; name every dim of the array`)
  const pick = (values: readonly number[]): number[] =>
    dims.map((dim) => (spec.dims.includes(dim) ? (values[spec.dims.indexOf(dim)] as number) : 1))
  const shape = pick(spec.shape)
  return {
    ...spec,
    dims,
    shape,
    chunks: chunkGrid(shape, pick(spec.chunks.chunk)),
    coords: { ...spec.coords, ...(coords as unknown as Record<string, Coord>) },
  }
}

/** `transpose`: dims in another order, and new ones of extent 1. Pixels keep their bits. */
export const transpose: OpDef<TransposeParams, { readonly own: readonly string[] }> = {
  name: 'transpose',
  version: 1,
  parse,
  infer,
  prepare: ([input]) => ({ own: (input as ArraySpec).dims }),
  stateBytes: () => 64,
  demand(out, _inputs, { dims }, { own }) {
    const pick = (bounds: readonly number[]): number[] => own.map((dim) => bounds[dims.indexOf(dim)] as number)
    const window: Window = { start: pick(out.start), stop: pick(out.stop) }
    return [[0, window]]
  },
  scratchBytes: () => 0,
  elementwise: false,
  movesPixels: true,
  keepsValid: () => true,
  leaf: false,
  simplify: ([input], { dims }) => (input?.dims.join() === dims.join() ? 'input' : null),
  run(out, inputs, { dims }, { own }) {
    const block = inputs.get(0)
    if (block === undefined) return leaveBlank(out)
    const { data, valid } = block
    forRuns(shapeOf(out.window), [laidUnder(out.window, dims, block.window, own)], (to, length, [from], [stride]) => {
      copyRun(data, from as number, stride as number, out.data, to, length)
      if (valid instanceof Uint8Array) copyRun(valid, from as number, stride as number, out.mask, to, length)
    })
    if (!(valid instanceof Uint8Array)) out.valid = valid
  },
}
