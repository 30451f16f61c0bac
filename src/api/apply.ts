import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { type LazyNode, lazyNode } from '../graph/graph.js'
import { registry } from './registry.js'

/** A node of an op over other nodes: params checked and normalised, spec inferred. Throws what the card's `parse` and `infer` throw. */
export function applyOp(name: string, params: Json, inputs: readonly LazyNode[]): LazyNode {
  const card = registry.ops.find((op) => op.name === name)
  if (card === undefined) throw new UsageError(`op "${name}" is not known; known are ${registry.ops.map((op) => op.name).join(', ')}`)
  const parsed = card.parse(params)
  const spec = card.infer(
    inputs.map((input) => input.spec),
    parsed as never,
  )
  return lazyNode(card.name, card.version, parsed, inputs, spec)
}
