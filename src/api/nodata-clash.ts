import { canonicalJson, type Json } from '../base/json.js'
import type { LazyNode } from '../graph/graph.js'
import type { OpDef } from '../graph/op.js'
import type { Registry } from '../graph/registry.js'

/**
 * What happens where a valid pixel equals the nodata value to be written, when nobody said: `'error'` for pixels that were only moved and whose
 * array was given a nodata value that it did not come with, null (the sink's own rule) for all others.
 */
export function clashByDefault(node: LazyNode): 'error' | null {
  return node.spec.moved && wasGivenNodata(node) ? 'error' : null
}

/**
 * Whether no pixel of a node can be invalid, from the graph alone: its sources have no way to say so, and every op on the way keeps pixels
 * valid. `canBeInvalid` answers for the sources.
 */
export function areAllValid(root: LazyNode, registry: Registry, canBeInvalid: (leaf: LazyNode) => boolean): boolean {
  const seen = new Set<string>()
  const stack = [root]
  while (stack.length > 0) {
    const node = stack.pop() as LazyNode
    if (seen.has(node.hash)) continue
    seen.add(node.hash)
    const card = registry.op(node.op, node.version) as unknown as OpDef
    const specs = node.inputs.map(({ spec }) => spec)
    if (card.leaf ? canBeInvalid(node) : card.keepsValid?.(specs, card.parse(node.params)) !== true) return false
    stack.push(...node.inputs)
  }
  return true
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
