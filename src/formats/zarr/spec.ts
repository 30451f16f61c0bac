import type { ChunkGrid } from '../../array/chunk-grid.js'
import type { Dtype } from '../../base/dtype.js'
import { SourceError } from '../../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import type { ScalarJson } from '../../base/scalar.js'
import { crsFromEpsg } from '../../geo/crs-parse.js'
import { type GeoBox, geobox } from '../../geo/geobox.js'
import { periodOf } from '../../geo/geobox-turn.js'
import { type ArraySpec, type Band, type Coord, plainBand } from '../../graph/spec.js'
import { reservedAttributes } from './array-metadata.js'
import { gridMappingName, labelsProblem, ownPrefix } from './attribute-names.js'
import { coordOf, readLabels, type StoredLabels } from './coordinates.js'
import { affineOf, areDegrees, spatialDimNames, statedAffine } from './grid.js'
import { type OmeAxis, omeAffine, omeAxes, omeCoord, omeUnit } from './ome.js'
import { statedCrs } from './stated-crs.js'
import type { ZarrStore } from './store.js'
import type { StoredArray } from './stored-array.js'

/** Names of dims by rank where a store gives none. */
const usualDims = ['time', 'band', 'y', 'x']

/** All that is known of a stored array, and what its dims are called in the store. Reads its labels and its grid mapping. */
export async function readSpec(
  store: ZarrStore,
  array: StoredArray,
  dtype: Dtype,
  chunks: ChunkGrid,
  nodata: ScalarJson | null,
): Promise<{ spec: ArraySpec; storedDims: readonly string[] }> {
  const image = omeAxes(store.attributes, array.path, array.shape.length)
  const storedDims = dimNames(array, image?.axes ?? null)
  const labels = new Map<string, StoredLabels>()
  const problems: string[] = []
  for (const [at, dim] of storedDims.entries()) {
    const found = await readLabels(store, array, dim, array.shape[at] as number)
    if (found.labels !== null) labels.set(dim, found.labels)
    if (found.problem !== null) problems.push(found.problem)
  }
  const dims = spatialDimNames(storedDims, labels)
  const labelsOf = (dim: string): StoredLabels | null => labels.get(storedDims[dims.indexOf(dim)] ?? '') ?? null
  const placed = image?.isPlaced === true ? image.axes : null
  const { grid, crsProblem } = await readGeobox(store, array, dims, labelsOf, placed)
  const unit = placed === null || grid === null ? null : omeUnit(placed)
  const coords = coordsOf(dims, grid, labelsOf, placed)
  for (const [at, dim] of dims.entries())
    if (labelsOf(dim) !== null && coords[dim] === undefined)
      problems.push(`${storedDims[at]}: its ${array.shape[at]} labels are not evenly spaced, and more than are kept`)
  const spec: ArraySpec = {
    dims,
    shape: array.shape,
    dtype,
    chunks,
    geobox: grid,
    periodX: grid === null ? null : periodOf(grid),
    coords,
    bands: bandsOf(array, dims, nodata),
    categorical: 'flag_values' in array.attributes && 'flag_meanings' in array.attributes,
    moved: true,
    name: array.path.slice(array.path.lastIndexOf('/') + 1) || null,
    attrs: {
      ...foreignAttributes(array.attributes),
      ...(unit === null ? {} : { spatial_unit: unit }),
      ...(crsProblem === null ? {} : { crs_problem: crsProblem }),
      ...(problems.length === 0 ? {} : { [labelsProblem]: problems.join('; ') }),
    },
  }
  return { spec, storedDims }
}

/** As the array has them, else as its image has them, else the usual ones. */
function dimNames({ dims, shape }: StoredArray, axes: readonly OmeAxis[] | null): string[] {
  const rank = shape.length
  if (axes !== null && (dims === null || dims.every((name) => name === null))) return axes.map(({ name }) => name)
  const usual = rank <= usualDims.length ? usualDims.slice(usualDims.length - rank) : []
  const named = dims !== null && dims.length === rank ? dims : shape.map(() => null)
  const isNameless = named.every((name) => name === null)
  return named.map((name, at) => name ?? (isNameless ? usual[at] : undefined) ?? `dim_${at}`)
}

