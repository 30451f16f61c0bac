import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import { checkIndex, entryAt, indexBytes } from './shard-index.js'
import type { ZarrStore } from './store.js'
import { type StoredArray, storedChunkKey } from './stored-array.js'

/** Files by key, as the zarrita library asks for them. */
export interface LabelFiles {
  get(key: string): Promise<Uint8Array | undefined>
}

/**
 * A sharded array of one dim as if every chunk were a file, for zarrita, which takes the index of a shard to stand at its end wherever it is.
 * Shards are read whole: labels are small.
 */
export function unsharded(store: ZarrStore, array: StoredArray): LabelFiles {
  const { path, sharding } = array
  const count = (sharding?.shard[0] as number) / (array.chunk[0] as number)
  const shards = new Map<number, Promise<Uint8Array | null>>()
  const shardAt = (shard: number): Promise<Uint8Array | null> => {
    let bytes = shards.get(shard)
    if (bytes === undefined) shards.set(shard, (bytes = store.bytes(`${path}/${storedChunkKey(array, [shard])}`)))
    return bytes
  }
  return {
    async get(key) {
      const own = key.replace(/^\/+/, '').slice(path.length + 1)
      if (own === 'zarr.json') return plainDocument(await store.bytes(`${path}/zarr.json`))
      const chunk = /^c\/(\d+)$/.exec(own)?.[1]
      if (chunk === undefined || sharding === null) return undefined
      const bytes = await shardAt(Math.floor(Number(chunk) / count))
      if (bytes === null) return undefined
      const uri = `${store.root}/${path}`
      const size = indexBytes(count, sharding.indexChecksum)
      const index = sharding.indexAtStart ? bytes.subarray(0, size) : bytes.subarray(Math.max(0, bytes.length - size))
      if (sharding.indexChecksum) checkIndex(index, uri)
      const entry = entryAt(index, Number(chunk) % count, sharding.indexBigEndian, uri)
      return entry === null ? undefined : bytes.slice(entry.offset, entry.offset + entry.length)
    },
  }
}

/** The document of an array whose chunks are files by the default keys. */
function plainDocument(bytes: Uint8Array | null): Uint8Array | undefined {
  if (bytes === null) return undefined
  const document = JSON.parse(new TextDecoder().decode(bytes)) as JsonObject
  const sharding = (document.codecs as readonly Json[])[0]
  const configuration = (isJsonObject(sharding) ? sharding.configuration : {}) as JsonObject
  const plain = {
    ...document,
    chunk_grid: { name: 'regular', configuration: { chunk_shape: configuration.chunk_shape ?? null } },
    chunk_key_encoding: { name: 'default', configuration: { separator: '/' } },
    codecs: configuration.codecs ?? [],
  }
  return new TextEncoder().encode(JSON.stringify(plain))
}
