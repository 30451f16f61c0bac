import { type Dtype, dtypeOf, dtypes, type Element, isBigInt, type TypedArray } from '../base/dtype.js'
import { InternalError } from '../base/errors.js'
import type { WasmMemory } from '../base/wasm.js'

/** What elementwise kernels need of a kit: the memory that all pixels lie in, and the module's exports. */
export interface KernelKit {
  readonly memory: WasmMemory
  readonly kernels: Readonly<Record<string, unknown>>
}

/** Pixels in the kernels' memory and which of them are valid, with the meaning of a block's `data` and `valid`. */
export interface Pixels {
  readonly data: TypedArray
  readonly valid: null | { readonly nodata: Element } | Uint8Array
}

/** The types that band math computes in. Invalid elements travel inside as NaN. */
export type Working = 'float32' | 'float64'

/** Rounding to integers, in the order that the kernels number them. `nearest` is floor(v + 0.5). */
export const roundings = ['nearest', 'even', 'floor', 'trunc'] as const

/** How a number becomes an integer. */
export type Rounding = (typeof roundings)[number]

/** Names of dtypes in those of kernels. */
export const shortNames: Readonly<Record<Dtype, string>> = {
  uint8: 'u8',
  int8: 'i8',
  uint16: 'u16',
  int16: 'i16',
  uint32: 'u32',
  int32: 'i32',
  uint64: 'u64',
  int64: 'i64',
  float32: 'f32',
  float64: 'f64',
}

type Kernel = (...args: (number | bigint)[]) => number

function kernel(kit: KernelKit, name: string): Kernel {
  const found = kit.kernels[name]
  if (typeof found === 'function') return found as Kernel
  throw new InternalError(`the kernel module has no "${name}"; rebuild it with npm run build:kernels`)
}

/** The dtype of pixels. */
export function dtypeOfPixels(pixels: Pick<Pixels, 'data'>): Dtype {
  const dtype = dtypeOf(pixels.data)
  if (dtype === undefined) throw new InternalError(`${pixels.data.constructor.name} holds no dtype`)
  return dtype
}

/** A nodata value as a kernel takes it (the bits of an integer, signed), or undefined where no element of the dtype can equal it. */
function nodataArgument(dtype: Dtype, nodata: Element): number | bigint | undefined {
  const { kind, min, max } = dtypes[dtype]
  if (isBigInt(dtype)) {
    return typeof nodata === 'bigint' && nodata >= (min as bigint) && nodata <= (max as bigint) ? BigInt.asIntN(64, nodata) : undefined
  }
  if (typeof nodata === 'bigint') return undefined
  if (kind === 'float') return dtype === 'float64' || Math.fround(nodata) === nodata ? nodata : undefined
  return Number.isInteger(nodata) && nodata >= (min as number) && nodata <= (max as number) ? nodata | 0 : undefined
}

/** Whether {@link castTo} goes from a dtype to a working type in one step. */
export function castsTo(from: Dtype, working: Working): boolean {
  if (working === 'float64') return true
  const narrow = dtypes[from].bytes <= 2
  return narrow || from === 'float32' || isBigInt(from)
}

/** Casts `count` elements from one pointer to another. */
export type Cast = (source: number, target: number, count: number) => void

/**
 * A cast from a dtype to a working type that poisons what equals `nodata` (undefined: nothing). NaN stays NaN.
 * Rounds to nearest even where float64 or float32 cannot hold a 64-bit integer.
 */
export function castTo(kit: KernelKit, working: Working, from: Dtype, nodata: Element | undefined): Cast {
  const value = nodata === undefined ? undefined : nodataArgument(from, nodata)
  const run = kernel(kit, `${shortNames[working]}_from_${shortNames[from]}`)
  if (dtypes[from].kind === 'float') {
    const compared = value ?? Number.NaN
    return (source, target, count) => void run(source, target, count, compared)
  }
  const compared = value ?? (isBigInt(from) ? 0n : 0)
  const counts = value === undefined ? 0 : -1
  return (source, target, count) => void run(source, target, count, compared, counts)
}

/** A pass of scale and offset over float64, by pointers; in place if wanted. */
export type Scale = (source: number, target: number, count: number, factor: number, offset: number) => void

/** `target = source * factor + offset`, each operation rounded. */
export function scale(kit: KernelKit): Scale {
  return kernel(kit, 'scale_f64')
}

/** `target = (source - offset) / factor`, each operation rounded. */
export function unscale(kit: KernelKit): Scale {
  return kernel(kit, 'unscale_f64')
}

