/** The separable kernel of the module. Jobs and reaches are laid out as {@link writeSeparable} and {@link writeReach} do. */
export interface SeparableKernels {
  /** Linear interpolation or a widened triangle along rows and columns apart, for a dtype by its code. Returns how many pixels are invalid. */
  separable(dtype: number, job: number): number
  /** The same with weights, and sums, in float64 for all dtypes. */
  separableExact(dtype: number, job: number): number
  /** The weight of a kernel by its code (of {@link weightCodes}) at a distance. */
  kernelWeight(kernel: number, distance: number): number
}

/** The module's exports as the separable kernel. */
export function separableKernels(kernels: Readonly<Record<string, unknown>>): SeparableKernels {
  return kernels as unknown as SeparableKernels
}

/** Codes of the kernels that {@link SeparableKernels.kernelWeight} knows. */
export const weightCodes = { cubic: 0, cubicspline: 1, lanczos: 2, bilinear: 3 } as const

/**
 * What becomes of a pixel some of whose taps are invalid: `both` drops them and renormalises over rows and columns at once; `passes` does so
 * row by row and then for the column, as GDAL's overviews do; `passesOfRuns` does not unless half of the taps in a row are valid. `half` is
 * `both` where half of the taps are valid; `four` takes the 2 x 2 pixels around the position instead of the 4 x 4.
 */
export const mendings = { both: 0, passes: 1, passesOfRuns: 2, half: 3, four: 4 } as const

/** A plane that is resampled along rows and columns apart; pointers are byte offsets in linear memory. */
export interface Separable {
  readonly src: number
  readonly mask: number
  readonly dst: number
  readonly dstMask: number
  readonly srcStride: number
  readonly dstStride: number
  readonly maskStride: number
  readonly masked: boolean
  /** Source columns of the block, half-open, that any tap lies in. */
  readonly tapX0: number
  readonly tapX1: number
  readonly width: number
  readonly height: number
  /** Weights a column and a row. */
  readonly tapsX: number
  readonly tapsY: number
  readonly columns: number
  readonly rows: number
  readonly weightsX: number
  readonly weightsY: number
  readonly ring: number
  readonly ringRows: number
  readonly ringBytes: number
  /** 16 bytes a row of the ring. */
  readonly tags: number
  /** `width` bytes a row of the ring. */
  readonly flags: number
  /** Room for the source columns that any tap lies in and `tapsX` more. */
  readonly spare: number
  /** f64 by which sums are divided, a column and a row, where weights do not sum to 1; else 0. */
  readonly totalsX: number
  readonly totalsY: number
  /** One of {@link mendings}. */
  readonly mending: number
  /** f64 a column and a row: weight of the second of the two pixels around the position, for the mending `four`. */
  readonly phasesX: number
  readonly phasesY: number
}

/** Bytes of a separable job. */
export const separableBytes = 120

/** What of a separable job differs from plane to plane. */
export type SeparablePlane = Pick<Separable, 'src' | 'mask' | 'dst' | 'dstMask' | 'maskStride' | 'masked'>

/** Writes a separable job, in two parts for the reason that those of other warps are. */
export function writeSeparable(memory: DataView, at: number, plane: SeparablePlane, job: Omit<Separable, keyof SeparablePlane>): void {
  const words = [
    ...[plane.src, plane.mask, plane.dst, plane.dstMask, job.srcStride, job.dstStride, plane.maskStride, plane.masked ? 1 : 0],
    ...[job.tapX0, job.tapX1, job.width, job.height, job.tapsX, job.tapsY, job.columns, job.rows],
    ...[
      job.weightsX,
      job.weightsY,
      job.ring,
      job.ringRows,
      job.ringBytes,
      job.tags,
      job.flags,
      job.spare,
      job.totalsX,
      job.totalsY,
      job.mending,
      job.phasesX,
      job.phasesY,
    ],
  ]
  for (let i = 0; i < words.length; i++) memory.setInt32(at + 4 * i, words[i] as number, true)
}

/** Bytes of a reach: the taps of one output column or row. */
export const reachBytes = 16

/** Writes the first tap, how many there are, and the centre; counted from the block's first. */
export function writeReach(memory: DataView, at: number, first: number, count: number, centre: number): void {
  memory.setInt32(at, first, true)
  memory.setInt32(at + 4, count, true)
  memory.setInt32(at + 8, centre, true)
}
