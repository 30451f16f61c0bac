import { chunkGrid } from '../array/chunk-grid.js'
import { dtypeOf, dtypes, type Element, type TypedArray } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import { scalarToJson } from '../base/scalar.js'
import type { GeoBox } from '../geo/geobox.js'
import { periodOf } from '../geo/geobox-turn.js'
import { type ArraySpec, type Band, type Coord, plainBand } from '../graph/spec.js'
import { objectArgument, shownArgument } from './arguments.js'
import { checkedAttrs, knownOptions } from './data-array-options.js'
import { geoboxArgument } from './geo-arguments.js'
import { type CoordLike, coordFrom } from './labels-coord.js'

/** What is said of pixels in memory. */
export interface FromArrayOptions<D extends string> {
  readonly dims: readonly D[]
  /** Extents, one for each dim; left out, an array of one dim is as long as its values. */
  readonly shape?: readonly number[]
  /** The grid of the dims y and x. */
  readonly geobox?: GeoBox | null
  /** The value that stands for "invalid". NaN in floats always does. */
  readonly nodata?: number | bigint | null
  /** One byte per pixel: 0 is invalid, anything else valid. Where given, it decides alone: a pixel may equal `nodata` and be valid. */
  readonly mask?: Uint8Array | null
  /** Labels by dim: numbers, texts, Dates, or ISO texts for the dim `time`. */
  readonly coords?: { readonly [K in D]?: CoordLike }
  /** Names of the bands. */
  readonly descriptions?: readonly string[]
  /** Whether values are classes, which averaging kernels must not mix. */
  readonly categorical?: boolean
  readonly name?: string | null
  readonly attrs?: JsonObject
}

const known = ['dims', 'shape', 'geobox', 'nodata', 'mask', 'coords', 'descriptions', 'categorical', 'name', 'attrs']

/** The spec of pixels in memory. Throws `E_USAGE` where lengths do not fit. */
export function specFromArray(values: TypedArray, given: FromArrayOptions<string>): ArraySpec {
  const dtype = ArrayBuffer.isView(values) ? dtypeOf(values) : undefined
  if (dtype === undefined)
    throw new UsageError(
      `fromArray: ${shownArgument(values)} was given, expected a typed array of a dtype: ${Object.keys(dtypes).join(', ')}`,
    )
  const options = checkedOptions(values, knownOptions('fromArray', objectArgument('fromArray', given, 'options with dims'), known))
  const { dims, shape } = options
  const geobox = options.geobox === undefined || options.geobox === null ? null : geoboxArgument(options.geobox)
  mustFit(values, options)
  const labels = Object.entries(options.coords ?? {}) as [string, CoordLike][]
  const coords = labels.map(([dim, coord]): [string, Coord] => {
    const at = dims.indexOf(dim)
    if (at < 0) throw new UsageError(`fromArray: coords names the dim "${dim}"; the dims are ${dims.join(', ')}`)
    return [dim, coordFrom(dim, coord, shape[at] as number)]
  })
  const affine: Record<string, Coord> = geobox === null ? {} : { y: { kind: 'affine' }, x: { kind: 'affine' } }
  return {
    dims: [...dims],
    shape: [...shape],
    dtype,
    chunks: chunkGrid(shape, shape),
    geobox,
    periodX: geobox === null ? null : periodOf(geobox),
    coords: { ...Object.fromEntries(coords), ...affine },
    bands: bandsOf(options),
    categorical: options.categorical ?? false,
    moved: true,
    name: options.name ?? null,
    attrs: checkedAttrs('fromArray', options.attrs ?? {}),
  }
}

type Checked = FromArrayOptions<string> & { readonly shape: readonly number[] }

/** Options of the right kinds, with a shape. Throws `E_USAGE` naming the first that is not. */
function checkedOptions(values: TypedArray, options: FromArrayOptions<string>): Checked {
  const refuse = (key: keyof Checked, expected: string): never => {
    throw new UsageError(`fromArray: ${key} is ${shownArgument(options[key])}, expected ${expected}`)
  }
  const { dims, mask, coords, descriptions, name, categorical, nodata } = options
  if (!isListOf(dims, 'string')) refuse('dims', 'a list of names')
  const shape = options.shape ?? (dims.length === 1 ? [values.length] : refuse('shape', 'a list of extents, one for each dim'))
  if (!isListOf(shape, 'number')) refuse('shape', 'a list of extents, one for each dim')
  if (mask !== undefined && mask !== null && !(mask instanceof Uint8Array)) refuse('mask', 'a Uint8Array, or null')
  if (coords !== undefined) objectArgument('fromArray', coords, 'coords: labels by dim')
  if (descriptions !== undefined && !isListOf(descriptions, 'string')) refuse('descriptions', 'a list of texts')
  if (name !== undefined && name !== null && typeof name !== 'string') refuse('name', 'a text or null')
  if (categorical !== undefined && typeof categorical !== 'boolean') refuse('categorical', 'true or false')
  if (nodata !== undefined && nodata !== null && typeof nodata !== 'number' && typeof nodata !== 'bigint')
    refuse('nodata', 'a number, a bigint, or null')
  return { ...options, shape }
}

function isListOf(value: unknown, type: 'string' | 'number'): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === type)
}

function mustFit(values: TypedArray, { dims, shape, geobox, mask }: Checked): void {
  if (dims.length !== shape.length || new Set(dims).size !== dims.length) {
    throw new UsageError(
      `fromArray: dims [${dims.join(', ')}] must be ${shape.length} different names, one for each extent of [${shape.join(', ')}]`,
    )
  }
  const size = shape.reduce((product, extent) => product * extent, 1)
  if (!shape.every((extent) => Number.isInteger(extent) && extent >= 1) || values.length !== size) {
    throw new UsageError(`fromArray: a shape of [${shape.join(', ')}] needs ${size} values, ${values.length} were given`)
  }
  if (mask !== undefined && mask !== null && mask.length !== size) {
    throw new UsageError(`fromArray: the mask has ${mask.length} bytes, one for each of ${size} pixels is needed`)
  }
  if (geobox === undefined || geobox === null) return
  const [height, width] = [shape[dims.indexOf('y')], shape[dims.indexOf('x')]]
  if (height === geobox.height && width === geobox.width) return
  throw new UsageError(`fromArray: the geobox has ${geobox.height} rows and ${geobox.width} columns; y and x have ${height} and ${width}`)
}

function bandsOf({ dims, shape, nodata = null, descriptions }: Checked): Band[] {
  const count = dims.includes('band') ? (shape[dims.indexOf('band')] as number) : 1
  if (descriptions !== undefined && descriptions.length !== count) {
    throw new UsageError(`fromArray: ${descriptions.length} descriptions for ${count} band${count === 1 ? '' : 's'}`)
  }
  const stored = nodata === null ? null : scalarToJson(nodata as Element)
  return Array.from({ length: count }, (_, index) => ({ ...plainBand, nodata: stored, description: descriptions?.[index] ?? null }))
}

/** A mask as bytes of 0 and 1; null where there is none. NaN is never valid. */
export function maskFrom(values: TypedArray, mask: Uint8Array | null | undefined): Uint8Array | null {
  if (mask === undefined || mask === null) return null
  return mask.map((byte, at) => (byte === 0 || values[at] !== values[at] ? 0 : 1))
}
