/**
 * The latitudes on which equal-area projections are computed. `q` is Snyder's: the share of the area of the globe between the equator and a
 * latitude, times two on a sphere.
 */
export interface Authalic {
  /** q of a latitude, given as its sine. */
  q(sine: number): number
  /** q of the pole. */
  readonly qPole: number
  /** Geographic latitude of an authalic latitude, both in radians. */
  latitudeOf(authalic: number): number
}

/**
 * Authalic latitudes of an ellipsoid with eccentricity squared `es`. The way back is Snyder's series to `es ** 3` (Map projections, a working
 * manual, 3-18), as PROJ 9.1 has it: it misses by at most 1.1 mm on the earth. {@link exactAuthalic} does not.
 */
export function authalicOf(es: number): Authalic {
  const e = Math.sqrt(es)
  const q = (sine: number): number => (es === 0 ? 2 * sine : (1 - es) * (sine / (1 - es * sine * sine) + Math.atanh(e * sine) / e))
  const c1 = es * (1 / 3 + es * (31 / 180 + (es * 517) / 5040))
  const c2 = es * es * (23 / 360 + (es * 251) / 3780)
  const c3 = (es * es * es * 761) / 45360
  return {
    q,
    qPole: q(1),
    latitudeOf(authalic) {
      const twice = 2 * authalic
      return authalic + c1 * Math.sin(twice) + c2 * Math.sin(2 * twice) + c3 * Math.sin(3 * twice)
    },
  }
}

/** The latitude of a `q` to the last digits: the series, then two steps of Newton's. */
export function exactAuthalic(authalic: Authalic, es: number, q: number): number {
  let latitude = authalic.latitudeOf(Math.asin(Math.max(-1, Math.min(1, q / authalic.qPole))))
  for (let turn = 0; turn < 2; turn++) {
    const sine = Math.sin(latitude)
    const cosine = Math.cos(latitude)
    if (cosine < 1e-6) return latitude
    const w = 1 - es * sine * sine
    latitude += ((q - authalic.q(sine)) * w * w) / (2 * (1 - es) * cosine)
  }
  return latitude
}

/** The radius of the sphere of the same surface, over the semi-major axis: PROJ's `+R_A`. */
export function authalicShare(flattening: number): number {
  const es = flattening * (2 - flattening)
  return 1 - es * (1 / 6 + es * (17 / 360 + (es * 67) / 3024))
}
