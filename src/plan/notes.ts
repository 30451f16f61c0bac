import type { PlanNote } from './plan.js'
import type { ResolvedGraph } from './resolved-graph.js'

/** What the ops of a graph have to say to a person, in order of their nodes. */
export function nodeNotes(graph: ResolvedGraph): PlanNote[] {
  return graph.nodes.flatMap((_, node) => {
    const notes = graph.card(node)?.notes
    if (notes === undefined) return []
    return notes(graph.inputSpecs(node), graph.params(node), graph.state(node)).map((text) => ({ node, text }))
  })
}