async function readGeobox(
  store: ZarrStore,
  array: StoredArray,
  dims: readonly string[],
  labelsOf: (dim: string) => StoredLabels | null,
  axes: readonly OmeAxis[] | null,
): Promise<{ grid: GeoBox | null; crsProblem: string | null }> {
  const none = { grid: null, crsProblem: null }
  if (!dims.includes('y') || !dims.includes('x')) return none
  const [y, x] = [labelsOf('y'), labelsOf('x')]
  const mapping = await gridMapping(store, array)
  const stated = statedAffine(mapping, array, store.attributes)
  const affine = affineOf(stated ?? (axes === null ? null : omeAffine(axes)), y?.values ?? null, x?.values ?? null)
  if (affine === null) return none
  const height = array.shape[dims.indexOf('y')] as number
  const width = array.shape[dims.indexOf('x')] as number
  const units = x?.array.attributes.units
  const { crs, problem } = statedCrs(store, array, mapping, typeof units === 'string' ? units : null)
  // Degrees of a CRS that could not be read are not those of WGS 84.
  const assumed = problem === null && x !== null && areDegrees(x) ? crsFromEpsg(4326) : null
  return { grid: geobox(width, height, affine, crs ?? assumed), crsProblem: problem }
}

/** The grid mapping variable beside the array: the one that it names, else one of the usual names. */
async function gridMapping(store: ZarrStore, { path, attributes }: StoredArray): Promise<StoredArray | null> {
  const named = typeof attributes.grid_mapping === 'string' ? attributes.grid_mapping.split(/[\s:]+/)[0] : undefined
  const folder = path.split('/').slice(0, -1)
  for (const name of named === undefined ? [gridMappingName, 'crs'] : [named]) {
    const found = await store.array([...folder, name].join('/'))
    if (found !== null) return found
  }
  return null
}

function coordsOf(
  dims: readonly string[],
  grid: GeoBox | null,
  labelsOf: (dim: string) => StoredLabels | null,
  axes: readonly OmeAxis[] | null,
): Record<string, Coord> {
  const coords: Record<string, Coord> = {}
  for (const dim of dims) {
    const labels = labelsOf(dim)
    const axis = axes?.find(({ name }) => name === dim)
    const coord: Coord | null =
      grid !== null && (dim === 'y' || dim === 'x')
        ? { kind: 'affine' }
        : labels !== null
          ? coordOf(labels)
          : axis === undefined
            ? null
            : omeCoord(axis)
    if (coord !== null) coords[dim] = coord
  }
  return coords
}

/** Greatest number of bands, as in a TIFF: each is described. */
const mostBands = 65_536

/** What is said of each band: our own list where the array carries one, else the CF attributes for all bands alike. */
function bandsOf({ path, attributes, shape }: StoredArray, dims: readonly string[], nodata: ScalarJson | null): Band[] {
  const bandDim = dims.indexOf('band')
  const count = bandDim < 0 ? 1 : (shape[bandDim] as number)
  if (count > mostBands) throw new SourceError(`${path || 'the array'}: ${count} bands, of which at most ${mostBands} can be read`)
  const own = listedBands(attributes[`${ownPrefix}bands`])
  if (own?.length === count) return own.map((band) => ({ ...bandOf(band), nodata }))
  const { scale_factor: scale, add_offset: offset, units, long_name: longName } = attributes
  const band = bandOf({ scale: scale ?? 1, offset: offset ?? 0, unit: units ?? null, description: count === 1 ? (longName ?? null) : null })
  return Array.from({ length: count }, () => ({ ...band, nodata }))
}

/** Our own list of bands: JSON text, of which nothing is taken for granted. */
function listedBands(text: Json | undefined): readonly JsonObject[] | null {
  if (typeof text !== 'string') return null
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.every(isJsonObject) ? list : null
  } catch {
    return null
  }
}

function bandOf({ scale, offset, unit, description }: { readonly [key: string]: Json | undefined }): Band {
  return {
    ...plainBand,
    scale: Number.isFinite(scale) ? (scale as number) : 1,
    offset: Number.isFinite(offset) ? (offset as number) : 0,
    unit: typeof unit === 'string' && unit !== '' ? unit : null,
    description: typeof description === 'string' ? description : null,
  }
}

/** Attributes that no field of the spec stands for. */
function foreignAttributes(attributes: JsonObject): JsonObject {
  const told = [...reservedAttributes, 'units', 'long_name']
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => !told.includes(key) && !key.startsWith(ownPrefix)))
}
