import type { PlanNote } from './plan.js'
import type { ResolvedGraph } from './resolved-graph.js'

/** Nodes of one op that are told of: working out what there is to say takes longer than running a small one. */
const mostOfOneOp = 8

/** What the ops of a graph have to say to a person, in order of their nodes. */
export function nodeNotes(graph: ResolvedGraph): PlanNote[] {
  const told = new Map<string, number>()
  return graph.nodes.flatMap(({ op }, node) => {
    const notes = graph.card(node)?.notes
    if (notes === undefined) return []
    const count = (told.get(op) ?? 0) + 1
    told.set(op, count)
    if (count === mostOfOneOp + 1)
      return [{ node, text: `there are more than ${mostOfOneOp} nodes of this op; of the others nothing is said here` }]
    if (count > mostOfOneOp) return []
    return notes(graph.inputSpecs(node), graph.params(node), graph.state(node)).map((text) => ({ node, text }))
  })
}
