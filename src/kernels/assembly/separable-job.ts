/** A plane that is resampled along rows and columns apart. Weights are f32 or f64, as the kernel that is called has it. */
@unmanaged
export class Separable {
  /** First element of the source block's plane. */
  src: u32
  /** Mask of the same pixels, `maskStride` bytes between rows; not read where `masked` is 0. */
  mask: u32
  /** First pixel of the output that is filled, and its mask. */
  dst: u32
  dstMask: u32
  /** Elements between rows. */
  srcStride: i32
  dstStride: i32
  maskStride: i32
  masked: i32
  /** Source columns, half-open, that any tap lies in. */
  tapX0: i32
  tapX1: i32
  /** Extent of what is filled. */
  width: i32
  height: i32
  /** Weights a column and a row; 1 says two taps whose second has this weight and whose first has the rest. Columns have a multiple of 4. */
  tapsX: i32
  tapsY: i32
  /** A `Reach` for every column (padded to a multiple of 4) and row, and their weights. */
  columns: u32
  rows: u32
  weightsX: u32
  weightsY: u32
  /** Source rows already filtered along x: `ringRows` of them, `ringBytes` apart. */
  ring: u32
  ringRows: i32
  ringBytes: i32
  /**
   * For each row of the ring which source row it is (-1 for none), then whether it has an invalid tap, then room for `ringRows` pointers to
   * rows of the ring and as many to their flags. */
  tags: u32
  /** For each row of the ring one byte a column: 1 where all taps along x are valid. */
  flags: u32
  /** Room for a source row and its padding, for the one whose padding would lie beyond the memory. */
  spare: u32
  /** f64 by which sums are divided, a column and a row, where weights do not sum to 1; else 0. */
  totalsX: u32
  totalsY: u32
  /**
   * What becomes of pixels with invalid taps. 0: weights renormalise over both axes; 1: along rows, then the column;
   * 2: only where half of the
   * taps in a row are valid; 3: over both axes, where half of the taps are valid; 4: the 2 x 2 pixels around the position.
   */
  mending: i32
  /** f64 a column and a row: weight of the second of the two pixels around the position; for mending 4, where the first is the second tap. */
  phasesX: u32
  phasesY: u32
}

/** The taps of an output column or row, counted from the block's first. */
@unmanaged
export class Reach {
  /** Taps that exist and weigh something. */
  first: i32
  count: i32
  /** The source pixel that contains the centre; negative where the pixel does not depend on it. */
  centre: i32
  pad: i32
}

/** Bytes of a reach. */
export const reachBytes: u32 = offsetof<Reach>()
