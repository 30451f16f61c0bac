import { escapeHtml } from './escape-html.js'

/** A node of a drawn graph. Inputs are positions of earlier nodes. */
export interface DrawnNode {
  readonly label: string
  /** Where its pixels live while the plan runs: `kept`, `task`, `inline`, `store`; '' where that is not known. */
  readonly storage: string
  /** What is told when it is pointed at. */
  readonly title: string
  readonly inputs: readonly number[]
}

/** Most nodes that a drawing has. */
const mostNodes = 60
const [boxWidth, boxHeight, gapX, gapY] = [104, 34, 14, 22]
const fills: Readonly<Record<string, string>> = { kept: '#b7e1cd', task: '#cfe3f5', inline: '#e4e4e4', store: '#fbd9b0' }
const meanings: Readonly<Record<string, string>> = {
  kept: 'decoded tiles, kept',
  task: 'a block of a task',
  inline: 'computed in passing',
  store: 'written, or read back',
}

/** A graph as SVG: sources on top, what is made of them below, coloured by where pixels live. A sentence instead, where there are too many nodes. */
export function graphSvg(nodes: readonly DrawnNode[]): string {
  if (nodes.length > mostNodes) return `<div style="opacity:.7">a graph of ${nodes.length} nodes, too many to be drawn</div>`
  const places = layout(nodes)
  const right = Math.max(...places.map(({ x }) => x)) + boxWidth + 4
  const bottom = Math.max(...places.map(({ y }) => y)) + boxHeight + 4
  const edges = nodes.flatMap(({ inputs }, at) => inputs.map((input) => edge(places[input] as Place, places[at] as Place)))
  const boxes = nodes.map((node, at) => boxSvg(node, places[at] as Place))
  return (
    `<svg viewBox="0 0 ${right} ${bottom}" style="width:${right}px;max-width:100%;font-family:system-ui,sans-serif" role="img" aria-label="the graph">` +
    `<path d="${edges.join('')}" fill="none" stroke="currentColor" stroke-opacity=".5"/>${boxes.join('')}</svg>${keyOf(nodes)}`
  )
}

interface Place {
  readonly x: number
  readonly y: number
}

/** Each node below its inputs, beside those that are as far from the sources, near the middle of its inputs. */
function layout(nodes: readonly DrawnNode[]): Place[] {
  const depths: number[] = []
  for (const { inputs } of nodes) depths.push(Math.max(-1, ...inputs.map((input) => depths[input] as number)) + 1)
  const rows = new Map<number, number[]>()
  depths.forEach((depth, at) => {
    rows.set(depth, [...(rows.get(depth) ?? []), at])
  })
  const widest = Math.max(...[...rows.values()].map((row) => row.length))
  const columns: number[] = []
  for (const [, row] of [...rows].sort(([a], [b]) => a - b)) {
    const wish = (at: number): number => {
      const { inputs } = nodes[at] as DrawnNode
      return inputs.length === 0 ? at : inputs.reduce((sum, input) => sum + (columns[input] as number), 0) / inputs.length
    }
    const sorted = [...row].sort((a, b) => wish(a) - wish(b))
    const middle = (widest - row.length) / 2
    sorted.forEach((at, place) => {
      columns[at] = middle + place
    })
  }
  return nodes.map((_, at) => ({
    x: 2 + Math.round((columns[at] as number) * (boxWidth + gapX)),
    y: 2 + (depths[at] as number) * (boxHeight + gapY),
  }))
}

function edge(from: Place, to: Place): string {
  const [x0, y0, x1, y1] = [from.x + boxWidth / 2, from.y + boxHeight, to.x + boxWidth / 2, to.y]
  const bend = (y1 - y0) / 2
  return `M${x0} ${y0}C${x0} ${y0 + bend} ${x1} ${y1 - bend} ${x1} ${y1}`
}

function boxSvg({ label, storage, title }: DrawnNode, { x, y }: Place): string {
  const shown = label.length > 16 ? `${label.slice(0, 15)}…` : label
  const middle = x + boxWidth / 2
  const name = `<text x="${middle}" y="${y + (storage === '' ? 21 : 15)}" text-anchor="middle" font-size="11.5" fill="#222">${escapeHtml(shown)}</text>`
  const place =
    storage === '' ? '' : `<text x="${middle}" y="${y + 28}" text-anchor="middle" font-size="10" fill="#555">${escapeHtml(storage)}</text>`
  const fill = fills[storage] ?? '#eee'
  return `<g><title>${escapeHtml(title)}</title><rect x="${x}" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="5" fill="${fill}" stroke="#888"/>${name}${place}</g>`
}

/** What the colours that occur mean. */
function keyOf(nodes: readonly DrawnNode[]): string {
  const used = Object.keys(meanings).filter((storage) => nodes.some((node) => node.storage === storage))
  const entries = used.map(
    (storage) =>
      `<span style="white-space:nowrap;margin-right:12px"><span style="display:inline-block;width:10px;height:10px;background:${fills[storage]};border:1px solid #888;margin-right:4px"></span>${storage}: ${meanings[storage]}</span>`,
  )
  return entries.length === 0 ? '' : `<div style="font-size:11px;opacity:.75">${entries.join('')}</div>`
}
