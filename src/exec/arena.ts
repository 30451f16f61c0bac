import { copyRows, type RowsToCopy } from '../array/strided-copy.js'
import { formatBytes } from '../base/bytes.js'
import { type Dtype, type TypedArray, viewOf } from '../base/dtype.js'
import { BudgetError, InternalError } from '../base/errors.js'
import type { WasmMemory } from '../base/wasm.js'
import type { Kit } from '../graph/op.js'
import type { MemorySplit } from '../plan/plan.js'

/** Binds the kernel module to a memory. */
export type InstantiateKernels = (memory: WasmMemory) => Record<string, unknown>

const alignment = 16

/** The kernel that copies a rectangle, by byte offsets; its last two params are the size of an element. */
type CopyRectangle = (
  source: number,
  sourceRowBytes: number,
  target: number,
  targetRowBytes: number,
  width: number,
  rows: number,
  strideBytes: number,
  sampleBytes: number,
) => void

/** One thread's fixed memory: kernel tables, codec buffer, tile slots, written chunks, task blocks, in that order. It never grows. */
export class Arena implements Kit {
  readonly memory: WasmMemory
  readonly kernels: Record<string, unknown>
  readonly codecStart: number
  readonly tileStart: number
  readonly hotStart: number
  readonly taskStart: number
  /** Counters of the task at hand. */
  readonly counts = new Map<string, number>()
  readonly #copyRectangle: CopyRectangle
  #scratchAt = 0
  #scratchEnd = 0

  constructor(split: MemorySplit, reserved: number, instantiate: InstantiateKernels) {
    const pages = split.arena / 65536
    try {
      this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
    } catch (cause) {
      throw new BudgetError(
        `an arena of ${formatBytes(split.arena)} could not be allocated: lower maxMemory or use fewer workers`,
        { neededBytes: split.arena },
        { cause },
      )
    }
    this.kernels = instantiate(this.memory)
    this.#copyRectangle = this.kernels.gatherSamples as CopyRectangle
    this.codecStart = reserved
    this.tileStart = align(reserved + split.codecs)
    this.hotStart = align(this.tileStart + split.tiles)
    this.taskStart = align(this.hotStart + split.hot)
  }

  /** Elements at an absolute byte offset. */
  view(dtype: Dtype, offset: number, length: number): TypedArray {
    return viewOf(dtype, this.memory.buffer, offset, length)
  }

  /** Bytes at an absolute byte offset. */
  bytes(offset: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, offset, length)
  }

  /** Copies rows between two views of the arena; one of another memory is copied from without the kernel. */
  readonly copyRows = (source: TypedArray, target: TypedArray, rows: RowsToCopy): void => {
    if (source.buffer !== this.memory.buffer || target.buffer !== this.memory.buffer) {
      copyRows(source, target, rows)
      return
    }
    const bytes = source.BYTES_PER_ELEMENT
    const from = source.byteOffset + rows.from * bytes
    const to = target.byteOffset + rows.to * bytes
    this.#copyRectangle(from, rows.fromStride * bytes, to, rows.toStride * bytes, rows.length, rows.rows, bytes, bytes)
  }

  /** Says where scratch comes from until the next call. */
  scratchRegion(start: number, bytes: number): void {
    this.#scratchAt = align(start)
    this.#scratchEnd = this.#scratchAt + align(bytes) + alignment * 64
  }

  scratch(bytes: number): number {
    const at = this.#scratchAt
    this.#scratchAt = align(at + bytes)
    if (this.#scratchAt > this.#scratchEnd || this.#scratchAt > this.memory.buffer.byteLength) {
      throw new InternalError(`${bytes} bytes of scratch asked for, ${this.#scratchEnd - at} are left of what was promised`)
    }
    return at
  }

  count(name: string, amount: number): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + amount)
  }
}

function align(offset: number): number {
  return Math.ceil(offset / alignment) * alignment
}
