import type { ProjDefinition } from './crs-proj-string.js'
import { isometricLatitude, latitudeOfIsometric, latitudeSeries, wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'
import { scaleAt } from './crs-transform-merc.js'
import { angleOf, originOf } from './crs-transform-origin.js'

const halfPi = Math.PI / 2
const poleSlack = 1e-10

/** Whether a stereographic definition has a pole as its centre. */
export function isPolar(definition: ProjDefinition): boolean {
  return Math.abs(Math.abs(originOf(definition).lat0) - halfPi) < poleSlack
}

/** The stereographic projection around a pole in metres; the other pole has no image. Source: EPSG guidance note 7-2, methods 9810 and 9829. */
export function polarStereographic(definition: ProjDefinition): Projection {
  const { a, flattening } = definition
  const { lat0, lon0, x0, y0, scale } = originOf(definition)
  const e = Math.sqrt(flattening * (2 - flattening))
  const side = lat0 > 0 ? 1 : -1
  const parallel = Math.abs(angleOf(definition, 'lat_ts') ?? halfPi)
  const size =
    halfPi - parallel < poleSlack
      ? (2 * a * scale) / Math.sqrt((1 + e) ** (1 + e) * (1 - e) ** (1 - e))
      : a * scale * scaleAt(parallel, e) * Math.exp(isometricLatitude(parallel, e))
  const { fromConformal } = latitudeSeries(flattening)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const lat = side * (ys[i] as number)
        const isPole = Math.abs(lat) > halfPi - poleSlack
        const rho = isPole ? (lat > 0 ? 0 : Number.NaN) : size * Math.exp(-isometricLatitude(lat, e))
        const lon = wrappedLongitude((xs[i] as number) - lon0)
        xs[i] = x0 + rho * Math.sin(lon)
        ys[i] = y0 - side * rho * Math.cos(lon)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const x = (xs[i] as number) - x0
        const y = side * (y0 - (ys[i] as number))
        const rho = Math.sqrt(x * x + y * y)
        xs[i] = rho === 0 ? lon0 : wrappedLongitude(Math.atan2(x, y) + lon0)
        ys[i] = side * (rho === 0 ? halfPi : latitudeOfIsometric(-Math.log(rho / size), fromConformal))
      }
    },
  }
}
