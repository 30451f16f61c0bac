import type { ChunkGrid } from '../../array/chunk-grid.js'
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
import { geolocationOf } from './variables.js'

/** What of a variable the spec does not say. */
export interface SpecNotes {
  /** Names of the dims in the file. */
  readonly storedDims: readonly string[]
  /** Why a CRS that the file states could not be taken. */
  readonly crsFault: string | null
  /** Names of variables that hold the latitude and longitude of each pixel, where no affine can be told. */
  readonly geolocation: { readonly y: string; readonly x: string } | null
}

/** All that is known of a variable as an array. Reads its labels and its grid mapping. */
export async function readSpec(
  file: NetcdfFile,
  bytes: Readable,
  variable: Variable,
  chunks: ChunkGrid,
  packing: Packing,
): Promise<{ spec: ArraySpec; notes: SpecNotes }> {
  const storedDims = uniqueNames(variable.dims)
  const labels: (Labels | null)[] = []
  for (const dim of storedDims.keys()) labels.push(await readLabels(file, bytes, variable, dim))
  const { y, x } = spaceOf(storedDims, labels)
  const dims = storedDims.map((dim, at) => (at === y ? 'y' : at === x ? 'x' : renamed(dim)))
  const placed = y >= 0 && x >= 0 ? placeOf(file, variable, labels[y] ?? null, labels[x] ?? null) : { place: null, fault: null }
  const grid = placed.place?.(variable.shape[y] as number, variable.shape[x] as number) ?? null
  const spec: ArraySpec = {
    dims,
    shape: variable.shape,
    dtype: packing.dtype,
    chunks,
    geobox: grid,
    periodX: grid === null ? null : periodOf(grid),
    coords: coordsOf(dims, grid, labels),
    bands: bandsOf(variable, dims, packing),
    categorical: variable.attributes.has('flag_values') && variable.attributes.has('flag_meanings'),
    moved: true,
    name: nameOf(variable.path) || null,
    attrs: foreignAttributes(variable),
  }
  return { spec, notes: { storedDims, crsFault: placed.fault, geolocation: grid === null ? geolocationOf(file, variable) : null } }
}

/** Names of dims; those without one, or with one that stands there twice, are told apart by their position. */
function uniqueNames(dims: readonly (string | null)[]): string[] {
  return dims.map((dim, at) => (dim === null || dims.indexOf(dim) !== at ? `dim_${at}` : dim))
}

/** A dim that is called y or x and is not the one of space. */
function renamed(dim: string): string {
  return dim === 'y' || dim === 'x' ? `${dim}_dim` : dim
}

/** Positions of the dims of space: told by CF or their names, else the last two, unless those are told to be others (time, height). */
function spaceOf(dims: readonly string[], labels: readonly (Labels | null)[]): { y: number; x: number } {
  const told = spatialDims(dims, (dim) => labels[dims.indexOf(dim)] ?? null)
  if (told.y >= 0 && told.x >= 0 && told.y !== told.x) return told
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

function bandsOf({ attributes, shape }: Variable, dims: readonly string[], { scale, offset, rule }: Packing): Band[] {
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
  ...['grid_mapping', 'bounds', 'units', 'long_name', '_ChunkSizes', '_Endianness', '_Storage', '_DeflateLevel', '_Shuffle', '_NoFill'],
]

function foreignAttributes({ attributes }: Variable): JsonObject {
  return Object.fromEntries(Object.entries(attributesJson(attributes)).filter(([name]) => !told.includes(name)))
}
