import type { Block, OutBlock, Validity } from '../../array/block.js'
import type { Window } from '../../array/window.js'
import { affineHull } from '../../geo/footprint.js'
import { tablesLength, walkMesh } from '../../geo/mesh.js'
import { rootPx } from '../../geo/mesh-cell.js'
import type { InputBlocks, Kit } from '../../graph/op.js'
import type { ArraySpec } from '../../graph/spec.js'
import { type Box, cellBytes, cellMemory, isMissing, jobBytes, setCellCount, warpKernels, writeJob } from '../../kernels/warp.js'
import { axesScratchBytes, runAxes } from './axes.js'
import { packCell } from './cells.js'
import { warpInput } from './infer.js'
import type { WarpParams } from './params.js'
import { fillAllInvalid, missing, type Plane, type Planes, planesOf } from './planes.js'
import { planWarp, rectOf, tapsOf, type WarpState } from './state.js'

/** Bound of the scratch that {@link runWarp} asks for. */
export function warpScratchBytes(op: string, out: Window, inputs: readonly ArraySpec[], params: WarpParams): number {
  const rect = rectOf(out)
  const plan = planWarp(op, inputs, params)
  const near = params.resampling === 'near' || plan.mode === 'shift'
  const { spec } = warpInput(op, inputs)
  const columns = Math.ceil(rect.x1 / rootPx) - Math.floor(rect.x0 / rootPx)
  if (plan.mode === 'mesh' || plan.stretch === 'local') return jobBytes + columns * cellBytes + tablesLength(rect.x0, rect.x1) * 8 + 3 * 16
  const hull = near ? null : affineHull(plan.map, rect)
  return axesScratchBytes(rect, hull === null ? rect : tapsOf(hull, params, plan), spec, near, plan.stretch)
}

/** Extent of the array along x and y. */
export function arrayBox(spec: ArraySpec): Box {
  return { x0: 0, y0: 0, x1: spec.shape.at(-1) as number, y1: spec.shape.at(-2) as number }
}

/** Fills a window of a warp. Throws `E_INTERNAL` where the block lacks a pixel that is needed. */
export function runWarp(op: string, out: OutBlock, inputs: InputBlocks, params: WarpParams, state: WarpState, kit: Kit, array: Box): void {
  const block = inputs.get(0)
  const near = params.resampling === 'near' || state.mode === 'shift'
  if (block === undefined) fillAllInvalid(out)
  else if (state.mode === 'mesh') runMesh(op, out, block, params, state, kit, array)
  else runAxes(op, out, block, near, state, kit, array)
}

function runMesh(op: string, out: OutBlock, block: Block, params: WarpParams, state: WarpState, kit: Kit, array: Box): void {
  const near = params.resampling === 'near'
  const planes = planesOf(out, block, near ? null : kit)
  const job = new WarpJob(op, kit, planes, array, near)
  const rect = rectOf(out.window)
  const tables = new Float64Array(kit.memory.buffer, kit.scratch(tablesLength(rect.x0, rect.x1) * 8), tablesLength(rect.x0, rect.x1))
  const options = { maxErrorPx: params.maxErrorPx ?? 0, isEmpty: state.footprint.isEmpty }
  job.cells = kit.scratch((Math.ceil(rect.x1 / rootPx) - Math.floor(rect.x0 / rootPx)) * cellBytes)
  const frame = { memory: cellMemory(kit.memory), rect, array, block: planes.block, tables: tables.byteOffset, stretch: state.stretch }
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
  readonly memory: DataView
  cells = 0
  invalid = 0
  readonly #op: string
  readonly #kit: Kit
  readonly #planes: Planes
  readonly #array: Box
  readonly #near: boolean
  readonly #at: number

  constructor(op: string, kit: Kit, planes: Planes, array: Box, near: boolean) {
    this.memory = new DataView(kit.memory.buffer)
    this.#op = op
    this.#kit = kit
    this.#planes = planes
    this.#array = array
    this.#near = near
    this.#at = kit.scratch(jobBytes)
  }

  /** Runs the kernel over a row of cells, for every plane. */
  run(cellCount: number): void {
    const kernels = warpKernels(this.#kit.kernels)
    const { code, elementBytes } = this.#planes
    for (const plane of this.#planes.planes) {
      this.#write(plane)
      setCellCount(this.memory, this.#at, cellCount)
      this.invalid += this.#near ? kernels.warpNear(elementBytes, this.#at) : kernels.warpBilinear(code, this.#at)
      if (isMissing(this.memory, this.#at)) throw missing(this.#op, this.#planes.block)
    }
  }

  #write(plane: Plane): void {
    const { block, srcStride, dstStride, nodata, nodataBits } = this.#planes
    writeJob(this.memory, this.#at, { ...plane, srcStride, dstStride, block, array: this.#array, cells: this.cells, nodata, nodataBits })
  }
}
