import type { Json } from '../base/json.js'
import { exprFunctions } from '../ops/expr.js'
import { exprError, type Token, tokensOf } from './expr-tokens.js'
import { namesHint } from './near-names.js'

/** What a name stands for: a number, or an input as `"$0"`; undefined for a name that is not there. */
export type NameOf = (name: string) => number | string | undefined

/** Operators from loose to tight; of a row, each goes from left to right. Bits bind tighter than comparisons, as in Python. */
const rows: readonly Readonly<Record<string, string>>[] = [
  { '||': 'or', or: 'or' },
  { '&&': 'and', and: 'and' },
  { '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', '==': 'eq', '!=': 'ne', in: 'isIn' },
  { '|': 'bitOr' },
  { '^': 'bitXor' },
  { '&': 'bitAnd' },
  { '<<': 'shiftLeft', '>>': 'shiftRight' },
  { '+': 'add', '-': 'sub' },
  { '*': 'mul', '/': 'div' },
]
const comparisons = 2

const constants: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E }
const otherNames: Readonly<Record<string, string>> = {
  minimum: 'min',
  maximum: 'max',
  ln: 'log',
  isnan: 'isNa',
  isna: 'isNa',
  notna: 'notNa',
  power: 'pow',
}

/** How deep an expression may be nested: far below where the stack ends. */
const mostDepth = 150

/** What an expression has no value for: allowed where a condition picks it. */
const nothing = 'na'

/** Reads one expression by going down its grammar. Nothing of the text is ever run. */
class Parser {
  readonly #text: string
  readonly #tokens: readonly Token[]
  readonly #nameOf: NameOf
  readonly #known: readonly string[]
  #next = 0
  #depth = 0

  constructor(text: string, nameOf: NameOf, known: readonly string[]) {
    this.#text = text
    this.#tokens = tokensOf(text)
    this.#nameOf = nameOf
    this.#known = known
  }

  /** All of the text as one expression. */
  whole(): Json {
    if (this.#peek().kind === 'end') throw exprError(this.#text, 1, 'there is nothing in the expression')
    const tree = this.#conditional()
    const rest = this.#peek()
    if (rest.kind !== 'end') throw this.#unexpected(rest, 'an operator or the end')
    return tree
  }

  #peek(): Token {
    return this.#tokens[this.#next] as Token
  }

  #take(): Token {
    const token = this.#peek()
    if (token.kind !== 'end') this.#next++
    return token
  }

  #has(text: string): boolean {
    const { kind, text: found } = this.#peek()
    if (kind === 'end' || kind === 'number' || found !== text) return false
    this.#next++
    return true
  }

  #expect(text: string): void {
    if (!this.#has(text)) throw this.#unexpected(this.#peek(), `"${text}"`)
  }

  #unexpected(token: Token, expected: string): Error {
    return exprError(this.#text, token.at, `${token.kind === 'end' ? 'it ends' : `"${token.text}"`} where ${expected} was expected`)
  }

  #nested<T>(read: () => T): T {
    this.#depth++
    if (this.#depth > mostDepth)
      throw exprError(this.#text, this.#peek().at, `it is nested more than ${mostDepth} deep: make several arrays of it`)
    const made = read()
    this.#depth--
    return made
  }

  #conditional(): Json {
    return this.#nested(() => {
      const condition = this.#row(0)
      if (!this.#has('?')) return condition
      const yes = this.#branch()
      this.#expect(':')
      const no = this.#branch()
      if (yes === null) return ['where', ['not', condition], no as Json]
      return no === null ? ['where', condition, yes] : ['where', condition, yes, no]
    })
  }

  /** A value, or null for `na`. */
  #branch(): Json | null {
    const { kind, text } = this.#peek()
    if (kind !== 'name' || text !== nothing || this.#nameOf(nothing) !== undefined) return this.#conditional()
    this.#next++
    return null
  }

  #row(at: number): Json {
    if (at === rows.length) return this.#unary()
    let left = this.#row(at + 1)
    for (let turns = 0; ; turns++) {
      const { kind, text, at: position } = this.#peek()
      const name = kind === 'sign' || kind === 'name' ? rows[at]?.[text] : undefined
      if (name === undefined || !Object.hasOwn(rows[at] as object, text)) return left
      if (at === comparisons && turns > 0)
        throw exprError(this.#text, position, `comparisons do not go on: join two with &&, as in a < b && b < c`)
      this.#next++
      left = [name, left, name === 'isIn' ? this.#list() : this.#row(at + 1)]
    }
  }

  #unary(): Json {
    return this.#nested(() => {
      if (this.#has('+')) return this.#unary()
      if (this.#has('!') || this.#has('not')) return ['not', this.#unary()]
      if (this.#peek().text === '~') throw exprError(this.#text, this.#peek().at, '"~" is not known: use ! for "not"')
      if (!this.#has('-')) return this.#power()
      const value = this.#unary()
      return typeof value === 'number' ? -value : ['neg', value]
    })
  }

  /** `a ** b ** c` is `a ** (b ** c)`, and binds tighter than a sign before it. */
  #power(): Json {
    const base = this.#primary()
    return this.#has('**') ? ['pow', base, this.#unary()] : base
  }

  #primary(): Json {
    const token = this.#take()
    if (token.kind === 'number') return Number(token.text)
    if (token.kind === 'sign' && token.text === '(') {
      const inside = this.#conditional()
      this.#expect(')')
      return inside
    }
    if (token.kind !== 'name') throw this.#unexpected(token, 'a number, a name or "("')
    return this.#peek().text === '(' ? this.#call(token) : this.#name(token)
  }

  #name({ text, at }: Token): Json {
    const value = this.#nameOf(text) ?? (Object.hasOwn(constants, text) ? constants[text] : undefined)
    if (value !== undefined) return value
    const isFunction = Object.hasOwn(exprFunctions, text)
    if (isFunction) throw exprError(this.#text, at, `${text} is a function and needs its operands in brackets`)
    throw exprError(this.#text, at, `there is no variable "${text}": ${namesHint(text, this.#known)}`)
  }

  #call({ text, at }: Token): Json {
    const name = Object.hasOwn(exprFunctions, text) ? text : Object.hasOwn(otherNames, text) ? (otherNames[text] as string) : undefined
    if (name === undefined)
      throw exprError(this.#text, at, `there is no function "${text}": ${namesHint(text, Object.keys(exprFunctions), 60)}`)
    this.#expect('(')
    const operands: Json[] = []
    while (!this.#has(')')) {
      if (operands.length > 0) this.#expect(',')
      operands.push(name === 'isIn' && operands.length === 1 ? this.#list() : this.#conditional())
    }
    const { least, most } = exprFunctions[name] as { least: number; most: number }
    if (operands.length >= least && operands.length <= most) return [name, ...operands]
    const wanted = least === most ? `${least}` : `${least} to ${most}`
    throw exprError(this.#text, at, `${name} takes ${wanted} operands, ${operands.length} were given`)
  }

  /** Numbers in brackets. */
  #list(): Json {
    this.#expect('[')
    const values: number[] = []
    while (!this.#has(']')) {
      if (values.length > 0) this.#expect(',')
      const minus = this.#has('-')
      const token = this.#take()
      if (token.kind !== 'number') throw this.#unexpected(token, 'a number')
      values.push(minus ? -Number(token.text) : Number(token.text))
    }
    return values
  }
}

/** The tree of an expression in text. Throws `E_USAGE` saying what is wrong and where; for unknown names with those that are nearest. */
export function parseExpr(text: string, nameOf: NameOf, known: readonly string[]): Json {
  return new Parser(text, nameOf, known).whole()
}
