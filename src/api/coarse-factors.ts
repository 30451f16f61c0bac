import type { GeoBox } from '../geo/geobox.js'
import { pixelMap } from '../geo/pixel-map.js'
import type { LazyNode } from '../graph/graph.js'
import { type ArraySpec, dimIndex } from '../graph/spec.js'

/**
 * How many times wider the pixels of each node may be, from 1, for the root to be at least `width` pixels wide or `height` high: the same all
 * along, so that each kernel shrinks by as much as it would of all pixels; less where an op makes smaller pixels, which need all that there is. `order` has each node after its inputs.
 */
export function coarseFactors(order: readonly LazyNode[], root: LazyNode, width: number, height: number): Map<LazyNode, number> {
  const factors = new Map<LazyNode, number>([
    [root, Math.max(1, Math.min(extent(root.spec, 'x') / width, extent(root.spec, 'y') / height))],
  ])
  for (const node of [...order].reverse()) {
    const factor = factors.get(node) as number
    for (const input of node.inputs) {
      const own = Math.max(1, factorOfInput(node.spec, input.spec, factor, width))
      factors.set(input, Math.min(factors.get(input) ?? Number.POSITIVE_INFINITY, own))
    }
  }
  return factors
}

function extent(spec: ArraySpec, dim: string): number {
  return spec.shape[dimIndex(spec, dim)] ?? 1
}

function factorOfInput(node: ArraySpec, input: ArraySpec, factor: number, width: number): number {
  // What is reduced over space is as good of as many pixels as the picture has.
  if (node.geobox === null) return input.geobox === null ? factor : extent(input, 'x') / width
  return input.geobox === null ? 1 : factor * Math.min(1, pixelRatio(node.geobox, input.geobox))
}

/** The smaller side of a pixel of one grid, in pixels of another, at the first one's middle; 1 where that has no image. */
function pixelRatio(box: GeoBox, other: GeoBox): number {
  const [x, y] = [box.width / 2, box.height / 2]
  const [xs, ys] = [Float64Array.of(x, x + 1, x), Float64Array.of(y, y, y + 1)]
  try {
    pixelMap(box, other).apply(xs, ys, 3)
  } catch {
    return 1
  }
  const side = (at: number): number => Math.hypot((xs[at] as number) - (xs[0] as number), (ys[at] as number) - (ys[0] as number))
  const ratio = Math.min(side(1), side(2))
  return Number.isFinite(ratio) && ratio > 0 ? ratio : 1
}
