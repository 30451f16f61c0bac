/** The overview kernels of the module. Levels and spans are laid out as {@link writeLevel} and {@link writeSpans} do. */
export interface OverviewKernels {
  /** Averages of 2 x 2 pixels for a dtype by its code; the block's first column and row that count are (x, y). Returns how many are invalid. */
  overviewHalve(dtype: number, level: number, x: number, y: number): number
  /** Any ratio, for a dtype and a kernel by their codes. Returns how many pixels are invalid. */
  overviewSpans(dtype: number, kernel: number, level: number): number
}

/** The module's exports as overview kernels. */
export function overviewKernels(kernels: Readonly<Record<string, unknown>>): OverviewKernels {
  return kernels as unknown as OverviewKernels
}

/** Codes of overview kernels. */
export const overviewCodes = { average: 0, min: 1, max: 2, mode: 3, near: 4 } as const

/** The planes of one step of a pyramid; pointers are byte offsets in linear memory. */
export interface Level {
  readonly src: number
  readonly srcMask: number
  readonly dst: number
  readonly dstMask: number
  readonly srcStride: number
  readonly dstStride: number
  /** Extent of the output window. */
  readonly width: number
  readonly height: number
  /** 0: all valid; 1: by nodata; 2: by mask. */
  readonly validity: 0 | 1 | 2
  /** Byte offsets of the spans of every output column and row. */
  readonly columns: number
  readonly rows: number
  /** Byte offset of 16 bytes for each source pixel of the largest span; only the mode uses it. */
  readonly room: number
  readonly nodata: number
  readonly nodataBits: bigint
}

/** Bytes of a level. */
export const levelBytes = 64

/** What of a level differs from plane to plane. */
export type LevelPlane = Pick<Level, 'src' | 'srcMask' | 'dst' | 'dstMask' | 'validity'>

/** Writes a level, in two parts for the reason that jobs are. */
export function writeLevel(memory: DataView, at: number, plane: LevelPlane, level: Omit<Level, keyof LevelPlane>): void {
  const { src, srcMask, dst, dstMask, validity } = plane
  const { srcStride, width, height, columns, rows, room, dstStride } = level
  const words = [src, srcMask, dst, dstMask, srcStride, width, height, validity, columns, rows, room, dstStride]
  for (let i = 0; i < words.length; i++) memory.setInt32(at + 4 * i, words[i] as number, true)
  memory.setFloat64(at + 48, level.nodata, true)
  memory.setBigUint64(at + 56, level.nodataBits, true)
}

/** Source columns (or rows) that make one output column (or row), and the share of the first and last of them that counts. */
export interface Span {
  readonly at: number
  readonly count: number
  readonly first: number
  readonly last: number
}

/** Bytes of a span. */
export const spanBytes = 24

/** Writes spans; `origin` is the column (or row) that the block begins at. */
export function writeSpans(memory: DataView, at: number, spans: readonly Span[], origin: number): void {
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i] as Span
    memory.setInt32(at + i * spanBytes, span.at - origin, true)
    memory.setInt32(at + i * spanBytes + 4, span.count, true)
    memory.setFloat64(at + i * spanBytes + 8, span.first, true)
    memory.setFloat64(at + i * spanBytes + 16, span.last, true)
  }
}
