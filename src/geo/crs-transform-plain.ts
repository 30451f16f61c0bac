import { numberOf, type ProjDefinition } from './crs-proj-string.js'
import { wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'
import { latitudeOrNothing, originOf } from './crs-transform-origin.js'

const radian = Math.PI / 180

/** The equidistant cylinder (plate carree), always with the formulae of a sphere of the semi-major axis, as PROJ has it; in metres. */
export function equidistantCylinder(definition: ProjDefinition): Projection {
  const { a, parameters, text } = definition
  const { lon0, lat0, x0, y0 } = originOf(definition)
  const width = a * Math.cos((numberOf(parameters, 'lat_ts', text) ?? 0) * radian)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = x0 + width * wrappedLongitude((xs[i] as number) - lon0)
        ys[i] = y0 + a * ((ys[i] as number) - lat0)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = wrappedLongitude(((xs[i] as number) - x0) / width + lon0)
        ys[i] = latitudeOrNothing(((ys[i] as number) - y0) / a + lat0)
      }
    },
  }
}
