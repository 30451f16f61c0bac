import type { Block, OutBlock } from '../../array/block.js'
import type { Window } from '../../array/window.js'
import { type Dtype, dtypeOf, isInteger } from '../../base/dtype.js'
import type { Kit } from '../../graph/op.js'
import type { ArraySpec } from '../../graph/spec.js'
import { castTo, roundToInteger } from '../../kernels/elementwise.js'
import { type FocalKernels, focalKernels } from '../../kernels/focal.js'
import { beyondEdge } from './beyond.js'
import { edgesOf, forPlanes, type Rect, rectOf, withHalo } from './halo.js'
import { type FocalParams, isPicked, isWide, reachOf, runTapsOf, type Tap, tapsOf } from './neighbourhood.js'
import { type ReadStrip, readerBytes, slackBytes, stripReader } from './strips.js'

/** What does not change from window to window. */
export interface FocalState {
  readonly spec: ArraySpec
  readonly wide: boolean
  readonly taps: readonly Tap[]
  /** Taps for the count of valid pixels, where it is asked for; else none. */
  readonly counted: readonly Tap[]
  readonly levels: number
}

/** Takes a neighbourhood apart. Throws `E_DTYPE`. */
export function focalState(spec: ArraySpec, params: FocalParams): FocalState {
  const { statistic, skipna, minCount } = params
  const extreme = statistic === 'min' || statistic === 'max' || statistic === 'range'
  const all = tapsOf(params)
  const taps = extreme ? runTapsOf(params) : all
  const strict = statistic === 'convolve' || statistic === 'correlate'
  // Of no pixels there is no statistic but a sum: for others one valid pixel need not be counted.
  const counts =
    statistic !== 'count' && ((!skipna && !strict) || minCount > 1 || (minCount === 1 && skipna && (strict || statistic === 'sum')))
  const levels = 1 + taps.reduce((most, { level }) => Math.max(most, level), 0)
  return { spec, wide: isWide(spec.dtype), taps, counted: counts ? all : [], levels }
}

/** Bytes of a strip of so many columns. */
function stripBytes(columns: number, wide: boolean): number {
  return columns * (wide ? 8 : 4) + slackBytes
}

/** Strips of all rows of a neighbourhood at each level, twice for `range`, those of results, the lists of taps and of a pixel's values. */
export function focalScratch(out: Window, state: FocalState, params: FocalParams): number {
  const { x0, x1 } = rectOf(out)
  const reach = reachOf(params.kernel)
  const columns = x1 - x0 + 2 * reach.x
  const kept = (2 * reach.y + 1) * (params.statistic === 'range' ? state.levels * 2 : state.levels)
  const taps = state.taps.length + state.counted.length
  const strips = (kept + 3) * (stripBytes(columns, state.wide) + 16) + stripBytes(columns, true)
  return strips + readerBytes(columns) + taps * (4 + 8 + 16) + 256 + 16 * 16
}

/** Fills an output with a statistic of neighbourhoods; a block that is absent is invalid. */
export function runFocal(out: OutBlock, given: Block | undefined, state: FocalState, params: FocalParams, kit: Kit): void {
  const rect = rectOf(out.window)
  const columns = rect.x1 - rect.x0
  const reach = reachOf(params.kernel)
  const { levels, wide } = state
  const height = 2 * reach.y + 1
  const bytes = Math.ceil(stripBytes(columns + 2 * reach.x, wide) / 16) * 16
  const sides = params.statistic === 'range' ? 2 : 1
  const rows = { at: kit.scratch(height * levels * sides * bytes), bytes, height, levels, sides, itemBytes: wide ? 8 : 4 }
  const scratch = kit.scratch(readerBytes(columns + 2 * reach.x))
  const compute = computing(kit, state, params, rows, columns)
  const put = putting(kit, out, columns, wide)
  // What is absent is invalid, but beyond its edges there may be numbers.
  const block = given ?? { window: withHalo(out.window, reach), data: out.data, valid: null }
  const edges = edgesOf(state.spec, block)
  const nothing: ReadStrip = (_row, from, to, target) =>
    void new Uint8Array(kit.memory.buffer, target, (to - from) * rows.itemBytes).fill(255)
  forPlanes(out, block, (outAt, blockAt) => {
    const read = given === undefined ? nothing : stripReader(kit, wide ? 'float64' : 'float32', block, blockAt, scratch)
    const reads = beyondEdge(kit, { read, edges, rule: params.edge, wide, from: rect.x0 - reach.x, to: rect.x1 + reach.x })
    const load = loading(kit, rows, reads, rect, reach, params)
    for (let y = rect.y0 - reach.y; y < rect.y0 + reach.y; y++) load(y)
    for (let y = rect.y0; y < rect.y1; y++) {
      load(y + reach.y)
      put(compute(y - rect.y0, reach), outAt + (y - rect.y0) * columns)
    }
  })
}

