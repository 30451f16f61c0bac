import { exists, type Plane } from './warp.js'

/** A position in the source. */
export type Point = readonly [u: number, v: number]

/** Corners of an output pixel: the first, right of it, across, below; in order round it. */
export type Outline = readonly [Point, Point, Point, Point]

/** A source pixel that counts, and how much of it an output pixel covers. */
interface Share {
  readonly value: number
  readonly cover: number
}

const ranks = { q1: 0.25, med: 0.5, q3: 0.75 } as const

/** Kernels of areas. */
export type AreaName = 'average' | 'rms' | 'sum' | 'mode' | 'min' | 'max' | keyof typeof ranks

/** Bounds along one axis of the first corner and the one across, and of all four. */
function extents(outline: Outline, axis: 0 | 1): { own: [number, number]; all: [number, number]; isNarrow: boolean } {
  const each = outline.map((point) => point[axis])
  const pair = [each[0] as number, each[2] as number]
  const [own, all]: [number, number][] = [
    [Math.min(...pair), Math.max(...pair)],
    [Math.min(...each), Math.max(...each)],
  ]
  return { own, all, isNarrow: own[1] - own[0] < 0.25 * (all[1] - all[0]) }
}

/** The box of an outline: around its first corner and the one across; around all, where little is left of that along an axis. */
export function boxOf(outline: Outline): { u0: number; u1: number; v0: number; v1: number } {
  const [u, v] = [extents(outline, 0), extents(outline, 1)]
  const [us, vs] = u.isNarrow || v.isNarrow ? [u.all, v.all] : [u.own, v.own]
  return { u0: us[0], u1: us[1], v0: vs[0], v1: vs[1] }
}

/** Pixels that the box of an outline touches, all that are valid. */
function sharesOf(plane: Plane, outline: Outline): Share[] {
  const { u0, u1, v0, v1 } = boxOf(outline)
  const shares: Share[] = []
  for (let y = Math.floor(v0); y < v1; y++) {
    for (let x = Math.floor(u0); x < u1; x++) {
      if (!exists(plane, x, y) || !plane.valid(x, y)) continue
      const cover = (Math.min(x + 1, u1) - Math.max(x, u0)) * (Math.min(y + 1, v1) - Math.max(y, v0))
      shares.push({ value: plane.at(x, y), cover })
    }
  }
  return shares
}

/** The part of a polygon where a line's side is not negative. */
export function clip(points: readonly Point[], side: (point: Point) => number): Point[] {
  return points.flatMap((point, k) => {
    const next = points[(k + 1) % points.length] as Point
    const [a, b] = [side(point), side(next)]
    const part = a / (a - b)
    const cut: Point = [point[0] + (next[0] - point[0]) * part, point[1] + (next[1] - point[1]) * part]
    return [...(a >= 0 ? [point] : []), ...(a >= 0 !== b >= 0 ? [cut] : [])]
  })
}

/** The area of a polygon. */
export function areaOf(points: readonly Point[]): number {
  const twice = points.reduce((sum, [u, v], k) => {
    const [nextU, nextV] = points[(k + 1) % points.length] as Point
    return sum + u * nextV - nextU * v
  }, 0)
  return Math.abs(twice) / 2
}

/** The sum of values by the part of their pixels within the outline; null where none is valid. */
function sumReference(plane: Plane, outline: Outline): number | null {
  let [sum, some] = [0, false]
  const [us, vs] = [outline.map(([u]) => u), outline.map(([, v]) => v)]
  for (let y = Math.floor(Math.min(...vs)); y < Math.max(...vs); y++) {
    for (let x = Math.floor(Math.min(...us)); x < Math.max(...us); x++) {
      if (!exists(plane, x, y) || !plane.valid(x, y)) continue
      const right = clip(
        clip(outline, ([u]) => u - x),
        ([u]) => x + 1 - u,
      )
      const part = areaOf(
        clip(
          clip(right, ([, v]) => v - y),
          ([, v]) => y + 1 - v,
        ),
      )
      if (part < 1e-12) continue
      some = true
      sum += part * plane.at(x, y)
    }
  }
  return some ? sum : null
}

/** The value of the greatest share, the first of equals. */
function modeReference(shares: readonly Share[]): number {
  const totals = new Map<number, number>()
  for (const { value, cover } of shares) totals.set(value, (totals.get(value) ?? 0) + cover)
  const most = Math.max(...totals.values())
  return [...totals].find(([, total]) => total >= most * (1 - 1e-9))?.[0] as number
}

/** A kernel of what an output pixel covers of the source; null where it covers no valid pixel. */
export function areaReference(plane: Plane, name: AreaName, outline: Outline): number | null {
  if (name === 'sum') return sumReference(plane, outline)
  const shares = sharesOf(plane, outline)
  if (shares.length === 0) return null
  const values = shares.map(({ value }) => value)
  if (name === 'mode') return modeReference(shares)
  if (name === 'min') return Math.min(...values)
  if (name === 'max') return Math.max(...values)
  const total = shares.reduce((sum, { cover }) => sum + cover, 0)
  if (name === 'average') return shares.reduce((sum, { value, cover }) => sum + value * cover, 0) / total
  if (name === 'rms') return Math.sqrt(shares.reduce((sum, { value, cover }) => sum + value * value * cover, 0) / total)
  return values.sort((a, b) => a - b)[Math.ceil(ranks[name] * values.length - 1)] as number
}
