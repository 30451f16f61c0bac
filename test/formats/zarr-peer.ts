import FileSystemStore from '@zarrita/storage/fs'
import * as zarrita from 'zarrita'
import { allocate, type TypedArray } from '../../src/base/dtype.js'

/** An array as zarrita reads it: stored values in C order, shape and attributes. */
export interface PeerArray {
  readonly data: TypedArray
  readonly texts: readonly string[] | null
  readonly shape: readonly number[]
  readonly attrs: Readonly<Record<string, unknown>>
  readonly dims: readonly string[]
}

/** Reads an array of a store with zarrita, opened through the root's consolidated metadata where there is any. */
export async function readWithZarrita(store: string, path: string, version: 2 | 3 = 3): Promise<PeerArray> {
  const files = await zarrita.withMaybeConsolidatedMetadata(new FileSystemStore(store) as never)
  const place = zarrita.root(files as never).resolve(path)
  const array = await (version === 3 ? zarrita.open.v3(place, { kind: 'array' }) : zarrita.open.v2(place, { kind: 'array' }))
  const chunk = await zarrita.get(array as never)
  const dims = ((array as { dimensionNames?: readonly string[] }).dimensionNames ?? []) as readonly string[]
  const { shape, attrs } = array as { shape: readonly number[]; attrs: Record<string, unknown> }
  if (typeof chunk !== 'object' || chunk === null || !('data' in chunk))
    return { data: scalarArray(chunk), texts: null, shape, attrs, dims }
  const { data } = chunk as { data: unknown }
  if (Array.isArray(data)) return { data: allocate('uint8', 0), texts: data as string[], shape, attrs, dims }
  return { data: inOrder(data as TypedArray, shape, (chunk as { stride: readonly number[] }).stride), texts: null, shape, attrs, dims }
}

function scalarArray(value: unknown): TypedArray {
  if (typeof value === 'bigint') return BigInt64Array.of(value)
  return Float64Array.of(Number(value))
}

/** Elements in C order, whatever order they lie in. */
function inOrder(data: TypedArray | Iterable<number>, shape: readonly number[], stride: readonly number[]): TypedArray {
  // Bools come in an array of zarrita's own.
  const out = ArrayBuffer.isView(data) ? data.slice() : Uint8Array.from(data as Iterable<number>, Number)
  const values = out.slice()
  for (let i = 0; i < out.length; i++) {
    let from = 0
    for (let dim = shape.length - 1, rest = i; dim >= 0; rest = Math.floor(rest / (shape[dim--] as number))) {
      from += (rest % (shape[dim] as number)) * (stride[dim] as number)
    }
    out[i] = values[from] as never
  }
  return out
}