/** Strips of the rows of a neighbourhood, one after another: those of a row by level, and once more for its least pixels where both extremes are asked for. */
interface Rows {
  readonly at: number
  readonly bytes: number
  readonly height: number
  readonly levels: number
  readonly sides: number
  readonly itemBytes: number
}

/** Where the strip of a row lies; rows count from the first of the first neighbourhood. */
function stripAt({ at, bytes, height, levels, sides }: Rows, row: number, level: number, side = 0): number {
  return at + (((row % height) * sides + side) * levels + level) * bytes
}

/** Loads a row and makes its levels: the extremes of runs of 2, 4, 8 pixels from each column on. */
function loading(
  kit: Kit,
  rows: Rows,
  read: (row: number, target: number) => void,
  rect: Rect,
  reach: { readonly x: number; readonly y: number },
  { statistic }: FocalParams,
): (y: number) => void {
  const { focalDouble } = focalKernels(kit.kernels)
  const columns = rect.x1 - rect.x0 + 2 * reach.x
  const wide = rows.itemBytes === 8 ? 1 : 0
  return (y) => {
    const row = y - rect.y0 + reach.y
    for (let side = 0; side < rows.sides; side++) {
      read(y, stripAt(rows, row, 0, side))
      const greatest = statistic === 'min' || side === 1 ? 0 : 1
      for (let level = 1; level < rows.levels; level++) {
        const apart = 2 ** (level - 1)
        // What reaches beyond the strip is looked at by no tap.
        const count = Math.max(0, columns - 2 * apart + 1)
        focalDouble(wide, greatest, stripAt(rows, row, level - 1, side), apart, count, stripAt(rows, row, level, side))
      }
    }
  }
}

/** What makes the strip of results of a row; answers a pointer to it. */
function computing(
  kit: Kit,
  state: FocalState,
  params: FocalParams,
  rows: Rows,
  columns: number,
): (row: number, reach: { readonly x: number; readonly y: number }) => number {
  const kernels = focalKernels(kit.kernels)
  const wide = state.wide ? 1 : 0
  const [taps, counted] = [placing(kit, state.taps, rows), placing(kit, state.counted, rows)]
  const weights = kit.scratch(state.taps.length * 8)
  new Float64Array(kit.memory.buffer, weights, state.taps.length).set(state.taps.map(({ weight }) => weight))
  const list = kit.scratch(state.taps.length * 16 + 64)
  const [result, other, found] = [kit.scratch(rows.bytes), kit.scratch(rows.bytes), kit.scratch(rows.bytes)]
  const least = params.skipna ? params.minCount : Math.max(params.minCount, state.counted.length)
  const make = statisticOf(kernels, { wide, columns, params, tapCount: state.taps.length, weights, list, other })
  return (row, reach) => {
    make((side) => taps(row, side), result)
    if (state.counted.length > 0) kernels.focalCount(wide, counted(row, 0), state.counted.length, columns, found)
    const middle = params.keepInvalid ? stripAt(rows, row + reach.y, 0) + reach.x * rows.itemBytes : 0
    if (params.statistic === 'count')
      kernels.focalSettle(wide, result, columns, result, params.skipna ? params.minCount : state.taps.length, middle)
    else kernels.focalSettle(wide, result, columns, state.counted.length > 0 ? found : 0, least, middle)
    return result
  }
}

