import type { JsonObject } from '../../base/json.js'
import type { ScalarJson } from '../../base/scalar.js'
import { affineOfLabels, spatialDims } from '../../geo/cf-axes.js'
import { type GeoBox, geobox } from '../../geo/geobox.js'
import { periodOf } from '../../geo/geobox-turn.js'
import { type ArraySpec, type Band, type Coord, plainBand } from '../../graph/spec.js'
import type { Readable } from '../../io/read-ahead.js'
import { crsOfMapping, gridMapping, labelFactor, statedAffine } from './grid-mapping.js'
import { coordOf, type Labels, readLabels } from './labels.js'
import { attributesJson, type NetcdfFile, nameOf, textOf, type Variable } from './model.js'
import type { Packing } from './packing.js'
import { type Geolocation, geolocationOf } from './variables.js'

/** The dims of a variable as an array has them: in the order of the file, but with y and x last. */
export interface ArrayDims {
  /** Names of the dims in the file, in its order. */
  readonly storedDims: readonly string[]
  /** Which dim of the file each dim of the array is. */
  readonly order: readonly number[]
  readonly dims: readonly string[]
  /** By the dims of the array. */
  readonly labels: readonly (Labels | null)[]
}

/** What of a variable the spec does not say. */
export interface SpecNotes {
  /** Why a CRS that the file states could not be taken. */
  readonly crsFault: string | null
  /** Names of variables that hold the latitude and longitude of each pixel, where no affine can be told. */
  readonly geolocation: Geolocation | null
}

/** Finds the dims of space of a variable, and puts them last, as rows of columns. Reads its labels. */
export async function readDims(file: NetcdfFile, bytes: Readable, variable: Variable): Promise<ArrayDims> {
  const storedDims = uniqueNames(variable.dims)
  const stored: (Labels | null)[] = []
  for (const dim of storedDims.keys()) stored.push(await readLabels(file, bytes, variable, dim))
  const { y, x } = spaceOf(storedDims, stored, geolocationOf(file, variable)?.dims ?? [])
  const order = storedDims.map((_, at) => at).filter((at) => at !== y && at !== x)
  if (y >= 0) order.push(y, x)
  return {
    storedDims,
    order,
    dims: order.map((at) => (at === y ? 'y' : at === x ? 'x' : renamed(storedDims[at] as string))),
    labels: order.map((at) => stored[at] ?? null),
  }
}

/** All that is known of a variable as an array, of which `chunk` are the extents of tiles by the dims of the file. */
export function specOf(
  file: NetcdfFile,
  variable: Variable,
  { dims, order, labels }: ArrayDims,
  chunk: readonly number[],
  packing: Packing,
): { spec: ArraySpec; notes: SpecNotes } {
  const shape = order.map((dim) => variable.shape[dim] as number)
  const [y, x] = [dims.indexOf('y'), dims.indexOf('x')]
  const placed = y >= 0 ? placeOf(file, variable, labels[y] ?? null, labels[x] ?? null) : { place: null, fault: null }
  const grid = placed.place?.(shape[y] as number, shape[x] as number) ?? null
  const geolocation = grid === null ? geolocationOf(file, variable) : null
  const spec: ArraySpec = {
    dims,
    shape,
    dtype: packing.dtype,
    chunks: { shape, chunk: order.map((dim) => chunk[dim] as number) },
    geobox: grid,
    periodX: grid === null ? null : periodOf(grid),
    coords: coordsOf(dims, grid, labels),
    bands: bandsOf(variable, shape, dims, packing),
    categorical: variable.attributes.has('flag_values') && variable.attributes.has('flag_meanings'),
    moved: true,
    name: nameOf(variable.path) || null,
    attrs: { ...foreignAttributes(variable, geolocation), ...(placed.fault === null ? {} : { crs_problem: placed.fault }) },
  }
  return { spec, notes: { crsFault: placed.fault, geolocation } }
}

/** Names of dims; those without one, or with one that stands there twice, are told apart by their position. */
function uniqueNames(dims: readonly (string | null)[]): string[] {
  return dims.map((dim, at) => (dim === null || dims.indexOf(dim) !== at ? `dim_${at}` : dim))
}

