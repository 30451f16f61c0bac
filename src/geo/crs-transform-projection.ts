import { CrsError } from '../base/errors.js'
import type { ProjDefinition } from './crs-proj-string.js'
import { lambertConformalConic } from './crs-transform-lcc.js'
import type { Projection } from './crs-transform-loop.js'
import { mercator } from './crs-transform-merc.js'
import { equidistantCylinder, sphericalSinusoidal } from './crs-transform-plain.js'
import { proj4Projection } from './crs-transform-proj4.js'
import { transverseMercator } from './crs-transform-tmerc.js'

const radian = Math.PI / 180
// Latitudes may overshoot the pole by rounding; beyond this they are no latitudes.
const poleSlack = 1e-12

/** The projection of a definition. Throws `E_CRS` where it is not one that can be computed. */
export function projectionOf(definition: ProjDefinition): Projection {
  if (definition.projection === 'longlat') return longlat(definition)
  const plane = planeOf(definition)
  if (plane === null) throw new CrsError(`"${definition.text}": the projection +proj=${definition.projection} is not supported`)
  return withUnits(definition, plane)
}

// `+approx` asks PROJ for an older series that agrees where it may be used.
const ownProjections: Readonly<Record<string, (definition: ProjDefinition) => Projection>> = {
  merc: mercator,
  tmerc: transverseMercator,
  etmerc: transverseMercator,
  utm: transverseMercator,
  lcc: lambertConformalConic,
  eqc: equidistantCylinder,
}

/** A projection in metres with the central meridian in Greenwich longitudes. */
function planeOf(definition: ProjDefinition): Projection | null {
  const own = ownProjections[definition.projection]
  if (own !== undefined) return own(definition)
  if (definition.projection === 'sinu' && definition.flattening === 0) return sphericalSinusoidal(definition)
  return proj4Projection(definition)
}

function longlat(definition: ProjDefinition): Projection {
  const meridian = definition.primeMeridian
  const [signX, signY] = definition.signs
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = signX * ((xs[i] as number) / radian - meridian)
        ys[i] = signY * ((ys[i] as number) / radian)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = (signX * (xs[i] as number) + meridian) * radian
        const lat = signY * (ys[i] as number) * radian
        ys[i] = Math.abs(lat) > Math.PI / 2 + poleSlack ? Number.NaN : lat
      }
    },
  }
}

function withUnits(definition: ProjDefinition, plane: Projection): Projection {
  const meridian = definition.primeMeridian * radian
  const unit = definition.metresPerUnit === 0 ? 1 : definition.metresPerUnit
  const [signX, signY] = definition.signs
  if (meridian === 0 && unit === 1 && signX === 1 && signY === 1) return plane
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) xs[i] = (xs[i] as number) - meridian
      plane.forward(xs, ys, count)
      for (let i = 0; i < count; i++) {
        xs[i] = (signX * (xs[i] as number)) / unit
        ys[i] = (signY * (ys[i] as number)) / unit
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = signX * (xs[i] as number) * unit
        ys[i] = signY * (ys[i] as number) * unit
      }
      plane.inverse(xs, ys, count)
      for (let i = 0; i < count; i++) xs[i] = (xs[i] as number) + meridian
    },
  }
}
