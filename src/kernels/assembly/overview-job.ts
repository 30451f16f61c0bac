/** The planes of one step of a pyramid, and which source columns and rows make each output column and row. */
@unmanaged
export class Level {
  /** First element of the source block's plane, and of its mask where `validity` is 2. */
  src: u32
  srcMask: u32
  /** First element of the output window's plane, and of its mask. */
  dst: u32
  dstMask: u32
  /** Elements between rows of the source block. */
  srcStride: i32
  /** Extent of the output window. */
  width: i32
  height: i32
  /** 0: all valid; 1: not `nodata` and not NaN; 2: by mask. */
  validity: i32
  /** A `Span` for every output column and row. */
  columns: u32
  rows: u32
  /** Room for the values and weights met in one pixel: 24 bytes for each source pixel of the largest span. */
  room: u32
  /** Elements between rows of the output. */
  dstStride: i32
  /** The nodata value as a number, and as the element's bits. */
  nodata: f64
  nodataBits: u64
}

/** Source columns (or rows) that make one output column (or row), with the share of the first and last that counts. */
@unmanaged
export class Span {
  /** Counted from the block's first. */
  at: i32
  count: i32
  first: f64
  last: f64
}

/** Bytes of a span. */
export const spanBytes: u32 = offsetof<Span>()

/** Whether an element counts as valid by its value: not the nodata value, and not NaN. */
@inline
export function isValue<T>(level: Level, value: T): bool {
  if (isFloat<T>()) return value == value && <f64>value != level.nodata
  if (sizeof<T>() == 8) return <u64>value != level.nodataBits
  return <f64>value != level.nodata
}

/** Whether the pixel at an element offset of the block is valid, given its value. */
@inline
export function isValid<T>(level: Level, at: u32, value: T): bool {
  if (level.validity == 0) return true
  return level.validity == 2 ? load<u8>(level.srcMask + at) != 0 : isValue<T>(level, value)
}

/** Share of the k-th of a span's columns. */
@inline
export function share(span: Span, k: i32): f64 {
  return k == 0 ? span.first : k == span.count - 1 ? span.last : 1
}
