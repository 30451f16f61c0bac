import { flatten, hashJson, type LazyNode } from '../graph/graph.js'
/** Stand-in until the recipe module lands. */
export function toRecipe(nodes: readonly LazyNode[], _options: { base?: string } = {}): { hash: string; nodes: unknown } {
  const { graph } = flatten(nodes)
  const data = JSON.parse(JSON.stringify(graph.nodes))
  return { hash: hashJson(data), nodes: data }
}
