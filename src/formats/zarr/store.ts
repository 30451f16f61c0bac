import { isRasterloomError, SourceError } from '../../base/errors.js'
import { isJsonObject, type JsonObject } from '../../base/json.js'
import type { OpenBytes } from '../../graph/source.js'
import { listDirectory } from '../../io/list-directory.js'
import { parseMetadata } from './metadata-text.js'
import { checkDocument } from './plausible.js'
import { readArrayV2, readArrayV3, type StoredArray } from './stored-array.js'

/** A Zarr store, or a group in one, opened for reading: metadata only. */
export interface ZarrStore {
  /** Uri of the group, without a slash at the end. */
  readonly root: string
  readonly zarrFormat: 2 | 3
  readonly attributes: JsonObject
  /** Arrays of the group and below it that are known without asking for them by name. */
  readonly arrays: readonly StoredArray[]
  /** Whether `arrays` are all there are. */
  readonly complete: boolean
  /** The array that the uri itself names, or null where it names a group. */
  readonly named: string | null
  /** Text of the document that says what is there: changes when the store does. */
  readonly document: string
  /** An array by its path, or null. */
  array(path: string): Promise<StoredArray | null>
  /** Bytes of a key below the root, or null where there is none. */
  bytes(key: string): Promise<Uint8Array | null>
}

/**
 * Opens the group or array at a uri by reading its metadata: `zarr.json`, else `.zmetadata`, `.zgroup`, `.zarray`.
 * Throws `E_SOURCE` saying what was looked for where there is none of them.
 */
export async function openStore(uri: string, openBytes: OpenBytes): Promise<ZarrStore> {
  const root = uri.replace(/\/+$/, '')
  const found = (await openV3(root, openBytes)) ?? (await openV2(root, openBytes))
  if (found !== null) return found
  throw new SourceError(
    `${uri}: no Zarr store: looked for zarr.json (v3), and for .zmetadata, .zgroup and .zarray (v2) in it, and found none`,
    { uri },
  )
}

async function openV3(root: string, openBytes: OpenBytes): Promise<ZarrStore | null> {
  const text = await textOf(`${root}/zarr.json`, openBytes)
  if (text === null) return null
  const document = parsed(`${root}/zarr.json`, text)
  if (!isJsonObject(document) || document.zarr_format !== 3) {
    throw new SourceError(
      `${root}/zarr.json: no Zarr v3 document: zarr_format is ${JSON.stringify(isJsonObject(document) ? document.zarr_format : document)}`,
      {
        uri: root,
      },
    )
  }
  const load = async (path: string): Promise<StoredArray | null> => {
    const uri = below(base, path, 'zarr.json')
    const own = await textOf(uri, openBytes)
    return own === null ? null : readArrayV3(path, parsed(uri, own))
  }
  const named = document.node_type === 'array' ? nameOf(root) : null
  const base = named === null ? root : parentOf(root)
  const inline = isJsonObject(document.consolidated_metadata) ? document.consolidated_metadata.metadata : null
  if (named === null && isJsonObject(inline)) {
    const arrays = Object.entries(inline).flatMap(([path, item]) => readArrayV3(path, item) ?? [])
    return store(
      { root, zarrFormat: 3, attributes: objectOf(document.attributes), arrays, complete: true, named, document: text },
      openBytes,
      load,
    )
  }
  const attributes = named === null ? objectOf(document.attributes) : {}
  const arrays = named === null ? await listed(root, load, openBytes) : [readArrayV3(named, document)]
  return store({ root: base, zarrFormat: 3, attributes, ...known(arrays), named, document: text }, openBytes, load)
}

