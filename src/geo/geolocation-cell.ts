/** Radians in a degree. */
export const toRadians = Math.PI / 180

/** Writes the direction of a place, as three coordinates of length 1, at `at`. */
export function writeDirection(longitude: number, latitude: number, to: Float64Array, at: number): void {
  const [x, y] = [longitude * toRadians, latitude * toRadians]
  const level = Math.cos(y)
  to[at] = level * Math.cos(x)
  to[at + 1] = level * Math.sin(x)
  to[at + 2] = Math.sin(y)
}

/** Whether two numbers are a place: a latitude, and a longitude of any turn. */
export function isPlace(longitude: number, latitude: number): boolean {
  return latitude >= -90 && latitude <= 90 && longitude >= -720 && longitude <= 720
}

/** How well a cell fits a place: 3 holds it, 2 holds it with the outer halves of its pixels, 1 is at the edge of the array that is nearest to it, 0 does not. */
export type Rank = 0 | 1 | 2 | 3

// Rounding of what lies on the edge between two cells.
const edgeSlack = 1e-9

/**
 * Where, between four corners in a plane (x, y of upper left, upper right, lower left, lower right), the origin lies by inverse bilinear interpolation:
 * shares of the way right and down, written to `out`. Answers 3 where both are within 0 and 1, 2 where they are within the first four numbers of `reach` (least
 * and greatest share right, then down), 1 where they are within the other four, 0 elsewhere.
 */
export function inverseBilinear(corners: Float64Array, reach: Float64Array, out: Float64Array): Rank {
  const ax = corners[0] as number
  const ay = corners[1] as number
  const bx = (corners[2] as number) - ax
  const by = (corners[3] as number) - ay
  const cx = (corners[4] as number) - ax
  const cy = (corners[5] as number) - ay
  const dx = (corners[6] as number) - ax - bx - cx
  const dy = (corners[7] as number) - ay - by - cy
  // a + b s + c t + d s t = 0: without s, a quadratic of t.
  const two = cx * dy - cy * dx
  const one = ax * dy - ay * dx + (cx * by - cy * bx)
  const none = ax * by - ay * bx
  const root = Math.sqrt(one * one - 4 * two * none)
  const q = one >= 0 ? -(one + root) / 2 : (root - one) / 2
  let found: Rank = 0
  // Of two answers the one within counts; the first is that of the nearly parallel sides that most cells have.
  for (let answer = 0; answer < 2; answer++) {
    const t = answer === 0 ? none / q : q / two
    const ex = bx + dx * t
    const ey = by + dy * t
    const s = Math.abs(ex) > Math.abs(ey) ? -(ax + cx * t) / ex : -(ay + cy * t) / ey
    const rank = rankOf(s, t, reach)
    if (rank <= found) continue
    found = rank
    out[0] = s
    out[1] = t
  }
  return found
}

function rankOf(s: number, t: number, reach: Float64Array): Rank {
  if (s >= -edgeSlack && s <= 1 + edgeSlack && t >= -edgeSlack && t <= 1 + edgeSlack) return 3
  return isWithin(s, t, reach, 0) ? 2 : isWithin(s, t, reach, 4) ? 1 : 0
}

function isWithin(s: number, t: number, reach: Float64Array, at: number): boolean {
  const isAcross = s >= (reach[at] as number) - edgeSlack && s <= (reach[at + 1] as number) + edgeSlack
  return isAcross && t >= (reach[at + 2] as number) - edgeSlack && t <= (reach[at + 3] as number) + edgeSlack
}
