import type { Block, OutBlock, Validity } from '../../src/array/block.js'
import { chunkGrid } from '../../src/array/chunk-grid.js'
import { copyWindow } from '../../src/array/strided-copy.js'
import { clip, fullWindow, isEmpty, shapeOf, sizeOf, type Window } from '../../src/array/window.js'
import { allocate, type Dtype, type TypedArray } from '../../src/base/dtype.js'
import type { Json } from '../../src/base/json.js'
import type { GeoBox } from '../../src/geo/geobox.js'
import type { Assets, OpDef } from '../../src/graph/op.js'
import { type ArraySpec, plainBand } from '../../src/graph/spec.js'
import type { TestKit } from '../kit.js'

/** An array in memory for a test. */
export interface Held {
  readonly spec: ArraySpec
  readonly data: TypedArray
  readonly valid: Validity
}

/** A spec of an array on a grid, with a leading dim `band` where there is more than one. */
export function gridSpec(geobox: GeoBox, dtype: Dtype, bands = 1): ArraySpec {
  const shape = bands > 1 ? [bands, geobox.height, geobox.width] : [geobox.height, geobox.width]
  return {
    dims: bands > 1 ? ['band', 'y', 'x'] : ['y', 'x'],
    shape,
    dtype,
    chunks: chunkGrid(shape, shape),
    geobox,
    periodX: null,
    coords: { y: { kind: 'affine' }, x: { kind: 'affine' } },
    bands: Array.from({ length: bands }, () => plainBand),
    categorical: false,
    moved: true,
    name: null,
    attrs: {},
  }
}

/** The result of a window: pixels and expanded validity. */
export interface Filled {
  readonly data: TypedArray
  readonly valid: Validity
  readonly spec: ArraySpec
}

/** Runs a card of one input over a window (all of it by default), with the input cut to the demand. */
export function runOp(kit: TestKit, op: OpDef<never, never>, params: Json, input: Held, window?: Window): Filled {
  const card = op as unknown as OpDef
  const specs = [input.spec]
  const parsed = card.parse(params)
  const spec = card.infer(specs, parsed)
  const state = card.prepare(specs, parsed, {} as Assets)
  const out = kit.outBlock(window ?? fullWindow(spec.shape), spec.dtype)
  const block = gather(kit, [...card.demand(out.window, specs, parsed, state)], input)
  kit.limitScratch(card.scratchBytes(out.window, specs, parsed))
  card.run(out, { get: () => block }, parsed, state, kit)
  const filled = { data: out.data.slice(), valid: copyOf(out), spec }
  kit.reset()
  return filled
}

function copyOf({ valid }: OutBlock): Validity {
  return valid instanceof Uint8Array ? valid.slice() : valid
}

function gather(kit: TestKit, demands: readonly (readonly [number, Window])[], input: Held): Block | undefined {
  const demand = demands[0]?.[1]
  if (demand === undefined) return undefined
  const window = clip(demand, input.spec.shape)
  if (isEmpty(window)) return undefined
  const source = { start: window.start.map(() => 0), shape: input.spec.shape }
  const target = { start: window.start, shape: shapeOf(window) }
  const data = allocate(input.spec.dtype, sizeOf(window))
  copyWindow({ ...source, data: input.data }, { ...target, data }, window)
  if (!(input.valid instanceof Uint8Array)) return kit.block(window, data, input.valid)
  const mask = new Uint8Array(data.length)
  copyWindow({ ...source, data: input.valid }, { ...target, data: mask }, window)
  return kit.block(window, data, mask)
}
