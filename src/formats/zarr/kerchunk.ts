import { SourceError, UsageError } from '../../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import { filledTemplate, generatedReferences } from './kerchunk-templates.js'
import { checkDocument } from './plausible.js'
import type { Place, ReferenceStore } from './references.js'
import { namesBelow } from './zip-store.js'

/** Most references of one file, those that are generated included. */
const mostReferences = 4_000_000

/**
 * A store described by references to parts of other files: JSON of kerchunk, version 0 (an object of keys) or 1 (`templates`, `gen`, `refs`). Files that
 * are named relatively lie beside the references. Throws `E_SOURCE` for what is none.
 * Source: the specification of fsspec's ReferenceFileSystem.
 */
export function kerchunkStore(uri: string, text: string): ReferenceStore {
  const document = parsed(uri, text)
  const version = document.version
  if (version !== undefined && version !== 1 && isJsonObject(document.refs))
    throw new SourceError(`${uri}: references of version ${JSON.stringify(version).slice(0, 40)} cannot be read; versions 0 and 1 can`, {
      uri,
    })
  const isFirst = isJsonObject(document.refs)
  const refs = isFirst ? (document.refs as JsonObject) : document
  const templates = isFirst && isJsonObject(document.templates) ? document.templates : {}
  const made = isFirst ? generatedReferences(uri, document.gen, templates, mostReferences) : new Map<string, Json>()
  const all = new Map<string, Json>([...Object.entries(refs).filter(([, value]) => value !== undefined), ...made] as [string, Json][])
  if (
    !['zarr.json', '.zgroup', '.zarray', '.zmetadata'].some((name) => all.has(name)) &&
    ![...all.keys()].some((key) => /\/(\.zarray|zarr\.json)$/.test(key))
  )
    throw new SourceError(`${uri}: is JSON, but describes no Zarr store: no .zgroup, .zarray or zarr.json among its ${all.size} keys`, {
      uri,
    })
  return {
    kind: 'references',
    names: (path) => namesBelow(all.keys(), path),
    place: (key) => {
      const value = all.get(key)
      return value === undefined || value === null ? null : placeOf(uri, key, value, templates)
    },
  }
}

function parsed(uri: string, text: string): JsonObject {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (cause) {
    throw new SourceError(
      `${uri}: not valid JSON (${cause instanceof Error ? cause.message : String(cause)})`,
      { uri, offset: 0 },
      { cause },
    )
  }
  if (!isJsonObject(document)) throw new SourceError(`${uri}: is JSON, but no object of references`, { uri })
  // References are far more, and are looked at one by one.
  checkDocument(uri, [document.version, document.gen, document.templates])
  return document
}

function placeOf(uri: string, key: string, value: Json, templates: JsonObject): Place {
  if (typeof value === 'string') return { bytes: inlineBytes(value) }
  checkDocument(uri, value)
  if (isJsonObject(value)) return { bytes: Buffer.from(JSON.stringify(value)) }
  if (Array.isArray(value) && typeof value[0] === 'string' && (value.length === 1 || value.length === 3)) {
    const target = beside(uri, filledTemplate(uri, value[0], templates))
    if (value.length === 1) return { uri: target, offset: 0, length: -1 }
    const [offset, length] = value.slice(1)
    if ([offset, length].every((each) => typeof each === 'number' && Number.isSafeInteger(each) && each >= 0))
      return { uri: target, offset: offset as number, length: length as number }
  }
  throw new SourceError(
    `${uri}: the reference of "${key}" is ${JSON.stringify(value).slice(0, 200)}, expected [url], [url, offset, length] or a text`,
    { uri },
  )
}

function inlineBytes(text: string): Uint8Array {
  return text.startsWith('base64:') ? Buffer.from(text.slice('base64:'.length), 'base64') : Buffer.from(text, 'utf8')
}

/** A file that is named relatively, as one beside the references. */
function beside(uri: string, target: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(target) || target.startsWith('/')) return target
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1)
  return folder + target.replace(/^\.\//, '')
}

/** Refuses references in Parquet files by name. Throws `E_USAGE`. */
export function refuseParquet(uri: string): void {
  if (/\.(parq|parquet)\/?$/i.test(uri))
    throw new UsageError(`${uri}: references in Parquet files cannot be read: write them as JSON, which kerchunk can`)
}
