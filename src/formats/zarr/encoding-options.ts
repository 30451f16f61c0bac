import { UsageError } from '../../base/errors.js'
import type { Json, JsonObject } from '../../base/json.js'
import type { BloscCompressor, BloscShuffle } from '../../codecs/blosc-encoder.js'
import type { ArraySpec } from '../../graph/spec.js'

/** How the elements of chunks are laid out and packed, normalised: what is absent is as it always was. */
export type EncodingOptions = {
  /** What Blosc compresses with; absent: LZ4. */
  readonly cname?: Exclude<BloscCompressor, 'lz4'>
  /** What Blosc does to elements before; absent: it shuffles the bytes of those that have several. */
  readonly shuffle?: BloscShuffle
  /** Chunks with their dims turned round, the first varying fastest; absent: in C order. */
  readonly order?: 'F'
  /** Whether 0 and 1 are stored as Zarr's bool. */
  readonly bool?: true
  /** Whether the edges of pixels are written beside their centres. */
  readonly bounds?: true
}

/** Names of these options. */
export const encodingOptionNames: readonly string[] = ['cname', 'shuffle', 'order', 'bool', 'bounds']

const compressors = ['lz4', 'zstd', 'zlib']
const shuffles = ['shuffle', 'bitshuffle', 'noshuffle']

/** Normalised options. Throws `E_USAGE` naming the option, what it was and what it may be. */
export function parseEncoding(options: JsonObject, compress: string, spec: ArraySpec): EncodingOptions {
  const cname = oneOf('cname', options.cname, compressors) as BloscCompressor | null
  const shuffle = oneOf('shuffle', options.shuffle, shuffles) as BloscShuffle | null
  const order = oneOf('order', options.order, ['C', 'F'])
  for (const [name, value] of Object.entries({ cname, shuffle })) {
    if (value !== null && compress !== 'blosc')
      throw new UsageError(`zarr: ${name} ${JSON.stringify(value)} is of compress "blosc", this is "${compress}"`, { option: name })
  }
  const isBool = isSet('bool', options.bool)
  if (isBool && spec.dtype !== 'uint8') {
    throw new UsageError(`zarr: bool is for arrays of uint8, 0 and 1; this one is ${spec.dtype}: cast it with astype('uint8')`, {
      option: 'bool',
      dtype: spec.dtype,
    })
  }
  return {
    ...(cname === null || cname === 'lz4' ? {} : { cname }),
    ...(shuffle === null ? {} : { shuffle }),
    ...(order === 'F' && spec.dims.length > 1 ? { order } : {}),
    ...(isBool ? { bool: true } : {}),
    ...(isSet('bounds', options.bounds) ? { bounds: true } : {}),
  }
}

function oneOf(name: string, value: Json | undefined, known: readonly string[]): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' && known.includes(value)) return value
  const why = value === 'lz4hc' ? ', which can be read, but not written' : ''
  throw new UsageError(`zarr: ${name} is ${JSON.stringify(value)}${why}; expected one of ${known.join(', ')}`, { option: name })
}

function isSet(name: string, value: Json | undefined): boolean {
  if (value === undefined || value === null || typeof value === 'boolean') return value === true
  throw new UsageError(`zarr: ${name} is ${JSON.stringify(value)}, expected true or false`, { option: name })
}
