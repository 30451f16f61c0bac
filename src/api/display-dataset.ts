import type { LazyNode } from '../graph/graph.js'
import { type LazyArray, peek } from './data-array-base.js'
import { factsOf, headline } from './display.js'
import type { Fact } from './display-geo.js'
import { datasetCard, type Foresight, htmlCard } from './html-card.js'

/** A dataset as text: its dims and where it lies, as far as all variables agree, then each variable on a line. */
export function datasetText(title: string, nodes: readonly LazyNode[]): string {
  const facts = nodes.map(({ spec }) =>
    factsOf(spec, Object.fromEntries(spec.dims.map((dim, at) => [dim, spec.chunks.chunk[at] as number]))),
  )
  const shared = (facts[0] as Fact[]).filter(
    ({ label, text }) =>
      !['band', 'bands', 'placed by'].includes(label) &&
      facts.every((each) => each.some((fact) => fact.label === label && fact.text === text)),
  )
  const dims = [...new Set(nodes.flatMap(({ spec }) => spec.dims))].map((dim) => {
    const all = new Set(nodes.flatMap(({ spec }) => (spec.dims.includes(dim) ? [spec.shape[spec.dims.indexOf(dim)]] : [])))
    return `${dim}: ${[...all].join(' or ')}`
  })
  const lines = [{ label: 'dims', text: dims.join(', ') }, ...shared].map(({ label, text }) => `  ${label.padEnd(11)}${text}`)
  return [title, ...lines, '  variables', ...nodes.map(({ spec }) => `    ${headline(spec).replace(/^DataArray /, '')}`)].join('\n')
}

/** A dataset as an HTML card. */
export function datasetHtml(title: string, vars: Readonly<Record<string, LazyArray>>, foresight: Foresight = null): string {
  const parts = Object.entries(vars).map(
    ([name, array]) => [name, htmlCard(peek(array).node, array.chunks, null, true), peek(array).node.spec] as const,
  )
  return datasetCard(title, parts, foresight)
}
