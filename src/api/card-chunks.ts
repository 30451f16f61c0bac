import type { ArraySpec } from '../graph/spec.js'

const longest = 130
/** More lines than these would be one grey. */
const mostLines = 24

/**
 * An array's chunks as SVG: the last two dims as a rectangle with a line at each border of chunks, the others as a stack behind it. Where there are too many
 * borders to be seen, only some are drawn. '' for an array of no dims.
 */
export function chunksSvg({ dims, shape }: ArraySpec, chunks: Readonly<Record<string, number>>): string {
  if (dims.length === 0) return ''
  const columns = { dim: dims.at(-1) as string, extent: shape.at(-1) as number }
  const rows = dims.length < 2 ? null : { dim: dims.at(-2) as string, extent: shape.at(-2) as number }
  const [width, height] = sides(columns.extent, rows?.extent ?? columns.extent / 8)
  const layers = dims.slice(0, -2).reduce((product, dim, at) => product * Math.ceil((shape[at] as number) / (chunks[dim] as number)), 1)
  const behind = Math.min(5, layers - 1)
  const step = 5
  const [left, top] = [4, 4 + behind * step]
  const stroke = 'stroke="currentColor" stroke-opacity=".6"'
  const back = Array.from({ length: behind }, (_, at) => {
    const by = (behind - at) * step
    return `<rect x="${left + by}" y="${top - by}" width="${width}" height="${height}" fill="#9ec5e8" fill-opacity=".5" ${stroke}/>`
  })
  const lines = [
    ...borders(columns.extent, chunks[columns.dim] as number).map((at) => `M${round(left + at * width)} ${top}v${height}`),
    ...(rows === null ? [] : borders(rows.extent, chunks[rows.dim] as number).map((at) => `M${left} ${round(top + at * height)}h${width}`)),
  ].join('')
  const text = (x: number, y: number, what: string, anchor: string): string =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="11" fill="currentColor" opacity=".75">${what}</text>`
  const right = left + width + behind * step
  const depth = dims.slice(0, -2).map((_, at) => shape[at])
  return (
    `<svg width="${right + 64}" height="${top + height + 20}" style="font-family:system-ui,sans-serif" role="img" aria-label="chunks">${back.join('')}` +
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#cfe3f5" fill-opacity=".85" ${stroke}/>` +
    `<path d="${lines}" ${stroke} stroke-width=".8"/>` +
    text(left + width / 2, top + height + 14, String(columns.extent), 'middle') +
    (rows === null ? '' : text(right + 6, top + height / 2 + 8, String(rows.extent), 'start')) +
    (depth.length === 0 || behind === 0 ? '' : text(right + 6, 14, `${depth.join(' x ')} deep`, 'start')) +
    '</svg>'
  )
}

/** Width and height of a drawing in the shape of an array, as far as that can be seen. */
function sides(columns: number, rows: number): [number, number] {
  const most = Math.max(columns, rows)
  const side = (extent: number): number => Math.round(Math.max(22, (longest * extent) / most))
  return [side(columns), side(rows)]
}

/** Where chunks meet, as shares of an extent. */
function borders(extent: number, chunk: number): number[] {
  const count = Math.ceil(extent / chunk)
  const every = Math.max(1, Math.ceil((count - 1) / mostLines))
  const drawn: number[] = []
  for (let at = every; at < count; at += every) drawn.push((at * chunk) / extent)
  return drawn
}

function round(value: number): number {
  return Number(value.toFixed(1))
}
