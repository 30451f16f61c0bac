import { canonicalJson } from '../base/json.js'
import type { OpenBytes, OpenedSource } from '../graph/source.js'
import { openBytes } from '../io/open-bytes.js'
import type { SourceParams } from '../ops/source.js'
import { registry } from './registry.js'

const opened = new Map<string, WeakRef<OpenedSource>>()

function keyOf({ format, uri, options }: Pick<SourceParams, 'format' | 'uri' | 'options'>): string {
  return canonicalJson([format, uri, options])
}

/** Opens bytes for a source: assets are this process's arrays in memory. */
export const openSourceBytes: OpenBytes = (uri) => openBytes(uri, { assets: registry.assets })

/** Remembers an opened source for as long as somebody holds it. */
export function rememberOpened(params: Pick<SourceParams, 'format' | 'uri' | 'options'>, source: OpenedSource): void {
  opened.set(keyOf(params), new WeakRef(source))
}

/** The opened source that a node's params name; opened anew where nobody holds it. */
export async function openedOf(params: Pick<SourceParams, 'format' | 'uri' | 'options'>): Promise<OpenedSource> {
  const known = opened.get(keyOf(params))?.deref()
  if (known !== undefined) return known
  const source = await registry.source(params.format).open(params.uri, params.options, openSourceBytes)
  rememberOpened(params, source)
  return source
}
