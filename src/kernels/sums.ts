/** The kernels of sums under pixels of a coarser level. Levels are laid out as `writeLevel` does: `dst` are sums, `dstMask` weights (0: not wanted). */
export interface SumKernels {
  /** Weighted sums of pixels by spans as {@link writeSumSpans} lays them out; so many columns of the block are looked at. `room` has 16 bytes for each of them and eight more. */
  sumSpans(dtype: number, level: number, columns: number): void
  /** Packed sums of 4 x 4 pixels, of a block that ends after so many columns and rows. */
  sumFours(dtype: number, level: number, columns: number, rows: number): void
  /** Sums of `fx` x `fy` sums by a kind of {@link halfKinds}, of a block that ends after so many columns and rows. */
  sumHalves(kind: number, dtype: number, level: number, columns: number, rows: number, fx: number, fy: number): void
  /** Adds sums that belong together: those at the places that {@link writePlaces} lays out as columns and rows. */
  sumParts(level: number): void
  /** Means, for pixels of a dtype; `weights` is the plane beside that of sums, 0 where sums are packed. Returns how many are invalid. */
  sumMeans(dtype: number, level: number, weights: number): number
}

/** The module's exports as kernels of sums. */
export function sumKernels(kernels: Readonly<Record<string, unknown>>): SumKernels {
  const { sumHalves, sumParts } = kernels as unknown as SumKernels
  const of = (name: string, dtype: number): ((...args: number[]) => number) =>
    kernels[`${name}${suffixes[dtype]}`] as (...args: number[]) => number
  return {
    sumSpans: (dtype, level, columns) => void of('sumSpans', dtype)(level, columns),
    sumFours: (dtype, level, columns, rows) => void of('sumFours', dtype)(level, columns, rows),
    sumMeans: (dtype, level, weights) => of('sumMeans', dtype)(level, weights),
    sumHalves,
    sumParts,
  }
}

/** Ends of the exports' names, by the code of a dtype; there are none for 64-bit integers. */
const suffixes: readonly string[] = ['U8', 'I8', 'U16', 'I16', 'U32', 'I32', '', '', 'F32', 'F64']

/** From float64 to float64, from packed to packed sums, from packed ones to float64. */
export const halfKinds = { doubles: 0, packed: 1, unpacked: 2 } as const

/** Source columns (or rows) of one sum, and the weights of the first, of those between, and of the last; without any, the sum is 0. */
export interface SumSpan {
  readonly at: number
  readonly count: number
  readonly first: number
  readonly full: number
  readonly last: number
}

/** Bytes of a span of a sum. */
export const sumSpanBytes = 32

/** Writes spans; `origin` is the column (or row) that the block begins at. */
export function writeSumSpans(memory: DataView, at: number, spans: readonly SumSpan[], origin: number): void {
  spans.forEach((span, index) => {
    const to = at + index * sumSpanBytes
    memory.setInt32(to, span.at - origin, true)
    memory.setInt32(to + 4, span.count, true)
    memory.setFloat64(to + 8, span.first, true)
    memory.setFloat64(to + 16, span.full, true)
    memory.setFloat64(to + 24, span.last, true)
  })
}

/** Bytes of lists of places: so many lists of so many places in all. */
export function placesBytes(lists: number, places: number): number {
  return 4 * (lists + 1 + places)
}

/** Writes lists of places: where each list ends among all places, and the places one after another, as counted from `origin`. */
export function writePlaces(memory: DataView, at: number, lists: readonly (readonly number[])[], origin: number): void {
  let end = 0
  let to = at + 4 * (lists.length + 1)
  memory.setInt32(at, 0, true)
  lists.forEach((list, index) => {
    for (const place of list) {
      memory.setInt32(to, place - origin, true)
      to += 4
    }
    end += list.length
    memory.setInt32(at + 4 * (index + 1), end, true)
  })
}
