import { CrsError } from '../base/errors.js'
import type { ProjDefinition } from './crs-proj-string.js'
import { cassiniSoldner } from './crs-transform-cassini.js'
import { colombiaUrban } from './crs-transform-colombia.js'
import { albersEqualArea, equalAreaCylinder, equalEarth, lambertAzimuthalEqualArea } from './crs-transform-equal-area.js'
import { lambertConformalConic } from './crs-transform-lcc.js'
import type { Projection } from './crs-transform-loop.js'
import { mercator } from './crs-transform-merc.js'
import { equidistantCylinder } from './crs-transform-plain.js'
import { isPolar, polarStereographic } from './crs-transform-polar.js'
import { equidistantConic, polyconic, sinusoidal } from './crs-transform-polyconic.js'
import { proj4Names, proj4Projection } from './crs-transform-proj4.js'
import { robinson } from './crs-transform-robinson.js'
import { swissObliqueMercator } from './crs-transform-somerc.js'
import { millerCylinder, vanDerGrinten } from './crs-transform-sphere.js'
import { transverseMercator } from './crs-transform-tmerc.js'
import { geostationary, gnomonic, orthographic, twoPointEquidistant } from './crs-transform-view.js'
import { goodeHomolosine, worldMap } from './crs-transform-world.js'

const radian = Math.PI / 180
// Latitudes may overshoot the pole by rounding; beyond this they are no latitudes.
const poleSlack = 1e-12

const made = new WeakMap<ProjDefinition, Projection>()

/** The projection of a definition, made once. Throws `E_CRS`, naming the part, where it is not one that can be computed. */
export function projectionOf(definition: ProjDefinition): Projection {
  const known = made.get(definition)
  if (known !== undefined) return known
  const projection = makeProjection(definition)
  made.set(definition, projection)
  return projection
}

function makeProjection(definition: ProjDefinition): Projection {
  const { parameters, projection, text } = definition
  const strange = [...parameters.keys()].find((key) => !understood.has(key))
  if (strange !== undefined) throw new CrsError(`"${text}": +${strange} is not supported`)
  if (projection === 'longlat') return longlat(definition)
  const isOwnPolar = projection === 'stere' && isPolar(definition)
  const own = isOwnPolar ? polarStereographic(definition) : ownProjections[projection]?.(definition)
  const plane = own ?? proj4Projection(definition)
  if (plane === null) {
    const known = [...new Set([...Object.keys(ownProjections), ...proj4Names])].sort().join(', ')
    throw new CrsError(`"${text}": the projection +proj=${projection} is not supported; supported are longlat, ${known}`)
  }
  return withUnits(definition, plane)
}

// Anything else might change the coordinates in PROJ. `+approx` asks it for an older series of tmerc that agrees where it may be used.
const understood: ReadonlySet<string> = new Set(
  [
    'lat_0 lon_0 lat_1 lat_2 lat_ts lon_1 lon_2 lonc alpha gamma k k_0 x_0 y_0 h h_0 sweep no_uoff no_off zone south approx',
    'o_proj o_lat_p o_lon_p o_alpha o_lon_c o_lat_c R_A',
  ].flatMap((names) => names.split(' ')),
)

const ownProjections: Readonly<Record<string, (definition: ProjDefinition) => Projection>> = {
  aea: albersEqualArea,
  cass: cassiniSoldner,
  cea: equalAreaCylinder,
  col_urban: colombiaUrban,
  eck4: worldMap,
  eck6: worldMap,
  eqc: equidistantCylinder,
  eqdc: equidistantConic,
  eqearth: equalEarth,
  etmerc: transverseMercator,
  geos: geostationary,
  gnom: gnomonic,
  igh: goodeHomolosine,
  laea: lambertAzimuthalEqualArea,
  lcc: lambertConformalConic,
  merc: mercator,
  mill: millerCylinder,
  moll: worldMap,
  natearth: worldMap,
  ortho: orthographic,
  poly: polyconic,
  robin: robinson,
  sinu: sinusoidal,
  somerc: swissObliqueMercator,
  tmerc: transverseMercator,
  tpeqd: twoPointEquidistant,
  utm: transverseMercator,
  vandg: vanDerGrinten,
}

// Degrees, or grads: `radian` radians are one unit.
function longlat(definition: ProjDefinition): Projection {
  const meridian = definition.primeMeridian
  const perUnit = definition.degreesPerUnit
  const [signX, signY] = definition.signs
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = (signX * ((xs[i] as number) / radian - meridian)) / perUnit
        ys[i] = (signY * ((ys[i] as number) / radian)) / perUnit
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        xs[i] = (signX * (xs[i] as number) * perUnit + meridian) * radian
        const lat = signY * (ys[i] as number) * perUnit * radian
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
