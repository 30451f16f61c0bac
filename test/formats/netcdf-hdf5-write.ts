import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryDirectory } from './zarr-store.js'

/** Versions of the library whose forms differ: `latest` is 2.0 or later. */
export type Version = 'earliest' | 'v110' | 'latest'

/** What of a dataset the HDF5 library is told when it writes it. */
export interface WrittenDataset {
  readonly name: string
  readonly data: Uint8Array | Int16Array | Float32Array | Float64Array | Int32Array
  readonly shape: readonly number[]
  readonly dtype: string
  readonly chunks?: readonly number[]
  readonly maxshape?: readonly (number | null)[]
  /** Filter by its number, and its values. */
  readonly filter?: readonly [id: number, ...values: number[]]
  readonly attributes?: Readonly<Record<string, number | string | Float64Array | Int32Array>>
}

/** Writes a file by the HDF5 library in the forms of one of its versions; answers its bytes. */
export async function writeHdf5(datasets: readonly WrittenDataset[], version: Version): Promise<Uint8Array> {
  const h5wasm = await import('h5wasm/node')
  await h5wasm.ready
  const directory = temporaryDirectory()
  const path = join(directory.path, 'written.h5')
  try {
    const file = new h5wasm.File(path, 'w', { libver: version === 'earliest' ? ['earliest', 'v108'] : version })
    for (const { name, data, shape, dtype, chunks, maxshape, filter, attributes } of datasets) {
      const folder = name.split('/').slice(0, -1)
      for (const at of folder.keys()) {
        const group = folder.slice(0, at + 1).join('/')
        if (file.get(group) === null) file.create_group(group)
      }
      const dataset = file.create_dataset({
        name,
        data,
        shape: [...shape],
        dtype,
        ...(chunks === undefined ? {} : { chunks: [...chunks] }),
        ...(maxshape === undefined ? {} : { maxshape: [...maxshape] }),
        ...(filter === undefined ? {} : { compression: filter[0], compression_opts: filter.slice(1) }),
      })
      for (const [key, value] of Object.entries(attributes ?? {})) dataset.create_attribute(key, value)
    }
    file.close()
    return new Uint8Array(readFileSync(path))
  } finally {
    directory.remove()
  }
}
