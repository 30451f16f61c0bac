import { join } from 'node:path'
import { OutputError, SourceError } from '../../base/errors.js'
import type { Json } from '../../base/json.js'
import { hashJson } from '../../graph/graph.js'
import { readIfThere } from '../../io/output-directory.js'
import { documentText } from './array-metadata.js'
import { type Fields, fieldsAt, parseDocument } from './document-text.js'
import { arrayDocument } from './metadata-files.js'
import { metadataText } from './metadata-text.js'
import { readArrayV2, readArrayV3, type StoredArray } from './stored-array.js'

/** What describes an array of a store, every number as it stands. Throws `E_SOURCE` where it is not there. */
export function readDocument(store: string, path: string, zarrFormat: 2 | 3): Fields {
  const file = join(store, path, arrayDocument(zarrFormat))
  const bytes = readIfThere(file)
  const document = bytes === null ? null : fieldsAt(parseDocument(bytes.toString('utf8'), file))
  if (document !== null) return document
  throw new SourceError(`${file}: is not there, though the store lists the array`, { uri: file })
}

/** Hash of an array's document without what may change: attributes, and the extent along a dim (-1 for none). */
export function identityOf(document: Fields, along: number): string {
  const { attributes: _, shape, ...rest } = document
  const extents = Array.isArray(shape) ? shape.map((extent: unknown, dim) => (dim === along ? null : extent)) : []
  return hashJson(metadataText({ ...rest, shape: extents as number[] }) as Json)
}

/** An array of the store by its document as it stands. */
export function storedArray(path: string, document: Fields, zarrFormat: 2 | 3): StoredArray {
  const plain: unknown = JSON.parse(documentText({ ...document, attributes: {} }).replace(/\b(NaN|-?Infinity)\b(?=[,\s\]}])/g, '"$1"'))
  const array = zarrFormat === 3 ? readArrayV3(path, plain) : readArrayV2(path, plain, {})
  if (array === null) throw new OutputError(`${path}: what describes it cannot be read`, { uri: path })
  return array
}
