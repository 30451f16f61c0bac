import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import { type ByteCodec, byteCodec, isElementFilter, knownCodecs } from './byte-codec.js'

/** Where the index of a shard stands, and how. */
export type ShardIndexKind = {
  readonly indexAtStart: boolean
  /** Whether the CRC-32C of an index stands behind it. */
  readonly indexChecksum: boolean
  readonly indexBigEndian: boolean
}

/** How chunks lie in shards. */
export type Sharding = ShardIndexKind & {
  /** Extents of a shard, whole chunks along every dim. */
  readonly shard: readonly number[]
}

/** Shards that are the chunks of something: of other shards, or of an array with a codec before or behind them. Plain JSON. */
export type NestedShards = ShardIndexKind & {
  /** Extents of the chunks in such a shard. */
  readonly chunk: readonly number[]
  /** Dim of the shard that each dim of a stored chunk is. */
  readonly order: readonly number[]
  readonly bigEndian: boolean
  readonly codecs: readonly ByteCodec[]
  /** What the chunks are, where they are shards themselves. */
  readonly nested: NestedShards | null
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
  /** What the chunks are, where they are shards that are decoded whole. */
  readonly nested: NestedShards | null
  /** Why it cannot be undone, or null. */
  readonly fault: string | null
}

/** Most chunks in a shard: its index takes 16 bytes for each. */
const maxChunksInShard = 2 ** 22

/** Most shards in one another. */
const mostDepth = 4

/**
 * The list of codecs of a v3 array with chunks (as stored: shards, where there are such) of these extents. Chunks in shards are found one by one;
 * shards in shards, and shards with another codec around them, are decoded whole.
 */
export function pipelineV3(list: readonly Json[], chunk: readonly number[]): Pipeline {
  if (list.length !== 1 || nameOf(list[0] as Json) !== 'sharding_indexed') return arrayPipeline(list, chunk, 0)
  const { inside, index, codecs, fault } = shardsOf(configurationOf(list[0] as Json), chunk)
  const inner = arrayPipeline(codecs, inside, 1)
  return { ...inner, sharding: { shard: chunk, ...index }, fault: fault ?? inner.fault }
}

/** A list of codecs by which each chunk is encoded as one. */
function arrayPipeline(list: readonly Json[], chunk: readonly number[], depth: number): Pipeline {
  const found = flatPipeline(list, chunk)
  const item = list.find((each) => nameOf(each) === 'sharding_indexed')
  if (item === undefined) return found
  const { inside, index, codecs, fault } = shardsOf(
    configurationOf(item),
    found.order.map((dim) => chunk[dim] ?? 1),
  )
  if (depth === mostDepth) return { ...found, fault: `shards more than ${mostDepth} times within shards are not available yet` }
  const inner = arrayPipeline(codecs, inside, depth + 1)
  const { order, bigEndian, nested } = inner
  const isMixed = found.codecs.some((codec) => isElementFilter(codec)) || found.bigEndian
  return {
    ...found,
    nested: { ...index, chunk: inside, order, bigEndian, codecs: inner.codecs, nested },
    fault: found.fault ?? fault ?? (isMixed ? 'filters of numbers around shards are not available yet' : inner.fault),
  }
}

/** What a sharding codec says of shards of some extents: chunks inside, index, and the codecs of those chunks. */
function shardsOf(
  configuration: JsonObject,
  shard: readonly number[],
): { inside: readonly number[]; index: ShardIndexKind; codecs: readonly Json[]; fault: string | null } {
  const inside = extents(configuration.chunk_shape, shard.length)
  const index = indexCodecs(listOf(configuration.index_codecs))
  const location = configuration.index_location ?? 'end'
  const faults = [
    insideFault(inside, shard),
    index.fault,
    location === 'start' || location === 'end' ? null : `the index of its shards stands at ${JSON.stringify(location)}, which is not known`,
  ]
  const fault = faults.find((each) => each !== null) ?? null
  return {
    // What cannot be true is not reckoned with.
    inside: inside === null || faults[0] !== null ? shard : inside,
    index: { indexAtStart: location === 'start', indexChecksum: index.checksum, indexBigEndian: index.bigEndian },
    codecs: listOf(configuration.codecs),
    fault,
  }
}

function insideFault(inside: readonly number[] | null, shard: readonly number[]): string | null {
  if (inside === null) return 'its shards do not say how large the chunks in them are'
  if (inside.some((extent, dim) => extent < 1 || (shard[dim] as number) % extent !== 0))
    return `its shards of ${shard.join(' x ')} are not whole chunks of ${inside.join(' x ')}`
  const count = inside.reduce((product, extent, dim) => product * ((shard[dim] as number) / extent), 1)
  return count > maxChunksInShard ? `its shards hold ${count} chunks, at most ${maxChunksInShard} can be read` : null
}

/** A list of codecs, of which shards are left out. */
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
  return { chunk, bigEndian, order, codecs, sharding: null, nested: null, fault }
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
    nested: null,
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
