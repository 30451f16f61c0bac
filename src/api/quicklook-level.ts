import type { Json, JsonObject } from '../base/json.js'
import type { LazyNode } from '../graph/graph.js'
import { dimIndex } from '../graph/spec.js'
import type { SourceParams } from '../ops/source.js'
import { applyCard, applyOp } from './apply.js'
import { openAgain, openedOf, rememberOpened } from './opened.js'
import { registry } from './registry.js'

/**
 * The same array over overviews: the coarsest level of its sources that is at least `width` pixels wide. The node itself where an op is not
 * elementwise, a source has no such overview, or the levels of several sources do not fit each other.
 */
export async function atOverview(root: LazyNode, width: number): Promise<LazyNode> {
  const made = new Map<string, LazyNode | null>()
  const result = await rebuilt(root, width, made)
  return result ?? root
}

async function rebuilt(root: LazyNode, width: number, made: Map<string, LazyNode | null>): Promise<LazyNode | null> {
  const stack = [root]
  while (stack.length > 0) {
    const node = stack[stack.length - 1] as LazyNode
    const waiting = node.inputs.filter((input) => !made.has(input.hash))
    if (waiting.length > 0) {
      stack.push(...waiting)
      continue
    }
    stack.pop()
    if (!made.has(node.hash)) made.set(node.hash, await coarser(node, width, made))
    if (made.get(node.hash) === null) return null
  }
  return made.get(root.hash) ?? null
}

async function coarser(node: LazyNode, width: number, made: Map<string, LazyNode | null>): Promise<LazyNode | null> {
  const card = registry.op(node.op, node.version)
  if (card.leaf) return coarserSource(node, width)
  if (!card.elementwise) return null
  try {
    return applyCard(
      card,
      node.params,
      node.inputs.map((input) => made.get(input.hash) as LazyNode),
    )
  } catch {
    // Levels of sources that do not fit each other: the caller takes the full resolution, which does.
    return null
  }
}

async function coarserSource(node: LazyNode, width: number): Promise<LazyNode | null> {
  const params = node.params as unknown as SourceParams
  const { levels } = await openedOf(params)
  const level = levels.findLastIndex((each) => each.width >= width)
  const own = Number(params.options.level ?? 0)
  if (level < 0 || dimIndex(node.spec, 'x') < 0 || level + 1 <= own) return null
  const opened = await openAgain({ ...params, options: { ...params.options, level: level + 1 } })
  const made = applyOp('source', { ...params, options: opened.options, spec: opened.spec as unknown as JsonObject } as Json, [])
  rememberOpened(made, opened)
  return made
}
