import type { Bounds } from './geobox.js'

type Side = (x: number, y: number) => number

/**
 * A closed ring cut to a rectangle (which may be without end), closed again; empty where nothing is left. Pieces along the rectangle's edges join its
 * parts, as far outside of what matters as the rectangle reaches: which points inside lie in the ring stays the same.
 */
export function cutRing(ring: readonly number[], { left, bottom, right, top }: Bounds): readonly number[] {
  let points: readonly number[] = ring
  const sides: readonly [number, Side][] = [
    [left, (x) => x - left],
    [right, (x) => right - x],
    [bottom, (_, y) => y - bottom],
    [top, (_, y) => top - y],
  ]
  for (const [bound, inside] of sides) if (Number.isFinite(bound) && points.length > 0) points = cutBySide(points, inside)
  return points
}

function cutBySide(ring: readonly number[], inside: Side): readonly number[] {
  const out: number[] = []
  let [px, py] = [ring[ring.length - 2] as number, ring[ring.length - 1] as number]
  let before = inside(px, py)
  for (let at = 0; at < ring.length; at += 2) {
    const [x, y] = [ring[at] as number, ring[at + 1] as number]
    const here = inside(x, y)
    if (before < 0 !== here < 0) {
      const t = before / (before - here)
      out.push(px + t * (x - px), py + t * (y - py))
    }
    if (here >= 0) out.push(x, y)
    ;[px, py, before] = [x, y, here]
  }
  const last = out.length - 2
  if (last >= 0 && (out[0] !== out[last] || out[1] !== out[last + 1])) out.push(out[0] as number, out[1] as number)
  return out
}

/** A line cut to a rectangle: the parts that are inside, each a list of its own. */
export function cutLine(line: readonly number[], bounds: Bounds): number[][] {
  const parts: number[][] = []
  let open: number[] | null = null
  for (let at = 2; at < line.length; at += 2) {
    const [x0, y0, x1, y1] = [line[at - 2], line[at - 1], line[at], line[at + 1]] as [number, number, number, number]
    const span = insideSpan(x0, y0, x1 - x0, y1 - y0, bounds)
    if (span === null) {
      open = null
      continue
    }
    const [from, to] = span
    if (open === null || from > 0) parts.push((open = [x0 + from * (x1 - x0), y0 + from * (y1 - y0)]))
    if (to === 1) open.push(x1, y1)
    else {
      open.push(x0 + to * (x1 - x0), y0 + to * (y1 - y0))
      open = null
    }
  }
  return parts
}

/** The part of a segment that lies in a rectangle, as shares of its length; null for none. */
function insideSpan(x: number, y: number, dx: number, dy: number, { left, bottom, right, top }: Bounds): [number, number] | null {
  let [from, to] = [0, 1]
  for (const [start, step, low, high] of [
    [x, dx, left, right],
    [y, dy, bottom, top],
  ] as const) {
    if (step === 0) {
      if (start < low || start > high) return null
      continue
    }
    const [a, b] = [(low - start) / step, (high - start) / step]
    from = Math.max(from, Math.min(a, b))
    to = Math.min(to, Math.max(a, b))
  }
  return from <= to ? [from, to] : null
}

/** Whether a ring lies wholly in a rectangle. */
export function liesIn(ring: readonly number[], { left, bottom, right, top }: Bounds): boolean {
  for (let at = 0; at < ring.length; at += 2) {
    const [x, y] = [ring[at] as number, ring[at + 1] as number]
    if (!(x >= left && x <= right && y >= bottom && y <= top)) return false
  }
  return true
}
