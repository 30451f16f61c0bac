import type { Block, OutBlock } from '../../array/block.js'
import type { PixelRect } from '../../geo/mesh-cell.js'
import type { PixelMap } from '../../geo/pixel-map.js'
import type { Kit } from '../../graph/op.js'
import { areaCodes, areaRoomBytes, type Box, isMissing, jobBytes, warpKernels, writeJob } from '../../kernels/warp.js'
import { missing, type Planes, planesOf } from './planes.js'

/** Kernels of what an output pixel covers. */
export type AreaKernel = keyof typeof areaCodes

/** Bounds in the source of output columns (or rows), in array indices: the lesser and the greater of each in turn. */
export type Bounds = Float64Array

/** Bounds of output columns (axis x) or rows [start, stop) under an axis-aligned map. */
export function boundsAlong(map: PixelMap, axis: 'x' | 'y', start: number, stop: number): Bounds {
  const edges = Float64Array.from({ length: stop - start + 1 }, (_, i) => start + i)
  const across = new Float64Array(edges.length)
  if (axis === 'x') map.apply(edges, across, edges.length)
  else map.apply(across, edges, edges.length)
  const bounds = new Float64Array(2 * (stop - start))
  for (let i = 0; i < stop - start; i++) {
    const [a, b] = [edges[i] as number, edges[i + 1] as number]
    bounds[2 * i] = Math.min(a, b)
    bounds[2 * i + 1] = Math.max(a, b)
  }
  return bounds
}

/** Bound of the scratch that {@link runBoxes} asks for. */
export function boxesScratchBytes({ x0, y0, x1, y1 }: PixelRect): number {
  return 16 * (x1 - x0 + (y1 - y0)) + areaRoomBytes + jobBytes + 4 * 16
}

/** What {@link runBoxes} works on. */
export interface Boxes {
  readonly kernel: AreaKernel
  readonly columns: Bounds
  readonly rows: Bounds
  /** The array's extent, and the columns after which it repeats. */
  readonly array: Box
  readonly period: number | null
  /** Least part of a box that must be valid. */
  readonly leastValid: number
}

/** Fills a window by an area kernel, from the bounds of its columns and rows. Throws `E_INTERNAL` where the block lacks a pixel that is needed. */
export function runBoxes(op: string, out: OutBlock, block: Block, boxes: Boxes, kit: Kit, lined?: Planes): void {
  const planes = lined ?? planesOf(out, block, kit)
  const { columns, rows, array, period } = boxes
  const memory = new DataView(kit.memory.buffer)
  const room = kit.scratch(areaRoomBytes)
  const job = kit.scratch(jobBytes)
  const tables = { columns: kit.scratch(columns.byteLength), rows: kit.scratch(rows.byteLength) }
  new Float64Array(kit.memory.buffer, tables.columns, columns.length).set(columns)
  new Float64Array(kit.memory.buffer, tables.rows, rows.length).set(rows)
  const { warpAreaAxes } = warpKernels(kit.kernels)
  const size = [columns.length / 2, rows.length / 2] as const
  const { srcStride, dstStride, nodata, nodataBits } = planes
  const common = {
    srcStride,
    dstStride,
    block: planes.block,
    array,
    period: period ?? 0,
    leastValid: boxes.leastValid,
    cells: 0,
    nodata,
    nodataBits,
  }
  let invalid = 0
  for (const plane of planes.planes) {
    writeJob(memory, job, plane, common)
    invalid += warpAreaAxes(planes.code, areaCodes[boxes.kernel], job, tables.columns, tables.rows, ...size, room)
    if (isMissing(memory, job)) throw missing(op, planes.block)
  }
  out.valid = invalid === 0 ? null : out.mask
}
