import { join } from 'node:path'
import { allocate, type Dtype, isBigInt, type TypedArray } from '../../base/dtype.js'
import { OutputError } from '../../base/errors.js'
import { fits, scalarFromJson, scalarToJson } from '../../base/scalar.js'
import type { SinkLevel, SinkPlace } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { atomicWriteSync } from '../../io/atomic-write.js'
import { pathExists, readIfThere } from '../../io/output-directory.js'
import { documentText } from './array-metadata.js'
import { ownPrefix } from './attribute-names.js'
import { coordinateArrays } from './coordinate-arrays.js'
import { type Fields, fieldsAt, parseDocument } from './document-text.js'
import { readFill } from './fill.js'
import { specOf } from './level-arrays.js'
import { arrayDocument } from './metadata-files.js'
import type { Metadata } from './metadata-text.js'
import { storedArray } from './update-array.js'
import { updateCodec } from './update-codec.js'
import { mergePieces } from './update-merge.js'
import { type UpdateAppend, writtenCodec, type ZarrUpdate } from './update-options.js'

/** Attributes of ours that tell how all of an array was made: no longer true once others have added to it. */
const provenance = ['recipe', 'hash', 'unreadable'].map((name) => ownPrefix + name)

/**
 * Makes pixels that are in the store known: labels go behind those that are there, then the extents in what describes each array, then the root's
 * document, by which a store is opened, in one step. A region changes no extents; what it makes untrue is taken out all the same.
 */
export async function publishUpdate(
  place: SinkPlace,
  levels: readonly SinkLevel[],
  options: ZarrUpdate,
  from: number | null,
): Promise<void> {
  const { append, group } = options
  const changes = new Map<string, (document: Fields, attributes: Fields) => void>()
  for (const [level, { path }] of options.levels.entries()) {
    const spec = specOf(levels, level)
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
    const along = append === null ? -1 : spec.dims.indexOf(append.dim)
    const extent = append === null ? 0 : (from as number) + (spec.shape[along] as number)
    for (const variable of group) {
      const own = level === 0 ? variable : folder + variable.slice(variable.lastIndexOf('/') + 1)
      changes.set(own, (document, attributes) => {
        for (const name of provenance) delete attributes[name]
        if (append === null) return
        document.shape = grown(document.shape, along, extent)
        growSpatial(attributes, append, extent)
      })
    }
    if (append === null) continue
    const labels = folder + append.stored
    if (!pathExists(join(place.target, labels, arrayDocument(options.zarrFormat)))) continue
    await appendLabels(place, labels, spec, options, from as number)
    changes.set(labels, (document) => {
      document.shape = [extent]
    })
  }
  for (const [path, change] of changes) changeArray(place, path, options.zarrFormat, change)
  changeRoot(place, options.zarrFormat, changes)
}

function grown(shape: Metadata | undefined, along: number, extent: number): Metadata {
  return (Array.isArray(shape) ? (shape as readonly Metadata[]) : []).map((each, dim) => (dim === along ? extent : each))
}

/** What the conventions say of the place on earth of an array that has grown along y or x. */
function growSpatial(attributes: Fields, { dim, axis }: UpdateAppend, extent: number): void {
  if (axis === null) return
  const shape = attributes['spatial:shape']
  if (Array.isArray(shape)) attributes['spatial:shape'] = grown(shape as Metadata, dim === 'y' ? 0 : 1, extent)
  const box = attributes['spatial:bbox']
  if (!Array.isArray(box) || box.length !== 4) return
  const low = dim === 'y' ? 1 : 0
  const edge = axis.origin + axis.step * extent
  const at = axis.step < 0 ? low : low + 2
  attributes['spatial:bbox'] = (box as readonly Metadata[]).map((each, index) => (index === at ? edge : each))
}

