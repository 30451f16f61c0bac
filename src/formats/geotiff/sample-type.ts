import type { Dtype } from '../../base/dtype.js'
import { SourceError } from '../../base/errors.js'
import type { Directory } from './directory.js'
import { tag } from './tags.js'

const formatNames: Readonly<Record<number, string>> = {
  1: 'unsigned integer',
  2: 'signed integer',
  3: 'float',
  4: 'untyped',
  5: 'complex integer',
  6: 'complex float',
}

const dtypeOf: Readonly<Record<string, Dtype>> = {
  '1/8': 'uint8',
  '1/16': 'uint16',
  '1/32': 'uint32',
  '1/64': 'uint64',
  '2/8': 'int8',
  '2/16': 'int16',
  '2/32': 'int32',
  '2/64': 'int64',
  '3/32': 'float32',
  '3/64': 'float64',
  '5/32': 'int16',
  '5/64': 'int32',
  '6/64': 'float32',
  '6/128': 'float64',
}

/** Dtype of a directory's samples, or of the two parts of each where they are complex, which must be alike in all bands. Throws `E_SOURCE` naming what is not supported. */
export async function sampleType(directory: Directory, uri: string): Promise<Dtype> {
  const bits = Array.from((await directory.numbers(tag.bitsPerSample, mostSamples)) ?? [1])
  const formats = Array.from((await directory.numbers(tag.sampleFormat, mostSamples)) ?? [1])
  const [bit = 1] = bits
  const [format = 1] = formats
  if (bits.some((other) => other !== bit) || formats.some((other) => other !== format)) {
    throw new SourceError(`${uri}: bands of different types (bits ${bits.slice(0, 8).join(', ')}) in one file are not supported`, { uri })
  }
  const dtype = dtypeOf[`${format === 4 ? 1 : format}/${bit}`] ?? unpackedDtypes[unpackedSampleBytes(bit, format)]
  if (dtype !== undefined) return format === floatFormat && bit < 32 ? 'float32' : dtype
  const supported =
    'supported are unsigned integers of 1 to 32 and 64 bits, signed ones of 8, 16, 32 and 64, floats of 16, 24, 32 and 64, and complex of 32 and 64 (integers) or 64 and 128 (floats)'
  const message = `${uri}: its samples are ${formatNames[format] ?? `format ${format}`} of ${bit} bits, which is not supported; ${supported}`
  throw new SourceError(message, { uri })
}

/** The tag SamplesPerPixel has 16 bits. */
const mostSamples = 65_535

/** Samples of a pixel. Throws `E_SOURCE` for a number that no file can have. */
export async function sampleCount(directory: Directory, uri: string): Promise<number> {
  const samples = (await directory.number(tag.samplesPerPixel)) ?? 1
  if (Number.isInteger(samples) && samples >= 1 && samples <= mostSamples) return samples
  throw new SourceError(`${uri}: ${samples} samples a pixel make no sense; there can be 1 to ${mostSamples}`, { uri })
}

/** Whether samples of a format have a real and an imaginary part. */
export function isComplex(format: number): boolean {
  return format === complexIntegerFormat || format === complexFloatFormat
}

/** Whether samples of a format, or their parts, are floats. */
export function isFloat(format: number): boolean {
  return format === floatFormat || format === complexFloatFormat
}

const [unsignedFormat, floatFormat, complexIntegerFormat, complexFloatFormat] = [1, 3, 5, 6]
const unpackedDtypes: Readonly<Record<number, Dtype>> = { 1: 'uint8', 2: 'uint16', 4: 'uint32' }

/**
 * Bytes that a sample takes once it is unpacked, where its bits are not those of a dtype: the next of 1, 2 and 4 for unsigned integers of other
 * widths, 4 for floats of 16 and 24 bits; 0 for all else. The bytes of integers of 24 bits are in GDAL's order: the highest first in
 * little-endian files.
 */
export function unpackedSampleBytes(bits: number, format: number): 0 | 1 | 2 | 4 {
  if (format === floatFormat) return bits === 16 || bits === 24 ? 4 : 0
  const isWhole = bits === 8 || bits === 16
  if (format !== unsignedFormat || !Number.isInteger(bits) || bits < 1 || bits >= 32 || isWhole) return 0
  return bits < 8 ? 1 : bits < 16 ? 2 : 4
}
