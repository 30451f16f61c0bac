import { errorFromRecord, errorRecord, isRasterloomError } from '../base/errors.js'
import type { LazyNode } from '../graph/graph.js'
import { recipeUri } from './source-uri.js'

/** An array of a list as messages name it: its place in the list, and the node behind it. */
export interface Listed {
  readonly index: number
  readonly node: LazyNode
}

/**
 * What a call answers; where it fails, `array 1` in its message, which counts in `listed`, becomes the place in the list as it was given, with the file
 * that the array comes from: `array 3 (tiles/a.tif)`.
 */
export function namingArrays<T>(listed: readonly Listed[], call: () => T): T {
  try {
    return call()
  } catch (error) {
    if (!isRasterloomError(error)) throw error
    const message = error.message.replace(/\barray (\d+)\b/g, (text, at: string) => nameOf(listed[Number(at)]) ?? text)
    if (message === error.message) throw error
    throw errorFromRecord({ ...errorRecord(error), message }, { cause: error })
  }
}

function nameOf(listed: Listed | undefined): string | null {
  if (listed === undefined) return null
  const uri = uriOf(listed.node)
  return uri === null ? `array ${listed.index}` : `array ${listed.index} (${uri})`
}

/** The one file that a node's pixels come from; null where there are several, or none. */
function uriOf(root: LazyNode): string | null {
  let node = root
  while (node.inputs.length === 1) node = node.inputs[0] as LazyNode
  const uri = node.op === 'source' ? (node.params as { readonly uri?: unknown }).uri : undefined
  return typeof uri !== 'string' || uri.startsWith('asset:') ? null : recipeUri(uri, process.cwd())
}
