import { formatBytes } from '../base/bytes.js'
import { dtypes } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import { isJsonObject, type JsonObject } from '../base/json.js'
import type { GeoBox } from '../geo/geobox.js'
import type { LazyNode } from '../graph/graph.js'
import type { ArraySpec } from '../graph/spec.js'
import { type Plan, taskTotal } from '../plan/plan.js'
import { formatPlan } from '../plan/print.js'
import { shownArgument } from './arguments.js'
import { chunksSvg } from './card-chunks.js'
import { type DrawnNode, graphSvg } from './card-graph.js'
import { mapSvg } from './card-map.js'
import { factsOf, headline, opLine, recipeLines } from './display.js'
import { type Fact, geoboxFacts, geoboxHeadline } from './display-geo.js'
import { escapeHtml } from './escape-html.js'

/** Colours follow the page: text inherits, lines and fills are half-transparent, so that light and dark pages both work. */
const style = {
  card: 'font:13px/1.45 system-ui,sans-serif;border:1px solid rgba(128,128,128,.4);border-radius:6px;padding:10px 14px;display:inline-block;max-width:70em;overflow:auto',
  head: 'font-weight:600;font-size:14px;margin-bottom:6px',
  label: 'text-align:left;font-weight:400;opacity:.7;padding:1px 16px 1px 0;vertical-align:top;background:none;white-space:nowrap',
  value: 'text-align:left;padding:1px 0;font-family:ui-monospace,monospace;background:none;overflow-wrap:anywhere',
  text: 'margin:6px 0 0;padding:6px 10px;background:rgba(128,128,128,.12);border-radius:4px;white-space:pre;overflow:auto;font:12px/1.4 ui-monospace,monospace;color:inherit',
  columns: 'display:flex;flex-wrap:wrap;gap:8px 28px;align-items:flex-start',
  fold: 'margin-top:8px',
}

/** What computing an array would do, where that was planned; or why it cannot be. */
export type Foresight = Plan | { readonly refused: string } | null

/**
 * An array as an HTML card for notebooks: self-contained, without scripts; all texts are escaped. Facts, a drawing of its chunks, a map of where it lies,
 * what computing it takes (where it was planned), its attributes and recipe folded, and its graph drawn. As a part
 * of another card it has no map.
 */
export function htmlCard(node: LazyNode, chunks: Readonly<Record<string, number>>, foresight: Foresight = null, isPart = false): string {
  const { spec } = node
  const facts = [...factsOf(spec, chunks), { label: 'pixels', text: formatBytes(bytesOf(spec)) }, ...foresightFacts(foresight)]
  const drawings = [chunksSvg(spec, chunks), spec.geobox === null || isPart ? '' : mapSvg(spec.geobox)].filter((each) => each !== '')
  const graph = foresight !== null && 'nodes' in foresight ? planGraph(foresight) : recipeGraph(node)
  return card(
    headline(spec),
    columns(factTable(facts), drawings.map((each) => `<div style="margin-bottom:6px">${each}</div>`).join('')),
    folded(`attributes (${Object.keys(spec.attrs).length})`, attributeTable(spec.attrs)),
    folded('recipe', `<pre style="${style.text}">${escapeHtml(recipeLines(node).join('\n'))}</pre>`),
    folded('graph', graph, !isPart),
  )
}

/** A dataset as a card: its variables by name and shape, each with its own card folded below it. */
export function datasetCard(
  title: string,
  variables: readonly (readonly [name: string, card: string, spec: ArraySpec])[],
  foresight: Foresight = null,
): string {
  const boxes = variables.flatMap(([, , { geobox }]) => (geobox === null ? [] : [geobox]))
  const parts = variables.map(([name, html, spec]) => {
    const extents = spec.dims.map((dim, at) => `${dim}: ${spec.shape[at]}`).join(', ')
    const summary = `<b>${escapeHtml(name)}</b> <code style="background:none">(${escapeHtml(extents)}) ${spec.dtype}</code>, ${formatBytes(bytesOf(spec))}`
    return `<details style="margin:3px 0"><summary style="cursor:pointer">${summary}</summary><div style="margin:4px 0 8px 14px">${html}</div></details>`
  })
  return card(
    title,
    columns(`${factTable(foresightFacts(foresight))}<div>${parts.join('')}</div>`, boxes[0] === undefined ? '' : mapSvg(boxes[0])),
  )
}

/** A grid as a card, with a map. */
export function geoboxCard(box: GeoBox): string {
  return card(geoboxHeadline(box), columns(factTable(geoboxFacts(box)), mapSvg(box)))
}

