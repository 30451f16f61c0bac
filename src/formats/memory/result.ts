import type { Validity } from '../../array/block.js'
import { chunkWindow } from '../../array/chunk-grid.js'
import { maskNodata } from '../../array/nodata-mask.js'
import { forRuns, laidUnder } from '../../array/runs.js'
import { copyWindow } from '../../array/strided-copy.js'
import { fullWindow, shapeOf, sizeOf, type Window } from '../../array/window.js'
import { formatBytes } from '../../base/bytes.js'
import { dtypes, type TypedArray, viewOf } from '../../base/dtype.js'
import { BudgetError } from '../../base/errors.js'
import type { ChunkRecord } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { fromChunkRecord } from './record.js'

/** Bytes that {@link MemoryResult} takes for an array: its elements, and a mask byte for each, which stay untouched where all pixels are valid. */
export function resultBytes({ shape, dtype }: Pick<ArraySpec, 'shape' | 'dtype'>): number {
  return shape.reduce((product, extent) => product * extent, dtypes[dtype].bytes + 1)
}

/**
 * A whole array, filled chunk by chunk from records that are not kept: elements in C order with their mask behind them, as the memory source
 * reads them, in one allocation. Throws `E_BUDGET` where this machine cannot give so much.
 */
export class MemoryResult {
  /** All elements. */
  readonly data: TypedArray
  readonly #spec: ArraySpec
  readonly #whole: Uint8Array
  readonly #mask: Uint8Array
  #hasMask = false

  constructor(spec: ArraySpec) {
    const bytes = resultBytes(spec)
    try {
      this.#whole = new Uint8Array(bytes)
    } catch (cause) {
      throw new BudgetError(
        `an array of ${spec.shape.join(' x ')} ${spec.dtype} takes ${formatBytes(bytes)}, which this machine does not give: write it to a file`,
        { neededBytes: bytes },
        { cause },
      )
    }
    this.#spec = spec
    const count = bytes / (dtypes[spec.dtype].bytes + 1)
    this.data = viewOf(spec.dtype, this.#whole.buffer, 0, count)
    this.#mask = this.#whole.subarray(bytes - count)
  }

  /** One byte per element, 1 valid; null while all pixels placed are valid. */
  get mask(): Uint8Array | null {
    return this.#hasMask ? this.#mask : null
  }

  /** The elements' bytes, with those of the mask behind them where there is one. */
  get bytes(): Uint8Array {
    return this.#hasMask ? this.#whole : this.#whole.subarray(0, this.data.byteLength)
  }

  /** Makes a mask of all pixels valid where there is none: for values that only a mask tells from nodata. */
  keepMask(): void {
    if (!this.#hasMask) this.#mask.fill(1)
    this.#hasMask = true
  }

  /** Copies a chunk's pixels to their place. */
  place(chunk: number, record: ChunkRecord): void {
    const { data, valid } = fromChunkRecord(record)
    const { dtype, shape, chunks } = this.#spec
    const window = chunkWindow(chunks, chunk)
    const elements = viewOf(dtype, data.buffer, data.byteOffset, sizeOf(window))
    const from = { start: window.start, shape: shapeOf(window) }
    const to = { start: shape.map(() => 0), shape }
    copyWindow({ data: elements, ...from }, { data: this.data, ...to }, window)
    if (!hasInvalid(elements, valid)) return
    this.keepMask()
    if (valid instanceof Uint8Array) copyWindow({ data: valid, ...from }, { data: this.#mask, ...to }, window)
    else this.#maskByValue(window, elements, valid)
  }

  #maskByValue(window: Window, data: TypedArray, valid: Exclude<Validity, Uint8Array>): void {
    if (valid === null) return
    const dims = window.start.map((_, dim) => String(dim))
    const place = laidUnder(window, dims, fullWindow(this.#spec.shape), dims)
    forRuns(shapeOf(window), [place], (from, count, [to], [stride]) => {
      maskNodata({ data, from, count }, valid.nodata, this.#mask, to as number, stride as number)
    })
  }
}

function hasInvalid(data: TypedArray, valid: Validity): boolean {
  if (valid === null) return false
  if (valid instanceof Uint8Array) return valid.includes(0)
  const holds = (value: unknown): boolean => (data as unknown as { includes(value: unknown): boolean }).includes(value)
  return holds(valid.nodata) || ((data instanceof Float32Array || data instanceof Float64Array) && holds(Number.NaN))
}
