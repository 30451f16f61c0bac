import { dtypes } from '../../base/dtype.js'
import { OutputError, UsageError } from '../../base/errors.js'
import { isJsonObject } from '../../base/json.js'
import type { OpenBytes } from '../../graph/source.js'
import type { ArraySpec } from '../../graph/spec.js'
import { valueKind } from '../../graph/value-kind.js'
import { readIfThere } from '../../io/output-directory.js'
import type { Fields } from './document-text.js'
import { readFill } from './fill.js'
import { levelPaths } from './multiscales.js'
import { openZarr } from './open.js'
import type { ZarrResampling } from './pyramid-options.js'
import { resamplingOf } from './pyramid-options.js'
import { openStore, type ZarrStore } from './store.js'
import type { StoredArray } from './stored-array.js'
import { identityOf, readDocument } from './update-array.js'
import { type UpdateAppend, type UpdateLevel, writtenCodec, type ZarrUpdate } from './update-options.js'
import { noteOf } from './update-place.js'
import { placementOf, type UpdateRequest } from './update-window.js'
import { dataVariables, levelsOf, storeVariables } from './variable.js'

/** An array that is to go into a store. */
export interface UpdateArray {
  readonly spec: ArraySpec
  /** Which variable of the store it goes into; null for the one of its name, or the only one. */
  readonly variable: string | null
}

/** Where a store lies, and where its run keeps what is not in it yet. */
export interface UpdateTarget {
  /** Path of the store. */
  readonly path: string
  readonly scratch: string
  /** How overviews of the store are made, where that is said; null where the store knows. */
  readonly overviewResampling: string | null
}

/**
 * How arrays go into a store that is there: what `zarrUpdateSink` does, for each. Reads metadata and labels, no pixels. Throws what
 * {@link placementOf} throws, `E_SOURCE` for what is no store, and `E_OUTPUT` for one that cannot be changed without a loss, saying what to do.
 */
export async function planUpdate(
  target: UpdateTarget,
  arrays: readonly UpdateArray[],
  request: UpdateRequest,
  openBytes: OpenBytes,
): Promise<ZarrUpdate[]> {
  const store = await openStore(target.path, openBytes)
  if (store.named !== null)
    throw new UsageError(`${target.path}: is one array: give the path of the store that holds it`, { uri: target.path })
  const names = arrays.map((array) => variableOf(store, array, target.path))
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new UsageError(`${target.path}: two arrays would go into the variable "${twice}"`, { uri: target.path })
  const from = notedStart(target)
  const updates: ZarrUpdate[] = []
  for (const [at, { spec }] of arrays.entries())
    updates.push(await oneUpdate(target, store, spec, names[at] as string, names, request, from, openBytes))
  if (request.append !== null) mustCoverDim(target.path, store, updates)
  return updates
}

/** Where an append began that was interrupted while it changed the store. */
function notedStart(target: UpdateTarget): number | null {
  const bytes = readIfThere(noteOf(target))
  const note: unknown = bytes === null ? null : JSON.parse(bytes.toString('utf8'))
  return isJsonObject(note) && typeof note.from === 'number' ? note.from : null
}

function variableOf(store: ZarrStore, { spec, variable }: UpdateArray, path: string): string {
  const paths = storeVariables(store).map((array) => array.path)
  const finest = levelPaths(store.attributes)[0]
  const own = (name: string): string | undefined => paths.find((each) => each === name || each === `${finest}/${name}`)
  const found = variable === null ? (own(spec.name ?? '') ?? (paths.length === 1 ? paths[0] : undefined)) : own(variable)
  if (found !== undefined) return found
  const what = variable === null ? `holds ${paths.length} variables: name one with the option variable` : `has no variable "${variable}"`
  throw new UsageError(`${path}: ${what}; there are ${paths.join(', ') || 'none'}`, { uri: path })
}

