import { exists, linearReference, nearReference, type Plane } from './warp.js'

/** A kernel wider than bilinear: its weight at a distance and how far it reaches. */
interface Shape {
  readonly radius: number
  readonly weight: (distance: number) => number
}

/** sin(pi x) / (pi x). */
function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

/** Keys' convolution with a = -0.5; the cubic B-spline; sinc under a window of three lobes. */
const shapes = {
  cubic: {
    radius: 2,
    weight: (x) => (x <= 1 ? 1.5 * x ** 3 - 2.5 * x ** 2 + 1 : -0.5 * x ** 3 + 2.5 * x ** 2 - 4 * x + 2),
  },
  cubicspline: { radius: 2, weight: (x) => (x <= 1 ? 2 / 3 - x ** 2 + x ** 3 / 2 : (2 - x) ** 3 / 6) },
  lanczos: { radius: 3, weight: (x) => sinc(x) * sinc(x / 3) },
} as const satisfies Record<string, Shape>

/** Kernels of points that are wider than bilinear. */
export type FilterName = keyof typeof shapes

/** Pixels along one axis that a kernel at a position weighs, and by how much. */
function tapsAlong({ radius, weight }: Shape, position: number, scale: number): { at: number; weight: number }[] {
  const first = Math.ceil(position - 0.5 - radius / scale)
  const last = Math.floor(position - 0.5 + radius / scale)
  return Array.from({ length: last - first + 1 }, (_, k) => {
    const at = first + k
    return { at, weight: weight(Math.abs(at + 0.5 - position) * scale) }
  })
}

/**
 * A kernel at (u, v), at scales below 1 widened: over the valid pixels that exist, renormalised. Null where the pixel that contains (u, v) is
 * invalid, where Lanczos has less than half of its pixels, or nothing is left of the weights. The plain cubic kernel takes the four
 * pixels around where any of its own is missing; undefined where what is left decides by its last digits.
 */
export function filterReference(
  plane: Plane,
  name: FilterName,
  u: number,
  v: number,
  scale: { x: number; y: number } | null,
): number | null | undefined {
  if (nearReference(plane, u, v) === null) return null
  const columns = tapsAlong(shapes[name], u, scale?.x ?? 1)
  const rows = tapsAlong(shapes[name], v, scale?.y ?? 1)
  const all = rows.flatMap((row) => columns.map((column) => ({ x: column.at, y: row.at, weight: column.weight * row.weight })))
  const existing = all.filter(({ x, y }) => exists(plane, x, y))
  const valid = existing.filter(({ x, y }) => plane.valid(x, y))
  if (name === 'cubic' && scale === null && valid.length < all.length) return linearReference(plane, u, v)
  if (name === 'lanczos' && valid.length < Math.floor(existing.length / 2)) return null
  const total = valid.reduce((sum, tap) => sum + tap.weight, 0)
  if (Math.abs(total) < 1e-4) return undefined
  return total < 0 ? null : valid.reduce((sum, { x, y, weight }) => sum + weight * plane.at(x, y), 0) / total
}
