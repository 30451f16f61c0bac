import type { Block, OutBlock, Validity } from '../src/array/block.js'
import { sizeOf, type Window } from '../src/array/window.js'
import { type Dtype, dtypeOf, dtypes, type TypedArray, viewOf } from '../src/base/dtype.js'
import type { Kit } from '../src/graph/op.js'
import { instantiateKernels, reservedBytes } from '../src/kernels/loader.js'
import { kernelModule } from '../src/kernels/module.js'

/** A kit for tests: an arena with a bump allocator, a scratch area that is checked against its bound, and counters. */
export interface TestKit extends Kit {
  readonly counters: Map<string, number>
  /** A view of arena memory for `length` elements, 16-byte aligned, followed by 64 bytes of slack. Contents are arbitrary (0xA5). */
  array(dtype: Dtype, length: number): TypedArray
  /** A block to be filled, over a window. */
  outBlock(window: Window, dtype: Dtype): OutBlock
  /** A block in the arena with these values. */
  block(window: Window, data: TypedArray, valid: Validity): Block
  /** Sets how much scratch may be asked for from here on, and gives back what was asked before. */
  limitScratch(bytes: number): void
  /** Gives back all arrays and blocks. */
  reset(): void
}

/** Makes a test kit over an arena of some MiB. */
export function testKit(mebibytes = 64): TestKit {
  const pages = mebibytes * 16
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const kernels = instantiateKernels(memory, kernelModule())
  const counters = new Map<string, number>()
  const end = pages * 65536
  let top = reservedBytes
  let scratchLimit = Number.POSITIVE_INFINITY
  let scratchUsed = 0
  const take = (bytes: number): number => {
    const at = top
    top += Math.ceil((bytes + 64) / 16) * 16
    if (top > end) throw new Error(`test arena of ${mebibytes} MiB is full`)
    return at
  }
  const kit: TestKit = {
    memory,
    kernels,
    counters,
    scratch(bytes) {
      const rounded = Math.ceil(bytes / 16) * 16
      scratchUsed += rounded
      if (scratchUsed > scratchLimit) throw new Error(`scratch of ${scratchUsed} bytes asked, ${scratchLimit} promised`)
      return take(rounded)
    },
    count(name, amount) {
      counters.set(name, (counters.get(name) ?? 0) + amount)
    },
    array(dtype, length) {
      const bytes = length * dtypes[dtype].bytes
      const at = take(bytes)
      new Uint8Array(memory.buffer, at, bytes + 64).fill(0xa5)
      return viewOf(dtype, memory.buffer, at, length)
    },
    outBlock(window, dtype) {
      const mask = kit.array('uint8', sizeOf(window)) as Uint8Array
      return { window, data: kit.array(dtype, sizeOf(window)), mask, valid: mask }
    },
    block(window, data, valid) {
      const dtype = dtypeOf(data) as Dtype
      const copy = kit.array(dtype, data.length)
      copy.set(data as never)
      if (!(valid instanceof Uint8Array)) return { window, data: copy, valid }
      const mask = kit.array('uint8', valid.length) as Uint8Array
      mask.set(valid)
      return { window, data: copy, valid: mask }
    },
    limitScratch(bytes) {
      scratchLimit = Math.ceil(bytes / 16) * 16 + 16 * 64
      scratchUsed = 0
    },
    reset() {
      top = reservedBytes
      scratchLimit = Number.POSITIVE_INFINITY
      scratchUsed = 0
    },
  }
  return kit
}
