import { isJsonObject, type Json } from '../base/json.js'

/** Columns of text with a heading and a rule, aligned; numbers to the right. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heading.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)))
  const numeric = heading.map((_, column) => rows.length > 0 && rows.every((row) => /^[-x<=\d. ]*$/.test(row[column] ?? '')))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (numeric[column] ? cell.padStart(widths[column] as number) : cell.padEnd(widths[column] as number)))
      .join('  ')
      .trimEnd()
  return [line(heading), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

/** Params in one short line, long lists left out. */
export function inputText(params: Json): string {
  if (!isJsonObject(params)) return JSON.stringify(params)
  return Object.entries(params)
    .filter(([, value]) => typeof value !== 'object' || value === null)
    .map(([key, value]) => `${key} ${String(value)}`)
    .join(', ')
}
