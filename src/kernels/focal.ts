/**
 * The kernels of statistics over neighbourhoods. Pointers are byte offsets; strips are float32, or float64 where `wide` is 1, NaN where invalid; kernels go eight pixels at a
 * time, over the end. `taps` are 32-bit pointers, one for each pixel of the neighbourhood, to what it is for the first pixel.
 */
export interface FocalKernels {
  /** Sums by weights (0 strict, 1 of valid pixels) and means by weights (2). */
  focalSum(wide: number, way: number, taps: number, weights: number, tapCount: number, count: number, out: number): void
  /** Variances (0) and standard deviations (1). */
  focalSpread(wide: number, root: number, taps: number, tapCount: number, count: number, out: number): void
  /** Least (0) and greatest (1) valid pixels. */
  focalExtreme(wide: number, greatest: number, taps: number, tapCount: number, count: number, out: number): void
  /** Counts of valid pixels. */
  focalCount(wide: number, taps: number, tapCount: number, count: number, out: number): void
  /** Medians (0) and modes (1); `list` is room for a vector a tap, and 64 bytes. */
  focalRank(wide: number, mode: number, taps: number, tapCount: number, count: number, list: number, out: number): void
  /** Makes results NaN where fewer than `least` pixels were `found` (0: not asked) or the pixel in the `middle` (0: not asked) is invalid. */
  focalSettle(wide: number, out: number, count: number, found: number, least: number, middle: number): void
  /** One strip less another. */
  focalRange(wide: number, greatest: number, least: number, count: number, out: number): void
  /** Extremes of each place of a strip and the one `apart` elements on. */
  focalDouble(wide: number, greatest: number, strip: number, apart: number, count: number, out: number): void
}

/** The module's exports as kernels of neighbourhoods. */
export function focalKernels(kernels: Readonly<Record<string, unknown>>): FocalKernels {
  return kernels as unknown as FocalKernels
}

/** The kernels that fill holes, over float32 planes of one width, NaN where invalid. */
export interface FillKernels {
  /** Fills holes of [x0, x1) x [y0, y1) into another plane, and marks them in bytes. `above` and `below` are room for an integer a column. */
  fillHoles(
    plane: number,
    width: number,
    height: number,
    x0: number,
    x1: number,
    y0: number,
    y1: number,
    most: number,
    edge: number,
    nearest: number,
    above: number,
    below: number,
    out: number,
    marks: number,
  ): void
  /** Marked pixels in rows [y0, y1) become means of their 3 x 3; the rest of [x0, x1) x [ya, yb) is copied. */
  fillSmooth(
    plane: number,
    width: number,
    height: number,
    x0: number,
    x1: number,
    ya: number,
    yb: number,
    y0: number,
    y1: number,
    marks: number,
    out: number,
  ): void
}

/** The module's exports as kernels that fill holes. */
export function fillKernels(kernels: Readonly<Record<string, unknown>>): FillKernels {
  return kernels as unknown as FillKernels
}