/** A plan as a card: what is written and read, the memory that it promises, its graph, and all of it as text, folded. */
export function planCard(plan: Plan): string {
  const outputs = plan.outputs.map(({ sink, target, levels }) => {
    const { spec } = levels[0] as (typeof levels)[number]
    const more = levels.length > 1 ? ` and ${levels.length - 1} overview${levels.length > 2 ? 's' : ''}` : ''
    return {
      label: sink,
      text: `${target === '' ? '' : `${target}: `}${spec.shape.join(' x ')} ${spec.dtype} in chunks of ${spec.chunks.chunk.join(' x ')}${more}`,
    }
  })
  const sources = plan.sources.map(({ uri, tiles, reads, exact }) => ({
    label: 'reads',
    text: `${tiles} tiles of ${uri.split(/[\\/]/).slice(-2).join('/')}${tiles === 0 ? '' : `, each ${exact ? '' : 'at most '}${(reads / tiles).toFixed(2)} times`}`,
  }))
  const notes = plan.notes.map(({ kind, node, text }) => ({ label: kind, text: `${plan.nodes[node]?.op ?? ''}: ${text}` }))
  return card(
    'Plan',
    factTable([...foresightFacts(plan), ...outputs, ...sources.slice(0, 12), ...notes.slice(0, 12)]),
    folded('graph', planGraph(plan), true),
    folded('all of it', `<pre style="${style.text}">${escapeHtml(formatPlan(plan))}</pre>`),
  )
}

/** Any text as a card, in the letters of code. */
export function textCardHtml(text: string): string {
  return `<pre style="${style.text};display:inline-block">${escapeHtml(text)}</pre>`
}

function card(title: string, ...parts: readonly string[]): string {
  return `<div style="${style.card}"><div style="${style.head}">${escapeHtml(title)}</div>${parts.join('')}</div>`
}

function columns(left: string, right: string): string {
  return right === '' ? left : `<div style="${style.columns}"><div>${left}</div><div>${right}</div></div>`
}

function factTable(facts: readonly Fact[]): string {
  if (facts.length === 0) return ''
  const rows = facts.map(
    ({ label, text }) =>
      `<tr style="background:none"><th style="${style.label}">${escapeHtml(label)}</th><td style="${style.value}">${escapeHtml(text)}</td></tr>`,
  )
  return `<table style="border-collapse:collapse;border:0;margin:0">${rows.join('')}</table>`
}

function folded(title: string, html: string, isOpen = false): string {
  if (html === '') return ''
  return `<details style="${style.fold}"${isOpen ? ' open' : ''}><summary style="cursor:pointer;opacity:.8">${escapeHtml(title)}</summary>${html}</details>`
}

/** Most letters of an attribute that are shown. */
const mostLetters = 300

function attributeTable(attrs: JsonObject): string {
  const facts = Object.entries(attrs).map(([label, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return { label, text: text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text }
  })
  return factTable(facts)
}

function bytesOf({ shape, dtype }: ArraySpec): number {
  return shape.reduce((product, extent) => product * extent, 1) * dtypes[dtype].bytes
}

/** Tasks, threads and memory in one line. */
function foresightFacts(foresight: Foresight): Fact[] {
  if (foresight === null) return []
  if ('refused' in foresight) return [{ label: 'to compute', text: foresight.refused }]
  const { memory, stages } = foresight
  const tasks = taskTotal(foresight)
  const threads = memory.workers === 0 ? 'on the calling thread' : `on ${memory.workers} worker${memory.workers === 1 ? '' : 's'}`
  const staged = stages.length === 1 ? '' : ` in ${stages.length} stages`
  const text = `${tasks} task${tasks === 1 ? '' : 's'}${staged} ${threads}, at most ${formatBytes(memory.promise)} of memory`
  return [{ label: foresight.outputs[0]?.target === '' ? 'to compute' : 'to run', text }]
}

function planGraph({ nodes, places, outputs }: Plan): string {
  return graphSvg(
    nodes.map(({ op, inputs, params, stored }, at): DrawnNode => {
      const label = stored === null ? nameOf({ op, params }) : outputs[stored.output]?.isStage ? 'put aside' : `level ${stored.level}`
      return {
        label,
        inputs,
        storage: places[at]?.storage ?? '',
        title: `${stored === null ? opLine({ op, params }) : label}: ${places[at]?.why ?? ''}`,
      }
    }),
  )
}

/** What a node is called: for an expression, its outermost function. */
function nameOf({ op, params }: Pick<LazyNode, 'op' | 'params'>): string {
  const tree = isJsonObject(params) ? params.tree : undefined
  return Array.isArray(tree) && typeof tree[0] === 'string' ? `${op} ${tree[0]}` : op
}

/** The graph as it was written, inputs first. */
function recipeGraph(root: LazyNode): string {
  const positions = new Map<LazyNode, number>()
  const drawn: DrawnNode[] = []
  const stack = [root]
  while (stack.length > 0) {
    const node = stack[stack.length - 1] as LazyNode
    const waiting = positions.has(node) ? [] : node.inputs.filter((input) => !positions.has(input))
    if (waiting.length > 0) {
      stack.push(...waiting)
      continue
    }
    stack.pop()
    if (positions.has(node)) continue
    positions.set(node, drawn.length)
    drawn.push({
      label: nameOf(node),
      storage: '',
      title: opLine(node),
      inputs: node.inputs.map((input) => positions.get(input) as number),
    })
  }
  return graphSvg(drawn)
}

/** A PNG as an HTML image. */
export function htmlImage(png: Uint8Array, width: number, alternative: string): string {
  if (!(png instanceof Uint8Array)) throw new UsageError(`htmlImage: ${shownArgument(png)} was given, expected the bytes of a PNG`)
  const data = Buffer.from(png.buffer, png.byteOffset, png.byteLength).toString('base64')
  return `<img alt="${escapeHtml(alternative)}" width="${width}" src="data:image/png;base64,${data}">`
}
