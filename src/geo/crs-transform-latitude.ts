/**
 * Coefficients of the series, in the third flattening `n`, that turn geographic latitude into conformal latitude and back:
 * `chi = phi + sum c[k] sin(2 (k + 1) phi)`. To order n^6, which on any earth ellipsoid is far below 1e-9 m.
 * Source: Karney, "Transverse Mercator with an accuracy of a few nanometers" (2011) and Engsager and Poder, "A highly accurate world wide algorithm" (2007).
 */
export interface LatitudeSeries {
  readonly toConformal: Float64Array
  readonly fromConformal: Float64Array
}

/** Both series for a flattening. A sphere has all zeros. */
export function latitudeSeries(flattening: number): LatitudeSeries {
  const n = flattening / (2 - flattening)
  const toConformal = powers(n, [
    [-2, 2 / 3, 4 / 3, -82 / 45, 32 / 45, 4642 / 4725],
    [5 / 3, -16 / 15, -13 / 9, 904 / 315, -1522 / 945],
    [-26 / 15, 34 / 21, 8 / 5, -12686 / 2835],
    [1237 / 630, -12 / 5, -24832 / 14175],
    [-734 / 315, 109598 / 31185],
    [444337 / 155925],
  ])
  const fromConformal = powers(n, [
    [2, -2 / 3, -2, 116 / 45, 26 / 45, -2854 / 675],
    [7 / 3, -8 / 5, -227 / 45, 2704 / 315, 2323 / 945],
    [56 / 15, -136 / 35, -1262 / 105, 73814 / 2835],
    [4279 / 630, -332 / 35, -399572 / 14175],
    [4174 / 315, -144838 / 6237],
    [601676 / 22275],
  ])
  return { toConformal, fromConformal }
}

/** `c[k] = n^(k+1) * (first + n * (second + n * ...))` for each row of numbers. */
export function powers(n: number, rows: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(rows, (row, k) => n ** (k + 1) * row.reduceRight((sum, number) => sum * n + number, 0))
}

/** The sum `c[0] sin(a) + c[1] sin(2 a) + ...` of six terms, from the sine and cosine of `a` (Clenshaw). */
export function sineSeries(c: Float64Array, sine: number, cosine: number): number {
  const twice = 2 * cosine
  const b6 = c[5] as number
  const b5 = (c[4] as number) + twice * b6
  const b4 = (c[3] as number) + twice * b5 - b6
  const b3 = (c[2] as number) + twice * b4 - b5
  const b2 = (c[1] as number) + twice * b3 - b4
  return sine * ((c[0] as number) + twice * b2 - b3)
}

// A little more than pi, so that points of the 180th meridian do not change sides by rounding.
const halfTurn = Math.PI + 1e-12

/** A longitude difference brought to -pi..pi; pi itself stays. */
export function wrappedLongitude(radians: number): number {
  if (Math.abs(radians) <= halfTurn) return radians
  return radians - 2 * Math.PI * Math.floor((radians + Math.PI) / (2 * Math.PI))
}

/** The isometric latitude, which Mercator maps are drawn with: about 38 at the poles, odd, for an ellipsoid's eccentricity. */
export function isometricLatitude(latitude: number, eccentricity: number): number {
  const sine = Math.sin(latitude)
  // Of the absolute value: 1 + sine would cancel in the south.
  const spherical = Math.log((1 + Math.abs(sine)) / Math.cos(latitude))
  return (latitude < 0 ? -spherical : spherical) - eccentricity * Math.atanh(eccentricity * sine)
}

/** Latitude from isometric latitude, with the series `fromConformal` of the ellipsoid. */
export function latitudeOfIsometric(isometric: number, fromConformal: Float64Array): number {
  // The tangent of the conformal latitude is sinh of the isometric one; sine and cosine of twice the angle follow.
  const tangent = Math.sinh(isometric)
  const share = 1 / (1 + tangent * tangent)
  return Math.atan(tangent) + sineSeries(fromConformal, 2 * tangent * share, 2 * share - 1)
}
