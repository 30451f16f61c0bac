import { leaveBlank } from '../array/blank.js'
import type { Block, OutBlock } from '../array/block.js'
import { chunkGrid } from '../array/chunk-grid.js'
import { forRuns, laidUnder } from '../array/runs.js'
import { shapeOf, type Window } from '../array/window.js'
import { type Dtype, dtypes } from '../base/dtype.js'
import { GridError, UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { type Operator, promote } from '../base/promote.js'
import { adoptedGridNote, requireOneGrid } from '../graph/grids-agree.js'
import { labelDifference, ownLabels } from '../graph/labels.js'
import type { InputBlocks, Kit, OpDef } from '../graph/op.js'
import { oneOf, paramsObject } from '../graph/params.js'
import { type ArraySpec, type Coord, plainBand } from '../graph/spec.js'
import {
  type KernelOperator,
  operate,
  poisonOf,
  roundToInteger,
  type TileLoader,
  tileBytes,
  tileLength,
  tileLoader,
  type Working,
} from '../kernels/elementwise.js'

/** Params of {@link arith}. `scalar` is null between two arrays; `reversed` puts it first: `scalar operator array`. */
export type ArithParams = { readonly operator: Operator; readonly scalar: number | null; readonly reversed: boolean }

/** How a node computes, from dtypes and params alone. */
interface ArithState {
  readonly kernel: KernelOperator
  readonly working: Working
  /** Whether float64 results become int32 by a range check: scalars so large that int32 arithmetic could wrap. */
  readonly checked: boolean
}

const operators = ['add', 'sub', 'mul', 'div'] as const

function parse(params: Json): ArithParams {
  const { operator, scalar = null, reversed = false } = paramsObject('arith', params, ['operator', 'scalar', 'reversed'])
  if (operator === undefined) throw new UsageError(`arith: operator is missing; give one of ${operators.join(', ')}`)
  if (scalar !== null && (typeof scalar !== 'number' || !Number.isFinite(scalar))) {
    throw new UsageError(`arith: scalar is ${typeof scalar === 'number' ? String(scalar) : JSON.stringify(scalar)}; give a finite number`)
  }
  if (typeof reversed !== 'boolean') throw new UsageError(`arith: reversed is ${JSON.stringify(reversed)}; give true or false`)
  if (reversed && scalar === null) throw new UsageError('arith: reversed is for scalars; swap the two arrays instead')
  return { operator: oneOf('arith', 'operator', operator, operators, 'add'), scalar: scalar === null ? null : scalar + 0, reversed }
}

function infer(inputs: readonly ArraySpec[], params: ArithParams): ArraySpec {
  const [a, b] = operandsOf(inputs, params)
  const joined = b === undefined ? a : broadcast(a, b)
  const bands = joined.dims.includes('band') ? (joined.shape[joined.dims.indexOf('band')] as number) : 1
  return {
    ...joined,
    dtype: resultDtype(inputs, params),
    bands: Array.from({ length: bands }, () => plainBand),
    categorical: false,
    moved: false,
    name: b === undefined || a.name === b.name ? a.name : null,
    attrs: {},
  }
}

function operandsOf(inputs: readonly ArraySpec[], { scalar }: ArithParams): [ArraySpec, ArraySpec | undefined] {
  const wanted = scalar === null ? 2 : 1
  if (inputs.length === wanted) return [inputs[0] as ArraySpec, inputs[1]]
  throw new UsageError(
    `arith: ${inputs.length} arrays given; ${wanted === 2 ? 'two are needed, or one and a scalar' : 'one is needed beside a scalar'}`,
  )
}

function resultDtype(inputs: readonly ArraySpec[], { operator, scalar }: ArithParams): Dtype {
  const other = inputs[1]
  return promote(operator, (inputs[0] as ArraySpec).dtype, scalar === null ? (other as ArraySpec).dtype : { scalar })
}

/** The union of dims: the first array's, then new ones of the second. Shared dims must agree in extent, grid and labels. */
function broadcast(a: ArraySpec, b: ArraySpec): ArraySpec {
  checkAligned(a, b)
  const extra = b.dims
    .map((dim, at) => ({ dim, extent: b.shape[at] as number, chunk: b.chunks.chunk[at] as number }))
    .filter(({ dim }) => !a.dims.includes(dim))
  const shape = [...a.shape, ...extra.map(({ extent }) => extent)]
  const dims = [...a.dims, ...extra.map(({ dim }) => dim)]
  const owner = a.geobox !== null ? a : b
  const coords: Record<string, Coord> = {}
  for (const dim of dims) {
    const labels = labelsIn(owner.geobox === null ? null : owner, a, b, dim)
    if (labels !== undefined) coords[dim] = labels
  }
  return {
    ...a,
    dims,
    shape,
    chunks: chunkGrid(shape, [...a.chunks.chunk, ...extra.map(({ chunk }) => chunk)]),
    geobox: owner.geobox,
    periodX: a.dims.includes('x') ? a.periodX : b.periodX,
    coords,
  }
}

function labelsIn(owner: ArraySpec | null, a: ArraySpec, b: ArraySpec, dim: string): Coord | undefined {
  if (owner?.coords[dim]?.kind === 'affine') return owner.coords[dim]
  return ownLabels(a, dim) ?? ownLabels(b, dim)
}

function checkAligned(a: ArraySpec, b: ArraySpec): void {
  requireOneGrid(a, b)
  for (const dim of a.dims) {
    const there = b.dims.indexOf(dim)
    if (there < 0) continue
    const [left, right] = [a.shape[a.dims.indexOf(dim)], b.shape[there]]
    const remedy =
      dim === 'x' || dim === 'y'
        ? 'Bring one onto the other with reprojectMatch, or select the same range with isel'
        : 'Select the same range with isel'
    if (left !== right) throw new GridError(`the two arrays have ${left} and ${right} along ${dim}. ${remedy}`)
    const unlike = labelDifference(a, b, dim)
    if (unlike !== null) throw new GridError(`the two arrays differ along ${dim}: ${unlike}. ${remedy}`)
  }
}

function prepare(inputs: readonly ArraySpec[], params: ArithParams): ArithState {
  const { operator, scalar } = params
  const dtype = resultDtype(inputs, params)
  if (dtype !== 'int32') return { kernel: operator, working: dtype as Working, checked: false }
  if (scalar !== null)
    return fitsInt32(inputs[0] as ArraySpec, params) ? int32State(operator) : { kernel: operator, working: 'float64', checked: true }
  const both = inputs.every((input) => input.dtype === 'uint16')
  return operator === 'mul' && both ? int32State('mul_u16') : int32State(operator)
}

function int32State(kernel: KernelOperator): ArithState {
  return { kernel, working: 'int32', checked: false }
}

/** Whether no element of the dtype gives a result outside int32, or -2^31, which stands for invalid inside. */
function fitsInt32({ dtype }: ArraySpec, { operator, scalar, reversed }: ArithParams): boolean {
  const by = scalar as number
  const ends = [dtypes[dtype].min as number, dtypes[dtype].max as number].map((end) => {
    if (operator === 'mul') return end * by
    if (operator === 'add') return end + by
    return reversed ? by - end : end - by
  })
  return [by, ...ends].every((end) => Math.abs(end) < 2147483648)
}

function demand(out: Window, inputs: readonly ArraySpec[], params: ArithParams): [number, Window][] {
  const [a, b] = operandsOf(inputs, params)
  const dims = b === undefined ? a.dims : [...a.dims, ...b.dims.filter((dim) => !a.dims.includes(dim))]
  return inputs.map((input, at) => {
    const places = input.dims.map((dim) => dims.indexOf(dim))
    const pick = (bounds: readonly number[]): number[] => places.map((place) => bounds[place] as number)
    return [at, { start: pick(out.start), stop: pick(out.stop) }]
  })
}

/** Scratch of a run: two operand tiles, and one of float64 results. */
const scratchNeeded = 2 * tileBytes + tileLength * 8 + 64

function run(out: OutBlock, inputs: InputBlocks, specs: readonly ArraySpec[], params: ArithParams, state: ArithState, kit: Kit): void {
  const blocks = specs.map((_, input) => inputs.get(input))
  if (blocks.some((block) => block === undefined)) {
    leaveBlank(out)
    return
  }
  const dims = [...new Set(specs.flatMap((spec) => spec.dims))]
  const laid = (blocks as Block[]).map((block, at) => laidUnder(out.window, dims, block.window, (specs[at] as ArraySpec).dims))
  const tile = tileRunner(out, blocks as Block[], params, state, kit)
  let poisoned = false
  forRuns(shapeOf(out.window), laid, (to, length, offsets, strides) => {
    for (let at = 0; at < length; at += tileLength) {
      poisoned = tile(to + at, Math.min(tileLength, length - at), at, offsets, strides) || poisoned
    }
  })
  if (!state.checked) out.valid = poisoned ? { nodata: poisonOf[state.working] } : null
}

type RunTile = (to: number, count: number, at: number, offsets: readonly number[], strides: readonly number[]) => boolean

/** Makes the function that computes up to `tileLength` pixels and answers whether any of them is poison. */
function tileRunner(
  out: OutBlock,
  blocks: readonly Block[],
  params: ArithParams,
  { kernel, working, checked }: ArithState,
  kit: Kit,
): RunTile {
  const { scalar, reversed } = params
  const [first, second, result] = [kit.scratch(tileBytes), kit.scratch(tileBytes), kit.scratch(tileLength * 8)]
  if (scalar !== null) fillTile(kit, working, second, scalar)
  const loadFirst = tileLoader(kit, working, blocks[0] as Block, first)
  const loadSecond = scalar === null ? tileLoader(kit, working, blocks[1] as Block, second) : () => second
  const compute = operate(kit, kernel, working)
  const round = roundToInteger(kit, 'int32', 'trunc', false)
  const width = out.data.BYTES_PER_ELEMENT
  return (to, count, at, offsets, strides) => {
    const operand = (input: number, load: TileLoader): number => {
      const stride = strides[input] as number
      return load((offsets[input] as number) + at * stride, stride, count)
    }
    const a = operand(0, loadFirst)
    const b = scalar === null ? operand(1, loadSecond) : second
    const target = out.data.byteOffset + to * width
    const [left, right] = reversed ? [b, a] : [a, b]
    if (!checked) return compute(left, right, target, count)
    compute(left, right, result, count)
    round(result, target, out.mask.byteOffset + to, count)
    return false
  }
}

function fillTile(kit: Kit, working: Working, tile: number, scalar: number): void {
  const { buffer } = kit.memory
  if (working === 'int32') new Int32Array(buffer, tile, tileLength).fill(scalar)
  else if (working === 'float32') new Float32Array(buffer, tile, tileLength).fill(scalar)
  else new Float64Array(buffer, tile, tileLength).fill(scalar)
}

/**
 * `arith`: `+ - * /` between two arrays, or an array and a scalar, with the dtype rules of `base/promote.ts`. Dims are matched by name;
 * a dim that one array lacks is repeated. Labels of shared dims must be the same, grids to a thousandth of a pixel: the first's is the result's.
 *
 * Operands are exact in the result's dtype, except that a scalar is rounded to a float32 result's dtype first and 64-bit integers to float64;
 * the operation then rounds once. A pixel is invalid where an operand is, where it is divided by zero (of either sign), where int32 cannot hold
 * the result, and where the result is NaN; an infinity that comes of overflow, or was an operand, stays.
 * The result has no nodata, scale, offset or unit of its own: no sentinel leaks through arithmetic.
 */
export const arith: OpDef<ArithParams, ArithState & { readonly specs: readonly ArraySpec[] }> = {
  name: 'arith',
  version: 1,
  parse,
  infer,
  prepare: (inputs, params) => ({ ...prepare(inputs, params), specs: inputs }),
  stateBytes: () => 0,
  demand,
  scratchBytes: () => scratchNeeded,
  elementwise: true,
  movesPixels: false,
  leaf: false,
  notes: ([a, b]) => (a === undefined || b === undefined ? [] : [adoptedGridNote(a, b) ?? []].flat()),
  simplify: () => null,
  run: (out, inputs, params, state, kit) => run(out, inputs, state.specs, params, state, kit),
}
