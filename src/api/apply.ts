import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { changesOf, withMovedAttributes, withTrueAttributes } from '../graph/attribute-rules.js'
import { type LazyNode, lazyNode } from '../graph/graph.js'
import type { AnyOp } from '../graph/op.js'
import { registry } from './registry.js'

/** A node that applies the newest version of an op. Reads nothing. Throws what the op's card says of bad params and inputs. */
export function applyOp(name: string, params: Json, inputs: readonly LazyNode[]): LazyNode {
  return applyCard(newest(name), params, inputs)
}

/** A node that applies a card: params are parsed and normalised, the spec follows, without metadata that the operation makes untrue. */
export function applyCard(card: AnyOp, params: Json, inputs: readonly LazyNode[]): LazyNode {
  const parsed = card.parse(params)
  const specs = inputs.map((input) => input.spec)
  const inferred = card.infer(specs, parsed as never)
  const changes = changesOf(specs, inferred, card)
  const spec = withMovedAttributes(specs[0], withTrueAttributes(inferred, changes), changes)
  return lazyNode(card.name, card.version, parsed, inputs, spec)
}

function newest(name: string): AnyOp {
  const cards = registry.ops.filter((card) => card.name === name)
  if (cards.length === 0) throw new UsageError(`there is no op "${name}"; known are ${registry.ops.map((card) => card.name).join(', ')}`)
  return cards.reduce((best, card) => (card.version > best.version ? card : best))
}
