import { type Fit, type Frame, frameOf, type Place, solve } from './gcp-solve.js'

/** Exponents of x and y in the terms of a polynomial, by order. */
const exponents: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [2, 0],
  [1, 1],
  [0, 2],
  [3, 0],
  [2, 1],
  [1, 2],
  [0, 3],
]

const termCount = { 1: 3, 2: 6, 3: 10 } as const

/** The polynomials of an order that go nearest to the places `to` at the places `from` (least squares, each coordinate apart). */
export function polynomialFit(from: readonly Place[], to: readonly Place[], order: 1 | 2 | 3): Fit {
  const [frame, target] = [frameOf(from), frameOf(to)]
  const count = termCount[order]
  // The normal equations: in a frame of their own the places keep them well-conditioned.
  const rows = Array.from({ length: count }, () => new Float64Array(count + 2))
  from.forEach((place, at) => {
    const terms = termsAt(frame, place, count)
    const { x, y } = to[at] as Place
    terms.forEach((term, i) => {
      const row = rows[i] as Float64Array
      for (let k = 0; k < count; k++) row[k] = (row[k] as number) + term * (terms[k] as number)
      row[count] = (row[count] as number) + term * ((x - target.x) / target.scale)
      row[count + 1] = (row[count + 1] as number) + term * ((y - target.y) / target.scale)
    })
  })
  const [xs, ys] = solve(rows, 2) as [Float64Array, Float64Array]
  return (u, v) => {
    const terms = termsAt(frame, { x: u, y: v }, count)
    let [x, y] = [0, 0]
    for (let i = 0; i < count; i++) {
      x += (terms[i] as number) * (xs[i] as number)
      y += (terms[i] as number) * (ys[i] as number)
    }
    return { x: target.x + target.scale * x, y: target.y + target.scale * y }
  }
}

function termsAt(frame: Frame, place: Place, count: number): number[] {
  const x = (place.x - frame.x) / frame.scale
  const y = (place.y - frame.y) / frame.scale
  const powers = (of: number): readonly number[] => [1, of, of * of, of * of * of]
  const [px, py] = [powers(x), powers(y)]
  return exponents.slice(0, count).map(([i, j]) => (px[i] as number) * (py[j] as number))
}