/** A dim that is called y or x and is not the one of space. */
function renamed(dim: string): string {
  return dim === 'y' || dim === 'x' ? `${dim}_dim` : dim
}

/**
 * Positions of the dims of space: told by CF or their names, else those that latitude and longitude of pixels lie along, else the last two, unless
 * those are told to be others (time, height).
 */
function spaceOf(
  dims: readonly string[],
  labels: readonly (Labels | null)[],
  placed: readonly (string | null)[],
): { y: number; x: number } {
  const told = spatialDims(dims, (dim) => labels[dims.indexOf(dim)] ?? null)
  if (told.y >= 0 && told.x >= 0 && told.y !== told.x) return told
  const [row = -1, column = -1] = placed.map((dim) => (dim === null ? -1 : dims.indexOf(dim)))
  if (row >= 0 && column >= 0 && row !== column) return { y: row, x: column }
  const [y, x] = [dims.length - 2, dims.length - 1]
  const isOther = (at: number): boolean => {
    const found = labels[at] ?? null
    return found !== null && (['T', 'Z'].includes(found.axis ?? '') || /\ssince\s/i.test(found.units ?? ''))
  }
  return y < 0 || isOther(y) || isOther(x) ? { y: -1, x: -1 } : { y, x }
}

/** Where the grid lies, as a function of its height and width; and why its CRS could not be taken. */
function placeOf(
  file: NetcdfFile,
  variable: Variable,
  y: Labels | null,
  x: Labels | null,
): { place: ((height: number, width: number) => GeoBox) | null; fault: string | null } {
  const axes = [y, x].flatMap((labels) => (labels === null ? [] : [nameOf(labels.variable.path)]))
  const mapping = gridMapping(file, variable, axes)
  const scaled = (labels: Labels | null): readonly ScalarJson[] | null => {
    const factor = labels === null ? 1 : labelFactor(mapping, labels.units)
    return labels === null || factor === 1 ? (labels?.values ?? null) : labels.values.map((value) => Number(value) * factor)
  }
  const affine = affineOfLabels(statedAffine(mapping), scaled(y), scaled(x))
  const { crs, fault } = crsOfMapping(mapping, x)
  return { place: affine === null ? null : (height, width) => geobox(width, height, affine, crs), fault }
}

function coordsOf(dims: readonly string[], grid: GeoBox | null, labels: readonly (Labels | null)[]): Record<string, Coord> {
  const coords: Record<string, Coord> = {}
  for (const [at, dim] of dims.entries()) {
    const own = labels[at] ?? null
    const coord: Coord | null = grid !== null && (dim === 'y' || dim === 'x') ? { kind: 'affine' } : own === null ? null : coordOf(own)
    if (coord !== null) coords[dim] = coord
  }
  return coords
}

function bandsOf({ attributes }: Variable, shape: readonly number[], dims: readonly string[], { scale, offset, rule }: Packing): Band[] {
  const at = dims.indexOf('band')
  const count = at < 0 ? 1 : (shape[at] as number)
  const unit = textOf(attributes, 'units')
  const band: Band = {
    ...plainBand,
    scale,
    offset,
    unit: unit === null || unit === '' ? null : unit,
    description: count === 1 ? textOf(attributes, 'long_name') : null,
    nodata: rule.missing[0] ?? null,
  }
  return Array.from({ length: count }, () => band)
}

/** Attributes that a field of the spec stands for, or that tell how the file stores the variable. */
const told = [
  ...['_FillValue', 'missing_value', 'valid_min', 'valid_max', 'valid_range', '_Unsigned', 'scale_factor', 'add_offset'],
  ...[
    'grid_mapping',
    'coordinates',
    'bounds',
    'units',
    'long_name',
    '_ChunkSizes',
    '_Endianness',
    '_Storage',
    '_DeflateLevel',
    '_Shuffle',
    '_NoFill',
  ],
]

/** `coordinates` stays where it names the latitudes and longitudes of pixels. */
function foreignAttributes({ attributes }: Variable, geolocation: Geolocation | null): JsonObject {
  const own = Object.entries(attributesJson(attributes)).filter(([name]) => !told.includes(name))
  return { ...Object.fromEntries(own), ...(geolocation === null ? {} : { coordinates: `${geolocation.y} ${geolocation.x}` }) }
}
