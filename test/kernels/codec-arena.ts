import { expect } from 'vitest'
import { instantiateKernels, reservedBytes } from '../../src/kernels/loader.js'
import { kernelModule } from '../../src/kernels/module.js'

/** Any codec kernel: numbers in, a number out. */
export type Kernel = (...args: number[]) => number

/** What a guarded call gave: the kernel's answer and the bytes that it says it wrote. */
export interface Answer {
  readonly status: number
  readonly bytes: Uint8Array
}

const pages = 192
const memoryEnd = pages * 65536
const guardBytes = 64
const scratchBytes = 2 * 1024 * 1024

/** Where the target of {@link guarded} lies. */
export const targetAt = reservedBytes + scratchBytes + guardBytes

const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
const exports = instantiateKernels(memory, kernelModule()) as Record<string, Kernel>

/** All bytes of the kernels' memory. */
export const heap = new Uint8Array(memory.buffer)

/** The scratch memory of {@link guarded}. */
export const scratchAt = reservedBytes

/** The last place that a source of `length` bytes can have: reading behind it traps. */
export function lastPlace(length: number): number {
  return memoryEnd - length
}

/** A kernel by name. */
export function kernel(name: string): Kernel {
  const found = exports[name]
  if (!found) throw new Error(`the kernel module has no "${name}"; run node src/kernels/compile.mjs`)
  return found
}

let fillByte = 0

/**
 * Calls `kernel(source, length, target, capacity, scratch, ...rest)` with the source at the very end of memory (so that reading behind it
 * traps), guard bytes on both sides of the target and before the source, and dirty scratch; fails where a guard has changed.
 */
export function guarded(name: string, source: Uint8Array, capacity: number, ...rest: number[]): Answer {
  const at = lastPlace(source.length)
  // A different filling each time, so that a kernel that reads what is not its own is not always lucky.
  fillByte = (fillByte + 85) & 255
  heap.fill(fillByte, at - guardBytes, at)
  heap.fill(fillByte, targetAt - guardBytes, targetAt + capacity + guardBytes)
  heap.fill(fillByte, scratchAt, scratchAt + 4096)
  heap.set(source, at)
  const status = kernel(name)(at, source.length, targetAt, capacity, scratchAt, ...rest)
  for (let i = 1; i <= guardBytes; i++) {
    if (heap[targetAt - i] !== fillByte) expect.fail(`${name} wrote ${i} bytes before a target of ${capacity} bytes`)
    if (heap[targetAt + capacity + i - 1] !== fillByte) expect.fail(`${name} wrote ${i} bytes behind a target of ${capacity} bytes`)
    if (heap[at - i] !== fillByte) expect.fail(`${name} wrote ${i} bytes before its source`)
  }
  if (status > capacity) expect.fail(`${name} says ${status} bytes were written to a target of ${capacity}`)
  return { status, bytes: heap.slice(targetAt, targetAt + Math.max(status, 0)) }
}

/** Whether two byte arrays are equal; far faster than a matcher on large ones. */
export function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

/** How many cases a fuzz loop runs: `usual`, or `full` under RASTERLOOM_FULL=1. */
export function cases(usual: number, full: number): number {
  return process.env.RASTERLOOM_FULL === '1' ? full : usual
}
