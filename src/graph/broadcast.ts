import { chunkGrid } from '../array/chunk-grid.js'
import type { Window } from '../array/window.js'
import { GridError } from '../base/errors.js'
import { requireOneGrid } from './grids-agree.js'
import { labelDifference, ownLabels } from './labels.js'
import type { ArraySpec, Coord } from './spec.js'

/** Dims of arrays that are computed with: the first array's, then new ones of the others in order. */
export function unionDims(inputs: readonly Pick<ArraySpec, 'dims'>[]): readonly string[] {
  return [...new Set(inputs.flatMap(({ dims }) => dims))]
}

/**
 * The spec of arrays on the union of their dims. Shared dims must agree in extent, grid (to a thousandth of a pixel: the first's is kept) and labels;
 * all else is the first array's. Throws `E_GRID` naming the first difference and what to do.
 */
export function broadcastSpec(inputs: readonly ArraySpec[]): ArraySpec {
  return inputs.slice(1).reduce((joined, next) => (joined === next ? joined : broadcastPair(joined, next)), inputs[0] as ArraySpec)
}

function broadcastPair(a: ArraySpec, b: ArraySpec): ArraySpec {
  checkAligned(a, b)
  const extra = b.dims
    .map((dim, at) => ({ dim, extent: b.shape[at] as number, chunk: b.chunks.chunk[at] as number }))
    .filter(({ dim }) => !a.dims.includes(dim))
  const shape = [...a.shape, ...extra.map(({ extent }) => extent)]
  const dims = [...a.dims, ...extra.map(({ dim }) => dim)]
  const owner = a.geobox !== null ? a : b
  const coords: Record<string, Coord> = {}
  for (const dim of dims) {
    const labels = labelsIn(owner.geobox === null ? null : owner, a, b, dim)
    if (labels !== undefined) coords[dim] = labels
  }
  return {
    ...a,
    dims,
    shape,
    chunks: chunkGrid(shape, [...a.chunks.chunk, ...extra.map(({ chunk }) => chunk)]),
    geobox: owner.geobox,
    periodX: a.dims.includes('x') ? a.periodX : b.periodX,
    coords,
  }
}

function labelsIn(owner: ArraySpec | null, a: ArraySpec, b: ArraySpec, dim: string): Coord | undefined {
  if (owner?.coords[dim]?.kind === 'affine') return owner.coords[dim]
  return ownLabels(a, dim) ?? ownLabels(b, dim)
}

function checkAligned(a: ArraySpec, b: ArraySpec): void {
  requireOneGrid(a, b)
  for (const dim of a.dims) {
    const there = b.dims.indexOf(dim)
    if (there < 0) continue
    const [left, right] = [a.shape[a.dims.indexOf(dim)], b.shape[there]]
    const remedy =
      dim === 'x' || dim === 'y'
        ? 'Bring one onto the other with reprojectMatch, or select the same range with isel'
        : 'Select the same labels of both with sel, or bring one to those of the other with reindex'
    if (left !== right) throw new GridError(`the two arrays have ${left} and ${right} along ${dim}. ${remedy}`)
    const unlike = labelDifference(a, b, dim)
    if (unlike !== null) throw new GridError(`the two arrays differ along ${dim}: ${unlike}. ${remedy}`)
  }
}

/** The window of each input under a window of the union of their dims. */
export function windowsUnder(out: Window, inputs: readonly ArraySpec[]): [number, Window][] {
  if (inputs.length === 1) return [[0, out]]
  const dims = unionDims(inputs)
  return inputs.map((input, at) => {
    const places = input.dims.map((dim) => dims.indexOf(dim))
    const pick = (bounds: readonly number[]): number[] => places.map((place) => bounds[place] as number)
    return [at, { start: pick(out.start), stop: pick(out.stop) }]
  })
}