async function oneUpdate(
  target: UpdateTarget,
  store: ZarrStore,
  spec: ArraySpec,
  variable: string,
  group: readonly string[],
  request: UpdateRequest,
  noted: number | null,
  openBytes: OpenBytes,
): Promise<ZarrUpdate> {
  const { spec: found, info } = await openZarr(target.path, { variable }, openBytes)
  const array = (await store.array(variable)) as StoredArray
  const whole = request.append === null || noted === null ? found : shortened(found, request.append, noted)
  const levels = await levelsOf(store, array)
  // What no region can be written into says so before it says where the region lies; the folder of a level is the store's own matter.
  if (levels.length > 1) mustCoverLevels(target.path, spec, whole, request)
  const start = placementOf(spec, whole, request, levels.length > 1 ? variable.slice(variable.lastIndexOf('/') + 1) : variable)
  const along = request.append === null ? -1 : whole.dims.indexOf(request.append)
  const codec = writable(target.path, store, array)
  if (levelPaths(store.attributes).length > levels.length)
    throw unsafe(target.path, `the overviews of "${variable}" are not all described in it`)
  const kernel = levels.length > 1 ? kernelOf(target, store, spec, whole, start, along) : null
  const storedDims = info.storedDims as readonly string[]
  const phase = start.map((from, dim) => (dim === along ? (whole.shape[dim] as number) : from))
  const mergeBytes = Math.max(...levels.map((level) => mergeBytesOf(level, phase, spec.shape, along, found.dtype)))
  return {
    group,
    variable,
    append:
      request.append === null ? null : { dim: request.append, stored: storedDims[along] as string, axis: axisOf(whole, request.append) },
    zarrFormat: store.zarrFormat,
    dtype: found.dtype,
    ...codec,
    fill: array.fill === null || array.fill === undefined ? null : readFill(array.fill, found.dtype),
    nodata: found.bands[0]?.nodata ?? null,
    keyPrefix: array.keyPrefix,
    separator: array.separator,
    kernel,
    mergeBytes,
    levels: levels.map((level): UpdateLevel => {
      const document = readDocument(target.path, level.path, store.zarrFormat)
      const same = level === array ? start : start.map(() => 0)
      return { path: level.path, start: same, chunk: level.chunk, sharding: level.sharding, identity: identityOf(document, along) }
    }),
  }
}

/** Bytes that putting together a chunk, or a shard, takes that is covered in part: itself, and the pieces that lie in it. 0 where there is none such. */
function mergeBytesOf(
  { chunk, shape, sharding }: StoredArray,
  phase: readonly number[],
  extents: readonly number[],
  along: number,
  dtype: ArraySpec['dtype'],
): number {
  const isCut = (dim: number, step: number): boolean => {
    const [from, to] = [phase[dim] as number, (phase[dim] as number) + (extents[dim] as number)]
    return from % step !== 0 || (to % step !== 0 && dim !== along && to !== shape[dim])
  }
  const cut = chunk.filter((step, dim) => isCut(dim, step)).length
  const bytes = (each: readonly number[]): number => each.reduce((product, extent) => product * extent, dtypes[dtype].bytes)
  const ofShard = sharding?.shard.some((step, dim) => isCut(dim, step)) === true ? bytes(sharding.shard) : 0
  return (cut === 0 ? 0 : (2 ** cut + 5) * bytes(chunk)) + ofShard
}

function axisOf({ geobox }: ArraySpec, dim: string): UpdateAppend['axis'] {
  if (geobox === null || (dim !== 'y' && dim !== 'x')) return null
  const { a, c, e, f } = geobox.affine
  return dim === 'x' ? { origin: c, step: a } : { origin: f, step: e }
}

/** A stored array as it was when an append began. */
function shortened(spec: ArraySpec, dim: string, extent: number): ArraySpec {
  const at = spec.dims.indexOf(dim)
  if (at < 0 || (spec.shape[at] as number) <= extent) return spec
  const shape = spec.shape.map((each, index) => (index === at ? extent : each))
  const coord = spec.coords[dim]
  const coords = coord?.kind === 'inline' ? { ...spec.coords, [dim]: { ...coord, labels: coord.labels.slice(0, extent) } } : spec.coords
  const { geobox } = spec
  const grid = geobox === null || (dim !== 'y' && dim !== 'x') ? geobox : { ...geobox, [dim === 'y' ? 'height' : 'width']: extent }
  return { ...spec, shape, coords, geobox: grid }
}

