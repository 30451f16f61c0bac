import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import { type ByteCodec, byteCodec, isElementFilter, knownCodecs } from './byte-codec.js'

/** How chunks lie in shards. */
export type Sharding = {
  /** Extents of a shard, whole chunks along every dim. */
  readonly shard: readonly number[]
  readonly indexAtStart: boolean
  /** Whether the CRC-32C of an index stands behind it. */
  readonly indexChecksum: boolean
  readonly indexBigEndian: boolean
}

/** What was done to elements on their way into a file. */
export interface Pipeline {
  /** Extents of the chunks that are encoded one by one: those inside of shards, where there are such. */
  readonly chunk: readonly number[]
  readonly bigEndian: boolean
  /** Dim of the array that each dim of the stored chunk is. */
  readonly order: readonly number[]
  /** In the order of encoding. */
  readonly codecs: readonly ByteCodec[]
  readonly sharding: Sharding | null
  /** Why it cannot be undone, or null. */
  readonly fault: string | null
}

/** Most chunks in a shard: its index takes 16 bytes for each. */
const maxChunksInShard = 2 ** 22

/** The list of codecs of a v3 array with chunks (as stored: shards, where there are such) of these extents. */
export function pipelineV3(list: readonly Json[], chunk: readonly number[]): Pipeline {
  const found = flatPipeline(list, chunk)
  const at = list.findIndex((item) => nameOf(item) === 'sharding_indexed')
  if (at < 0) return found
  const configuration = configurationOf(list[at] as Json)
  const inside = extents(configuration.chunk_shape, chunk.length)
  const whole = { ...found, chunk: inside ?? chunk }
  if (inside === null) return { ...whole, fault: 'its shards do not say how large the chunks in them are' }
  if (list.length > 1)
    return { ...whole, fault: `codec ${JSON.stringify(nameOf(list[at === 0 ? 1 : 0] as Json))} around shards is not available yet` }
  if (inside.some((extent, dim) => extent < 1 || (chunk[dim] as number) % extent !== 0)) {
    return { ...whole, fault: `its shards of ${chunk.join(' x ')} are not whole chunks of ${inside.join(' x ')}` }
  }
  const count = inside.reduce((product, extent, dim) => product * ((chunk[dim] as number) / extent), 1)
  if (count > maxChunksInShard) return { ...whole, fault: `its shards hold ${count} chunks, at most ${maxChunksInShard} can be read` }
  const inner = flatPipeline(listOf(configuration.codecs), inside)
  const isNested = listOf(configuration.codecs).some((item) => nameOf(item) === 'sharding_indexed')
  const index = indexCodecs(listOf(configuration.index_codecs))
  const location = configuration.index_location ?? 'end'
  const faults = [
    isNested ? 'shards within shards are not available yet' : inner.fault,
    index.fault,
    location === 'start' || location === 'end' ? null : `the index of its shards stands at ${JSON.stringify(location)}, which is not known`,
  ]
  return {
    ...inner,
    sharding: { shard: chunk, indexAtStart: location === 'start', indexChecksum: index.checksum, indexBigEndian: index.bigEndian },
    fault: faults.find((fault) => fault !== null) ?? null,
  }
}

/** A list of codecs without shards among them. */
function flatPipeline(list: readonly Json[], chunk: readonly number[]): Pipeline {
  let order = chunk.map((_, dim) => dim)
  let bigEndian = false
  const codecs: ByteCodec[] = []
  let fault: string | null = null
  for (const item of list) {
    const name = nameOf(item)
    const configuration = configurationOf(item)
    if (name === 'bytes') bigEndian = configuration.endian === 'big'
    else if (name === 'transpose') {
      const next = extents(configuration.order, chunk.length)
      if (next === null) fault ??= 'its transpose codec has no list of dims'
      else order = next.map((dim) => order[dim] as number)
    } else if (name !== 'sharding_indexed') {
      const codec = byteCodec(String(name), configuration)
      if (typeof codec === 'string') fault ??= `codec ${codec}`
      else codecs.push(codec)
    }
    if (name === 'transpose' && codecs.length > 0) fault ??= 'its transpose codec behind others is not available yet'
  }
  if (bigEndian && codecs.some(isElementFilter)) fault ??= 'filters of big-endian numbers are not available yet'
  return { chunk, bigEndian, order, codecs, sharding: null, fault }
}

/** The index must have a size that is known beforehand: little or big numbers, with or without a checksum. */
function indexCodecs(list: readonly Json[]): { bigEndian: boolean; checksum: boolean; fault: string | null } {
  const names = list.map(nameOf)
  const bigEndian = list.some((item) => nameOf(item) === 'bytes' && configurationOf(item).endian === 'big')
  const isKnown = names[0] === 'bytes' && (names.length === 1 || (names.length === 2 && names[1] === 'crc32c'))
  const fault = isKnown
    ? null
    : `codecs ${JSON.stringify(names)} of a shard's index are not available yet; those that can be read are bytes, crc32c`
  return { bigEndian, checksum: names[1] === 'crc32c', fault }
}

/** The filters, compressor and order of a v2 array. */
export function pipelineV2(document: JsonObject, chunk: readonly number[], bigEndian: boolean): Pipeline {
  const filters = Array.isArray(document.filters) ? document.filters : []
  const codecs: ByteCodec[] = []
  let fault: string | null = null
  for (const item of [...filters, document.compressor]) {
    if (item === null || item === undefined) continue
    const what = item === document.compressor ? 'compressor' : 'filter'
    const codec = isJsonObject(item) ? byteCodec(String(item.id), item) : `${JSON.stringify(item)} is not available yet; ${knownCodecs}`
    if (typeof codec === 'string') fault ??= `${what} ${codec}`
    else codecs.push(codec)
  }
  if (bigEndian && codecs.some(isElementFilter)) fault ??= 'filters of big-endian numbers are not available yet'
  const rank = chunk.map((_, dim) => dim)
  return {
    chunk,
    bigEndian,
    order: document.order === 'F' ? rank.reverse() : rank,
    codecs,
    sharding: null,
    fault,
  }
}

function nameOf(item: Json): Json | undefined {
  return isJsonObject(item) ? item.name : item
}

function configurationOf(item: Json): JsonObject {
  return isJsonObject(item) && isJsonObject(item.configuration) ? item.configuration : {}
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

/** Whole numbers from 0, one for each dim; null for anything else. */
function extents(value: Json | undefined, rank: number): number[] | null {
  const isList = Array.isArray(value) && value.length === rank
  return isList && value.every((item) => typeof item === 'number' && Number.isSafeInteger(item) && item >= 0)
    ? ([...value] as number[])
    : null
}
