import { SourceError } from '../../base/errors.js'
import { isJsonObject, type Json } from '../../base/json.js'

/** How the texts of an array are stored. Pixels cannot be texts; labels can. */
export type TextType =
  | FixedTextType
  /** Each behind its length, by the codec vlen-utf8. */
  | { readonly kind: 'vlen' }

/** Texts of one length, filled up with zeros: bytes of UTF-8, or units of UTF-32. */
export type FixedTextType = { readonly kind: 'utf8' | 'utf32'; readonly bytes: number; readonly bigEndian: boolean }

/** Texts by a numpy type string: `<U7`, `|S7`, and `|O` where the codec vlen-utf8 says what the objects are. Null for what is no text. */
export function textTypeV2(dtype: Json | undefined, isVlen: boolean): TextType | null {
  if (dtype === '|O') return isVlen ? { kind: 'vlen' } : null
  const match = typeof dtype === 'string' ? /^([<>|])([US])(\d{1,5})$/.exec(dtype) : null
  if (match === null) return null
  const [, endian, kind, length] = match
  const bytes = Number(length) * (kind === 'U' ? 4 : 1)
  return bytes === 0 ? null : { kind: kind === 'U' ? 'utf32' : 'utf8', bytes, bigEndian: endian === '>' }
}

/** Texts by a data type of version 3: `string`, and zarr-python's `fixed_length_utf32` and `null_terminated_bytes`. Null for what is no text. */
export function textTypeV3(dataType: Json | undefined, bigEndian: boolean): TextType | null {
  if (dataType === 'string' || dataType === 'variable_length_utf8') return { kind: 'vlen' }
  if (!isJsonObject(dataType) || !isJsonObject(dataType.configuration)) return null
  const { length_bytes: bytes } = dataType.configuration
  const kind = { fixed_length_utf32: 'utf32', null_terminated_bytes: 'utf8' }[String(dataType.name)] as 'utf32' | 'utf8' | undefined
  if (kind === undefined || typeof bytes !== 'number' || !Number.isInteger(bytes) || bytes < 1 || bytes > 400_000) return null
  return kind === 'utf32' && bytes % 4 !== 0 ? null : { kind, bytes, bigEndian }
}

/** Texts of one length from their bytes. Throws `E_SOURCE` for units that are no characters. */
export function fixedTexts(bytes: Uint8Array, { kind, bytes: size, bigEndian }: FixedTextType): string[] {
  const count = Math.floor(bytes.length / size)
  return Array.from({ length: count }, (_, index) => {
    const own = bytes.subarray(index * size, (index + 1) * size)
    if (kind === 'utf8') return utf8(own).replace(/\0+$/, '')
    const view = new DataView(own.buffer, own.byteOffset, size)
    const letters = Array.from({ length: size / 4 }, (_, at) => view.getUint32(at * 4, !bigEndian))
    if (letters.some((letter) => letter > 0x10ffff)) throw new SourceError(`text ${index} of it is not UTF-32`)
    return String.fromCodePoint(...letters).replace(/\0+$/, '')
  })
}

/** The texts that the codec vlen-utf8 made bytes of. Throws `E_SOURCE` where they are not as many as they should be. */
export function vlenTexts(bytes: Uint8Array, count: number): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const stated = bytes.length >= 4 ? view.getUint32(0, true) : -1
  if (stated !== count) throw new SourceError(`it holds ${Math.max(0, stated)} texts, ${count} were expected`)
  let at = 4
  return Array.from({ length: count }, () => {
    const length = at + 4 <= bytes.length ? view.getUint32(at, true) : Number.POSITIVE_INFINITY
    if (at + 4 + length > bytes.length) throw new SourceError('its texts end early')
    const text = utf8(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
    return text
  })
}

function utf8(bytes: Uint8Array): string {
  // Decoders do not take views of memory that may grow.
  return Buffer.from(bytes).toString('utf8')
}
