import type { JsonObject } from '../../base/json.js'
import type { ArraySpec } from '../../graph/spec.js'
import { coordinateText, dataArrayText, documentText, groupText } from './array-metadata.js'
import { coordinateDocumentsV2, type DocumentsV2, dataArrayDocumentsV2 } from './array-metadata-v2.js'
import { type CoordinateArray, coordinateBytes, coordinateBytesV2 } from './coordinate-arrays.js'
import { keyStyle } from './level-arrays.js'
import { type Metadata, type RawText, rawJson } from './metadata-text.js'
import type { ZarrOptions } from './options.js'
import { storedChunkKey } from './stored-array.js'

/** A file of a store: its name below the array or group that it belongs to. */
export interface StoreFile {
  readonly name: string
  readonly bytes: Uint8Array
}

type Version = ZarrOptions['zarrFormat']

/** The names of documents that describe an array, the one that makes it one last. */
const arrayDocuments: Readonly<Record<Version, readonly string[]>> = { 2: ['.zattrs', '.zarray'], 3: ['zarr.json'] }

/** The document without which an array is none. */
export function arrayDocument(version: Version): string {
  return arrayDocuments[version].at(-1) as string
}

/** The names of all documents that may describe an array or a group. */
export const documentNames: Readonly<Record<Version, readonly string[]>> = {
  2: ['.zgroup', '.zarray', '.zattrs', '.zmetadata'],
  3: ['zarr.json'],
}

/** What describes the data array. */
export function dataArrayFiles(spec: ArraySpec, options: ZarrOptions, metadata: JsonObject): StoreFile[] {
  if (options.zarrFormat === 2) return filesV2(dataArrayDocumentsV2(spec, options, metadata))
  return [textFile('zarr.json', dataArrayText(spec, options, metadata))]
}

/** A coordinate array: its chunk, then what describes it. */
export function coordinateFiles(array: CoordinateArray, version: Version): StoreFile[] {
  const position = array.dims.map(() => 0)
  const chunk = { name: storedChunkKey(keyStyle({ zarrFormat: version }), position) }
  if (version === 2) return [{ ...chunk, bytes: coordinateBytesV2(array) }, ...filesV2(coordinateDocumentsV2(array))]
  return [{ ...chunk, bytes: coordinateBytes(array) }, textFile('zarr.json', coordinateText(array))]
}

/** What describes a group below the root. */
export function groupFiles(attributes: JsonObject, version: Version): StoreFile[] {
  if (version === 3) return [textFile('zarr.json', groupText(attributes, null))]
  return [textFile('.zattrs', documentText(attributes)), textFile('.zgroup', documentText({ zarr_format: 2 }))]
}

/**
 * What describes the root, with all documents below it in one, so that one read opens the store. `below` holds their texts by path, parents and
 * variables first.
 */
export function rootFiles(attributes: JsonObject, version: Version, below: ReadonlyMap<string, string>): StoreFile[] {
  const raw = (rename: (path: string) => string): { [path: string]: RawText } =>
    Object.fromEntries([...below].map(([path, text]) => [rename(path), rawJson(text)]))
  if (version === 3)
    return [
      textFile(
        'zarr.json',
        groupText(
          attributes,
          raw((path) => path.slice(0, -'/zarr.json'.length)),
        ),
      ),
    ]
  const own = groupFiles(attributes, 2)
  const all: { [path: string]: Metadata } = {
    ...Object.fromEntries(own.map(({ name, bytes }) => [name, rawJson(Buffer.from(bytes).toString('utf8'))])),
    ...raw((path) => path),
  }
  return [...own, textFile('.zmetadata', documentText({ metadata: all, zarr_consolidated_format: 1 }))]
}

function filesV2({ zarray, zattrs }: DocumentsV2): StoreFile[] {
  return [textFile('.zattrs', zattrs), textFile('.zarray', zarray)]
}

function textFile(name: string, text: string): StoreFile {
  return { name, bytes: Buffer.from(text, 'utf8') }
}
