/** JSON that may hold integers beyond 2^53 as bigints, and finished JSON text as {@link RawText}. */
export type Metadata = null | boolean | number | bigint | string | RawText | readonly Metadata[] | { readonly [key: string]: Metadata }

/** A piece of JSON that is text already. */
export interface RawText {
  readonly [rawText]: string
}

const rawText: unique symbol = Symbol('raw JSON text')

/** Wraps JSON text so that {@link metadataText} takes it over as it is, but for indentation. */
export function rawJson(text: string): RawText {
  return { [rawText]: text.trim() }
}

/** JSON text with two spaces of indentation. Bigints become integers of all their digits and -0 becomes -0.0, which JSON.stringify cannot. */
export function metadataText(value: Metadata, indent = ''): string {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') return Object.is(value, -0) ? '-0.0' : JSON.stringify(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const deeper = `${indent}  `
  if (rawText in value) return (value as RawText)[rawText].replaceAll('\n', `\n${indent}`)
  if (Array.isArray(value)) {
    if (value.every(isOneWord)) return `[${value.map((item) => metadataText(item)).join(', ')}]`
    return `[\n${value.map((item) => deeper + metadataText(item, deeper)).join(',\n')}\n${indent}]`
  }
  const pairs = Object.entries(value).map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${metadataText(item, deeper)}`)
  return pairs.length === 0 ? '{}' : `{\n${pairs.join(',\n')}\n${indent}}`
}

/** Whether a value is written without a break: all but lists, objects and pieces of several lines. */
function isOneWord(value: Metadata): boolean {
  if (typeof value !== 'object' || value === null) return true
  return rawText in value && !(value as RawText)[rawText].includes('\n')
}

/**
 * Parses metadata text; `fill_value` and `_FillValue` beyond 2^53 come out as strings of digits instead of rounded numbers, and so do NaN and Infinity,
 * which Python writes bare. Throws SyntaxError.
 */
export function parseMetadata(text: string): unknown {
  const digits = text.replace(/("(?:fill_value|_FillValue)"\s*:\s*)(-?\d{16,})(?=\s*[,}\]])/g, '$1"$2"')
  try {
    return JSON.parse(digits)
  } catch (error) {
    const quoted = digits.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (word) => (word.startsWith('"') ? word : `"${word}"`))
    if (quoted === digits) throw error
    return JSON.parse(quoted)
  }
}
