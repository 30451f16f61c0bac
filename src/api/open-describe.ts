import { SourceError, UsageError } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import { flatten, type LazyNode } from '../graph/graph.js'
import type { OpenedSource } from '../graph/source.js'
import { knownOptions } from './data-array-options.js'
import { openedVrt } from './open-node.js'
import { oneFile } from './open-one.js'
import type { OpenOptions } from './open-options.js'
import { sniffed } from './open-sniff.js'
import { setRequests } from './opened.js'
import { absoluteUri } from './source-uri.js'

/** What `info` prints of a raster beside its array. */
export type SourceDescription = Pick<OpenedSource, 'spec' | 'levels' | 'info' | 'files'>

/**
 * What `info` prints of a raster beside its array: driver, compression, overviews. Of a GeoTIFF also `cog`: whether its directories say that it is a valid
 * Cloud Optimized GeoTIFF, as `validate` finds it with `tiles: false`, and `cogErrors` where it is none. Of a VRT, the files that it leads to.
 */
export async function describeSource(
  uri: string,
  options?: Pick<OpenOptions, 'format' | 'variable' | 'http' | 's3'>,
): Promise<SourceDescription> {
  const { format: named, variable, http, s3 } = knownOptions('describeSource', options, ['format', 'variable', 'http', 's3'])
  if (typeof uri !== 'string' || uri === '') throw new UsageError('describeSource: give the path or URL of a raster')
  const name = await oneFile(uri)
  const absolute = absoluteUri(name)
  setRequests(absolute, { http, s3 })
  const passed = { ...(http === undefined ? {} : { http }), ...(s3 === undefined ? {} : { s3 }) }
  return sniffed(name, absolute, named, async (found) => {
    if (found.kind === 'vrt') {
      const { node, info, levels } = await openedVrt(found.text, name, absolute, passed, [])
      return { spec: node.spec, levels, info, files: [absolute, ...sourceUris(node)] }
    }
    const { format, openBytes } = found
    const opened = await format.open(absolute, variable === undefined ? {} : { variable }, openBytes)
    return format.name === 'geotiff' ? { ...opened, info: { ...opened.info, ...(await cogFacts(name)) } } : opened
  })
}

/** The files behind a node, each once. */
function sourceUris(node: LazyNode): string[] {
  const uris = flatten([node]).graph.nodes.flatMap(({ op, params }) => (op === 'source' ? [(params as { uri: string }).uri] : []))
  return [...new Set(uris)]
}

async function cogFacts(uri: string): Promise<JsonObject> {
  // Loaded where it is asked for: runs open files and never check them.
  const { validate } = await import('./validate.js')
  try {
    const { valid, errors, invalidTags } = await validate(uri, { tiles: false })
    return {
      cog: valid,
      ...(valid ? {} : { cogErrors: errors.map(({ message }) => message) }),
      ...(invalidTags.length === 0 ? {} : { invalidTags: [...invalidTags] }),
    }
  } catch (error) {
    // Directories that no array is read from may be damaged.
    if (!(error instanceof SourceError)) throw error
    return { cog: false, cogErrors: [error.message] }
  }
}
