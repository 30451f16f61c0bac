import type { WasmMemory } from '../base/wasm.js'

/** The warp kernels of the module. Jobs and cells are laid out as {@link writeJob} and {@link writeCell} do. */
export interface WarpKernels {
  /** Nearest neighbour for elements of `width` bytes. Returns how many pixels it knows to be invalid. */
  warpNear(width: number, job: number): number
  /** Bilinear for a dtype by its code. Returns how many pixels are invalid. */
  warpBilinear(dtype: number, job: number): number
  /** A point kernel by its code (of {@link filterCodes}) for a dtype by its code. Returns how many pixels are invalid. */
  warpFilter(dtype: number, kernel: number, job: number): number
  /** An area kernel by its code (of {@link areaCodes}) for a dtype by its code; tables hold corners. Returns how many pixels are invalid. */
  warpArea(dtype: number, kernel: number, job: number, room: number): number
  /** The same where columns and rows of the output have bounds in the source: two f64 each. Returns how many pixels are invalid. */
  warpAreaAxes(
    dtype: number,
    kernel: number,
    job: number,
    columns: number,
    rows: number,
    width: number,
    height: number,
    room: number,
  ): number
}

/** Codes of the kernels that take what an output pixel covers. */
export const areaCodes = { average: 0, rms: 1, min: 2, max: 3, mode: 4, med: 5, q1: 6, q3: 7, sum: 8 } as const

// Room of a row of boxes: two axes of 36 pixels; and what is made of it four by four.
const boxRowBytes = 2 * 36 * 24
const fourBoxBytes = boxRowBytes + 4 * 48 + 176 + 576 + 112

/** Bytes of scratch that an area kernel needs: a box and rows of boxes, then a table of 1024 values and a list of 64, or counts of 256 bytes. */
export const areaRoomBytes = 112 + boxRowBytes + fourBoxBytes + 24 + 1024 * 24 + 64 * 12

/** Codes of the point kernels that {@link WarpKernels.warpFilter} knows. */
export const filterCodes = { cubic: 0, cubicspline: 1, lanczos: 2, bilinear: 3 } as const

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
  /** Columns after which the array repeats in x; 0 where it does not. */
  readonly period: number
  /** Least part of what a pixel is made of that must be valid, 0 to 1. */
  readonly leastValid: number
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
export const jobBytes = 96

/** Bytes of a cell. */
export const cellBytes = 128

const missingAt = 68
const cellCountAt = 64

/** What of a job differs from plane to plane. */
export type JobPlane = Pick<Job, 'src' | 'srcMask' | 'dst' | 'dstMask' | 'validity'>

/**
 * Writes a job without cells. It comes in two parts: an object put together from others by spreading is one of a class of its own to V8, which
 * thousands of tasks leave behind as garbage.
 */
export function writeJob(memory: DataView, at: number, plane: JobPlane, job: Omit<Job, keyof JobPlane>): void {
  const words = [
    ...[plane.src, plane.srcMask, plane.dst, plane.dstMask, job.srcStride, job.dstStride],
    ...[job.block.x0, job.block.y0, job.block.x1, job.block.y1],
    ...[job.array.x0, job.array.y0, job.array.x1, job.array.y1],
    ...[plane.validity, job.cells, 0, 0, job.period, 0],
  ]
  for (let i = 0; i < words.length; i++) memory.setInt32(at + 4 * i, words[i] as number, true)
  memory.setFloat32(at + 76, job.leastValid, true)
  memory.setFloat64(at + 80, job.nodata, true)
  memory.setBigUint64(at + 88, job.nodataBits, true)
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

/** Linear memory as the whole numbers and as the coefficients of cells. */
export interface CellMemory {
  readonly words: Int32Array
  readonly numbers: Float64Array
}

/** Views of a memory for writing cells. */
export function cellMemory(memory: WasmMemory): CellMemory {
  return { words: new Int32Array(memory.buffer), numbers: new Float64Array(memory.buffer) }
}

/** Whether the taps of a 2 x 2 kernel lie within the block: all do; some may not; not known, as offsets are too large for the fast way. */
export const interiors = { all: 1, some: 2, unknown: 0 } as const

/** Columns and rows of the output window that a cell fills, half-open, and the position of the first within its root cell. */
export function writeCellRect({ words }: CellMemory, at: number, box: Box, inX: number, inY: number): void {
  const word = at >> 2
  words[word] = box.x0
  words[word + 1] = box.x1
  words[word + 2] = box.y0
  words[word + 3] = box.y1
  words[word + 4] = inX
  words[word + 5] = inY
}

/**
 * What a cell is: its kind, whether every tap of a 2 x 2 kernel lies within the block (one of {@link interiors}), the byte offset of its
 * table of coordinates, the scales of the stretched kernel where that is used. Clears the base.
 */
export function writeCellKind(
  { words, numbers }: CellMemory,
  at: number,
  kind: number,
  interior: number,
  table: number,
  stretch: { readonly x: number; readonly y: number } | null,
): void {
  const word = at >> 2
  words[word + 6] = 0
  words[word + 7] = 0
  words[word + 8] = kind
  words[word + 9] = interior
  words[word + 10] = table
  words[word + 11] = stretch === null ? 0 : 1
  numbers[(at >> 3) + 14] = stretch?.x ?? 1
  numbers[(at >> 3) + 15] = stretch?.y ?? 1
}

/** The whole source pixel that a cell's coefficients count from. */
export function writeCellBase({ words }: CellMemory, at: number, baseU: number, baseV: number): void {
  words[(at >> 2) + 6] = baseU
  words[(at >> 2) + 7] = baseV
}

/** A bilinear function `at + dx * x + dy * y + dxy * x * y`: u (axis 0) or v (axis 1) of a cell. */
export function writeCellAxis({ numbers }: CellMemory, at: number, axis: 0 | 1, first: number, dx: number, dy: number, dxy: number): void {
  const number = (at >> 3) + 6 + 4 * axis
  numbers[number] = first
  numbers[number + 1] = dx
  numbers[number + 2] = dy
  numbers[number + 3] = dxy
}