/** float64 to float32 by pointers, to nearest even; beyond its range to an infinity. */
export function roundToFloat32(kit: KernelKit): (source: number, target: number, count: number) => void {
  return kernel(kit, 'f32_from_f64')
}

/** float64 to an integer dtype, by pointers; fills the mask too. */
export type RoundToInteger = (source: number, target: number, mask: number, count: number) => void

/** Rounding to an integer dtype: NaN is invalid, and so is what the dtype cannot hold unless `clamp`. Invalid elements are stored as 0. */
export function roundToInteger(kit: KernelKit, dtype: Dtype, rounding: Rounding, clamp: boolean): RoundToInteger {
  const run = kernel(kit, `${shortNames[dtype]}_from_f64`)
  const mode = roundings.indexOf(rounding)
  return (source, target, mask, count) => void run(source, target, mask, count, mode, clamp ? 1 : 0)
}

function bits(dtype: Dtype): number {
  return dtypes[dtype].bytes * 8
}

function maskName(dtype: Dtype): string {
  return dtypes[dtype].kind === 'float' ? shortNames[dtype] : String(bits(dtype))
}

/** Looks for a nodata value, and NaN in floats, in elements of one dtype that lie at a byte offset of the arena. */
export interface NodataScan {
  /** Whether any of `count` elements is invalid. A scan at memory speed. */
  any(at: number, count: number): boolean
  /** Writes `count` mask bytes (1 valid, 0 invalid) to a byte offset. */
  mask(at: number, count: number, to: number): void
}

/** A scan to be used many times; null for a value that no element can have. */
export function nodataScan(kit: KernelKit, dtype: Dtype, nodata: Element): NodataScan | null {
  const value = nodataArgument(dtype, nodata)
  if (value === undefined && dtypes[dtype].kind !== 'float') return null
  const [any, mask] = [kernel(kit, `any_${maskName(dtype)}`), kernel(kit, `mask_${maskName(dtype)}`)]
  const wanted = value ?? Number.NaN
  return { any: (at, count) => any(at, count, wanted) !== 0, mask: (at, count, to) => void mask(at, to, count, wanted) }
}

/** Whether any of the pixels is invalid. A scan at memory speed. */
export function anyInvalid(kit: KernelKit, { data, valid }: Pixels): boolean {
  if (valid === null) return false
  if (valid instanceof Uint8Array) return kernel(kit, 'any_8')(valid.byteOffset, valid.length, 0) !== 0
  const dtype = dtypeOfPixels({ data })
  const value = nodataArgument(dtype, valid.nodata)
  if (value === undefined && dtypes[dtype].kind !== 'float') return false
  return kernel(kit, `any_${maskName(dtype)}`)(data.byteOffset, data.length, value ?? Number.NaN) !== 0
}

/**
 * The mask of pixels (1 valid, 0 invalid): null where all are valid, the pixels' own mask, or `{ nodata }` expanded to `data.length` bytes
 * at `scratch`. Answers null only from what `valid` says and from a scan of `{ nodata }`.
 */
export function maskOf(kit: KernelKit, pixels: Pixels, scratch: number): Uint8Array | null {
  const { data, valid } = pixels
  if (valid === null || valid instanceof Uint8Array) return valid
  if (!anyInvalid(kit, pixels)) return null
  const mask = new Uint8Array(kit.memory.buffer, scratch, data.length)
  const dtype = dtypeOfPixels(pixels)
  kernel(kit, `mask_${maskName(dtype)}`)(data.byteOffset, scratch, data.length, nodataArgument(dtype, valid.nodata) ?? Number.NaN)
  return mask
}

/** Makes the mask of `count` pixels from `offset` on: a pointer to it, or 0 where all of them are known to be valid. */
export type RunMask = (offset: number, count: number) => number

/** Masks of runs of pixels: those that they have, or `{ nodata }` expanded at `scratch`, which holds the longest run. */
export function runMask(kit: KernelKit, { data, valid }: Pixels, scratch: number): RunMask {
  if (valid === null) return () => 0
  if (valid instanceof Uint8Array) return (offset) => valid.byteOffset + offset
  const dtype = dtypeOfPixels({ data })
  const value = nodataArgument(dtype, valid.nodata)
  if (value === undefined && dtypes[dtype].kind !== 'float') return () => 0
  const run = kernel(kit, `mask_${maskName(dtype)}`)
  return (offset, count) => {
    run(data.byteOffset + offset * dtypes[dtype].bytes, scratch, count, value ?? Number.NaN)
    return scratch
  }
}

