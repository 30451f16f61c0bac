import type { Json, JsonObject } from '../base/json.js'
import type { LazyNode } from '../graph/graph.js'
import { dimIndex } from '../graph/spec.js'
import type { SourceParams } from '../ops/source.js'
import { applyOp } from './apply.js'
import { coarseFactors } from './coarse-factors.js'
import { coarseNode } from './coarse-node.js'
import { openAgain, openedOf, rememberOpened } from './opened.js'

/**
 * The same array in fewer pixels, at least `width` of them wide, for a picture: every source is read at an overview, and every op is applied to what
 * comes of it, on a grid as much coarser. What an op makes of overviews is near to what it makes of all pixels, and not the same: a slope is less
 * steep, a median is one of means. Where an op would say something else altogether (a sum, a count, a shift by pixels), what it is made of is read in full.
 */
export async function atOverview(root: LazyNode, width: number, height = 1): Promise<LazyNode> {
  const order = inputsFirst(root)
  const factors = coarseFactors(order, root, width, height)
  const made = new Map<LazyNode, LazyNode>()
  for (const node of order) {
    const factor = factors.get(node) as number
    const inputs = node.inputs.map((input) => made.get(input) as LazyNode)
    made.set(node, node.op === 'source' ? await coarseSource(node, factor) : coarseNode(node, inputs, factor))
  }
  return made.get(root) as LazyNode
}

/** All nodes under a root, each after its inputs. */
function inputsFirst(root: LazyNode): LazyNode[] {
  const done = new Set<LazyNode>()
  const stack = [root]
  while (stack.length > 0) {
    const node = stack[stack.length - 1] as LazyNode
    const waiting = done.has(node) ? [] : node.inputs.filter((input) => !done.has(input))
    if (waiting.length > 0) {
      stack.push(...waiting)
      continue
    }
    stack.pop()
    done.add(node)
  }
  return [...done]
}

/** A source at its coarsest overview whose pixels are at most `factor` times as wide as its own. */
async function coarseSource(node: LazyNode, factor: number): Promise<LazyNode> {
  const params = node.params as unknown as SourceParams
  const columns = node.spec.shape[dimIndex(node.spec, 'x')]
  if (columns === undefined || factor <= 1) return node
  const { levels } = await openedOf(params)
  // A level is taken for half its pixel: its width was rounded.
  const level = levels.findLastIndex((each) => each.width >= Math.floor(columns / factor))
  const own = Number(params.options.level ?? 0)
  if (level < 0 || level + 1 <= own) return node
  const opened = await openAgain({ ...params, options: { ...params.options, level: level + 1 } })
  const made = applyOp('source', { ...params, options: opened.options, spec: opened.spec as unknown as JsonObject } as Json, [])
  rememberOpened(made, opened)
  return made
}
