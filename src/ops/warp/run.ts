import type { Block, OutBlock, Validity } from '../../array/block.js'
import { sizeOf, type Window } from '../../array/window.js'
import { affineHull } from '../../geo/footprint.js'
import { tablesLength, walkMesh } from '../../geo/mesh.js'
import { type PixelRect, rootPx } from '../../geo/mesh-cell.js'
import { shareCrs } from '../../geo/pixel-map.js'
import type { InputBlocks, Kit } from '../../graph/op.js'
import type { ArraySpec } from '../../graph/spec.js'
import { type Box, cellBytes, cellMemory, type filterCodes, isMissing, jobBytes, setCellCount, writeJob } from '../../kernels/warp.js'
import { axesScratchBytes, filterScratchBytes, meanScratchBytes, runAxes, runFilter, runMean } from './axes.js'
import { type AreaKernel, boundsAlong, boxesScratchBytes, runBoxes } from './boxes.js'
import { callKernel, roomBytes } from './call-kernel.js'
import { packCell } from './cells.js'
import { warpInput } from './infer.js'
import { kernels, latticeOf, type Resampling } from './kernels.js'
import type { WarpParams } from './params.js'
import { fillAllInvalid, missing, type Planes, planesOf, withinBox } from './planes.js'
import { planWarp, rectOf, tapsOf, type WarpState, warpDemand } from './state.js'

/** Columns of root cells that a rectangle touches. */
function columnsOf({ x0, x1 }: PixelRect): number {
  return Math.ceil(x1 / rootPx) - Math.floor(x0 / rootPx)
}

/** Bound of the scratch that {@link runWarp} asks for. */
export function warpScratchBytes(op: string, out: Window, inputs: readonly ArraySpec[], params: WarpParams): number {
  const rect = rectOf(out)
  const { spec, geobox } = warpInput(op, inputs)
  // Asked for every task: a transform between CRSs takes too long to make, and is not needed to know.
  if (params.gcps !== undefined || params.geolocation !== undefined || !shareCrs(params.geobox, geobox))
    return meshScratchBytes(out, params)
  const plan = planWarp(op, inputs, params)
  if (plan.mode === 'mesh' || plan.stretch === 'local') return meshScratchBytes(out, params)
  if (plan.mode === 'boxes') return boxesScratchBytes(rect)
  const near = params.resampling === 'near' || plan.mode === 'shift'
  const hull = near ? null : affineHull(plan.map, rect)
  const demand = hull === null ? rect : tapsOf(hull, params, plan)
  if (plan.mode === 'mean' && plan.map.matrix !== null) return meanScratchBytes(rect, demand, spec, plan.map.matrix)
  if (plan.mode === 'filter') return filterScratchBytes(rect, demand, spec, plan.stretch, kernels[params.resampling].radius)
  return axesScratchBytes(rect, demand, spec, near, plan.stretch)
}

function meshScratchBytes(out: Window, { resampling }: WarpParams): number {
  const rect = rectOf(out)
  const jobs = sizeOf({ start: out.start.slice(0, -2), stop: out.stop.slice(0, -2) })
  const tables = tablesLength(rect.x0, rect.x1, latticeOf(resampling)) * 8
  return jobs * 16 * Math.ceil(jobBytes / 16) + columnsOf(rect) * cellBytes + tables + roomBytes(resampling) + 4 * 16
}

// Far beyond every column that a map can name, and small enough to add to.
const endless = 2 ** 30

/** Extent of the array along x and y; without end along x where it goes round. */
function arrayBox({ shape, periodX }: ArraySpec): Box {
  const [height, width] = shape.slice(-2) as [number, number]
  return periodX === null ? { x0: 0, y0: 0, x1: width, y1: height } : { x0: -endless, y0: 0, x1: endless, y1: height }
}

/** Fills a window of a warp. Throws `E_INTERNAL` where the block lacks a pixel that is needed. */
export function runWarp(op: string, out: OutBlock, inputs: InputBlocks, params: WarpParams, state: WarpState, kit: Kit): void {
  const block = inputs.get(0)
  const near = params.resampling === 'near' || state.mode === 'shift'
  if (block === undefined) fillAllInvalid(out)
  else if (state.mode === 'mesh') runMesh(op, out, block, params, state, kit)
  else if (state.mode === 'filter')
    runFilter(op, out, block, params.resampling as keyof typeof filterCodes, state, kit, arrayBox(state.input))
  else if (state.mode === 'mean') runMean(op, out, block, state, kit, arrayBox(state.input))
  else if (state.mode === 'boxes') runBounded(op, out, block, params, state, kit)
  else runAxes(op, out, block, near, state, kit, arrayBox(state.input))
}

