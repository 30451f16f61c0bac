import type { Element } from '../base/dtype.js'
import { isJsonObject, type Json } from '../base/json.js'
import type { ScalarJson } from '../base/scalar.js'
import { formatCrs } from '../geo/crs.js'
import { fitName, placedByGcps, usualFit } from '../geo/gcp.js'
import { boundsOf, labelOf, resolutionOf } from '../geo/geobox.js'
import { geolocationAttribute } from '../geo/geolocation.js'
import type { LazyNode } from '../graph/graph.js'
import type { ArraySpec } from '../graph/spec.js'
import { boundsText, type Fact, short } from './display-geo.js'
import { labelsOf, someLabels } from './labels-axis.js'
import { formatTime, labelToMs, parseTimeUnit } from './labels-time.js'
import { recipeUri } from './source-uri.js'
import type { Values } from './values.js'

/** The facts of an array that its cards show: chunks, labels, CRS, bounds, resolution, nodata, bands. */
export function factsOf(spec: ArraySpec, chunks: Readonly<Record<string, number>>): Fact[] {
  const { geobox, attrs } = spec
  const facts: Fact[] = [{ label: 'chunks', text: spec.dims.map((dim) => `${dim} ${chunks[dim]}`).join(', ') || '(one value)' }]
  for (const dim of spec.dims) {
    if (geobox !== null && (dim === 'x' || dim === 'y')) continue
    if (spec.coords[dim] !== undefined && dim !== 'band') facts.push({ label: dim, text: someLabels(labelsOf(spec, dim), 5) })
  }
  if (geobox !== null) {
    const { x, y } = resolutionOf(geobox)
    const named = geobox.crs === null || geobox.crs.epsg === null ? '' : `, ${geobox.crs.name}`
    facts.push({ label: 'CRS', text: geobox.crs === null ? 'none' : labelOf(geobox.crs) + named })
    for (const text of geobox.crs?.warnings ?? []) facts.push({ label: 'warning', text })
    facts.push({ label: 'bounds', text: boundsText(boundsOf(geobox)) })
    facts.push({ label: 'resolution', text: x === y ? short(x) : `x ${short(x)}, y ${short(y)}` })
  }
  facts.push(...controlPointFacts(geobox, attrs))
  facts.push({ label: 'nodata', text: oneOrAll(spec.bands.map((band) => (band.nodata === null ? 'none' : String(band.nodata)))) })
  return [...facts, ...bandFacts(spec)]
}

/** How an array is placed that has nothing but control points, and what `reproject` makes of them. */
function controlPointFacts(geobox: ArraySpec['geobox'], attrs: ArraySpec['attrs']): Fact[] {
  const placed = placedByGcps(geobox, attrs)
  if (placed === null && geobox?.crs === null && geolocationAttribute in attrs)
    return [{ label: 'placed by', text: 'the latitude and longitude of each pixel: reproject searches in them' }]
  if (placed === null) return []
  const { points, crs } = placed
  const named = crs === null || crs.epsg === null ? '' : ` (${crs.name})`
  const fit =
    points.length < 3 || crs === null ? 'too little to reproject by' : `reproject fits ${fitName(usualFit(points.length))} to them`
  return [{ label: 'placed by', text: `${points.length} control points in ${labelOf(crs)}${named}: ${fit}` }]
}

function bandFacts({ dims, bands }: ArraySpec): Fact[] {
  const facts: Fact[] = []
  const names = bands.map((band, index) => band.description ?? String(index + 1))
  if (dims.includes('band') || bands.some((band) => band.description !== null)) {
    facts.push({ label: bands.length === 1 ? 'band' : 'bands', text: someLabels(names, 8) })
  }
  if (bands.some(({ scale, offset }) => scale !== 1 || offset !== 0)) {
    facts.push({ label: 'stored as', text: oneOrAll(bands.map(({ scale, offset }) => `value = stored * ${scale} + ${offset}`)) })
  }
  if (bands.some(({ unit }) => unit !== null)) facts.push({ label: 'unit', text: oneOrAll(bands.map(({ unit }) => unit ?? 'none')) })
  return facts
}

function oneOrAll(texts: readonly string[]): string {
  return new Set(texts).size <= 1 ? (texts[0] ?? 'none') : someLabels(texts, 6)
}

/** The first line of a card: `DataArray ndvi (y: 1098, x: 1098) float32`. */
export function headline({ name, dims, shape, dtype }: ArraySpec): string {
  const extents = dims.map((dim, at) => `${dim}: ${shape[at]}`).join(', ')
  return `DataArray${name === null ? '' : ` ${name}`} (${extents}) ${dtype}`
}

/** The text card of an array: what it is, then the recipe that makes it. */
export function textCard(node: LazyNode, chunks: Readonly<Record<string, number>>, pixels: Values | null): string {
  const seen = pixels === null ? [] : [{ label: 'values', text: someValues(pixels) }]
  const facts = [...factsOf(node.spec, chunks), ...seen].map(({ label, text }) => `  ${label.padEnd(11)}${text}`)
  const recipe = recipeLines(node).map((line) => `    ${line}`)
  return [headline(node.spec), ...facts, '  recipe', ...recipe].join('\n')
}

/** Most pixels that are listed one by one. */
const mostValues = 12

