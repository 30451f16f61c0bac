import { table } from '../plan/table.js'
import type { CheckedField, CheckedFile, CheckReport } from './open-check.js'
import { recipeUri } from './source-uri.js'

const words: Readonly<Record<CheckedField, string>> = {
  ...{ dims: 'dims', crs: 'CRS', pixel: 'size of pixels', offset: 'offset of the grid', extent: 'extent' },
  ...{ dtype: 'dtype', bands: 'number of bands', nodata: 'nodata', scale: 'scale and offset' },
}

/** A comparison of files as a table; `!` marks what differs. With `onlyDiffering` files that agree are left out. */
export function checkText({ files, reference, differing, failed, agree }: CheckReport, onlyDiffering: boolean): string {
  const listed = onlyDiffering ? files.filter(({ error, differs }) => error !== null || differs.length > 0) : files
  const rows = listed.map((file) => rowOf(file, reference))
  const heading = ['File', 'CRS', 'Size', 'Pixel', 'Offset px', 'Dtype', 'Bands', 'Nodata', 'Scale']
  const errors = files.flatMap(({ file, error }) =>
    error === null ? [] : [`cannot be read: ${error.startsWith(file) ? '' : `${file}: `}${error}`],
  )
  const counts = (Object.entries(differing) as [CheckedField, number][]).map(([field, count]) => `${count} in ${words[field]}`)
  const total = `${files.length} file${files.length === 1 ? '' : 's'}`
  const verdict = agree
    ? `${total}: all agree`
    : `${total}: ${[...counts, ...(failed === 0 ? [] : [`${failed} cannot be read`])].join(', ')}${counts.length === 0 ? '' : ` (compared with ${reference === null ? 'none' : shown(reference)})`}`
  return [...(rows.length === 0 ? [] : [table(heading, rows), '']), ...errors, verdict].join('\n')
}

function rowOf({ file, error, differs, offsetPx, ...facts }: CheckedFile, reference: string | null): string[] {
  if (error !== null) return [shown(file), '!', '', '', '', '', '', '', '']
  const marked = (text: string, ...fields: readonly CheckedField[]): string =>
    fields.some((field) => differs.includes(field)) ? `${text} !` : text
  const offset = offsetPx === null ? '-' : `${part(offsetPx.x)}, ${part(offsetPx.y)}`
  return [
    `${shown(file)}${file === reference ? ' *' : ''}`,
    marked(facts.crs, 'crs'),
    marked(facts.size, 'extent', 'dims'),
    marked(facts.pixel, 'pixel'),
    marked(offset, 'offset'),
    marked(facts.dtype, 'dtype'),
    marked(String(facts.bands), 'bands'),
    marked(facts.nodata, 'nodata'),
    marked(facts.scale, 'scale'),
  ]
}

/** A file as seen from here. */
function shown(file: string): string {
  return recipeUri(file, process.cwd())
}

/** A part of a pixel with three digits; nothing for what float64 leaves of 0. */
function part(value: number): string {
  return Math.abs(value) < 5e-4 ? '0' : value.toFixed(3)
}
