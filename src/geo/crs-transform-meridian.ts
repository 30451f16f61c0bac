import { powers, sineSeries } from './crs-transform-latitude.js'

/** Lengths along a meridian, in semi-major axes from the equator. */
export interface MeridianArc {
  lengthTo(latitude: number): number
  latitudeOf(length: number): number
  /** Half a meridian: the length to the pole. */
  readonly toPole: number
}

/** Meridian arcs of an ellipsoid: Helmert's series in the third flattening to its sixth power, far below a micrometre on the earth. */
export function meridianArc(flattening: number): MeridianArc {
  const n = flattening / (2 - flattening)
  const n2 = n * n
  const radius = (1 + n2 * (1 / 4 + n2 * (1 / 64 + n2 / 256))) / (1 + n)
  const there = powers(n, [
    [-3 / 2, 0, 9 / 16, 0, -3 / 32],
    [15 / 16, 0, -15 / 32, 0, 135 / 2048],
    [-35 / 48, 0, 105 / 256],
    [315 / 512, 0, -189 / 512],
    [-693 / 1280],
    [1001 / 2048],
  ])
  const back = powers(n, [
    [3 / 2, 0, -27 / 32, 0, 269 / 512],
    [21 / 16, 0, -55 / 32, 0, 6759 / 4096],
    [151 / 96, 0, -417 / 128],
    [1097 / 512, 0, -15543 / 2560],
    [8011 / 2560],
    [293393 / 61440],
  ])
  return {
    lengthTo: (latitude) => radius * (latitude + sineSeries(there, Math.sin(2 * latitude), Math.cos(2 * latitude))),
    latitudeOf(length) {
      const rectifying = length / radius
      return rectifying + sineSeries(back, Math.sin(2 * rectifying), Math.cos(2 * rectifying))
    },
    toPole: (radius * Math.PI) / 2,
  }
}
