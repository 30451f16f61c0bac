import type { ProjDefinition } from './crs-proj-string.js'
import { wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'
import { longitudeOrNothing, originOf } from './crs-transform-origin.js'

// Robinson gave his map as a table of every fifth parallel. Between them PROJ takes cubics in degrees from the parallel below, with coefficients
// of single precision; their values here were measured from its results. Four numbers a parallel.
const lengths = single([
  1, 1.3315832e-16, -7.15515e-5, 3.1103e-6, 0.9986, -0.000482243, -2.4897e-5, -1.3309e-6, 0.9954, -0.00083103, -4.48605e-5, -9.86701e-7,
  0.99, -0.00135364, -5.9661e-5, 3.6777e-6, 0.9822, -0.00167442, -4.49547e-6, -5.72411e-6, 0.973, -0.00214868, -9.03571e-5, 1.8736e-8, 0.96,
  -0.00305085, -9.00761e-5, 1.64917e-6, 0.9427, -0.00382792, -6.53386e-5, -2.6154e-6, 0.9216, -0.00467746, -0.00010457, 4.81243e-6, 0.8962,
  -0.00536223, -3.23831e-5, -5.43432e-6, 0.8679, -0.00609363, -0.000113898, 3.32484e-6, 0.835, -0.00698325, -6.40253e-5, 9.34959e-7, 0.7986,
  -0.00755338, -5.00009e-5, 9.35324e-7, 0.7597, -0.00798324, -3.5971e-5, -2.27626e-6, 0.7186, -0.00851367, -7.01149e-5, -8.6303e-6, 0.6732,
  -0.00986209, -0.000199569, 1.91974e-5, 0.6213, -0.010418, 8.83923e-5, 6.24051e-6, 0.5722, -0.00906601, 0.000182, 6.24051e-6, 0.5322, 0, 0,
  0,
])
const heights = single([
  0, 0.0124, 0, -8.45284e-11, 0.062, 0.0124, -1.26793e-9, 4.22642e-10, 0.124, 0.0124, 5.07171e-9, -1.60604e-9, 0.186, 0.0123999,
  -1.90189e-8, 6.00152e-9, 0.248, 0.0124002, 7.10039e-8, -2.24e-8, 0.31, 0.0123992, -2.64997e-7, 8.35986e-8, 0.372, 0.0124029, 9.88983e-7,
  -3.11994e-7, 434e-3, 0.0123893, -3.69093e-6, -4.35621e-7, 0.4958, 0.0123198, -1.02252e-5, -3.45523e-7, 0.5571, 0.0121916, -1.54081e-5,
  -5.82288e-7, 0.6176, 0.0119938, -2.41424e-5, -5.25327e-7, 0.6769, 0.011713, -3.20223e-5, -5.16405e-7, 0.7346, 0.0113541, -3.97684e-5,
  -6.09052e-7, 0.7903, 0.0109107, -4.89042e-5, -1.04739e-6, 0.8435, 0.0103431, -6.4615e-5, -1.40374e-9, 0.8936, 0.00969686, -6.4636e-5,
  -8.547e-6, 0.9394, 0.00840947, -0.000192841, -4.2106e-6, 0.9761, 0.00616527, -0.000256, -4.2106e-6, 1, 0, 0, 0,
])

const degree = Math.PI / 180
const lengthUnit = 0.8487
const heightUnit = 1.3523
const last = 18

/** Robinson's projection in metres, on a sphere of the semi-major axis. Beside the globe's outline is no image. */
export function robinson(definition: ProjDefinition): Projection {
  const { a } = definition
  const { lon0, x0, y0 } = originOf(definition)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const lat = ys[i] as number
        const degrees = Math.abs(lat) / degree
        const at = Math.min(last, Math.floor(degrees / 5 + 1e-12))
        const rest = degrees - 5 * at
        xs[i] = x0 + a * lengthUnit * cubic(lengths, at, rest) * wrappedLongitude((xs[i] as number) - lon0)
        ys[i] = y0 + a * heightUnit * cubic(heights, at, rest) * Math.sign(lat)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const y = ((ys[i] as number) - y0) / (a * heightUnit)
        const degrees = degreesAt(Math.abs(y))
        const at = Math.min(last, Math.floor(degrees / 5))
        xs[i] = longitudeOrNothing(((xs[i] as number) - x0) / (a * lengthUnit * cubic(lengths, at, degrees - 5 * at)), lon0)
        ys[i] = Math.sign(y) * degrees * degree
      }
    },
  }
}

function degreesAt(height: number): number {
  if (!(height <= 1 + 1e-9)) return Number.NaN
  if (height >= 1) return 90
  let at = 0
  while (at + 1 < last && (heights[4 * at + 4] as number) <= height) at++
  const [base, slope] = [heights[4 * at] as number, heights[4 * at + 1] as number]
  let rest = (height - base) / slope
  for (let turn = 0; turn < 20; turn++) {
    const [c2, c3] = [heights[4 * at + 2] as number, heights[4 * at + 3] as number]
    const change = (cubic(heights, at, rest) - height) / (slope + rest * (2 * c2 + rest * 3 * c3))
    rest -= change
    if (!(Math.abs(change) > 1e-13)) break
  }
  return Math.min(90, 5 * at + rest)
}

function cubic(c: Float32Array, at: number, t: number): number {
  const k = 4 * at
  return (c[k] as number) + t * ((c[k + 1] as number) + t * ((c[k + 2] as number) + t * (c[k + 3] as number)))
}

function single(values: readonly number[]): Float32Array {
  return Float32Array.from(values)
}
