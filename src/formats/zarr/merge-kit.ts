import { BudgetError } from '../../base/errors.js'
import type { Kit } from '../../graph/op.js'
import { instantiateKernels, reservedBytes } from '../../kernels/loader.js'
import { kernelModule } from '../../kernels/module.js'

const pageBytes = 65536
const alignment = 16

/** A kit of the main thread, for labels, and for the few chunks that are put together when a run ends: its memory grows to what the largest of them takes. */
export class MergeKit implements Kit {
  readonly memory: WebAssembly.Memory
  #kernels: Readonly<Record<string, unknown>> | undefined
  #top = reservedBytes

  constructor() {
    this.memory = new WebAssembly.Memory({ initial: Math.ceil(reservedBytes / pageBytes) })
  }

  /** Made when they are first asked for: what is not compressed needs none. */
  get kernels(): Readonly<Record<string, unknown>> {
    this.#kernels ??= instantiateKernels(this.memory, kernelModule())
    return this.#kernels
  }

  /** Makes sure of so many bytes and gives back all that was taken. Views of the memory from before are void. Throws `E_BUDGET`. */
  reset(bytes: number): void {
    this.#top = reservedBytes
    const pages = Math.ceil((reservedBytes + bytes - this.memory.buffer.byteLength) / pageBytes)
    if (pages <= 0) return
    try {
      this.memory.grow(pages)
    } catch (cause) {
      throw new BudgetError(`${bytes} bytes to put a chunk together cannot be had: close other programs`, { neededBytes: bytes }, { cause })
    }
  }

  /** A view of bytes that are taken until {@link reset}, with room behind them that kernels may read. */
  bytes(length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, this.scratch(length + 64), length)
  }

  scratch(bytes: number): number {
    const at = this.#top
    this.#top = Math.ceil((at + bytes) / alignment) * alignment
    if (this.#top > this.memory.buffer.byteLength)
      throw new BudgetError(`${bytes} bytes of scratch asked for to put a chunk together, more than was made sure of`, {
        neededBytes: bytes,
      })
    return at
  }

  count(): void {}
}
