import type { ProjDefinition } from './crs-proj-string.js'
import { wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'
import { meridianArc } from './crs-transform-meridian.js'
import { latitudeOrNothing, originOf } from './crs-transform-origin.js'

/**
 * The Cassini-Soldner projection in metres: a series that is good within a few degrees of the central meridian, and goes astray far from
 * it; what its inverse does not find has no image. Source: EPSG guidance note 7-2, method 9806.
 */
export function cassiniSoldner(definition: ProjDefinition): Projection {
  return definition.flattening === 0 ? sphericalCassini(definition) : ellipsoidalCassini(definition)
}

function sphericalCassini(definition: ProjDefinition): Projection {
  const { a } = definition
  const { lat0, lon0, x0, y0 } = originOf(definition)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const [lon, lat] = [(xs[i] as number) - lon0, ys[i] as number]
        xs[i] = x0 + a * Math.asin(Math.cos(lat) * Math.sin(lon))
        ys[i] = y0 + a * (Math.atan2(Math.tan(lat), Math.cos(lon)) - lat0)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const x = ((xs[i] as number) - x0) / a
        const along = ((ys[i] as number) - y0) / a + lat0
        const isOutside = Math.abs(x) > Math.PI / 2 || Math.abs(along) > Math.PI
        xs[i] = isOutside ? Number.NaN : wrappedLongitude(Math.atan2(Math.tan(x), Math.cos(along)) + lon0)
        ys[i] = Math.asin(Math.sin(along) * Math.cos(x))
      }
    },
  }
}

function ellipsoidalCassini(definition: ProjDefinition): Projection {
  const { a, flattening } = definition
  const { lat0, lon0, x0, y0 } = originOf(definition)
  const es = flattening * (2 - flattening)
  const second = es / (1 - es)
  const arc = meridianArc(flattening)
  const origin = arc.lengthTo(lat0)
  const image = new Float64Array(2)
  const project = (lon: number, lat: number): void => {
    const [sine, cosine] = [Math.sin(lat), Math.cos(lat)]
    const nu = 1 / Math.sqrt(1 - es * sine * sine)
    const t = (sine / cosine) ** 2
    const c = second * cosine * cosine
    const along = lon * cosine
    const s = along * along
    image[0] = nu * along * (1 - s * t * (1 / 6 + (8 - t + 8 * c) * (s / 120)))
    image[1] = arc.lengthTo(lat) - origin + nu * (sine / cosine) * s * (1 / 2 + ((5 - t + 6 * c) * s) / 24)
  }
  const place = new Float64Array(2)
  const unproject = (x: number, y: number): void => {
    const foot = arc.latitudeOf(origin + y)
    const [sine, cosine] = [Math.sin(foot), Math.cos(foot)]
    const w = 1 - es * sine * sine
    const nu = 1 / Math.sqrt(w)
    const rho = ((1 - es) * nu) / w
    const t = (sine / cosine) ** 2
    const d = x / nu
    const s = d * d
    place[0] = (d * (1 + t * s * (-1 / 3 + ((1 + 3 * t) * s) / 15))) / cosine
    place[1] = foot - ((nu * (sine / cosine)) / rho) * s * (1 / 2 - ((1 + 3 * t) * s) / 24)
  }
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        project(wrappedLongitude((xs[i] as number) - lon0), ys[i] as number)
        xs[i] = x0 + a * (image[0] as number)
        ys[i] = y0 + a * (image[1] as number)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const x = ((xs[i] as number) - x0) / a
        const y = ((ys[i] as number) - y0) / a
        let [u, v, miss] = [x, y, 1]
        // The series back is not quite the inverse of the series there: what is missed is added to the goal.
        for (let turn = 0; turn < 8 && miss > 1e-13; turn++) {
          unproject(u, v)
          project(place[0] as number, place[1] as number)
          const [dx, dy] = [x - (image[0] as number), y - (image[1] as number)]
          u += dx
          v += dy
          miss = Math.abs(dx) + Math.abs(dy)
        }
        const isLost = !(miss < 1e-7) || Math.abs(place[0] as number) > Math.PI
        xs[i] = isLost ? Number.NaN : wrappedLongitude((place[0] as number) + lon0)
        ys[i] = latitudeOrNothing(place[1] as number)
      }
    },
  }
}
