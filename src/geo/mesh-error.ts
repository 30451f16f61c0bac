import { tablesLength, walkMesh } from './mesh.js'
import { type Lattice, type MeshCell, noSource, rootPx, tableSide } from './mesh-cell.js'
import type { PixelMap } from './pixel-map.js'

/** How far interpolated positions were found to be from exact ones. */
export interface MeshError {
  /** Greatest distance in source pixels. */
  readonly errorPx: number
  /** Pixels that were looked at; 0 where none that was looked at has a source. */
  readonly pixels: number
}

/** Root cells along each side of a grid that are looked at, and pixels along each side of such a cell. */
const cellsAlong = 7
const pixelsAlong = 6

/**
 * Measures the error that a mesh has over a grid, at up to 1,764 pixels spread over it: what `maxErrorPx` bounds, measured apart from the way in which
 * it is bounded. 0 for affine maps and a `maxErrorPx` of 0.
 */
export function measuredError(map: PixelMap, maxErrorPx: number, width: number, height: number): MeshError {
  let found: MeshError = { errorPx: 0, pixels: 0 }
  const tables = new Float64Array(tablesLength(0, rootPx, 'centres'))
  for (const y0 of spread(height)) {
    for (const x0 of spread(width)) {
      const rect = { x0, y0, x1: Math.min(width, x0 + rootPx), y1: Math.min(height, y0 + rootPx) }
      const options = { maxErrorPx, lattice: 'centres' as const satisfies Lattice, isEmpty: () => false }
      walkMesh(map, options, rect, tables, (cells) => {
        for (const cell of cells) found = worse(found, cellError(map, cell, rect.x1 - x0, rect.y1 - y0, tables))
      })
    }
  }
  return found
}

/** First pixels of root cells spread over an extent. */
function spread(extent: number): number[] {
  const last = Math.floor((extent - 1) / rootPx)
  const count = Math.min(last + 1, cellsAlong)
  return Array.from({ length: count }, (_, i) => (count === 1 ? 0 : Math.round((i * last) / (count - 1)) * rootPx))
}

function worse(one: MeshError, other: MeshError): MeshError {
  return { errorPx: Math.max(one.errorPx, other.errorPx), pixels: one.pixels + other.pixels }
}

function cellError(map: PixelMap, cell: MeshCell, columns: number, rows: number, tables: Float64Array): MeshError {
  const places: { x: number; y: number; u: number; v: number }[] = []
  for (let j = 0; j < pixelsAlong; j++) {
    for (let i = 0; i < pixelsAlong; i++) {
      const [x, y] = [Math.floor((i * columns) / pixelsAlong), Math.floor((j * rows) / pixelsAlong)]
      const [u, v] = positionIn(cell, x, y, tables)
      if (u !== noSource) places.push({ x, y, u, v })
    }
  }
  const us = Float64Array.from(places, ({ x }) => cell.column * rootPx + x + 0.5)
  const vs = Float64Array.from(places, ({ y }) => cell.row * rootPx + y + 0.5)
  map.apply(us, vs, places.length)
  let errorPx = 0
  places.forEach(({ u, v }, at) => {
    const across = u - (us[at] as number)
    // Positions that differ by whole turns are one place.
    const turned = map.period === null ? across : across - map.period * Math.round(across / map.period)
    const error = Math.hypot(turned, v - (vs[at] as number))
    if (error > errorPx) errorPx = error
  })
  return { errorPx, pixels: places.length }
}

function positionIn(cell: MeshCell, x: number, y: number, tables: Float64Array): [number, number] {
  if (cell.kind === 'empty') return [noSource, noSource]
  if (cell.kind === 'table') {
    const side = tableSide('centres')
    const at = cell.table + y * side + x
    return [tables[at] as number, tables[at + side * side] as number]
  }
  const [i, j] = [x + 0.5, y + 0.5]
  const { u, v, baseU, baseV } = cell
  return [baseU + u.at + i * u.dx + j * u.dy + i * j * u.dxy, baseV + v.at + i * v.dx + j * v.dy + i * j * v.dxy]
}
