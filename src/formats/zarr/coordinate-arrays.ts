import type { Dtype, TypedArray } from '../../base/dtype.js'
import type { JsonObject } from '../../base/json.js'
import type { ScalarJson } from '../../base/scalar.js'
import type { Crs } from '../../geo/crs.js'
import type { GeoBox } from '../../geo/geobox.js'
import type { ArraySpec, Coord } from '../../graph/spec.js'
import { gridMappingName } from './attribute-names.js'
import { gridMappingAttributes } from './spatial-ref.js'

/** A small array that describes others: labels along a dim, or the scalar grid mapping. Texts or numbers. */
export interface CoordinateArray {
  readonly name: string
  readonly dims: readonly string[]
  readonly dtype: Dtype | 'string'
  readonly values: TypedArray | readonly string[]
  readonly attributes: JsonObject
}

/** Extents of a coordinate array: none of a scalar, two numbers a label of bounds. */
export function extentsOf({ dims, values }: Pick<CoordinateArray, 'dims' | 'values'>): readonly number[] {
  return dims.length === 0 ? [] : dims.length === 2 ? [values.length / 2, 2] : [values.length]
}

/**
 * The coordinate arrays of a store, in order of dims: pixel centres of x and y (float64; none where the grid is rotated, when only the
 * affine tells), labels of other dims, and the grid mapping. `withBounds`: the edges of pixels too, as CF has them.
 */
export function coordinateArrays(spec: ArraySpec, withBounds = false): CoordinateArray[] {
  const arrays = spec.dims.flatMap((dim, at) => {
    const axis = spec.geobox === null || (dim !== 'x' && dim !== 'y') ? null : centresOf(spec.geobox, dim)
    if (axis !== null && spec.geobox !== null && withBounds) return [...bounded(axis, spec.geobox, dim as 'x' | 'y')]
    if (axis !== null) return [axis]
    const coord = spec.coords[dim]
    return coord === undefined || coord.kind === 'affine' ? [] : [labelsOf(dim, coord, spec.shape[at] as number)]
  })
  if (spec.geobox === null) return arrays
  const attributes = gridMappingAttributes(spec.geobox)
  return [...arrays, { name: gridMappingName, dims: [], dtype: 'int64', values: new BigInt64Array(1), attributes }]
}

function centresOf({ affine, width, height, crs }: GeoBox, dim: 'x' | 'y'): CoordinateArray | null {
  if (affine.b !== 0 || affine.d !== 0) return null
  const [extent, scale, origin] = dim === 'x' ? [width, affine.a, affine.c] : [height, affine.e, affine.f]
  const values = Float64Array.from({ length: extent }, (_, index) => origin + scale * (index + 0.5))
  return { name: dim, dims: [dim], dtype: 'float64', values, attributes: axisAttributes(dim, crs) }
}

/** Centres that name their bounds, and these: both edges of each pixel, in the direction of the axis (CF 1.10, 7.1). */
function bounded(axis: CoordinateArray, { affine }: GeoBox, dim: 'x' | 'y'): CoordinateArray[] {
  const [scale, origin] = dim === 'x' ? [affine.a, affine.c] : [affine.e, affine.f]
  const name = `${dim}_bnds`
  const values = Float64Array.from({ length: 2 * axis.values.length }, (_, at) => origin + scale * ((at >> 1) + (at & 1)))
  return [
    { ...axis, attributes: { ...axis.attributes, bounds: name } },
    { name, dims: [dim, 'bnds'], dtype: 'float64', values, attributes: {} },
  ]
}

function axisAttributes(dim: 'x' | 'y', crs: Crs | null): JsonObject {
  const axis = dim.toUpperCase()
  if (crs === null) return { axis }
  if (crs.kind === 'geographic') {
    return dim === 'x'
      ? { axis, standard_name: 'longitude', long_name: 'longitude', units: 'degrees_east' }
      : { axis, standard_name: 'latitude', long_name: 'latitude', units: 'degrees_north' }
  }
  const units = crs.metresPerUnit === 1 ? 'metre' : `${crs.metresPerUnit} metre`
  return { axis, standard_name: `projection_${dim}_coordinate`, long_name: `${dim} coordinate of projection`, units }
}

function labelsOf(dim: string, coord: Exclude<Coord, { kind: 'affine' }>, extent: number): CoordinateArray {
  const attributes = coordAttributes(dim, coord)
  if (coord.kind === 'regular') {
    const values = Float64Array.from({ length: extent }, (_, index) => coord.start + index * coord.step)
    return { name: dim, dims: [dim], attributes, ...integersWhereWhole([...values]) }
  }
  const { labels } = coord
  if (labels.every((label) => typeof label === 'number' || isNumberText(label))) {
    return { name: dim, dims: [dim], attributes, ...integersWhereWhole(labels) }
  }
  return { name: dim, dims: [dim], attributes, dtype: 'string', values: labels.map(String) }
}

function coordAttributes(dim: string, coord: Exclude<Coord, { kind: 'affine' }>): JsonObject {
  const units = coord.unit === undefined ? {} : { units: coord.unit }
  const isTime = coord.unit !== undefined && / since /.test(coord.unit)
  if (!isTime) return units
  const calendar = (coord.kind === 'inline' ? coord.calendar : undefined) ?? 'proleptic_gregorian'
  return { ...(dim === 'time' ? { axis: 'T', standard_name: 'time' } : {}), ...units, calendar }
}

/** Digits beyond 2^53 and the texts of non-finite numbers, as scalars are held in JSON. */
function isNumberText(label: ScalarJson): boolean {
  return typeof label === 'string' && /^(-?\d{16,}|NaN|-?Infinity)$/.test(label)
}

/** Whole numbers as int64, as times and band numbers are; others as float64. */
function integersWhereWhole(labels: readonly ScalarJson[]): Pick<CoordinateArray, 'dtype' | 'values'> {
  const whole = labels.every((label) => (typeof label === 'number' ? Number.isSafeInteger(label) : /^-?\d+$/.test(label)))
  if (whole) return { dtype: 'int64', values: BigInt64Array.from(labels, (label) => BigInt(label)) }
  return { dtype: 'float64', values: Float64Array.from(labels, Number) }
}

/** The bytes of a coordinate array as its one chunk holds them: little-endian numbers, or texts each behind its length (vlen-utf8). */
export function coordinateBytes({ values }: Pick<CoordinateArray, 'values'>): Uint8Array {
  if (!isTextList(values)) return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  const texts = values.map((text) => Buffer.from(text, 'utf8'))
  const pieces = texts.flatMap((text) => [uint32(text.length), text])
  return Buffer.concat([uint32(values.length), ...pieces])
}

/** Characters of the longest text, and 1 at least: what v2 holds of every one. */
export function textLength({ values }: Pick<CoordinateArray, 'values'>): number {
  return isTextList(values) ? Math.max(1, ...values.map((text) => [...text].length)) : 0
}

/** The same for v2: texts of one length, as UTF-32 filled up with zeros, which numpy and GDAL read without a codec. */
export function coordinateBytesV2(array: Pick<CoordinateArray, 'values'>): Uint8Array {
  const { values } = array
  if (!isTextList(values)) return coordinateBytes(array)
  const length = textLength(array)
  const out = Buffer.alloc(values.length * length * 4)
  for (const [at, text] of values.entries()) {
    for (const [character, letter] of [...text].entries()) out.writeUInt32LE(letter.codePointAt(0) as number, (at * length + character) * 4)
  }
  return out
}

function isTextList(values: TypedArray | readonly string[]): values is readonly string[] {
  return Array.isArray(values)
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
