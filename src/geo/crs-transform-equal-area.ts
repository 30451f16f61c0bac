import { CrsError } from '../base/errors.js'
import type { ProjDefinition } from './crs-proj-string.js'
import { authalicOf, exactAuthalic } from './crs-transform-authalic.js'
import { wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'
import { scaleAt } from './crs-transform-merc.js'
import { angleOf, arcSine, longitudeOrNothing, originOf } from './crs-transform-origin.js'

const halfPi = Math.PI / 2
const near = 1e-10

/** Lambert's azimuthal equal-area projection in metres; the point opposite to the centre has no image. Source: EPSG guidance note 7-2, method 9820. */
export function lambertAzimuthalEqualArea(definition: ProjDefinition): Projection {
  const { lat0 } = originOf(definition)
  return Math.abs(Math.abs(lat0) - halfPi) < near ? polarEqualArea(definition) : obliqueEqualArea(definition)
}

function obliqueEqualArea(definition: ProjDefinition): Projection {
  const { a, flattening } = definition
  const { lat0, lon0, x0, y0 } = originOf(definition)
  const es = flattening * (2 - flattening)
  const authalic = authalicOf(es)
  const radius = Math.sqrt(authalic.qPole / 2)
  const sin0 = authalic.q(Math.sin(lat0)) / authalic.qPole
  const cos0 = Math.sqrt(1 - sin0 * sin0)
  const stretch = scaleAt(lat0, Math.sqrt(es)) / (radius * cos0)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const sine = authalic.q(Math.sin(ys[i] as number)) / authalic.qPole
        const cosine = Math.sqrt(Math.max(0, 1 - sine * sine))
        const lon = wrappedLongitude((xs[i] as number) - lon0)
        const across = cosine * Math.cos(lon)
        const share = 1 + sin0 * sine + cos0 * across
        const size = share < near ? Number.NaN : a * radius * Math.sqrt(2 / share)
        xs[i] = x0 + size * stretch * cosine * Math.sin(lon)
        ys[i] = y0 + (size / stretch) * (cos0 * sine - sin0 * across)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const x = ((xs[i] as number) - x0) / (a * stretch)
        const y = (((ys[i] as number) - y0) / a) * stretch
        const rho = Math.sqrt(x * x + y * y)
        const half = rho / (2 * radius)
        const sinC = 2 * half * Math.sqrt(1 - half * half)
        const cosC = 1 - 2 * half * half
        const sine = rho === 0 ? sin0 : cosC * sin0 + (y * sinC * cos0) / rho
        xs[i] = rho === 0 ? lon0 : wrappedLongitude(Math.atan2(x * sinC, rho * cos0 * cosC - y * sin0 * sinC) + lon0)
        ys[i] = half > 1 ? Number.NaN : authalic.latitudeOf(arcSine(sine))
      }
    },
  }
}

function polarEqualArea(definition: ProjDefinition): Projection {
  const { a, flattening } = definition
  const { lat0, lon0, x0, y0 } = originOf(definition)
  const authalic = authalicOf(flattening * (2 - flattening))
  const side = lat0 > 0 ? 1 : -1
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const left = authalic.qPole - side * authalic.q(Math.sin(ys[i] as number))
        const isOpposite = side * (ys[i] as number) < near - halfPi
        const rho = isOpposite ? Number.NaN : a * Math.sqrt(Math.max(0, left))
        const lon = wrappedLongitude((xs[i] as number) - lon0)
        xs[i] = x0 + rho * Math.sin(lon)
        ys[i] = y0 - side * rho * Math.cos(lon)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const x = ((xs[i] as number) - x0) / a
        const y = (((ys[i] as number) - y0) / a) * side
        const sine = side * (1 - (x * x + y * y) / authalic.qPole)
        xs[i] = x === 0 && y === 0 ? lon0 : wrappedLongitude(Math.atan2(x, -y) + lon0)
        ys[i] = authalic.latitudeOf(arcSine(sine))
      }
    },
  }
}

