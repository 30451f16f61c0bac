import { copyWindow, stridesOf } from '../../array/strided-copy.js'
import type { TypedArray } from '../../base/dtype.js'
import { SourceError } from '../../base/errors.js'
import type { Kit } from '../../graph/op.js'
import type { Step } from './chunk-steps.js'

/** Undoes the codecs of a chunk into `stored`, whose elements have `elementBytes`. Throws `E_SOURCE` where the bytes are not those of such a chunk. */
export function undone(
  steps: readonly Step[],
  most: number,
  bytes: Uint8Array,
  stored: TypedArray,
  elementBytes: number,
  bigEndian: boolean,
  kit: Kit,
): void {
  const target = new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength)
  let current = bytes
  for (let at = steps.length - 1; at >= 0; at--) {
    const room = at === 0 ? target : () => new Uint8Array(kit.memory.buffer, kit.scratch(most), most)
    current = (steps[at] as Step).decode(current, room, kit)
  }
  if (current.length !== target.length) throw new SourceError(`it decodes to ${current.length} bytes, ${target.length} were expected`)
  if (current.byteOffset !== target.byteOffset) target.set(current)
  if (bigEndian) swapBytes(target, elementBytes)
}

function swapBytes(bytes: Uint8Array, size: number): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (size === 2) buffer.swap16()
  else if (size === 4) buffer.swap32()
  else if (size === 8) buffer.swap64()
}

/** Brings a stored chunk into C order and cuts it to `chunk`. `order` is the dim of the array that each dim of the stored chunk is. */
export function arranged(
  stored: TypedArray,
  out: TypedArray,
  order: readonly number[],
  storedChunk: readonly number[],
  chunk: readonly number[],
): void {
  const start = chunk.map(() => 0)
  if (order.every((dim, at) => dim === at)) {
    copyWindow({ data: stored, start, shape: storedChunk }, { data: out, start, shape: chunk }, { start, stop: chunk })
    return
  }
  const strides = stridesInOrder(order, storedChunk)
  eachElement(chunk, strides, (from, to) => {
    out[to] = stored[from] as never
  })
}

/** The inverse: a chunk in C order as it is stored. */
export function transposed(data: TypedArray, stored: TypedArray, order: readonly number[], chunk: readonly number[]): void {
  eachElement(chunk, stridesInOrder(order, chunk), (to, from) => {
    stored[to] = data[from] as never
  })
}

/** How far apart neighbours along each dim of the array are stored. */
function stridesInOrder(order: readonly number[], storedChunk: readonly number[]): number[] {
  const storedStrides = stridesOf(order.map((dim) => storedChunk[dim] as number))
  return storedChunk.map((_, dim) => storedStrides[order.indexOf(dim)] as number)
}

/** Walks over a chunk in C order: where an element is by the strides, and its place. */
function eachElement(chunk: readonly number[], strides: readonly number[], visit: (strided: number, place: number) => void): void {
  const last = chunk.length - 1
  const size = chunk.reduce((product, extent) => product * extent, 1)
  const at = chunk.map(() => 0)
  const along = strides[last] ?? 0
  const extent = chunk[last] ?? 1
  for (let place = 0; place < size; place += extent) {
    let from = 0
    for (let dim = 0; dim < last; dim++) from += (at[dim] as number) * (strides[dim] as number)
    for (let index = 0; index < extent; index++, from += along) visit(from, place + index)
    for (let dim = last - 1; dim >= 0; dim--) {
      if ((at[dim] = (at[dim] as number) + 1) < (chunk[dim] as number)) break
      at[dim] = 0
    }
  }
}