function runBounded(op: string, out: OutBlock, block: Block, params: WarpParams, { map, input }: WarpState, kit: Kit): void {
  const rect = rectOf(out.window)
  const columns = boundsAlong(map, 'x', rect.x0, rect.x1)
  const rows = boundsAlong(map, 'y', rect.y0, rect.y1)
  const kernel = params.resampling as AreaKernel
  runBoxes(
    op,
    out,
    block,
    { kernel, columns, rows, array: arrayBox(input), period: map.period, leastValid: params.minValidFraction ?? 0 },
    kit,
  )
}

function runMesh(op: string, out: OutBlock, block: Block, params: WarpParams, state: WarpState, kit: Kit): void {
  const near = params.resampling === 'near'
  const array = arrayBox(state.input)
  const all = planesOf(out, block, near ? null : kit)
  // Where the array goes round, a block that is wider than the demand may hold a column twice.
  const demand = state.map.period === null ? undefined : warpDemand(out.window, [state.input], params, state)[0]?.[1]
  const planes = demand === undefined ? all : withinBox(all, rectOf(demand))
  const rect = rectOf(out.window)
  const job = new WarpJob(
    op,
    kit,
    planes,
    { array, period: state.map.period ?? 0, resampling: params.resampling, leastValid: params.minValidFraction ?? 0 },
    columnsOf(rect),
  )
  const lattice = latticeOf(params.resampling)
  const length = tablesLength(rect.x0, rect.x1, lattice)
  const tables = new Float64Array(kit.memory.buffer, kit.scratch(length * 8), length)
  const options = { lattice, maxErrorPx: params.maxErrorPx ?? 0, isEmpty: state.footprint.isEmpty }
  const frame = {
    period: state.map.period,
    memory: cellMemory(kit.memory),
    rect,
    array,
    block: planes.block,
    tables: tables.byteOffset,
    stretch: state.stretch,
    resampling: params.resampling,
  }
  walkMesh(state.map, options, rect, tables, (cells) => {
    let at = job.cells
    for (const cell of cells) {
      packCell(at, cell, frame)
      at += cellBytes
    }
    job.run(cells.length)
  })
  out.valid = validityOf(out, block, near && planes.byNodata, job.invalid)
}

/** Near keeps the nodata value in the pixels, so that the mask need not be filled; all else fills the mask, unless nothing is invalid. */
function validityOf(out: OutBlock, block: Block, keepsNodata: boolean, invalid: number): Validity {
  if (keepsNodata) return block.valid
  return invalid === 0 ? null : out.mask
}

class WarpJob {
  readonly cells: number
  invalid = 0
  readonly #op: string
  readonly #kit: Kit
  readonly #planes: Planes
  readonly #resampling: Resampling
  readonly #leastValid: number
  readonly #room: number
  readonly #memory: DataView
  readonly #jobs: readonly number[]

  constructor(
    op: string,
    kit: Kit,
    planes: Planes,
    how: { array: Box; period: number; resampling: Resampling; leastValid: number },
    columns: number,
  ) {
    this.#op = op
    this.#kit = kit
    this.#planes = planes
    this.#resampling = how.resampling
    this.#leastValid = how.leastValid
    const room = roomBytes(how.resampling)
    this.#room = room === 0 ? 0 : kit.scratch(room)
    this.#memory = new DataView(kit.memory.buffer)
    this.cells = kit.scratch(columns * cellBytes)
    const { block, srcStride, dstStride, nodata, nodataBits } = planes
    const common = {
      srcStride,
      dstStride,
      block,
      array: how.array,
      period: how.period,
      leastValid: how.leastValid,
      cells: this.cells,
      nodata,
      nodataBits,
    }
    this.#jobs = planes.planes.map((plane) => {
      const at = kit.scratch(jobBytes)
      writeJob(this.#memory, at, plane, common)
      return at
    })
  }

  /** Runs the kernel over a row of cells, for every plane. */
  run(cellCount: number): void {
    for (const job of this.#jobs) {
      setCellCount(this.#memory, job, cellCount)
      this.invalid += this.#kernel(job)
      if (isMissing(this.#memory, job)) throw missing(this.#op, this.#planes.block)
    }
  }

  #kernel(job: number): number {
    const how = { job, room: this.#room, leastValid: this.#leastValid }
    return callKernel(this.#kit.kernels, this.#resampling, this.#planes, how)
  }
}
