/** Twice the area of a closed ring (x, y, x, y, ...), above 0 where it runs counter-clockwise and y points up. */
export function doubleArea(ring: ArrayLike<number>, from = 0, to = ring.length): number {
  // Seen from the first vertex: coordinates may be large, and rings small.
  const [x0, y0] = [ring[from] as number, ring[from + 1] as number]
  let sum = 0
  for (let at = from + 2; at + 3 < to; at += 2) {
    const [ax, ay] = [(ring[at] as number) - x0, (ring[at + 1] as number) - y0]
    const [bx, by] = [(ring[at + 2] as number) - x0, (ring[at + 3] as number) - y0]
    sum += ax * by - bx * ay
  }
  return sum
}

/**
 * Whether a closed ring runs clockwise where y points up, as GDAL decides it, for rings that cross themselves as well: by the turn at the lowest vertex
 * (of several the rightmost), or by the area where that vertex is there twice or does not turn.
 */
export function isClockwise(ring: readonly number[]): boolean {
  const count = ring.length / 2 - 1
  const x = (at: number): number => ring[2 * at] as number
  const y = (at: number): number => ring[2 * at + 1] as number
  let lowest = 0
  let isTwice = false
  for (let at = 1; at < count; at++) {
    if (y(at) < y(lowest) || (y(at) === y(lowest) && x(at) > x(lowest))) {
      lowest = at
      isTwice = false
    } else if (y(at) === y(lowest) && x(at) === x(lowest)) isTwice = true
  }
  const before = (lowest + count - 1) % count
  const after = (lowest + 1) % count
  const turn = (x(after) - x(lowest)) * (y(before) - y(lowest)) - (x(before) - x(lowest)) * (y(after) - y(lowest))
  return isTwice || turn === 0 ? doubleArea(ring) < 0 : turn < 0
}
