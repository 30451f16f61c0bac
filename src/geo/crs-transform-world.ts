import type { ProjDefinition } from './crs-proj-string.js'
import { wrappedLongitude } from './crs-transform-latitude.js'
import type { Projection } from './crs-transform-loop.js'
import { arcSine, latitudeOrNothing, longitudeOrNothing, originOf } from './crs-transform-origin.js'

/**
 * A map of the whole globe whose parallels are straight lines, on a sphere of radius 1: parallels are `width(t) * longitude` long at a height
 * of `height(t)`, where `t` is an auxiliary angle of the latitude.
 */
interface Parallels {
  auxiliary(latitude: number): number
  width(t: number): number
  height(t: number): number
  auxiliaryAt(height: number): number
  latitudeOf(t: number): number
}

/** Where `f` is 0, from a start, by Newton's method. */
function solve(start: number, f: (t: number) => number, slope: (t: number) => number): number {
  let t = start
  for (let turn = 0; turn < 60; turn++) {
    const change = f(t) / slope(t)
    t -= change
    if (!(Math.abs(change) > 1e-14)) break
  }
  return t
}

const halfPi = Math.PI / 2

// 2 t + sin 2 t = pi sin latitude. Near the poles Newton's method converges slowly: from the cube root it does not.
const mollweideParallels: Parallels = {
  auxiliary(latitude) {
    const goal = Math.PI * Math.abs(Math.sin(latitude))
    const left = Math.PI - goal
    if (left < 1e-14) return Math.sign(latitude) * halfPi
    const start = left < 0.3 ? halfPi - Math.cbrt(0.75 * left) : goal / 4
    const t = solve(
      start,
      (angle) => 2 * angle + Math.sin(2 * angle) - goal,
      (angle) => 2 + 2 * Math.cos(2 * angle),
    )
    return Math.sign(latitude) * Math.min(halfPi, t)
  },
  width: (t) => (2 * Math.SQRT2 * Math.cos(t)) / Math.PI,
  height: (t) => Math.SQRT2 * Math.sin(t),
  auxiliaryAt: (height) => arcSine(height / Math.SQRT2),
  latitudeOf: (t) => arcSine((2 * t + Math.sin(2 * t)) / Math.PI),
}

const eckert4Height = 2 * Math.sqrt(Math.PI / (4 + Math.PI))
const eckert4Width = 2 / Math.sqrt(Math.PI * (4 + Math.PI))
const eckert4Parallels: Parallels = {
  auxiliary(latitude) {
    const goal = (2 + halfPi) * Math.sin(latitude)
    const square = latitude * latitude
    return solve(
      latitude * (0.895168 + square * (0.0218849 + square * 0.00826809)),
      (t) => t + Math.sin(t) * (Math.cos(t) + 2) - goal,
      (t) => 1 + Math.cos(t) * (Math.cos(t) + 2) - Math.sin(t) ** 2,
    )
  },
  width: (t) => eckert4Width * (1 + Math.cos(t)),
  height: (t) => eckert4Height * Math.sin(t),
  auxiliaryAt: (height) => arcSine(height / eckert4Height),
  latitudeOf: (t) => arcSine((t + Math.sin(t) * (Math.cos(t) + 2)) / (2 + halfPi)),
}

const eckert6Size = Math.sqrt(2 + Math.PI)
const eckert6Parallels: Parallels = {
  auxiliary(latitude) {
    const goal = (1 + halfPi) * Math.sin(latitude)
    return solve(
      latitude,
      (t) => t + Math.sin(t) - goal,
      (t) => 1 + Math.cos(t),
    )
  },
  width: (t) => (1 + Math.cos(t)) / eckert6Size,
  height: (t) => (2 * t) / eckert6Size,
  auxiliaryAt: (height) => (height * eckert6Size) / 2,
  latitudeOf: (t) => arcSine((t + Math.sin(t)) / (1 + halfPi)),
}

// Source: Savric, Jenny, Patterson, Petrovic and Hurni, "A polynomial equation for the Natural Earth projection" (2011).
const naturalHeight = (t: number): number => {
  const s = t * t
  return t * (1.007226 + s * (0.015085 + s * s * (-0.044475 + s * (0.028874 - s * 0.005916))))
}
const naturalParallels: Parallels = {
  auxiliary: (latitude) => latitude,
  width(t) {
    const s = t * t
    return 0.8707 + s * (-0.131979 + s * (-0.013791 + s * s * s * (0.003971 - s * 0.001529)))
  },
  height: naturalHeight,
  auxiliaryAt(height) {
    if (Math.abs(height) > naturalHeight(halfPi) * (1 + 1e-12)) return Number.NaN
    return solve(
      height,
      (t) => naturalHeight(t) - height,
      (t) => {
        const s = t * t
        return 1.007226 + s * (0.045255 + s * s * (-0.311325 + s * (0.259866 - s * 0.065076)))
      },
    )
  },
  latitudeOf: latitudeOrNothing,
}

