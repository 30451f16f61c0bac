import { type Dtype, dtypes, type TypedArray, viewOf } from '../base/dtype.js'
import { InternalError } from '../base/errors.js'
import type { Codec } from './codec.js'
import { fletcher32 } from './fletcher32.js'
import { type BlockRules, type BlockValues, writeBlock } from './lerc-block.js'

/** What LERC can hold, by its number for it. */
const lercDtypes: readonly Dtype[] = ['int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'float32', 'float64']

/** Whether LERC can hold a dtype. */
export function isLercDtype(dtype: Dtype): boolean {
  return lercDtypes.includes(dtype)
}

/** What the encoder is made for: tiles of `side` x `side` pixels of `samples` samples, pixel by pixel. */
export interface LercShape {
  readonly side: number
  readonly samples: number
  readonly dtype: Dtype
}

const headBytes = 66
const version = 4
/** Side of a block in pixels. */
const blockSide = 8

type LercPixels = Exclude<TypedArray, BigInt64Array | BigUint64Array>

/**
 * LERC 2.4 blobs, our own: blocks of 8 x 8 as steps from their least value, constants or as they are; a tile that is no smaller so is written as it is. The
 * level is the largest error, 0 for none; integers take whole ones. Pixels of one sample that are NaN become the blob's mask, as GDAL has it. Tiles are
 * read back in another form: the codec only encodes.
 * Source: the specification and header layout of LERC 2 (Esri, Apache-2.0), as readers of it take it.
 */
export function lercEncoder({ side, samples, dtype }: LercShape): Codec {
  const pixels = side * side
  const maskBytes = Math.ceil(pixels / 8)
  return {
    name: 'LERC',
    libraryBytes: maskBytes * 3 + 65536,
    decodeScratchBytes: () => 0,
    encodeScratchBytes: () => 0,
    encodedBound: (decodedBytes) => decodedBytes + 2 * maskBytes + 16 * samples + 4096,
    decode: () => {
      throw new InternalError('LERC tiles are not read back')
    },
    encode: (decoded, out, maxError) =>
      encodeTile(
        viewOf(dtype, decoded.buffer, decoded.byteOffset, pixels * samples) as LercPixels,
        { side, samples, dtype },
        out,
        maxError,
      ),
  }
}

/** What is found of a tile before it is written. */
interface TileFacts {
  /** A bit for each pixel, highest first; null where all are valid. */
  readonly mask: Uint8Array | null
  readonly valid: number
  /** Least and greatest of each sample. */
  readonly least: Float64Array
  readonly most: Float64Array
  /** Whether valid pixels have samples that no step leads to: NaN, infinities. */
  readonly isWild: boolean
}

function encodeTile(pixels: LercPixels, shape: LercShape, out: Uint8Array, maxError: number): number {
  const { side, samples, dtype } = shape
  const rules = rulesOf(dtype, maxError)
  const facts = factsOf(pixels, shape)
  const view = new DataView(out.buffer, out.byteOffset, out.length)
  let at = writeMask(view, headBytes + 4, facts.mask, facts.valid)
  view.setInt32(headBytes, at - headBytes - 4, true)
  const [low, high] = [Math.min(...facts.least), Math.max(...facts.most)]
  const isConstant = facts.valid === 0 || (!facts.isWild && low === high && isSame(pixels, facts, samples))
  // Readers take equal bounds for a constant: others are set apart.
  const range = facts.valid === 0 ? [0, 0] : isConstant || low < high ? [low, high] : [low, low + 1]
  if (!isConstant) {
    for (const bound of [facts.least, facts.most]) {
      for (let sample = 0; sample < samples; sample++, at += rules.bytes) {
        const isFlat = bound === facts.most && facts.least.every((least, i) => least === facts.most[i])
        rules.write(view, at, (bound[sample] as number) + (isFlat ? 1 : 0))
      }
    }
    at = writePixels(view, at, pixels, shape, facts, rules)
  }
  const head = [side, side, samples, facts.valid, blockSide, at, lercDtypes.indexOf(dtype)]
  for (const [index, letter] of [...'Lerc2 '].entries()) view.setUint8(index, letter.charCodeAt(0))
  view.setInt32(6, version, true)
  for (const [index, value] of head.entries()) view.setInt32(14 + 4 * index, value, true)
  for (const [index, value] of [rules.maxError, ...range].entries()) view.setFloat64(42 + 8 * index, value as number, true)
  view.setUint32(10, fletcher32(out.subarray(14, at)), true)
  return at
}

function rulesOf(dtype: Dtype, maxError: number): BlockRules {
  const { bytes, kind } = dtypes[dtype]
  const isFloat = kind === 'float'
  const writers: Readonly<Record<string, BlockRules['write']>> = {
    int8: (view, at, value) => view.setInt8(at, value),
    uint8: (view, at, value) => view.setUint8(at, value),
    int16: (view, at, value) => view.setInt16(at, value, true),
    uint16: (view, at, value) => view.setUint16(at, value, true),
    int32: (view, at, value) => view.setInt32(at, value, true),
    uint32: (view, at, value) => view.setUint32(at, value, true),
    float32: (view, at, value) => view.setFloat32(at, value, true),
    float64: (view, at, value) => view.setFloat64(at, value, true),
  }
  const write = writers[dtype]
  if (write === undefined) throw new InternalError(`LERC holds no ${dtype}`)
  return {
    maxError: isFloat ? maxError : Math.max(0.5, Math.floor(maxError)),
    isFloat,
    bytes,
    round: dtype === 'float32' ? Math.fround : (value) => value,
    write,
  }
}

function factsOf(pixels: LercPixels, { side, samples, dtype }: LercShape): TileFacts {
  const count = side * side
  const least = new Float64Array(samples).fill(Number.POSITIVE_INFINITY)
  const most = new Float64Array(samples).fill(Number.NEGATIVE_INFINITY)
  const mask = dtypes[dtype].kind === 'float' ? new Uint8Array(Math.ceil(count / 8)) : null
  let [valid, isWild] = [0, false]
  for (let pixel = 0, at = 0; pixel < count; pixel++, at += samples) {
    let known = 0
    for (let sample = 0; sample < samples; sample++) {
      const value = pixels[at + sample] as number
      if (value === value) known++
      if (!Number.isFinite(value)) continue
      if (value < (least[sample] as number)) least[sample] = value
      if (value > (most[sample] as number)) most[sample] = value
    }
    // Masks of several samples are more than GDAL's reader takes: there NaN stands as it is.
    if (known === 0 && samples === 1) continue
    valid++
    if (mask !== null) mask[pixel >> 3] = (mask[pixel >> 3] as number) | (128 >> (pixel & 7))
    for (let sample = 0; sample < samples && !isWild; sample++) isWild = !Number.isFinite(pixels[at + sample] as number)
  }
  for (let sample = 0; sample < samples; sample++) {
    if ((least[sample] as number) <= (most[sample] as number)) continue
    least[sample] = 0
    most[sample] = 0
  }
  return { mask: valid === count ? null : mask, valid, least, most, isWild }
}

/** Whether all valid samples are one value, bit by bit: 0 and -0 are two. */
function isSame(pixels: LercPixels, { mask }: TileFacts, samples: number): boolean {
  let first: number | null = null
  for (let at = 0; at < pixels.length; at++) {
    if (!isSet(mask, Math.floor(at / samples))) continue
    const value = pixels[at] as number
    if (first !== null && !Object.is(value, first)) return false
    first = value
  }
  return true
}

function isSet(mask: Uint8Array | null, pixel: number): boolean {
  return mask === null || ((mask[pixel >> 3] as number) & (128 >> (pixel & 7))) !== 0
}

/** Writes a mask by runs of equal bytes, each behind its negative length, and others behind their number; none where all pixels are valid, or none. */
function writeMask(view: DataView, start: number, mask: Uint8Array | null, valid: number): number {
  if (mask === null || valid === 0) return start
  const longest = 32767
  let at = start
  for (let from = 0; from < mask.length; ) {
    const run = runAt(mask, from, longest)
    if (run >= 5) {
      view.setInt16(at, -run, true)
      view.setUint8(at + 2, mask[from] as number)
      at += 3
      from += run
      continue
    }
    let to = from
    while (to < mask.length && to - from < longest && runAt(mask, to, 5) < 5) to++
    view.setInt16(at, to - from, true)
    at += 2
    for (; from < to; from++) view.setUint8(at++, mask[from] as number)
  }
  view.setInt16(at, -32768, true)
  return at + 2
}

function runAt(mask: Uint8Array, from: number, most: number): number {
  let to = from + 1
  while (to < mask.length && to - from < most && mask[to] === mask[from]) to++
  return to - from
}

/** Writes the pixels by blocks, or as they are where that is no longer. */
function writePixels(view: DataView, start: number, pixels: LercPixels, shape: LercShape, facts: TileFacts, rules: BlockRules): number {
  const { side, samples } = shape
  const raw = facts.valid * samples * rules.bytes
  const block: BlockValues = { values: new Float64Array(blockSide * blockSide), count: 0 }
  // Bytes have a second flag: whether they are in blocks, or by Huffman's codes.
  const front = rules.bytes === 1 && rules.maxError === 0.5 ? 2 : 1
  view.setUint16(start, 0)
  let at = start + front
  const end = start + 1 + raw
  const isBlocky = !facts.isWild && !(rules.isFloat && rules.maxError === 0 && facts.valid === 0)
  for (let row = 0; isBlocky && row < side && at < end; row += blockSide) {
    for (let column = 0; column < side && at < end; column += blockSide) {
      for (let sample = 0; sample < samples && at < end; sample++) {
        block.count = 0
        for (let y = row; y < Math.min(side, row + blockSide); y++) {
          for (let x = column; x < Math.min(side, column + blockSide); x++) {
            const pixel = y * side + x
            if (isSet(facts.mask, pixel)) block.values[block.count++] = pixels[pixel * samples + sample] as number
          }
        }
        at = writeBlock(view, at, column, block, rules)
      }
    }
  }
  if (isBlocky && at < end) return at
  view.setUint8(start, 1)
  at = start + 1
  for (let pixel = 0; pixel < side * side; pixel++) {
    if (!isSet(facts.mask, pixel)) continue
    for (let sample = 0; sample < samples; sample++, at += rules.bytes) rules.write(view, at, pixels[pixel * samples + sample] as number)
  }
  return at
}
