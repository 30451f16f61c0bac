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

/** Pixels that the box around the first corner and the one across touches, all that are valid. */
function sharesOf(plane: Plane, [first, , across]: Outline): Share[] {
  const [u0, u1] = [Math.min(first[0], across[0]), Math.max(first[0], across[0])]
  const [v0, v1] = [Math.min(first[1], across[1]), Math.max(first[1], across[1])]
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
function clip(points: readonly Point[], side: (point: Point) => number): Point[] {
  return points.flatMap((point, k) => {
    const next = points[(k + 1) % points.length] as Point
    const [a, b] = [side(point), side(next)]
    const part = a / (a - b)
    const cut: Point = [point[0] + (next[0] - point[0]) * part, point[1] + (next[1] - point[1]) * part]
    return [...(a >= 0 ? [point] : []), ...(a >= 0 !== b >= 0 ? [cut] : [])]
  })
}

function areaOf(points: readonly Point[]): number {
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
