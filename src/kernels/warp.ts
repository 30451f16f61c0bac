/** The warp kernels of the module. Jobs and cells are laid out as {@link writeJob} and {@link writeCell} do. */
export interface WarpKernels {
  /** Nearest neighbour for elements of `width` bytes. Returns how many pixels it knows to be invalid. */
  warpNear(width: number, job: number): number
  /** Bilinear for a dtype by its code. Returns how many pixels are invalid. */
  warpBilinear(dtype: number, job: number): number
}

/** The module's exports as warp kernels. */
export function warpKernels(kernels: Readonly<Record<string, unknown>>): WarpKernels {
  return kernels as unknown as WarpKernels
}

/** Codes of dtypes, as the kernels know them. */
export const dtypeCodes = {
  uint8: 0,
  int8: 1,
  uint16: 2,
  int16: 3,
  uint32: 4,
  int32: 5,
  uint64: 6,
  int64: 7,
  float32: 8,
  float64: 9,
} as const

/** The planes of a warp: source block with its validity, output, extent of the array. Pointers are byte offsets in linear memory. */
export interface Job {
  readonly src: number
  readonly srcMask: number
  readonly dst: number
  readonly dstMask: number
  /** Elements between rows. */
  readonly srcStride: number
  readonly dstStride: number
  /** The source block in array indices, half-open. */
  readonly block: Box
  /** The array's extent, half-open. */
  readonly array: Box
  /** 0: all valid; 1: by nodata; 2: by mask. */
  readonly validity: 0 | 1 | 2
  readonly cells: number
  readonly nodata: number
  /** The nodata value's bits. */
  readonly nodataBits: bigint
}

/** A half-open rectangle of indices. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Bytes of a job. */
export const jobBytes = 88

/** Bytes of a cell. */
export const cellBytes = 128

const missingAt = 68
const cellCountAt = 64

/** Writes a job without cells. */
export function writeJob(memory: DataView, at: number, job: Job): void {
  const words = [
    ...[job.src, job.srcMask, job.dst, job.dstMask, job.srcStride, job.dstStride],
    ...[job.block.x0, job.block.y0, job.block.x1, job.block.y1],
    ...[job.array.x0, job.array.y0, job.array.x1, job.array.y1],
    ...[job.validity, job.cells, 0, 0],
  ]
  for (let i = 0; i < words.length; i++) memory.setInt32(at + 4 * i, words[i] as number, true)
  memory.setFloat64(at + 72, job.nodata, true)
  memory.setBigUint64(at + 80, job.nodataBits, true)
}

/** Sets how many cells a job has. */
export function setCellCount(memory: DataView, job: number, count: number): void {
  memory.setInt32(job + cellCountAt, count, true)
}

/** Whether a kernel needed a pixel that its source block did not hold. */
export function isMissing(memory: DataView, job: number): boolean {
  return memory.getInt32(job + missingAt, true) !== 0
}

/** What a cell is to the kernels. */
export const cellKinds = { bilinear: 0, table: 1, empty: 2 } as const

/** A rectangle of output pixels within one root cell: whole numbers, then coefficients, in the order of the kernels' `Cell`. */
export interface Cell {
  readonly x0: number
  readonly x1: number
  readonly y0: number
  readonly y1: number
  /** Position within the root cell of the pixel (x0, y0). */
  readonly inX: number
  readonly inY: number
  readonly baseU: number
  readonly baseV: number
  readonly kind: (typeof cellKinds)[keyof typeof cellKinds]
  /** Whether every tap of a 2 x 2 kernel lies within the block. */
  readonly interior: boolean
  /** Byte offset of the table of coordinates. */
  readonly table: number
  /** Whether the stretched kernel is used. */
  readonly stretched: boolean
  /** u0, ux, uy, uxy, v0, vx, vy, vxy. */
  readonly coefficients: readonly number[]
  /** Output pixels per source pixel. */
  readonly scaleX: number
  readonly scaleY: number
}

/** Writes a cell. */
export function writeCell(memory: DataView, at: number, cell: Cell): void {
  const words = [cell.x0, cell.x1, cell.y0, cell.y1, cell.inX, cell.inY, cell.baseU, cell.baseV, cell.kind]
  words.push(cell.interior ? 1 : 0, cell.table, cell.stretched ? 1 : 0)
  for (let i = 0; i < words.length; i++) memory.setInt32(at + 4 * i, words[i] as number, true)
  const numbers = [...cell.coefficients, cell.scaleX, cell.scaleY]
  for (let i = 0; i < numbers.length; i++) memory.setFloat64(at + 48 + 8 * i, numbers[i] as number, true)
}
