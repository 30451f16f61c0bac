import { isValidAt } from '../../src/array/block.js'
import { sizeOf } from '../../src/array/window.js'
import type { MeshCell } from '../../src/geo/mesh-cell.js'
import { cellBytes, cellMemory, isMissing, jobBytes, setCellCount, writeJob } from '../../src/kernels/warp.js'
import type { Stretch } from '../../src/ops/warp/axis-taps.js'
import { callKernel, roomBytes } from '../../src/ops/warp/call-kernel.js'
import { packCell } from '../../src/ops/warp/cells.js'
import type { Resampling } from '../../src/ops/warp/kernels.js'
import { planesOf } from '../../src/ops/warp/planes.js'
import type { Image, Made, OutRect } from '../conformance/conform-kernel.js'
import type { TestKit } from '../kit.js'
import type { Plane } from '../reference/warp.js'

/** Source position of an output position: a turn and a stretch, bent a little within every root cell. */
export interface Bend {
  readonly u: readonly [at: number, dx: number, dy: number, dxy: number]
  readonly v: readonly [at: number, dx: number, dy: number, dxy: number]
}

/** A turn without a change of scale to speak of. */
export const turnedBend: Bend = { u: [-3.3, 0.91, 0.07, 1e-4], v: [2.6, -0.06, 0.87, -1e-4] }
/** A turn that makes the image smaller. */
export const coarseBend: Bend = { u: [-3.3, 2.6, 0.2, 1e-3], v: [1.2, -0.1, 1.7, 1e-3] }

/** Coefficients of a root cell: those of the bend, moved to its corner and rounded as the cell's own are. */
function cellAt({ u, v }: Bend, column: number, row: number, stretch: Stretch): MeshCell {
  const along = ([at, dx, dy, dxy]: Bend['u']) => ({ at: at + dx * 32 * column + dy * 32 * row, dx, dy, dxy })
  const [cu, cv] = [along(u), along(v)]
  const least = (c: typeof cu): number => c.at + Math.min(0, 32 * c.dx, 32 * c.dy, 32 * (c.dx + c.dy) + 1024 * c.dxy)
  const [baseU, baseV] = [Math.floor(least(cu)) - 1, Math.floor(least(cv)) - 1]
  const scale = stretch ?? { x: 1, y: 1 }
  return { column, row, kind: 'bilinear', baseU, baseV, u: { ...cu, at: cu.at - baseU }, v: { ...cv, at: cv.at - baseV }, scale }
}

/** Source position of the centre of an output pixel; or, at 0 and 1, of its corners. */
export function positionOf({ u, v }: Bend, x: number, y: number, right = 0.5, down = 0.5): [number, number] {
  const [column, row] = [Math.floor(x / 32), Math.floor(y / 32)]
  const [s, t] = [x + right - 32 * column, y + down - 32 * row]
  const at = ([first, dx, dy, dxy]: Bend['u']): number => first + dx * 32 * column + dy * 32 * row + dx * s + dy * t + dxy * s * t
  return [at(u), at(v)]
}

/** Runs a kernel over a bent image, and holds its count of invalid pixels to the mask. */
export function runBent(kit: TestKit, image: Image, rect: OutRect, bend: Bend, resampling: Resampling, stretch: Stretch): Made {
  const near = resampling === 'near'
  const window = { start: [rect.y0, rect.x0], stop: [rect.y1, rect.x1] }
  const block = kit.block({ start: [0, 0], stop: [image.height, image.width] }, image.data, image.valid)
  const out = kit.outBlock(window, image.dtype)
  const planes = planesOf(out, block, null)
  const box = { x0: 0, y0: 0, x1: image.width, y1: image.height }
  const memory = new DataView(kit.memory.buffer)
  const cells: MeshCell[] = []
  for (let row = Math.floor(rect.y0 / 32); row * 32 < rect.y1; row++) {
    for (let column = Math.floor(rect.x0 / 32); column * 32 < rect.x1; column++) cells.push(cellAt(bend, column, row, stretch))
  }
  const [job, at] = [kit.scratch(jobBytes), kit.scratch(cells.length * cellBytes)]
  const frame = {
    memory: cellMemory(kit.memory),
    rect,
    array: box,
    block: box,
    tables: 0,
    stretch,
    resampling,
    period: null,
  }
  cells.forEach((cell, k) => {
    packCell(at + k * cellBytes, cell, frame)
  })
  writeJob(memory, job, planes.planes[0] as (typeof planes.planes)[number], {
    ...planes,
    array: box,
    cells: at,
    period: 0,
    leastValid: 0,
  })
  setCellCount(memory, job, cells.length)
  const room = roomBytes(resampling) === 0 ? 0 : kit.scratch(roomBytes(resampling))
  const invalid = callKernel(kit.kernels, resampling, planes, { job, room, leastValid: 0 })
  if (isMissing(memory, job)) throw new Error('the kernel says that a pixel is missing')
  const byNodata = near && planes.byNodata && block.valid !== null && !(block.valid instanceof Uint8Array) ? block.valid : null
  const mask = byNodata === null ? out.mask.slice() : out.mask.map((_, i) => (isValidAt({ data: out.data, valid: byNodata }, i) ? 1 : 0))
  const lost = mask.reduce((count, valid) => count + 1 - valid, 0)
  if (byNodata === null && lost !== invalid)
    throw new Error(`the kernel counts ${invalid} invalid pixels of ${sizeOf(window)}, there are ${lost}`)
  return { data: out.data.slice(), mask }
}

/** The pixels of an image as numbers. */
export function planeOf(image: Image): Plane {
  const { width, height, data } = image
  return { width, height, at: (x, y) => Number(data[y * width + x]), valid: (x, y) => isValidAt(image, y * width + x) }
}

/** Whether a position is so close to the edge of a pixel, or of the array, that its rounding decides in which it lies. */
export function onEdge(...position: number[]): boolean {
  return position.some((at) => Math.abs(at - Math.round(at)) < 1e-4)
}
