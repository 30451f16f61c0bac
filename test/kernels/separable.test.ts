import { isValidAt } from '../../src/array/block.js'
import { type Dtype, dtypes } from '../../src/base/dtype.js'
import type { PixelMap } from '../../src/geo/pixel-map.js'
import { runAxes } from '../../src/ops/warp/axes.js'
import { stretchAt } from '../../src/ops/warp/stretch.js'
import { conformKernel, type Image, type KernelCase, type Made, type OutRect } from '../conformance/conform-kernel.js'
import type { TestKit } from '../kit.js'
import { linearReference, nearReference, type Plane } from '../reference/warp.js'

const names = Object.keys(dtypes) as Dtype[]

/** An axis-aligned map: u = x * sx + ox, v = y * sy + oy. */
interface Grid {
  readonly sx: number
  readonly sy: number
  readonly ox: number
  readonly oy: number
}

function mapOf({ sx, sy, ox, oy }: Grid): PixelMap {
  return {
    kind: 'affine',
    matrix: { a: sx, b: 0, c: ox, d: 0, e: sy, f: oy },
    period: null,
    apply(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = (xs[i] as number) * sx + ox
        ys[i] = (ys[i] as number) * sy + oy
      }
    },
  }
}

function run(kit: TestKit, image: Image, rect: OutRect, grid: Grid, near: boolean): Made {
  const block = kit.block({ start: [0, 0], stop: [image.height, image.width] }, image.data, image.valid)
  const out = kit.outBlock({ start: [rect.y0, rect.x0], stop: [rect.y1, rect.x1] }, image.dtype)
  const stretch = near ? null : stretchAt({ x: 1 / Math.abs(grid.sx), y: 1 / Math.abs(grid.sy) })
  const plan = { map: mapOf(grid), mode: 'axes', shift: { x: 0, y: 0 }, stretch } as const
  runAxes('test', out, block, near, plan, kit, { x0: 0, y0: 0, x1: image.width, y1: image.height })
  const mask = out.mask.map((_, at) => (isValidAt(out, at) ? 1 : 0))
  return { data: out.data.slice(), mask }
}

function planeOf(image: Image): Plane {
  const { width, height, data } = image
  return { width, height, at: (x, y) => Number(data[y * width + x]), valid: (x, y) => isValidAt(image, y * width + x) }
}

const sizes = [
  [1, 1],
  [29, 6],
  [38, 31],
] as const

function caseOf(name: string, grid: Grid, near: boolean): KernelCase {
  const stretch = near ? null : stretchAt({ x: 1 / Math.abs(grid.sx), y: 1 / Math.abs(grid.sy) })
  return {
    name,
    sizes,
    dtypes: names,
    out: (width, height) => [Math.ceil(width / Math.abs(grid.sx)) + 3, Math.ceil(height / Math.abs(grid.sy)) + 3],
    run: (kit, image, rect) => run(kit, image, rect, grid, near),
    reference(image, x, y) {
      const [u, v] = [(x + 0.5) * grid.sx + grid.ox, (y + 0.5) * grid.sy + grid.oy]
      return near ? nearReference(planeOf(image), u, v) : linearReference(planeOf(image), u, v, stretch?.x, stretch?.y)
    },
    // Weights and sums in float32 for 8 and 16 bits.
    tolerance: near ? 0 : 4e-7,
    constantTolerance: 4e-16,
  }
}

conformKernel(caseOf('near by columns and rows', { sx: 0.77, sy: -1.3, ox: -1.2, oy: 58.9 }, true))
conformKernel(caseOf('separable, finer', { sx: 0.77, sy: 0.5, ox: -1.2, oy: 0 }, false))
conformKernel(caseOf('separable, coarser and mirrored', { sx: 2.5, sy: -1.7, ox: -3.1, oy: 58.3 }, false))
conformKernel(caseOf('separable, coarse in x and fine in y', { sx: 7.3, sy: 0.6, ox: 0, oy: 0.2 }, false))
