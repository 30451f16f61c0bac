/** Element type of an array. */
export type Dtype = 'uint8' | 'int8' | 'uint16' | 'int16' | 'uint32' | 'int32' | 'uint64' | 'int64' | 'float32' | 'float64'

/** Storage of any dtype. 64-bit integers are bigints. */
export type TypedArray =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | BigUint64Array
  | BigInt64Array
  | Float32Array
  | Float64Array

/** One element: bigint for 64-bit integers, number for all others. */
export type Element = number | bigint

/** What is known of a dtype: bytes an element, kind, least and greatest value (floats: the finite ones). */
export interface DtypeInfo {
  readonly bytes: 1 | 2 | 4 | 8
  readonly kind: 'uint' | 'int' | 'float'
  readonly min: Element
  readonly max: Element
}

/** All dtypes, in order of kind and width. */
export const dtypes: Readonly<Record<Dtype, DtypeInfo>> = {
  uint8: { bytes: 1, kind: 'uint', min: 0, max: 255 },
  int8: { bytes: 1, kind: 'int', min: -128, max: 127 },
  uint16: { bytes: 2, kind: 'uint', min: 0, max: 65535 },
  int16: { bytes: 2, kind: 'int', min: -32768, max: 32767 },
  uint32: { bytes: 4, kind: 'uint', min: 0, max: 4294967295 },
  int32: { bytes: 4, kind: 'int', min: -2147483648, max: 2147483647 },
  uint64: { bytes: 8, kind: 'uint', min: 0n, max: 18446744073709551615n },
  int64: { bytes: 8, kind: 'int', min: -9223372036854775808n, max: 9223372036854775807n },
  float32: { bytes: 4, kind: 'float', min: -3.4028234663852886e38, max: 3.4028234663852886e38 },
  float64: { bytes: 8, kind: 'float', min: -Number.MAX_VALUE, max: Number.MAX_VALUE },
}

/** Whether a text names a dtype. */
export function isDtype(value: unknown): value is Dtype {
  return typeof value === 'string' && Object.hasOwn(dtypes, value)
}

/** Whether a dtype holds integers. */
export function isInteger(dtype: Dtype): boolean {
  return dtypes[dtype].kind !== 'float'
}

/** Whether elements of a dtype are bigints. */
export function isBigInt(dtype: Dtype): dtype is 'uint64' | 'int64' {
  return dtype === 'uint64' || dtype === 'int64'
}

/** A typed view of `length` elements at a byte offset, which must be a multiple of the element's size. */
export function viewOf(dtype: Dtype, buffer: ArrayBufferLike, byteOffset: number, length: number): TypedArray {
  switch (dtype) {
    case 'uint8':
      return new Uint8Array(buffer, byteOffset, length)
    case 'int8':
      return new Int8Array(buffer, byteOffset, length)
    case 'uint16':
      return new Uint16Array(buffer, byteOffset, length)
    case 'int16':
      return new Int16Array(buffer, byteOffset, length)
    case 'uint32':
      return new Uint32Array(buffer, byteOffset, length)
    case 'int32':
      return new Int32Array(buffer, byteOffset, length)
    case 'uint64':
      return new BigUint64Array(buffer, byteOffset, length)
    case 'int64':
      return new BigInt64Array(buffer, byteOffset, length)
    case 'float32':
      return new Float32Array(buffer, byteOffset, length)
    case 'float64':
      return new Float64Array(buffer, byteOffset, length)
  }
}

/** A new zeroed array of `length` elements, in a buffer of its own. */
export function allocate(dtype: Dtype, length: number): TypedArray {
  return viewOf(dtype, new ArrayBuffer(length * dtypes[dtype].bytes), 0, length)
}

/** The dtype of a typed array; undefined for what holds no dtype of ours (Uint8ClampedArray). */
export function dtypeOf(array: ArrayBufferView): Dtype | undefined {
  const name = array.constructor.name
  if (name === 'BigInt64Array') return 'int64'
  if (name === 'BigUint64Array') return 'uint64'
  if (name === 'Buffer') return 'uint8'
  const dtype = name.replace(/Array$/, '').toLowerCase()
  return isDtype(dtype) ? dtype : undefined
}
