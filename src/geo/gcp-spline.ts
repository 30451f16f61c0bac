import { type Fit, frameOf, type Place, solve } from './gcp-solve.js'

/** The thin-plate spline that goes through the places `to` at the places `from`: the surface that bends least. Evaluating it costs as many terms as there are places. */
export function splineFit(from: readonly Place[], to: readonly Place[]): Fit {
  const [frame, target] = [frameOf(from), frameOf(to)]
  const n = from.length
  const us = Float64Array.from(from, ({ x }) => (x - frame.x) / frame.scale)
  const vs = Float64Array.from(from, ({ y }) => (y - frame.y) / frame.scale)
  const size = n + 3
  const rows = Array.from({ length: size }, () => new Float64Array(size + 2))
  for (let i = 0; i < n; i++) {
    const row = rows[i] as Float64Array
    const [u, v] = [us[i] as number, vs[i] as number]
    for (let k = 0; k < n; k++) row[k] = bending((us[k] as number) - u, (vs[k] as number) - v)
    ;[1, u, v].forEach((term, k) => {
      row[n + k] = term
      ;(rows[n + k] as Float64Array)[i] = term
    })
    const { x, y } = to[i] as Place
    row[size] = (x - target.x) / target.scale
    row[size + 1] = (y - target.y) / target.scale
  }
  const [xs, ys] = solve(rows, 2) as [Float64Array, Float64Array]
  return (a, b) => {
    const [u, v] = [(a - frame.x) / frame.scale, (b - frame.y) / frame.scale]
    let x = (xs[n] as number) + (xs[n + 1] as number) * u + (xs[n + 2] as number) * v
    let y = (ys[n] as number) + (ys[n + 1] as number) * u + (ys[n + 2] as number) * v
    for (let i = 0; i < n; i++) {
      const term = bending((us[i] as number) - u, (vs[i] as number) - v)
      x += term * (xs[i] as number)
      y += term * (ys[i] as number)
    }
    return { x: target.x + target.scale * x, y: target.y + target.scale * y }
  }
}

/** r^2 log r^2 */
function bending(x: number, y: number): number {
  const squared = x * x + y * y
  return squared === 0 ? 0 : squared * Math.log(squared)
}
