import { isValidAt } from '../../src/array/block.js'
import { sizeOf } from '../../src/array/window.js'
import { type Dtype, dtypes } from '../../src/base/dtype.js'
import type { MeshCell } from '../../src/geo/mesh-cell.js'
import { cellBytes, cellMemory, isMissing, jobBytes, setCellCount, warpKernels, writeJob } from '../../src/kernels/warp.js'
import type { Stretch } from '../../src/ops/warp/axis-taps.js'
import { packCell } from '../../src/ops/warp/cells.js'
import { planesOf } from '../../src/ops/warp/planes.js'
import { conformKernel, type Image, type KernelCase, type Made, type OutRect } from '../conformance/conform-kernel.js'
import type { TestKit } from '../kit.js'
import { linearReference, nearReference, type Plane } from '../reference/warp.js'

const names = Object.keys(dtypes) as Dtype[]

/** Source position of an output position: a turn and a stretch, bent a little within every root cell. */
interface Bend {
  readonly u: readonly [at: number, dx: number, dy: number, dxy: number]
  readonly v: readonly [at: number, dx: number, dy: number, dxy: number]
}

const turnedBend: Bend = { u: [-3.3, 0.91, 0.07, 1e-4], v: [2.6, -0.06, 0.87, -1e-4] }
const coarseBend: Bend = { u: [-3.3, 2.6, 0.2, 1e-3], v: [1.2, -0.1, 1.7, 1e-3] }

/** Coefficients of a root cell: those of the bend, moved to its corner and rounded as the cell's own are. */
function cellAt({ u, v }: Bend, column: number, row: number, stretch: Stretch): MeshCell {
  const along = ([at, dx, dy, dxy]: Bend['u']) => ({ at: at + dx * 32 * column + dy * 32 * row, dx, dy, dxy })
  const [cu, cv] = [along(u), along(v)]
  const least = (c: typeof cu): number => c.at + Math.min(0, 32 * c.dx, 32 * c.dy, 32 * (c.dx + c.dy) + 1024 * c.dxy)
  const [baseU, baseV] = [Math.floor(least(cu)) - 1, Math.floor(least(cv)) - 1]
  const scale = stretch ?? { x: 1, y: 1 }
  return { column, row, kind: 'bilinear', baseU, baseV, u: { ...cu, at: cu.at - baseU }, v: { ...cv, at: cv.at - baseV }, scale }
}

function positionOf({ u, v }: Bend, x: number, y: number): [number, number] {
  const [column, row] = [Math.floor(x / 32), Math.floor(y / 32)]
  const [s, t] = [x + 0.5 - 32 * column, y + 0.5 - 32 * row]
  const at = ([first, dx, dy, dxy]: Bend['u']): number => first + dx * 32 * column + dy * 32 * row + dx * s + dy * t + dxy * s * t
  return [at(u), at(v)]
}

function run(kit: TestKit, image: Image, rect: OutRect, bend: Bend, near: boolean, stretch: Stretch): Made {
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
    resampling: near ? ('near' as const) : ('bilinear' as const),
    period: null,
  }
  cells.forEach((cell, k) => {
    packCell(at + k * cellBytes, cell, frame)
  })
  writeJob(memory, job, {
    ...planes,
    ...(planes.planes[0] as (typeof planes.planes)[number]),
    array: box,
    cells: at,
    period: 0,
    leastValid: 0,
  })
  setCellCount(memory, job, cells.length)
  const kernels = warpKernels(kit.kernels)
  const invalid = near ? kernels.warpNear(planes.elementBytes, job) : kernels.warpBilinear(planes.code, job)
  if (isMissing(memory, job)) throw new Error('the kernel says that a pixel is missing')
  const byNodata = near && planes.byNodata && block.valid !== null && !(block.valid instanceof Uint8Array) ? block.valid : null
  const mask = byNodata === null ? out.mask.slice() : out.mask.map((_, i) => (isValidAt({ data: out.data, valid: byNodata }, i) ? 1 : 0))
  const lost = mask.reduce((count, valid) => count + 1 - valid, 0)
  if (byNodata === null && lost !== invalid)
    throw new Error(`the kernel counts ${invalid} invalid pixels of ${sizeOf(window)}, there are ${lost}`)
  return { data: out.data.slice(), mask }
}

function planeOf(image: Image): Plane {
  const { width, height, data } = image
  return { width, height, at: (x, y) => Number(data[y * width + x]), valid: (x, y) => isValidAt(image, y * width + x) }
}

/** Whether a position is so close to the edge of a pixel, or of the array, that its rounding decides in which it lies. */
function onEdge(...position: number[]): boolean {
  return position.some((at) => Math.abs(at - Math.round(at)) < 1e-4)
}

const sizes = [
  [31, 5],
  [41, 38],
] as const

const common = { sizes, out: (width: number, height: number) => [width + 7, height + 5] as const, dtypes: names }

const near: KernelCase = {
  ...common,
  name: 'warpNear',
  run: (kit, image, rect) => run(kit, image, rect, turnedBend, true, null),
  reference(image, x, y) {
    const [u, v] = positionOf(turnedBend, x, y)
    return onEdge(u, v) ? undefined : nearReference(planeOf(image), u, v)
  },
  tolerance: 0,
}

const bilinear: KernelCase = {
  ...common,
  name: 'warpBilinear',
  run: (kit, image, rect) => run(kit, image, rect, turnedBend, false, null),
  reference(image, x, y) {
    const [u, v] = positionOf(turnedBend, x, y)
    return onEdge(u, v) ? undefined : linearReference(planeOf(image), u, v)
  },
  // Positions in float32 from the corner of a cell: 2^-19 px where the cell spans up to 32 px.
  tolerance: 8e-6,
}

const stretch = { x: 0.35, y: 0.6 }
const stretched: KernelCase = {
  ...common,
  name: 'warpBilinear, stretched',
  out: (width, height) => [Math.ceil(width / 2), Math.ceil(height / 2)],
  run: (kit, image, rect) => run(kit, image, rect, coarseBend, false, stretch),
  reference(image, x, y) {
    const [u, v] = positionOf(coarseBend, x, y)
    return onEdge(u, v) ? undefined : linearReference(planeOf(image), u, v, stretch.x, stretch.y)
  },
  tolerance: 1e-9,
}

for (const of of [near, bilinear, stretched]) conformKernel(of)
