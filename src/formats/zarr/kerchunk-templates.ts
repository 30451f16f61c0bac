import { SourceError } from '../../base/errors.js'
import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'

/** Values of names in an expression. */
type Names = ReadonlyMap<string, number | string>

const none: Names = new Map()

/** Numbers, names and signs of one expression: more than any place of a chunk takes, and few enough to nest. */
const mostTokens = 500

/**
 * A text with its `{{...}}` filled in: names of templates, calls of them (`{{f(c='text')}}`), and sums of numbers and names. Throws `E_SOURCE` for
 * expressions beyond these.
 */
export function filledTemplate(uri: string, text: string, templates: JsonObject, names: Names = none, depth = 0): string {
  if (!text.includes('{{')) return text
  if (depth > 8) throw fault(uri, text, 'templates that name each other')
  return text.replace(/\{\{(.*?)\}\}/g, (_, expression: string) => {
    const call = /^\s*([A-Za-z_]\w*)\s*(?:\((.*)\))?\s*$/.exec(expression)
    const name = call?.[1] ?? ''
    const template = Object.hasOwn(templates, name) && !names.has(name) ? templates[name] : undefined
    if (typeof template === 'string') {
      const given = call?.[2] === undefined ? names : new Map([...names, ...argumentsOf(uri, call[2], names)])
      return filledTemplate(uri, template, templates, given, depth + 1)
    }
    const own = names.get(name)
    if (call !== null && call[2] === undefined && own !== undefined) return String(own)
    return String(resultOf(uri, expression, names))
  })
}

function argumentsOf(uri: string, text: string, names: Names): [string, number | string][] {
  return text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const found = /^\s*([A-Za-z_]\w*)\s*=\s*(?:'([^']*)'|"([^"]*)"|(.+?))\s*$/.exec(part)
      if (found === null) throw fault(uri, text, 'arguments of a template')
      return [found[1] as string, found[2] ?? found[3] ?? names.get(found[4] as string) ?? resultOf(uri, found[4] as string, names)]
    })
}

/** The references that `gen` makes: one for each combination of its dimensions. */
export function generatedReferences(uri: string, gen: Json | undefined, templates: JsonObject, most: number): Map<string, Json> {
  const made = new Map<string, Json>()
  for (const item of Array.isArray(gen) ? gen : []) {
    if (!isJsonObject(item) || typeof item.key !== 'string' || typeof item.url !== 'string' || !isJsonObject(item.dimensions))
      throw fault(uri, JSON.stringify(item).slice(0, 200), 'an item of gen')
    const axes = Object.entries(item.dimensions).map(([name, range]) => [name, rangeOf(uri, range)] as const)
    if (axes.reduce((product, [, values]) => product * values.length, 1) + made.size > most)
      throw fault(uri, item.key, 'so many references')
    let names: Map<string, number>[] = [new Map()]
    for (const [name, values] of axes) names = names.flatMap((before) => values.map((value) => new Map([...before, [name, value]])))
    for (const each of names) {
      const number = (value: Json | undefined): number =>
        typeof value === 'number' ? value : resultOf(uri, String(value).replace(/^\s*\{\{|\}\}\s*$/g, ''), each)
      const url = filledTemplate(uri, item.url, templates, each)
      const key = filledTemplate(uri, item.key, templates, each)
      made.set(key, item.offset === undefined && item.length === undefined ? [url] : [url, number(item.offset ?? 0), number(item.length)])
    }
  }
  return made
}

function rangeOf(uri: string, value: Json | undefined): readonly number[] {
  if (Array.isArray(value) && value.every((each) => typeof each === 'number')) return value as number[]
  const { start = 0, stop, step = 1 } = isJsonObject(value) ? value : {}
  if ([start, stop, step].every((each) => typeof each === 'number' && Number.isSafeInteger(each)) && (step as number) > 0) {
    const count = Math.max(0, Math.ceil(((stop as number) - (start as number)) / (step as number)))
    if (count <= 4_000_000) return Array.from({ length: count }, (_, at) => (start as number) + at * (step as number))
  }
  throw fault(uri, JSON.stringify(value), 'a dimension of gen')
}

/** A sum, product or quotient of numbers and names. */
function resultOf(uri: string, text: string, names: Names): number {
  const tokens = text.match(/\d+(?:\.\d+)?|[A-Za-z_]\w*|\/\/|[-+*/%()]/g) ?? []
  if (tokens.length > mostTokens || tokens.join('') !== text.replace(/\s+/g, '')) throw fault(uri, text, 'an expression')
  let at = 0
  const factor = (): number => {
    const token = tokens[at++]
    if (token === '-') return -factor()
    if (token === '(') {
      const value = sum()
      if (tokens[at++] !== ')') throw fault(uri, text, 'an expression')
      return value
    }
    const value = token === undefined ? Number.NaN : Number(names.get(token) ?? token)
    if (Number.isNaN(value)) throw fault(uri, text, 'an expression')
    return value
  }
  const product = (): number => {
    let value = factor()
    while (['*', '/', '//', '%'].includes(tokens[at] ?? '')) {
      const [operator, other] = [tokens[at++], factor()]
      value =
        operator === '*' ? value * other : operator === '/' ? value / other : operator === '//' ? Math.floor(value / other) : value % other
    }
    return value
  }
  const sum = (): number => {
    let value = product()
    while (tokens[at] === '+' || tokens[at] === '-') value += tokens[at++] === '+' ? product() : -product()
    return value
  }
  const value = sum()
  if (at !== tokens.length) throw fault(uri, text, 'an expression')
  return value
}

function fault(uri: string, text: string, what: string): SourceError {
  return new SourceError(
    `${uri}: ${JSON.stringify(text.slice(0, 200))}: ${what} that cannot be read: names, calls with text arguments, and + - * / // % can`,
    { uri },
  )
}
