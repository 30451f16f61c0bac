import type { Plan, PlanNote } from './plan.js'
import type { ResolvedGraph } from './resolved-graph.js'

/** Nodes of one op that are told of: working out what there is to say takes longer than running a small one. */
const mostOfOneOp = 8

/** What the ops of a graph have to say to a person, in order of their nodes. */
export function nodeNotes(graph: ResolvedGraph): PlanNote[] {
  const told = new Map<string, number>()
  return graph.nodes.flatMap(({ op }, node): PlanNote[] => {
    const notes = graph.card(node)?.notes
    if (notes === undefined) return []
    const count = (told.get(op) ?? 0) + 1
    told.set(op, count)
    if (count === mostOfOneOp + 1)
      return [{ node, kind: 'note', text: `there are more than ${mostOfOneOp} nodes of this op; of the others nothing is said here` }]
    if (count > mostOfOneOp) return []
    return notes(graph.inputSpecs(node), graph.params(node), graph.state(node)).map((text) => ({ node, kind: 'note', text }))
  })
}

/** Nodes of one op that are asked for warnings: one takes some 0.3 ms, and files that are joined by thousands warn of the same. */
const mostAsked = 256

/** What the ops of a graph warn of, in order of their nodes. */
export function nodeWarnings(graph: ResolvedGraph): PlanNote[] {
  const asked = new Map<string, number>()
  return graph.nodes.flatMap(({ op }, node): PlanNote[] => {
    const warnings = graph.card(node)?.warnings
    const count = (asked.get(op) ?? 0) + 1
    asked.set(op, count)
    if (warnings === undefined || count > mostAsked) return []
    return warnings(graph.inputSpecs(node), graph.params(node), graph.state(node)).map((text) => ({ node, kind: 'warning', text }))
  })
}

/** All that a plan warns of, one line each and none of them twice: `reproject: transform accuracy ~2 m (grid X missing)`. */
export function warningLines({ nodes, outputs }: Pick<Plan, 'nodes' | 'outputs'>, notes: readonly PlanNote[]): string[] {
  const ofNodes = notes.filter(({ kind }) => kind === 'warning').map(({ node, text }) => [nodes[node]?.op ?? '', text] as const)
  const ofOutputs = outputs.flatMap((output) =>
    output.notes.filter(({ kind }) => kind === 'warning').map(({ text }) => [output.target || output.sink, text] as const),
  )
  const byText = new Map([...ofOutputs, ...ofNodes].map(([what, text]) => [text, `${what}: ${text}`]))
  return [...byText.values()]
}