/** Albers' equal-area conic in metres; the wedge that the map of the globe leaves open has no image. Throws `E_CRS` for parallels without a cone. */
export function albersEqualArea(definition: ProjDefinition): Projection {
  const { a, flattening, text } = definition
  const { lat0, lon0, x0, y0 } = originOf(definition)
  const es = flattening * (2 - flattening)
  const authalic = authalicOf(es)
  const lat1 = angleOf(definition, 'lat_1') ?? 0
  const lat2 = angleOf(definition, 'lat_2') ?? 0
  if (!(Math.abs(lat1 + lat2) > near)) throw new CrsError(`"${text}": +lat_1 and +lat_2 must not be opposite to each other`)
  const [m1, m2] = [scaleAt(lat1, Math.sqrt(es)), scaleAt(lat2, Math.sqrt(es))]
  const [q1, q2] = [authalic.q(Math.sin(lat1)), authalic.q(Math.sin(lat2))]
  const n = Math.abs(lat1 - lat2) > near ? (m1 * m1 - m2 * m2) / (q2 - q1) : Math.sin(lat1)
  const c = m1 * m1 + n * q1
  const radiusOf = (sine: number): number => (a * Math.sqrt(Math.max(0, c - n * authalic.q(sine)))) / n
  const rho0 = radiusOf(Math.sin(lat0))
  const side = n < 0 ? -1 : 1
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const rho = radiusOf(Math.sin(ys[i] as number))
        const theta = n * wrappedLongitude((xs[i] as number) - lon0)
        xs[i] = x0 + rho * Math.sin(theta)
        ys[i] = y0 + rho0 - rho * Math.cos(theta)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const x = side * ((xs[i] as number) - x0)
        const y = side * (rho0 - (ys[i] as number) + y0)
        const q = (c - ((x * x + y * y) * n * n) / (a * a)) / n
        xs[i] = longitudeOrNothing(Math.atan2(x, y) / n, lon0)
        ys[i] = Math.abs(q) > authalic.qPole * (1 + 1e-12) ? Number.NaN : exactAuthalic(authalic, es, q)
      }
    },
  }
}

/** Lambert's equal-area cylinder in metres. Source: EPSG guidance note 7-2, method 9835. */
export function equalAreaCylinder(definition: ProjDefinition): Projection {
  const { a, flattening } = definition
  const { lon0, x0, y0, scale } = originOf(definition)
  const es = flattening * (2 - flattening)
  const authalic = authalicOf(es)
  const standard = angleOf(definition, 'lat_ts')
  const width = a * (standard === undefined ? scale : scaleAt(standard, Math.sqrt(es)))
  const height = (a * a) / (2 * width)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = x0 + width * wrappedLongitude((xs[i] as number) - lon0)
        ys[i] = y0 + height * authalic.q(Math.sin(ys[i] as number))
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = wrappedLongitude(((xs[i] as number) - x0) / width + lon0)
        ys[i] = authalic.latitudeOf(arcSine(((ys[i] as number) - y0) / (height * authalic.qPole)))
      }
    },
  }
}

const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796]
const root3 = Math.sqrt(3)

/** The Equal Earth projection in metres. Source: Savric, Patterson and Jenny (2018); EPSG method 1078. */
export function equalEarth(definition: ProjDefinition): Projection {
  const { a, flattening } = definition
  const { lon0, x0, y0 } = originOf(definition)
  const authalic = authalicOf(flattening * (2 - flattening))
  const radius = a * Math.sqrt(authalic.qPole / 2)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const t = arcSine((root3 / 2) * (authalic.q(Math.sin(ys[i] as number)) / authalic.qPole))
        const t2 = t * t
        const t6 = t2 * t2 * t2
        const slope = a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)
        xs[i] = x0 + (2 * radius * wrappedLongitude((xs[i] as number) - lon0) * Math.cos(t)) / (root3 * slope)
        ys[i] = y0 + radius * t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const y = ((ys[i] as number) - y0) / radius
        let t = y
        for (let turn = 0; turn < 12; turn++) {
          const t2 = t * t
          const t6 = t2 * t2 * t2
          const change = (t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2)) - y) / (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2))
          t -= change
          if (Math.abs(change) < 1e-14) break
        }
        const t2 = t * t
        const slope = a1 + 3 * a2 * t2 + t2 * t2 * t2 * (7 * a3 + 9 * a4 * t2)
        xs[i] = longitudeOrNothing((root3 * ((xs[i] as number) - x0) * slope) / (2 * radius * Math.cos(t)), lon0)
        ys[i] = authalic.latitudeOf(arcSine((2 * Math.sin(t)) / root3))
      }
    },
  }
}
