import { CrsError } from '../base/errors.js'

/** One `KEYWORD[...]` of WKT. */
export interface WktNode {
  /** In capitals. */
  readonly keyword: string
  /** Texts in quotes, numbers and bare words, in order, without the nodes between them. */
  readonly values: readonly (string | number)[]
  readonly children: readonly WktNode[]
}

const token = /\s*(?:"((?:[^"]|"")*)"|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(?![A-Za-z_])|([A-Za-z_][A-Za-z_0-9]*)|([[\](),]))/y

/** Reads WKT into a tree. Brackets may be square or round. Throws `E_CRS` with the position for what is not WKT. */
export function parseWktTree(text: string): WktNode {
  const tokens = tokensOf(text)
  const [node, next] = readNode(tokens, 0, text)
  if (next !== tokens.length) throw broken(text, `more text after its end`)
  return node
}

/** The first child with one of these keywords, or undefined. */
export function childOf(node: WktNode, ...keywords: readonly string[]): WktNode | undefined {
  return node.children.find((child) => keywords.includes(child.keyword))
}

/** The text that names a node, or ''. */
export function nameOf(node: WktNode | undefined): string {
  const name = node?.values[0]
  return name === undefined ? '' : String(name)
}

/** The n-th value of a node as a number, NaN where there is none. */
export function numberAt(node: WktNode | undefined, index: number): number {
  const value = node?.values[index]
  return value === undefined || value === '' ? Number.NaN : Number(value)
}

/** The EPSG code that a node gives for itself, or null. */
export function codeOf(node: WktNode): number | null {
  const id = childOf(node, 'AUTHORITY', 'ID')
  const code = numberAt(id, 1)
  return nameOf(id).toUpperCase() === 'EPSG' && Number.isInteger(code) ? code : null
}

type Token = { readonly kind: 'text' | 'number' | 'word' | 'mark'; readonly value: string }

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const trimmed = text.trimEnd()
  token.lastIndex = 0
  while (token.lastIndex < trimmed.length) {
    const at = token.lastIndex
    const match = token.exec(trimmed)
    if (match === null) throw broken(text, `cannot read it at character ${at}: "${trimmed.slice(at, at + 20)}"`)
    const [, quoted, number, word, mark] = match
    if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.replaceAll('""', '"') })
    else if (number !== undefined) tokens.push({ kind: 'number', value: number })
    else if (word !== undefined) tokens.push({ kind: 'word', value: word })
    else tokens.push({ kind: 'mark', value: mark as string })
  }
  return tokens
}

/** Nodes within nodes: WKT of bound CRSs has about 12. */
const mostDepth = 64

function readNode(tokens: readonly Token[], start: number, text: string, depth = 0): [WktNode, number] {
  if (depth > mostDepth) throw broken(text, `more than ${mostDepth} brackets in one another`)
  const keyword = tokens[start]
  const open = tokens[start + 1]
  if (keyword?.kind !== 'word' || open?.kind !== 'mark' || !'[('.includes(open.value))
    throw broken(text, 'a keyword and a bracket are missing')
  const values: (string | number)[] = []
  const children: WktNode[] = []
  let at = start + 2
  for (;;) {
    const item = tokens[at]
    if (item === undefined) throw broken(text, `${keyword.value} is not closed`)
    if (item.kind === 'mark') {
      at++
      if (item.value !== ',') break
    } else if (item.kind === 'word' && '[('.includes(tokens[at + 1]?.kind === 'mark' ? (tokens[at + 1] as Token).value : '?')) {
      const [child, next] = readNode(tokens, at, text, depth + 1)
      children.push(child)
      at = next
    } else {
      values.push(item.kind === 'number' ? Number(item.value) : item.value)
      at++
    }
  }
  return [{ keyword: keyword.value.toUpperCase(), values, children }, at]
}

function broken(text: string, why: string): CrsError {
  const short = text.length > 60 ? `${text.slice(0, 57)}...` : text
  return new CrsError(`"${short}" is not WKT: ${why}`)
}

// Values that are words of WKT, not texts in quotes.
const bareWords: ReadonlySet<string> = new Set(['AXIS 1', 'CS 0'])

/** A tree as WKT on one line. Numbers have 15 digits, as many as always read back the same. */
export function formatWktTree({ keyword, values, children }: WktNode): string {
  const written = values.map((value, index) => {
    if (typeof value === 'number') return String(Number(value.toPrecision(15)))
    return bareWords.has(`${keyword} ${index}`) ? value : `"${value.replaceAll('"', '""')}"`
  })
  return `${keyword}[${[...written, ...children.map(formatWktTree)].join(',')}]`
}
