/** Pixel to world: `x = a * column + b * row + c`, `y = d * column + e * row + f`; (0, 0) is the outer corner of the first pixel. */
export interface Affine {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
}
