import type { Validity } from '../array/block.js'
import { parseBytes } from '../base/bytes.js'
import { type Dtype, dtypes, type TypedArray } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { LazyNode } from '../graph/graph.js'
import { applyOp } from './apply.js'
import { computeNodes, type RunOptions } from './run.js'
import { iselParams } from './select.js'

/** What a run may take where nobody says: as in `RunOptions`. */
const defaultMemory = '512MiB'

/** Rows and columns of a grid. */
export interface Area {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** Pixels of one array in a strip: C order over its dims, with `y` and `x` cut to the strip. */
export interface StripPixels {
  readonly values: TypedArray
  readonly valid: Validity
  /** Positions along the dims other than y and x, in C order: where the first pixel of each plane lies. */
  readonly planes: readonly number[]
  /** Elements between rows, and between columns. */
  readonly strideY: number
  readonly strideX: number
}

/** Bytes that a run may take, as its options say. */
export function memoryOf({ maxMemory = defaultMemory }: RunOptions): number {
  return parseBytes(maxMemory)
}

/**
 * Computes arrays on one grid strip by strip, from the first row to the last: each strip has whole rows of the area, as many as fit an eighth of the memory, by whole chunks
 * where that many do. So what is done row by row does not depend on the strips.
 */
export async function forStrips(
  nodes: readonly LazyNode[],
  area: Area,
  run: RunOptions,
  visit: (pixels: readonly StripPixels[], strip: Area) => void,
): Promise<void> {
  const rowBytes = nodes.reduce((sum, { spec }) => sum + planesIn(spec.dims, spec.shape) * area.columns * (bytesOf(spec.dtype) + 1), 0)
  const most = Math.max(1, Math.floor(memoryOf(run) / 8 / Math.max(1, rowBytes)))
  const [first] = nodes as [LazyNode]
  const chunkRows = first.spec.chunks.chunk[first.spec.dims.indexOf('y')] as number
  const step = most >= chunkRows ? most - (most % chunkRows) : most
  const end = area.row + area.rows
  for (let row = area.row; row < end; ) {
    const next = Math.min(end, row - (row % step) + step)
    const strip = { ...area, row, rows: next - row }
    const parts = nodes.map((node) => cutTo(node, strip))
    const made = await computeNodes(parts, run)
    visit(
      made.map(({ data, mask }, at) => pixelsOf((parts[at] as LazyNode).spec, data, mask)),
      strip,
    )
    row = next
  }
}

function bytesOf(dtype: Dtype): number {
  return dtypes[dtype].bytes
}

function planesIn(dims: readonly string[], shape: readonly number[]): number {
  return shape.reduce((product, extent, at) => (dims[at] === 'y' || dims[at] === 'x' ? product : product * extent), 1)
}

function cutTo(node: LazyNode, { row, column, rows, columns }: Area): LazyNode {
  const positions = { y: { start: row, stop: row + rows, step: 1 }, x: { start: column, stop: column + columns, step: 1 } }
  return applyOp('isel', iselParams(positions), [node])
}

function pixelsOf({ dims, shape }: LazyNode['spec'], values: TypedArray, valid: Uint8Array | null): StripPixels {
  const strides = dims.map((_, at) => shape.slice(at + 1).reduce((product, extent) => product * extent, 1))
  const others = dims
    .map((dim, at) => ({ dim, extent: shape[at] as number, stride: strides[at] as number }))
    .filter(({ dim }) => dim !== 'y' && dim !== 'x')
  const planes = others.reduce<number[]>(
    (known, { extent, stride }) => known.flatMap((from) => Array.from({ length: extent }, (_, at) => from + at * stride)),
    [0],
  )
  return { values, valid, planes, strideY: strides[dims.indexOf('y')] as number, strideX: strides[dims.indexOf('x')] as number }
}

/** All rows and columns of an array. Throws `E_USAGE` for one without the dims y and x. */
export function gridExtents({ spec: { dims, shape } }: LazyNode, what = 'histogram'): Area {
  const [y, x] = [dims.indexOf('y'), dims.indexOf('x')]
  if (y < 0 || x < 0) throw new UsageError(`${what}: the array has the dims ${dims.join(', ')}; it needs y and x`)
  return { row: 0, column: 0, rows: shape[y] as number, columns: shape[x] as number }
}
