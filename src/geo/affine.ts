import { GridError } from '../base/errors.js'

/** Pixel to world: `x = a * column + b * row + c`, `y = d * column + e * row + f`; (0, 0) is the outer corner of the first pixel. */
export interface Affine {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
}

/** The affine that leaves everything in place. */
export const identity: Affine = { a: 1, b: 0, c: 0, d: 0, e: 1, f: 0 }

/** The six numbers as an affine, in reading order of the formula. Throws `E_GRID` for a number that is not finite. */
export function affine(a: number, b: number, c: number, d: number, e: number, f: number): Affine {
  const made = { a, b, c, d, e, f }
  if ([a, b, c, d, e, f].every(Number.isFinite)) return made
  throw new GridError(`affine ${formatAffine(made)} has a number that is not finite: all six must be`)
}

/** An affine as short text for messages: `[a, b, c; d, e, f]`. */
export function formatAffine({ a, b, c, d, e, f }: Affine): string {
  return `[${a}, ${b}, ${c}; ${d}, ${e}, ${f}]`
}

/** Whether two affines are the same numbers (-0 is 0). */
export function affineEquals(one: Affine, other: Affine): boolean {
  return one.a === other.a && one.b === other.b && one.c === other.c && one.d === other.d && one.e === other.e && one.f === other.f
}

/** The affine that applies `inner` first, then `outer`. */
export function compose(outer: Affine, inner: Affine): Affine {
  return {
    a: outer.a * inner.a + outer.b * inner.d,
    b: outer.a * inner.b + outer.b * inner.e,
    c: outer.a * inner.c + outer.b * inner.f + outer.c,
    d: outer.d * inner.a + outer.e * inner.d,
    e: outer.d * inner.b + outer.e * inner.e,
    f: outer.d * inner.c + outer.e * inner.f + outer.f,
  }
}

/**
 * World to pixel. The order of evaluation is GDAL's (`-c * (1 / a)` is `-c / a`, rotated ones by the adjugate), so that pixel
 * positions agree with it to the last bit. Throws `E_GRID` where the determinant is 0, or below 1e-10 of the largest entry squared.
 */
export function invert(forward: Affine): Affine {
  const { a, b, c, d, e, f } = forward
  if (b === 0 && d === 0 && a !== 0 && e !== 0) return { a: 1 / a, b: 0, c: -c / a + 0, d: 0, e: 1 / e, f: -f / e + 0 }
  const determinant = a * e - b * d
  const largest = Math.max(Math.abs(a), Math.abs(b), Math.abs(d), Math.abs(e))
  if (!(Math.abs(determinant) > 1e-10 * largest * largest)) {
    throw new GridError(`affine ${formatAffine(forward)} has no inverse: its pixels have no area (determinant ${determinant})`)
  }
  const scale = 1 / determinant
  return {
    a: e * scale,
    b: -b * scale,
    c: (b * f - c * e) * scale,
    d: -d * scale,
    e: a * scale,
    f: (-a * f + c * d) * scale,
  }
}

/** The image of one point. Evaluated left to right from the offset, as GDAL does. */
export function apply({ a, b, c, d, e, f }: Affine, x: number, y: number): { readonly x: number; readonly y: number } {
  return { x: c + x * a + y * b, y: f + x * d + y * e }
}

/** The affine that moves by (x, y). */
export function translation(x: number, y: number): Affine {
  return affine(1, 0, x, 0, 1, y)
}

/** The affine that multiplies by x and y. */
export function scaling(x: number, y: number): Affine {
  return affine(x, 0, 0, 0, y, 0)
}

/** GDAL's geotransform (x origin, x per column, x per row, y origin, y per column, y per row) as an affine. Throws `E_GRID` unless it is six finite numbers. */
export function fromGdal(geotransform: readonly number[]): Affine {
  const [c, a, b, f, d, e] = geotransform
  if (
    geotransform.length !== 6 ||
    a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined
  ) {
    throw new GridError(`a geotransform has six numbers, not ${geotransform.length}: [${geotransform.join(', ')}]`)
  }
  return affine(a, b, c, d, e, f)
}

/** An affine in the order of GDAL's geotransform. */
export function toGdal({ a, b, c, d, e, f }: Affine): [number, number, number, number, number, number] {
  return [c, a, b, f, d, e]
}

/** Whether rows run along x and columns along y: no rotation, no shear; either may be flipped. */
export function isAxisAligned({ a, b, d, e }: Affine): boolean {
  return b === 0 && d === 0 && a !== 0 && e !== 0
}

/** Whether columns run east and rows run south, without rotation. */
export function isNorthUp({ a, b, d, e }: Affine): boolean {
  return b === 0 && d === 0 && a > 0 && e < 0
}
