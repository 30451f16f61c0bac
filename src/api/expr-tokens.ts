import { UsageError } from '../base/errors.js'

/** A word of an expression, and where it begins, counted from 1. */
export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

const pattern =
  /\s+|(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|0[xX][\da-fA-F]+)|([A-Za-z_]\w*)|(\*\*|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/<>!&|^?:(),[\]~])/y
const hexadecimal = /0[xX][\da-fA-F]+/y

/** An error of an expression, which says where. */
export function exprError(text: string, at: number, what: string): UsageError {
  const shown = text.length > 200 ? `${text.slice(Math.max(0, at - 100), at + 100)}` : text
  return new UsageError(`expr: ${what}, at position ${at} of "${shown}"`)
}

/** The words of an expression, the end among them. Throws `E_USAGE` for letters that belong to none. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let from = 0
  while (from < text.length) {
    hexadecimal.lastIndex = from
    pattern.lastIndex = from
    const match = hexadecimal.exec(text) ?? pattern.exec(text)
    if (match === null) throw exprError(text, from + 1, `"${text[from]}" is no part of an expression`)
    const [word, number, name] = match
    const at = from + 1
    from += word.length
    if (word.trim() === '') continue
    const kind = number !== undefined || /^0[xX]/.test(word) ? 'number' : name !== undefined ? 'name' : 'sign'
    const before = tokens.at(-1)
    if (kind === 'name' && before?.kind === 'number' && before.at + before.text.length === at)
      throw exprError(text, before.at, `"${before.text}${word}" is neither a number nor a name`)
    tokens.push({ kind, text: word, at })
  }
  return [...tokens, { kind: 'end', text: 'the end', at: text.length + 1 }]
}
