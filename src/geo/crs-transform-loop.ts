/** Changes the first `count` points of two arrays in place. */
export type PointLoop = (xs: Float64Array, ys: Float64Array, count: number) => void

/** Both directions of a projection: `forward` takes radians east of Greenwich and north to the units of the CRS, `inverse` goes back. */
export interface Projection {
  readonly forward: PointLoop
  readonly inverse: PointLoop
}