function writable(path: string, store: ZarrStore, array: StoredArray): Pick<ZarrUpdate, 'compress' | 'checksum'> {
  const codec = writtenCodec(array.codecs)
  const isPlain = array.order.every((dim, at) => dim === at)
  const fault =
    typeof codec === 'string'
      ? codec
      : array.bigEndian
        ? 'its numbers are big-endian'
        : !isPlain
          ? 'its chunks are not in C order'
          : array.nested !== null
            ? 'its shards are in shards, or have codecs around them'
            : array.sharding?.indexBigEndian === true
              ? 'the indexes of its shards are big-endian'
              : isBool(readDocument(path, array.path, store.zarrFormat))
                ? 'its pixels are bool'
                : null
  if (fault !== null) throw unsafe(path, `"${array.path}" can be read, but not be added to: ${fault}`)
  return codec as Exclude<typeof codec, string>
}

function isBool(document: Fields): boolean {
  return document.data_type === 'bool' || document.dtype === '|b1'
}

function unsafe(path: string, why: string): OutputError {
  return new OutputError(`${path}: ${why}. Write the whole store again (toZarr with overwrite)`, { uri: path })
}

/** A part of y and x goes into no store with overviews. */
function mustCoverLevels(path: string, spec: ArraySpec, whole: ArraySpec, { append, region }: UpdateRequest): void {
  if (spec.dims.join() !== whole.dims.join()) return
  for (const dim of ['y', 'x']) {
    const at = whole.dims.indexOf(dim)
    const named = region[dim]
    const isPart = at >= 0 && (dim === append || spec.shape[at] !== whole.shape[at])
    const isNamedPart = at >= 0 && typeof named === 'object' && (named.start !== 0 || named.stop !== whole.shape[at])
    if (isPart || isNamedPart) throw unsafe(path, `the store has overviews, which would not agree with a part of ${dim} that is written`)
  }
}

/** Overviews follow where all of y and x is written; else their pixels would be made of some that this run does not have. */
function kernelOf(
  { path, overviewResampling }: UpdateTarget,
  store: ZarrStore,
  spec: ArraySpec,
  whole: ArraySpec,
  start: readonly number[],
  along: number,
): ZarrResampling {
  for (const dim of ['y', 'x']) {
    const at = whole.dims.indexOf(dim)
    if (at < 0) continue
    if (at === along || start[at] !== 0 || spec.shape[at] !== whole.shape[at])
      throw unsafe(path, `the store has overviews, which would not agree with a part of ${dim} that is written`)
  }
  const { multiscales } = store.attributes
  const method = overviewResampling ?? (isJsonObject(multiscales) ? multiscales.resampling_method : undefined)
  if (typeof method === 'string') return resamplingOf(valueKind(spec) !== 'amounts' && method === 'average' ? 'mode' : method)
  throw new UsageError(`${path}: the store does not say how its overviews were made: give overviewResampling`, { uri: path })
}

/** Arrays that share the dim would be left short, and no reader could open the store. */
function mustCoverDim(path: string, store: ZarrStore, updates: readonly ZarrUpdate[]): void {
  const dim = (updates[0] as ZarrUpdate).append?.stored as string
  const changed = new Set(updates.flatMap(({ levels }) => levels.map((level) => level.path)))
  const isLabels = ({ path: own, shape }: StoredArray): boolean => shape.length === 1 && own.slice(own.lastIndexOf('/') + 1) === dim
  const left = store.arrays.find((array) => array.dims?.includes(dim) && !changed.has(array.path) && !isLabels(array))
  if (left !== undefined) {
    const isData = dataVariables(store).some((array) => array.path === left.path)
    const remedy = isData ? 'append all variables in one run, as a Dataset' : 'write the store again without it'
    throw new OutputError(`${path}: "${left.path}" has the dim ${dim}, too, and would be left short: ${remedy}`, {
      uri: path,
      variable: left.path,
    })
  }
  const labels = store.arrays.filter(isLabels)
  for (const array of labels) {
    const fault = array.fault ?? (typeof writtenCodec(array.codecs) === 'string' ? writtenCodec(array.codecs) : null)
    if (fault !== null || array.bigEndian || array.sharding !== null || array.dtype === null)
      throw unsafe(path, `labels cannot be added to "${array.path}": ${String(fault ?? 'it is stored in a way that is not written here')}`)
  }
}