const parallelsOf: Readonly<Record<string, Parallels>> = {
  moll: mollweideParallels,
  eck4: eckert4Parallels,
  eck6: eckert6Parallels,
  natearth: naturalParallels,
}

/** Mollweide, Eckert IV, Eckert VI or Natural Earth in metres, on a sphere of the semi-major axis, as PROJ has them. Beside the globe's outline is no image. */
export function worldMap(definition: ProjDefinition): Projection {
  const { a } = definition
  const { lon0, x0, y0 } = originOf(definition)
  const parallels = parallelsOf[definition.projection] as Parallels
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const t = parallels.auxiliary(ys[i] as number)
        xs[i] = x0 + a * parallels.width(t) * wrappedLongitude((xs[i] as number) - lon0)
        ys[i] = y0 + a * parallels.height(t)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const t = parallels.auxiliaryAt(((ys[i] as number) - y0) / a)
        xs[i] = longitudeAcross((xs[i] as number) - x0, a * parallels.width(t), lon0)
        ys[i] = parallels.latitudeOf(t)
      }
    },
  }
}

// At a pole that is a point, a millimetre is the whole parallel.
function longitudeAcross(x: number, width: number, lon0: number): number {
  if (width > 1e-3) return longitudeOrNothing(x / width, lon0)
  return Math.abs(x) < 1e-3 ? lon0 : Number.NaN
}

const radian = Math.PI / 180
// Goode's map changes from the sinusoidal to Mollweide's projection at the latitude where their parallels are as long.
const change = (40 + 44 / 60 + 11.8 / 3600) * radian
const lowered = change - mollweideParallels.height(mollweideParallels.auxiliary(change))
// Western edge of each lobe and its central meridian, in degrees, north and south of the equator; the next edge ends it.
const northLobes = [-180, -100, -40, 30, 180] as const
const southLobes = [-180, -160, -100, -60, -20, 20, 80, 140, 180] as const

/** Goode's interrupted homolosine in metres, on a sphere of the semi-major axis. The gaps between its lobes have no image. */
export function goodeHomolosine(definition: ProjDefinition): Projection {
  const { a } = definition
  const { lon0, x0, y0 } = originOf(definition)
  return {
    forward(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const lat = ys[i] as number
        const lon = wrappedLongitude((xs[i] as number) - lon0)
        const centre = lobeCentre(lat, lon)
        const isOuter = Math.abs(lat) > change
        const t = isOuter ? mollweideParallels.auxiliary(lat) : lat
        const width = isOuter ? mollweideParallels.width(t) : Math.cos(lat)
        xs[i] = x0 + a * (centre + width * (lon - centre))
        ys[i] = y0 + a * (isOuter ? mollweideParallels.height(t) + Math.sign(lat) * lowered : lat)
      }
    },
    inverse(xs, ys, count) {
      for (let i = 0; i < count; i++) {
        const x = ((xs[i] as number) - x0) / a
        const y = ((ys[i] as number) - y0) / a
        const isOuter = Math.abs(y) > change
        const t = isOuter ? mollweideParallels.auxiliaryAt(y - Math.sign(y) * lowered) : y
        const lat = isOuter ? mollweideParallels.latitudeOf(t) : y
        const width = isOuter ? mollweideParallels.width(t) : Math.cos(lat)
        // Lobes are widest on the equator, so that the edges there tell them apart.
        const centre = lobeCentre(y, x)
        const lon = longitudeAcross(x - centre, width, 0) + centre
        xs[i] = lobeCentre(y, lon) === centre || isEdge(lon) ? longitudeOrNothing(lon, lon0) : Number.NaN
        ys[i] = lat
      }
    },
  }
}

function lobeCentre(latitude: number, longitude: number): number {
  const lobes = latitude < 0 ? southLobes : northLobes
  let at = 0
  while (at + 3 < lobes.length && longitude > (lobes[at + 2] as number) * radian) at += 2
  return (lobes[at + 1] as number) * radian
}

// Rounding puts points of an edge on either side of it.
function isEdge(longitude: number): boolean {
  return [...northLobes, ...southLobes].some((edge) => Math.abs(longitude - edge * radian) < 1e-8)
}
