/**
 * What is wrong with the `zarr.json` of an array or a group by the letter of the Zarr v3 core specification 3.0 and those of its codecs (bytes,
 * transpose, gzip, zstd, blosc, crc32c, sharding_indexed, vlen-utf8); empty for what is valid. `text` is the document: numbers are looked at as written.
 */
export function faultsOfDocument(text: string): string[] {
  const faults: string[] = []
  const document: unknown = JSON.parse(text)
  if (!isObject(document)) return ['the document is no object']
  const say = (condition: boolean, fault: string): undefined => {
    if (!condition) faults.push(fault)
  }
  say(document.zarr_format === 3, 'zarr_format')
  say(document.attributes === undefined || isObject(document.attributes), 'attributes')
  if (document.node_type === 'group') groupFaults(document, say)
  else if (document.node_type === 'array') arrayFaults(document, text, say)
  else say(false, 'node_type')
  return faults
}

type Say = (condition: boolean, fault: string) => undefined
type Fields = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCount(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least
}

/** Keys beyond the specification's must be objects that say that they need not be understood. */
function extraKeys(document: Fields, known: readonly string[], say: Say): undefined {
  for (const [key, value] of Object.entries(document))
    if (!known.includes(key)) say(isObject(value) && value.must_understand === false, `unknown key ${key}`)
}

function groupFaults(document: Fields, say: Say): undefined {
  extraKeys(document, ['zarr_format', 'node_type', 'attributes'], say)
  const { consolidated_metadata: consolidated } = document
  if (consolidated === undefined) return
  say(isObject(consolidated) && consolidated.kind === 'inline' && isObject(consolidated.metadata), 'consolidated_metadata')
  if (!isObject(consolidated) || !isObject(consolidated.metadata)) return
  for (const [path, item] of Object.entries(consolidated.metadata)) {
    say(!path.startsWith('/') && !path.endsWith('zarr.json'), `consolidated path ${path}`)
    for (const fault of faultsOfDocument(JSON.stringify(item))) say(false, `${path}: ${fault}`)
  }
}

const sizes: Readonly<Record<string, number>> = {
  bool: 1,
  ...{ int8: 1, int16: 2, int32: 4, int64: 8, uint8: 1, uint16: 2, uint32: 4, uint64: 8 },
  ...{ float16: 2, float32: 4, float64: 8, string: 0 },
}

const arrayKeys = [
  'zarr_format',
  'node_type',
  'shape',
  'data_type',
  'chunk_grid',
  'chunk_key_encoding',
  'fill_value',
  'codecs',
  'attributes',
]

function arrayFaults(document: Fields, text: string, say: Say): undefined {
  for (const key of arrayKeys) if (key !== 'attributes') say(Object.hasOwn(document, key), `${key} is missing`)
  extraKeys(document, [...arrayKeys, 'storage_transformers', 'dimension_names'], say)
  const { shape, data_type: type, chunk_grid: grid, chunk_key_encoding: keys, dimension_names: names } = document
  if (!Array.isArray(shape) || !shape.every((extent) => isCount(extent, 0))) return say(false, 'shape')
  say(typeof type === 'string' && Object.hasOwn(sizes, type), `data_type ${String(type)}`)
  const chunk = isObject(grid) && grid.name === 'regular' && isObject(grid.configuration) ? grid.configuration.chunk_shape : undefined
  if (!Array.isArray(chunk) || chunk.length !== shape.length || !chunk.every((extent) => isCount(extent, 1)))
    return say(false, 'chunk_grid')
  const separator = isObject(keys) && isObject(keys.configuration) ? keys.configuration.separator : undefined
  say(
    isObject(keys) && ['default', 'v2'].includes(String(keys.name)) && [undefined, '.', '/'].includes(separator as string),
    'chunk_key_encoding',
  )
  const isNames = Array.isArray(names) && names.length === shape.length && names.every((name) => name === null || typeof name === 'string')
  say(names === undefined || isNames, 'dimension_names')
  say(document.storage_transformers === undefined || Array.isArray(document.storage_transformers), 'storage_transformers')
  fillFaults(document.fill_value, String(type), text, say)
  codecFaults(document.codecs, String(type), chunk as number[], say)
}

function fillFaults(fill: unknown, type: string, text: string, say: Say): undefined {
  if (type === 'bool') return say(typeof fill === 'boolean', `fill_value of bool: ${String(fill)}`)
  if (type === 'string') return say(typeof fill === 'string', `fill_value of string: ${String(fill)}`)
  if (type.startsWith('float')) {
    const isText = typeof fill === 'string' && /^(NaN|Infinity|-Infinity|0x[0-9a-f]+)$/i.test(fill)
    return say(typeof fill === 'number' || isText, `fill_value of ${type}: ${String(fill)}`)
  }
  // As it stands: a JSON integer, of digits alone, in the range of the type.
  const written = /"fill_value"\s*:\s*([^,\s}]+)/.exec(text)?.[1] ?? ''
  const bits = BigInt((sizes[type] ?? 0) * 8)
  const [least, most] = type.startsWith('u') ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n]
  // A consolidated copy has gone through JavaScript's numbers: no more than its kind can be told.
  const isWhole = /^-?\d+$/.test(written) && BigInt(written) >= least && BigInt(written) <= most
  say(isWhole || (bits === 64n && typeof fill === 'number'), `fill_value of ${type}: ${written}`)
}