/** Writes pointers of taps for a row; answers where they are. */
function placing(kit: Kit, taps: readonly Tap[], rows: Rows): (row: number, side: number) => number {
  const at = kit.scratch(taps.length * 4)
  const pointers = new Uint32Array(kit.memory.buffer, at, taps.length)
  return (row, side) => {
    for (let k = 0; k < taps.length; k++) {
      const tap = taps[k] as Tap
      pointers[k] = stripAt(rows, row + tap.row, tap.level, side) + tap.column * rows.itemBytes
    }
    return at
  }
}

interface Making {
  readonly wide: number
  readonly columns: number
  readonly params: FocalParams
  readonly tapCount: number
  readonly weights: number
  readonly list: number
  readonly other: number
}

function statisticOf(kernels: FocalKernels, making: Making): (taps: (side: number) => number, out: number) => void {
  const { wide, columns, params, tapCount, weights, list, other } = making
  const { statistic, skipna } = params
  switch (statistic) {
    case 'convolve':
    case 'correlate':
      return (taps, out) => kernels.focalSum(wide, skipna ? 1 : 0, taps(0), weights, tapCount, columns, out)
    case 'sum':
    case 'mean':
      return (taps, out) => kernels.focalSum(wide, statistic === 'sum' ? 1 : 2, taps(0), weights, tapCount, columns, out)
    case 'std':
    case 'var':
      return (taps, out) => kernels.focalSpread(wide, statistic === 'std' ? 1 : 0, taps(0), tapCount, columns, out)
    case 'min':
    case 'max':
      return (taps, out) => kernels.focalExtreme(wide, statistic === 'max' ? 1 : 0, taps(0), tapCount, columns, out)
    case 'range':
      return (taps, out) => {
        kernels.focalExtreme(wide, 1, taps(0), tapCount, columns, out)
        kernels.focalExtreme(wide, 0, taps(1), tapCount, columns, other)
        kernels.focalRange(wide, out, other, columns, out)
      }
    case 'count':
      return (taps, out) => kernels.focalCount(wide, taps(0), tapCount, columns, out)
    default:
      return (taps, out) => kernels.focalRank(wide, statistic === 'mode' ? 1 : 0, taps(0), tapCount, columns, list, out)
  }
}

/** Puts a strip of results to an element of the output; integers are rounded, floats copied. Sets what the output says of validity. */
function putting(kit: Kit, out: OutBlock, columns: number, wide: boolean): (strip: number, at: number) => void {
  const dtype = dtypeOf(out.data) as Dtype
  const { byteOffset, BYTES_PER_ELEMENT: bytes } = out.data
  if (!isInteger(dtype)) {
    out.valid = { nodata: Number.NaN }
    const memory = new Uint8Array(kit.memory.buffer)
    return (strip, at) => void memory.copyWithin(byteOffset + at * bytes, strip, strip + columns * bytes)
  }
  const round = roundToInteger(kit, dtype, 'nearest', false)
  const widened = kit.scratch(stripBytes(columns, true))
  const widen = wide ? null : castTo(kit, 'float64', 'float32', undefined)
  return (strip, at) => {
    if (widen !== null) widen(strip, widened, columns)
    round(widen === null ? strip : widened, byteOffset + at * bytes, out.mask.byteOffset + at, columns)
  }
}

/** Whether every result is valid where every pixel is: the window lies within the array or goes on beyond it. */
export function focalKeepsValid({ statistic, edge, minCount, kernel, skipna }: FocalParams): boolean {
  if (!isPicked(statistic) && statistic !== 'count') return false
  if (edge !== 'invalid') return minCount <= 1
  const reach = reachOf(kernel)
  return skipna && minCount <= 1 && kernel[reach.y]?.[reach.x] !== 0
}
