/** A plane of pixels as numbers; NaN is invalid. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly values: ArrayLike<number>
  /** Whether the last column is followed by the first. */
  readonly round?: boolean
}

/** The position in a source, in pixels from its outer corner, of a position in an output. */
export type Position = (x: number, y: number) => readonly [u: number, v: number]

/** How one output pixel follows from its plane: the pixel's column and row are given. NaN is invalid. */
export type Definition = (plane: Plane, at: Position, x: number, y: number) => number

function valueAt({ width, height, values, round = false }: Plane, x: number, y: number): number {
  const column = round ? ((x % width) + width) % width : x
  return column >= 0 && y >= 0 && column < width && y < height ? (values[y * width + column] as number) : Number.NaN
}

/** Bounds of an output pixel's first and last corner in the source, as GDAL takes them. */
function boundsOf(at: Position, x: number, y: number): { u0: number; v0: number; u1: number; v1: number } {
  const corners = [at(x, y), at(x + 1, y + 1)]
  const us = corners.map(([u]) => u)
  const vs = corners.map(([, v]) => v)
  return { u0: Math.min(...us), v0: Math.min(...vs), u1: Math.max(...us), v1: Math.max(...vs) }
}

/** The valid pixels under the bounds of an output pixel, row by row, with the area of each that is covered. */
function coveredPixels(plane: Plane, at: Position, x: number, y: number): { value: number; area: number }[] {
  const { u0, v0, u1, v1 } = boundsOf(at, x, y)
  const found: { value: number; area: number }[] = []
  for (let row = Math.max(0, Math.floor(v0)); row < Math.min(plane.height, v1); row++) {
    for (let column = Math.max(0, Math.floor(u0)); column < Math.min(plane.width, u1); column++) {
      const value = valueAt(plane, column, row)
      const area = (Math.min(column + 1, u1) - Math.max(column, u0)) * (Math.min(row + 1, v1) - Math.max(row, v0))
      if (!Number.isNaN(value) && area > 1e-9) found.push({ value, area })
    }
  }
  return found
}

/** The mean of what a pixel covers, by the area that is covered: what hangs over the edge of the array counts nothing. */
export const averageOfCovered: Definition = (plane, at, x, y) => {
  const covered = coveredPixels(plane, at, x, y)
  const area = covered.reduce((sum, each) => sum + each.area, 0)
  return covered.reduce((sum, each) => sum + each.value * each.area, 0) / area
}

/** The value that covers most of a pixel; of several the one that is met first, row by row. */
export const modeOfCovered: Definition = (plane, at, x, y) => {
  const areas = new Map<number, number>()
  for (const { value, area } of coveredPixels(plane, at, x, y)) areas.set(value, (areas.get(value) ?? 0) + area)
  const most = Math.max(...areas.values())
  return [...areas].find(([, area]) => area > most - 1e-9)?.[0] ?? Number.NaN
}

const triangle = (t: number): number => Math.max(0, 1 - Math.abs(t))

function catmullRom(t: number): number {
  const a = Math.abs(t)
  if (a <= 1) return a * a * (1.5 * a - 2.5) + 1
  return a <= 2 ? a * (a * (2.5 - 0.5 * a) - 4) + 2 : 0
}

function bSpline(t: number): number {
  const part = (s: number): number => Math.max(0, s) ** 3
  return Math.abs(t) >= 2 ? 0 : (part(t + 2) - 4 * part(t + 1) + 6 * part(t) - 4 * part(t - 1)) / 6
}

function lanczos3(t: number): number {
  if (t === 0) return 1
  return Math.abs(t) > 3 ? 0 : (Math.sin(Math.PI * t) * Math.sin((Math.PI * t) / 3)) / (Math.PI ** 2 * t ** 2 * (1 / 3))
}

/**
 * The mean of the valid pixels around a centre by a function of the distance in x and in y; widened where `scale` (output pixels per source
 * pixel) is below 1. Invalid where the pixel that contains the centre is. `complete` wants all pixels that the kernel reaches.
 */
function weighted(kernel: (t: number) => number, radius: number, scale: { x: number; y: number }, complete = false): Definition {
  return (plane, at, x, y) => {
    const [u, v] = at(x + 0.5, y + 0.5)
    if (Number.isNaN(valueAt(plane, Math.floor(u + 1e-10), Math.floor(v + 1e-10)))) return Number.NaN
    const [rx, ry] = [radius / scale.x, radius / scale.y]
    let [sum, weight] = [0, 0]
    for (let row = Math.ceil(v - 0.5 - ry); row <= v - 0.5 + ry; row++) {
      for (let column = Math.ceil(u - 0.5 - rx); column <= u - 0.5 + rx; column++) {
        const w = kernel((column + 0.5 - u) * scale.x) * kernel((row + 0.5 - v) * scale.y)
        const value = valueAt(plane, column, row)
        if (Number.isNaN(value)) {
          if (complete) return Number.NaN
          continue
        }
        sum += w * value
        weight += w
      }
    }
    return sum / weight
  }
}

const plain = { x: 1, y: 1 }

/** Bilinear interpolation over the valid ones of four pixels. */
export const bilinear = weighted(triangle, 1, plain)

/** Lanczos interpolation, divided by the sum of its weights whatever that is. */
export const lanczos = weighted(lanczos3, 3, plain)

/** Bilinear interpolation round the earth, widened by 1 / scale. */
export const widenedRound = (x: number, y: number): Definition => {
  const is = weighted(triangle, 1, { x, y })
  return (plane, at, column, row) => is({ ...plane, round: true }, at, column, row)
}

/** A B-spline widened by 1 / scale. */
export const widenedSpline = (x: number, y: number): Definition => weighted(bSpline, 2, { x, y })

const fullCubic = weighted(catmullRom, 2, plain, true)

/** Cubic interpolation where all sixteen pixels are there and valid, else bilinear. */
export const cubicOrBilinear: Definition = (plane, at, x, y) => {
  const value = fullCubic(plane, at, x, y)
  return Number.isNaN(value) ? bilinear(plane, at, x, y) : value
}
