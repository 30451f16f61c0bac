/** One plane of numbers and which of them are valid. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly at: (x: number, y: number) => number
  readonly valid: (x: number, y: number) => boolean
}

interface Tap {
  readonly value: number
  readonly weight: number
}

/** Share of source pixel k that lies within [from, to). */
function overlap(k: number, from: number, to: number): number {
  return Math.max(0, Math.min(k + 1, to) - Math.max(k, from))
}

/** Valid source pixels under output pixel (i, j) of a level of `width` by `height`, row by row, with their covered shares. */
function tapsUnder(plane: Plane, width: number, height: number, i: number, j: number): Tap[] {
  const [rx, ry] = [plane.width / width, plane.height / height]
  const taps: Tap[] = []
  for (let y = 0; y < plane.height; y++) {
    const wy = overlap(y, j * ry, (j + 1) * ry)
    if (wy < 1e-7) continue
    for (let x = 0; x < plane.width; x++) {
      const weight = wy * overlap(x, i * rx, (i + 1) * rx)
      if (weight > 1e-7 && plane.valid(x, y)) taps.push({ value: plane.at(x, y), weight })
    }
  }
  return taps
}

/** A pixel of a pyramid level by definition, unrounded; null where it is invalid. */
export function overviewReference(kernel: string, plane: Plane, width: number, height: number, i: number, j: number): number | null {
  if (kernel === 'near') {
    const [x, y] = [Math.floor(0.5 + (i * plane.width) / width), Math.floor(0.5 + (j * plane.height) / height)]
    return plane.valid(x, y) ? plane.at(x, y) : null
  }
  const taps = tapsUnder(plane, width, height, i, j)
  if (taps.length === 0) return null
  const values = taps.map(({ value }) => value)
  if (kernel === 'min') return Math.min(...values)
  if (kernel === 'max') return Math.max(...values)
  if (kernel === 'average') {
    const sum = taps.reduce((total, { value, weight }) => total + value * weight, 0)
    return sum / taps.reduce((total, { weight }) => total + weight, 0)
  }
  if (kernel === 'rms') {
    const sum = taps.reduce((total, { value, weight }) => total + value * value * weight, 0)
    return Math.sqrt(sum / taps.reduce((total, { weight }) => total + weight, 0))
  }
  const share = { q1: 0.25, med: 0.5, q3: 0.75 }[kernel]
  if (share !== undefined) return values.sort((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length - 1))] as number
  const shares = new Map<number, number>()
  for (const { value, weight } of taps) shares.set(value, (shares.get(value) ?? 0) + weight)
  return [...shares].reduce((best, next) => (next[1] > best[1] + 1e-6 ? next : best))[0]
}
