import { numberOf, type ProjDefinition } from './crs-proj-string.js'
import { wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'
import { latitudeOrNothing, longitudeOrNothing, originOf } from './crs-transform-origin.js'

/** The projection of Colombia's city grids in metres, on a plane at the height `+h_0`. Source: EPSG guidance note 7-2, method 1052. */
export function colombiaUrban(definition: ProjDefinition): Projection {
  const { a, flattening, parameters, text } = definition
  const { lat0, lon0, x0, y0 } = originOf(definition)
  const height = (numberOf(parameters, 'h_0', text) ?? 0) / a
  const es = flattening * (2 - flattening)
  const acrossAt = (lat: number): number => 1 / Math.sqrt(1 - es * Math.sin(lat) ** 2)
  const alongAt = (lat: number): number => (1 - es) * acrossAt(lat) ** 3
  const [nu0, rho0] = [acrossAt(lat0), alongAt(lat0)]
  const width = 1 + height / nu0
  const bend = Math.tan(lat0) / (2 * rho0 * nu0)
  const stretch = (lat: number): number => rho0 * (1 + height / alongAt((lat + lat0) / 2))
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const lat = ys[i] as number
        const across = wrappedLongitude((xs[i] as number) - lon0) * acrossAt(lat) * Math.cos(lat)
        xs[i] = x0 + a * width * across
        ys[i] = y0 + a * stretch(lat) * (lat - lat0 + bend * across * across)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const across = ((xs[i] as number) - x0) / (a * width)
        const y = ((ys[i] as number) - y0) / a
        let lat = lat0
        // The scale hardly changes with latitude: three steps leave nothing.
        for (let turn = 0; turn < 3; turn++) lat = lat0 + y / stretch(lat) - bend * across * across
        // The projection is for a city: far away, the steps lead nowhere.
        const isLost = !(Math.abs(stretch(lat) * (lat - lat0 + bend * across * across) - y) < 1e-7)
        ys[i] = isLost ? Number.NaN : latitudeOrNothing(lat)
        xs[i] = longitudeOrNothing(across / (acrossAt(lat) * Math.cos(lat)), lon0)
      }
    },
  }
}