/** Number of zeros in a mask. */
export function countInvalid(kit: KernelKit, mask: Uint8Array): number {
  return kernel(kit, 'count_invalid')(mask.byteOffset, mask.length)
}

/** Clears in `target` what is clear in `source`. Equal lengths. */
export function andMasks(kit: KernelKit, source: Uint8Array, target: Uint8Array): void {
  kernel(kit, 'and_masks')(source.byteOffset, target.byteOffset, target.length)
}

/** Sets in `target` what is set in `source`. Equal lengths. */
export function orMasks(kit: KernelKit, source: Uint8Array, target: Uint8Array): void {
  kernel(kit, 'or_masks')(source.byteOffset, target.byteOffset, target.length)
}

/** Poisons `count` elements of a working type where the mask is 0; both by pointers. */
export function poison(kit: KernelKit, working: Working): (target: number, mask: number, count: number) => void {
  const run = kernel(kit, working === 'float64' ? 'fill_64' : 'fill_32')
  const bits = working === 'float64' ? -1n : -1
  return (target, mask, count) => void run(target, mask, count, bits)
}

const patternBuffer = new DataView(new ArrayBuffer(8))

/** The bits of an element as a kernel takes them: a signed integer of the element's width. */
function pattern(dtype: Dtype, value: Element): number | bigint {
  if (isBigInt(dtype)) return BigInt.asIntN(64, BigInt(value))
  if (dtype === 'float64') {
    patternBuffer.setFloat64(0, Number(value))
    return patternBuffer.getBigInt64(0)
  }
  if (dtype !== 'float32') return Number(value) | 0
  patternBuffer.setFloat32(0, Number(value))
  return patternBuffer.getInt32(0)
}

/** Writes a value under every invalid pixel. */
export function fillInvalid(kit: KernelKit, data: TypedArray, mask: Uint8Array, value: Element): void {
  const dtype = dtypeOfPixels({ data })
  kernel(kit, `fill_${bits(dtype)}`)(data.byteOffset, mask.byteOffset, data.length, pattern(dtype, value))
}

/** Replaces an integer value by another in valid pixels (all of them where the mask is null); answers how many there were. */
export function replaceValue(kit: KernelKit, data: TypedArray, mask: Uint8Array | null, from: Element, to: Element): number {
  const dtype = dtypeOfPixels({ data })
  const name = `replace_${bits(dtype)}`
  return kernel(kit, name)(data.byteOffset, mask?.byteOffset ?? 0, data.length, pattern(dtype, from), pattern(dtype, to))
}

/** Elements that a {@link TileLoader} prepares at once: so few that tiles of two operands stay in the first-level cache. */
export const tileLength = 1024

/** Bytes of scratch that a {@link TileLoader} needs at its pointer. */
export const tileBytes = tileLength * 17 + 64

/**
 * Prepares up to `tileLength` elements from `offset` on, `stride` elements apart (0 repeats one). Answers a pointer to them.
 */
export type TileLoader = (offset: number, stride: number, count: number) => number

/**
 * A loader of poisoned elements of a working type: its pointers go into the pixels themselves where they already are what is asked,
 * else to `tile`, of `tileBytes` bytes. The dtype must cast to the working type in one step ({@link castsTo}).
 */
export function tileLoader(kit: KernelKit, working: Working, pixels: Pixels, tile: number): TileLoader {
  const dtype = dtypeOfPixels(pixels)
  const { valid, data } = pixels
  const mask = valid instanceof Uint8Array ? valid : null
  const nodata = valid === null || valid instanceof Uint8Array ? undefined : valid.nodata
  const asIs = dtype === working && mask === null && (nodata === undefined || nodata !== nodata)
  const { bytes } = dtypes[dtype]
  const cast = asIs ? null : castTo(kit, working, dtype, nodata)
  const spoil = mask === null ? null : poison(kit, working)
  return (offset, stride, count) => {
    const near = stride === 1
    const source = near ? data.byteOffset + offset * bytes : gather(kit, data, offset, stride, count, tile + tileLength * 8)
    if (cast === null) return source
    cast(source, tile, count)
    if (mask === null || spoil === null) return tile
    spoil(tile, near ? mask.byteOffset + offset : gather(kit, mask, offset, stride, count, tile + tileLength * 16), count)
    return tile
  }
}

function gather(kit: KernelKit, data: TypedArray, offset: number, stride: number, count: number, target: number): number {
  const Storage = data.constructor as new (buffer: ArrayBufferLike, byteOffset: number, length: number) => TypedArray
  const out = new Storage(kit.memory.buffer, target, count)
  for (let index = 0; index < count; index++) out[index] = data[offset + index * stride] as never
  return target
}