function changeArray(place: SinkPlace, path: string, zarrFormat: 2 | 3, change: (document: Fields, attributes: Fields) => void): void {
  const names = zarrFormat === 3 ? ['zarr.json'] : ['.zarray', '.zattrs']
  const texts = names.map((name) => readIfThere(join(place.target, path, name))?.toString('utf8') ?? '{}')
  const documents = texts.map((text, at) => fieldsOf(text, join(place.target, path, names[at] as string)))
  const [document, other] = documents as [Fields, Fields | undefined]
  const attributes = other ?? fieldsAt(document, 'attributes') ?? {}
  const before = documents.map((each) => documentText(each))
  change(document, attributes)
  // What makes an array as long as it is comes last of the two.
  for (const [at, each] of [...documents.entries()].reverse())
    if (documentText(each) !== before[at]) write(place, join(place.target, path, names[at] as string), each)
}

function changeRoot(
  place: SinkPlace,
  zarrFormat: 2 | 3,
  changes: ReadonlyMap<string, (document: Fields, attributes: Fields) => void>,
): void {
  const file = join(place.target, zarrFormat === 3 ? 'zarr.json' : '.zmetadata')
  const bytes = readIfThere(file)
  if (bytes === null) return
  const root = fieldsOf(bytes.toString('utf8'), file)
  const listed = zarrFormat === 3 ? fieldsAt(root, 'consolidated_metadata', 'metadata') : fieldsAt(root, 'metadata')
  if (listed === null) return
  const before = documentText(root)
  for (const [path, change] of changes) {
    const document = fieldsAt(listed, zarrFormat === 3 ? path : `${path}/.zarray`)
    if (document === null) continue
    change(document, fieldsAt(zarrFormat === 3 ? document : listed, zarrFormat === 3 ? 'attributes' : `${path}/.zattrs`) ?? {})
  }
  if (documentText(root) !== before) write(place, file, root)
}

function fieldsOf(text: string, file: string): Fields {
  const found = fieldsAt(parseDocument(text, file))
  if (found !== null) return found
  throw new OutputError(`${file}: holds no JSON object`, { uri: file })
}

function write(place: SinkPlace, path: string, document: Fields): void {
  atomicWriteSync(path, Buffer.from(documentText(document), 'utf8'), place.scratch)
}

/** Labels behind those of the store, in its own dtype and chunks. */
async function appendLabels(place: SinkPlace, path: string, spec: ArraySpec, options: ZarrUpdate, from: number): Promise<void> {
  const { dim, axis } = options.append as UpdateAppend
  const extent = spec.shape[spec.dims.indexOf(dim)] as number
  const own = axis === null ? coordinateArrays(spec).find(({ name }) => name === dim)?.values : undefined
  const values = axis === null ? own : Float64Array.from({ length: extent }, (_, index) => axis.origin + axis.step * (from + index + 0.5))
  const file = join(place.target, path, arrayDocument(options.zarrFormat))
  const array = storedArray(path, fieldsOf(readIfThere(file)?.toString('utf8') ?? '{}', file), options.zarrFormat)
  const codec = writtenCodec(array.codecs)
  if (values === undefined || array.dtype === null || typeof codec === 'string')
    throw new OutputError(`${place.target}: labels cannot be added to "${path}"`, { uri: place.target })
  const data = castLabels(values, array.dtype, `${place.target}: "${path}"`)
  const target = {
    ...{ uri: join(place.target, path), directory: join(place.target, path), temporary: place.scratch },
    ...{ array, dtype: array.dtype, checksum: codec.checksum, start: [from], shape: [from + data.length] },
    codec: await updateCodec({ compress: codec.compress, dtype: array.dtype }),
    fill: array.fill === null || array.fill === undefined ? null : readFill(array.fill, array.dtype),
  }
  await mergePieces(target, { data })
}

/** Throws `E_OUTPUT` for labels that the store's dtype cannot hold. */
function castLabels(values: TypedArray | readonly string[], dtype: Dtype, what: string): TypedArray {
  const out = allocate(dtype, values.length)
  for (let at = 0; at < out.length; at++) {
    const label = values[at] as number | bigint | string
    const scalar = typeof label === 'string' ? label : scalarToJson(label)
    if (!fits(scalar, dtype)) throw new OutputError(`${what} holds ${dtype}, which the label ${String(scalar)} is not`)
    const element = scalarFromJson(scalar, dtype)
    out[at] = (isBigInt(dtype) ? BigInt(element) : Number(element)) as never
  }
  return out
}