const codecKinds: Readonly<Record<string, 'array' | 'bytes' | 'pack'>> = {
  transpose: 'array',
  ...{ bytes: 'pack', sharding_indexed: 'pack', 'vlen-utf8': 'pack' },
  ...{ gzip: 'bytes', zstd: 'bytes', blosc: 'bytes', crc32c: 'bytes' },
} as const

/** Any number of array to array codecs, exactly one of array to bytes, any number of bytes to bytes. */
function codecFaults(codecs: unknown, type: string, chunk: readonly number[], say: Say): undefined {
  if (!Array.isArray(codecs)) return say(false, 'codecs')
  const kinds = codecs.map((codec) =>
    isObject(codec) && typeof codec.name === 'string' ? (codecKinds[codec.name] ?? 'unknown') : 'nameless',
  )
  say(/^(array,)*pack(,bytes)*$/.test(kinds.join()), `codecs in the order ${kinds.join()}`)
  for (const codec of codecs) if (isObject(codec)) codecFault(codec, type, chunk, say)
}

function codecFault({ name, configuration: given, ...rest }: Fields, type: string, chunk: readonly number[], say: Say): undefined {
  say(Object.keys(rest).length === 0, `codec ${String(name)} has ${Object.keys(rest).join()}`)
  const own = isObject(given) ? given : {}
  const only = (...keys: string[]): undefined =>
    say(
      Object.keys(own).every((key) => keys.includes(key)),
      `${String(name)}: ${Object.keys(own).join()}`,
    )
  if (name === 'bytes') {
    only('endian')
    say((sizes[type] ?? 0) === 1 || ['little', 'big'].includes(String(own.endian)), 'bytes: endian')
  } else if (name === 'transpose') {
    only('order')
    const order = Array.isArray(own.order) ? [...own.order].sort((a, b) => a - b) : []
    say(order.length === chunk.length && order.every((dim, at) => dim === at), 'transpose: order is no permutation')
  } else if (name === 'gzip') {
    only('level')
    say(isCount(own.level, 0) && own.level <= 9, 'gzip: level')
  } else if (name === 'zstd') {
    only('level', 'checksum')
    say(typeof own.level === 'number' && own.level >= -131072 && own.level <= 22 && typeof own.checksum === 'boolean', 'zstd')
  } else if (name === 'blosc') {
    only('cname', 'clevel', 'shuffle', 'typesize', 'blocksize')
    say(['lz4', 'lz4hc', 'blosclz', 'zstd', 'snappy', 'zlib'].includes(String(own.cname)), 'blosc: cname')
    say(isCount(own.clevel, 0) && own.clevel <= 9 && isCount(own.blocksize, 0), 'blosc: clevel, blocksize')
    say(['noshuffle', 'shuffle', 'bitshuffle'].includes(String(own.shuffle)), 'blosc: shuffle')
    say(own.shuffle === 'noshuffle' || own.typesize === sizes[type], 'blosc: typesize')
  } else if (name === 'crc32c' || name === 'vlen-utf8') {
    only()
  } else if (name === 'sharding_indexed') {
    shardingFaults(own, type, chunk, say)
  }
}

function shardingFaults(own: Fields, type: string, chunk: readonly number[], say: Say): undefined {
  const { chunk_shape: inside, codecs, index_codecs: index, index_location: location } = own
  say(
    Object.keys(own).every((key) => ['chunk_shape', 'codecs', 'index_codecs', 'index_location'].includes(key)),
    'sharding: keys',
  )
  const divides =
    Array.isArray(inside) &&
    inside.length === chunk.length &&
    inside.every((extent, at) => isCount(extent, 1) && (chunk[at] as number) % extent === 0)
  if (!divides) return say(false, 'sharding: chunk_shape')
  say(location === undefined || location === 'start' || location === 'end', 'sharding: index_location')
  codecFaults(codecs, type, inside as number[], say)
  codecFaults(index, 'uint64', [...inside.map((extent: number, at: number) => (chunk[at] as number) / extent), 2], say)
  // The size of an index must be known beforehand.
  const isFixed =
    Array.isArray(index) && index.every((codec) => isObject(codec) && ['bytes', 'crc32c', 'transpose'].includes(String(codec.name)))
  say(isFixed, 'sharding: index_codecs of no fixed size')
}