async function openV2(root: string, openBytes: OpenBytes): Promise<ZarrStore | null> {
  const load = async (base: string, path: string): Promise<StoredArray | null> => {
    const uri = below(base, path, '.zarray')
    const own = await textOf(uri, openBytes)
    if (own === null) return null
    const attributes = await textOf(below(base, path, '.zattrs'), openBytes)
    return readArrayV2(path, parsed(uri, own), attributes === null ? {} : parsed(below(base, path, '.zattrs'), attributes))
  }
  const text = await textOf(`${root}/.zmetadata`, openBytes)
  if (text !== null) {
    const document = parsed(`${root}/.zmetadata`, text)
    const entries = objectOf(isJsonObject(document) ? document.metadata : null)
    const paths = Object.keys(entries).flatMap((key) => (key.endsWith('/.zarray') ? [key.slice(0, -'/.zarray'.length)] : []))
    const arrays = paths.flatMap((path) => readArrayV2(path, entries[`${path}/.zarray`], entries[`${path}/.zattrs`]) ?? [])
    const attributes = objectOf(entries['.zattrs'])
    const found = { root, zarrFormat: 2 as const, attributes, arrays, complete: true, named: null, document: text }
    return store(found, openBytes, (path) => load(root, path))
  }
  const group = await textOf(`${root}/.zgroup`, openBytes)
  if (group !== null) {
    const attributes = await textOf(`${root}/.zattrs`, openBytes)
    const arrays = await listed(root, (path) => load(root, path), openBytes)
    const fields = {
      attributes: attributes === null ? {} : objectOf(parsed(`${root}/.zattrs`, attributes)),
      ...known(arrays),
      named: null,
      document: group,
    }
    return store({ root, zarrFormat: 2, ...fields }, openBytes, (path) => load(root, path))
  }
  const base = parentOf(root)
  const single = await load(base, nameOf(root))
  if (single === null) return null
  const document = JSON.stringify(single)
  return store(
    { root: base, zarrFormat: 2, attributes: {}, arrays: [single], complete: false, named: nameOf(root), document },
    openBytes,
    (path) => load(base, path),
  )
}

type Found = Omit<ZarrStore, 'array' | 'bytes'>

function store(found: Found, openBytes: OpenBytes, load: (path: string) => Promise<StoredArray | null>): ZarrStore {
  const byPath = new Map(found.arrays.map((array) => [array.path, array]))
  return {
    ...found,
    array: async (path) => byPath.get(path) ?? (found.complete ? null : await load(path)),
    bytes: (key) => bytesOf(`${found.root}/${key}`, openBytes),
  }
}

/** Arrays directly in a group that has no consolidated metadata: a local directory can be listed, and an object store. */
async function listed(
  root: string,
  load: (path: string) => Promise<StoredArray | null>,
  { list = listDirectory }: OpenBytes,
): Promise<(StoredArray | null)[] | null> {
  const names = await list(root)
  if (names === null) return null
  return Promise.all(names.filter((name) => !/^(\.|zarr\.json$)/.test(name)).map(load))
}

function known(arrays: readonly (StoredArray | null)[] | null): Pick<Found, 'arrays' | 'complete'> {
  return { arrays: (arrays ?? []).filter((array) => array !== null), complete: false }
}

function below(base: string, path: string, document: string): string {
  return [base, path, document].filter((part) => part !== '').join('/')
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1)
}

function parentOf(uri: string): string {
  const slash = uri.lastIndexOf('/')
  return slash < 0 ? '.' : uri.slice(0, slash)
}

function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {}
}

function parsed(uri: string, text: string): unknown {
  let document: unknown
  try {
    document = parseMetadata(text)
  } catch (cause) {
    throw new SourceError(
      `${uri}: not valid JSON (${cause instanceof Error ? cause.message : String(cause)}): the metadata is damaged`,
      { uri, offset: 0, length: text.length },
      { cause },
    )
  }
  checkDocument(uri, document)
  return document
}

async function textOf(uri: string, openBytes: OpenBytes): Promise<string | null> {
  const bytes = await bytesOf(uri, openBytes)
  return bytes === null ? null : new TextDecoder().decode(bytes)
}

/** The bytes of a uri, or null where nothing is there. Other failures are thrown as they are. */
async function bytesOf(uri: string, openBytes: OpenBytes): Promise<Uint8Array | null> {
  try {
    const source = await openBytes(uri, { whole: true })
    try {
      return await source.read(0, await source.size())
    } finally {
      await source.close()
    }
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/** Object stores that hide their listing answer 403 for a key that is not there. */
function isAbsent(error: unknown): boolean {
  if (!isRasterloomError(error) || error.code !== 'E_SOURCE') return false
  const code = (error.cause as NodeJS.ErrnoException | undefined)?.code
  return code === 'ENOENT' || code === 'ENOTDIR' || /no such file|\((403|404)\)/.test(error.message)
}
