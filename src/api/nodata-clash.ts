import { canonicalJson, type Json } from '../base/json.js'
import type { LazyNode } from '../graph/graph.js'

/**
 * What happens where a valid pixel equals the nodata value to be written, when nobody said: `'error'` for pixels that were only moved and whose
 * array was given a nodata value that it did not come with, null (the sink's own rule) for all others.
 */
export function clashByDefault(node: LazyNode): 'error' | null {
  return node.spec.moved && wasGivenNodata(node) ? 'error' : null
}

/** Whether a node between the sources and this one declares a nodata value that its input did not. */
function wasGivenNodata(root: LazyNode): boolean {
  const seen = new Set<string>()
  const stack = [root]
  while (stack.length > 0) {
    const node = stack.pop() as LazyNode
    if (seen.has(node.hash)) continue
    seen.add(node.hash)
    const [input] = node.inputs
    if (node.inputs.length === 1 && input !== undefined && declaresOther(node, input)) return true
    stack.push(...node.inputs)
  }
  return false
}

/** Bands that an input does not have are compared with its first: a selection of bands declares nothing new. */
function declaresOther({ spec }: LazyNode, input: LazyNode): boolean {
  const known = new Set(input.spec.bands.map(({ nodata }) => canonicalJson(nodata as Json)))
  return spec.bands.some(({ nodata }) => nodata !== null && !known.has(canonicalJson(nodata as Json)))
}
