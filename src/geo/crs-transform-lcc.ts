import { CrsError } from '../base/errors.js'
import { numberOf, type ProjDefinition } from './crs-proj-string.js'
import { isometricLatitude, latitudeOfIsometric, latitudeSeries, wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'
import { scaleAt } from './crs-transform-merc.js'
import { longitudeOrNothing } from './crs-transform-origin.js'

const radian = Math.PI / 180
// Latitudes this near a pole are the pole, as in PROJ.
const poleSlack = 1e-10

/**
 * Lambert's conformal conic with one or two standard parallels, in metres. The far pole has no image. Throws `E_CRS` for parallels that
 * leave no cone. Source: EPSG guidance note 7-2, methods 9801 and 9802.
 */
export function lambertConformalConic({ a, flattening, parameters, text }: ProjDefinition): Projection {
  const angle = (key: string): number | undefined => {
    const value = numberOf(parameters, key, text)
    return value === undefined ? undefined : value * radian
  }
  const eccentricity = Math.sqrt(flattening * (2 - flattening))
  const lat1 = angle('lat_1') ?? angle('lat_0') ?? Number.NaN
  const lat2 = angle('lat_2') ?? lat1
  if (!(Math.abs(lat1 + lat2) > 1e-10) || !(Math.abs(lat1) < Math.PI / 2) || !(Math.abs(lat2) < Math.PI / 2)) {
    throw new CrsError(`"${text}": +lat_1 and +lat_2 must be given, not be poles and not be opposite to each other`)
  }
  const [psi1, psi2] = [isometricLatitude(lat1, eccentricity), isometricLatitude(lat2, eccentricity)]
  const [m1, m2] = [scaleAt(lat1, eccentricity), scaleAt(lat2, eccentricity)]
  const n = Math.abs(lat1 - lat2) > 1e-10 ? Math.log(m1 / m2) / (psi2 - psi1) : Math.sin(lat1)
  const scale = numberOf(parameters, 'k_0', text) ?? numberOf(parameters, 'k', text) ?? 1
  const size = (a * scale * m1 * Math.exp(n * psi1)) / n
  const lat0 = angle('lat_0') ?? (parameters.has('lat_2') ? 0 : lat1)
  const rho0 = Math.abs(lat0) > Math.PI / 2 - poleSlack ? 0 : size * Math.exp(-n * isometricLatitude(lat0, eccentricity))
  const lon0 = angle('lon_0') ?? 0
  const x0 = numberOf(parameters, 'x_0', text) ?? 0
  const y0 = (numberOf(parameters, 'y_0', text) ?? 0) + rho0
  const { fromConformal } = latitudeSeries(flattening)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const lat = ys[i] as number
        const isPole = Math.abs(lat) > Math.PI / 2 - poleSlack
        const rho = isPole ? (lat * n > 0 ? 0 : Number.NaN) : size * Math.exp(-n * isometricLatitude(lat, eccentricity))
        const theta = n * wrappedLongitude((xs[i] as number) - lon0)
        xs[i] = x0 + rho * Math.sin(theta)
        ys[i] = y0 - rho * Math.cos(theta)
      }
    },
    inverse(xs, ys, count) {
      const side = n < 0 ? -1 : 1
      for (let i = 0; i < count; i++) {
        const x = side * ((xs[i] as number) - x0)
        const y = side * (y0 - (ys[i] as number))
        const rho = side * Math.sqrt(x * x + y * y)
        const theta = Math.atan2(x, y)
        // The wedge that the map of the globe leaves open has no image.
        xs[i] = rho === 0 ? lon0 : longitudeOrNothing(theta / n, lon0)
        ys[i] = rho === 0 ? (side * Math.PI) / 2 : latitudeOfIsometric(-Math.log(rho / size) / n, fromConformal)
      }
    },
  }
}