/** The pixels of an array in memory: a few are listed, `-` for an invalid one; of many the least and the greatest. */
export function someValues({ values, valid }: Values): string {
  if (values.length <= mostValues) {
    return Array.from(values as ArrayLike<Element>, (value, at) => (valid?.[at] === 0 ? '-' : shownValue(value))).join(', ')
  }
  let [count, least, most]: [number, Element, Element] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let at = 0; at < values.length; at++) {
    if (valid?.[at] === 0) continue
    const value = values[at] as Element
    count++
    if (value < least) least = value
    if (value > most) most = value
  }
  if (count === 0) return `none of ${values.length} is valid`
  return `${shownValue(least)} to ${shownValue(most)}, ${count === values.length ? 'all' : `${count} of ${values.length}`} valid`
}

function shownValue(value: Element): string {
  return typeof value === 'bigint' ? String(value) : String(Number(value.toPrecision(6)))
}

/** Most lines of a recipe that a card shows. */
const mostLines = 40

/** The recipe as an indented tree: each op on a line, its inputs below it. What was shown before is referred to by its number. */
export function recipeLines(root: LazyNode): string[] {
  const uses = countUses(root)
  const numbers = new Map<string, number>()
  const lines: string[] = []
  const stack: { node: LazyNode; depth: number }[] = [{ node: root, depth: 0 }]
  while (stack.length > 0 && lines.length < mostLines) {
    const { node, depth } = stack.pop() as { node: LazyNode; depth: number }
    const indent = '  '.repeat(depth)
    const seen = numbers.get(node.hash)
    if (seen !== undefined) {
      lines.push(`${indent}(${seen}) again`)
      continue
    }
    const shared = (uses.get(node.hash) ?? 0) > 1
    if (shared) numbers.set(node.hash, numbers.size + 1)
    lines.push(`${indent}${shared ? `(${numbers.get(node.hash)}) ` : ''}${opLine(node)}`)
    for (const input of [...node.inputs].reverse()) stack.push({ node: input, depth: depth + 1 })
  }
  if (stack.length > 0) lines.push('...')
  return lines
}

function countUses(root: LazyNode): Map<string, number> {
  const uses = new Map<string, number>()
  const stack = [root]
  while (stack.length > 0) {
    const node = stack.pop() as LazyNode
    const count = uses.get(node.hash) ?? 0
    uses.set(node.hash, count + 1)
    if (count === 0) stack.push(...node.inputs)
  }
  return uses
}

/** Most letters of an op's params that a line shows. */
const mostLetters = 120

/** An op and its params on one line, cut short. */
export function opLine({ op, params }: Pick<LazyNode, 'op' | 'params'>): string {
  const text = isJsonObject(params) ? objectText(params) : paramText('', params)
  return `${op} ${text.length > mostLetters ? `${text.slice(0, mostLetters - 3)}...` : text}`.trimEnd()
}

function objectText(params: { readonly [key: string]: Json }): string {
  const times = timesText(params)
  if (times !== null) return times
  return Object.entries(params)
    .flatMap(([key, value]) => {
      const text = key === 'spec' ? '' : paramText(key, value)
      return text === '' ? [] : [text]
    })
    .join(', ')
}

/** Labels that are times, as dates rather than counts of seconds; null for other params. */
function timesText({ labels, unit, calendar, ...others }: { readonly [key: string]: Json }): string | null {
  const time = typeof unit === 'string' ? parseTimeUnit(unit, typeof calendar === 'string' ? calendar : undefined) : null
  if (time === null || !Array.isArray(labels)) return null
  const shown = labels.map((label: ScalarJson) => formatTime(labelToMs(label, time), time.calendar))
  return [objectText(others), `labels ${someLabels(shown, 6)}`].filter((text) => text !== '').join(', ')
}

/** One param: grids by their size and CRS, ranges as start..stop, what says nothing not at all. */
function paramText(key: string, value: Json): string {
  if (value === null || value === false) return ''
  if (key === 'uri') return shownUri(String(value))
  if (key === 'tree') return callText(value)
  if (!isJsonObject(value)) return isBare(value) ? String(value) : `${key} ${JSON.stringify(value)}`
  if ('affine' in value && 'width' in value) return gridText(value)
  if ('start' in value && 'stop' in value) return `${key} ${value.start}..${value.stop}${value.step === 1 ? '' : ` by ${value.step}`}`
  if ('dims' in value && 'dtype' in value) return ''
  const inside = objectText(value)
  return inside === '' || key === 'indexers' || key === 'options' ? inside : `${key} ${inside}`
}

/** An expression as calls: `add($0, 1)`; operands that would be too many letters are left out. */
function callText(tree: Json, letters = mostLetters): string {
  if (!Array.isArray(tree)) return String(tree)
  if (letters < 0) return '...'
  const [name, ...operands] = tree as Json[]
  const each = Math.floor((letters - 8) / operands.length)
  const inside = operands.map((operand) => callText(operand, each)).join(', ')
  return typeof name === 'string' ? `${name}(${inside})` : `[${(tree as Json[]).join(', ')}]`
}

/** Paths as seen from here; the hash of an array in memory cut short. */
function shownUri(uri: string): string {
  return uri.startsWith('asset:') ? uri.slice(0, 'asset:'.length + 12) : recipeUri(uri, process.cwd())
}

/** Texts speak for themselves; a number needs its name. */
function isBare(value: Json): boolean {
  return typeof value === 'string'
}

function gridText(box: { readonly [key: string]: Json }): string {
  const crs = isJsonObject(box.crs ?? null) ? (box.crs as { epsg: number | null; name: string }) : null
  const label = crs === null ? '' : `${formatCrs(crs as never)} `
  return `${label}${box.width} x ${box.height} px`
}
