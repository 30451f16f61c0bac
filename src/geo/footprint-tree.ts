import { rootPx } from './mesh-cell.js'
import { sampleNodes } from './mesh-refine.js'
import { cellSteps, patchSteps } from './mesh-scale.js'
import { type PixelMap, unwrap } from './pixel-map.js'

/** What a node of the tree is. */
export const leafKinds = {
  /** Four children: upper left, upper right, lower left, lower right. */
  branch: 0,
  /** u then v at the corners (upper left, upper right, lower left, lower right) of the part within the grid, then the padding. */
  bilinear: 1,
  /** u0, v0, u1, v1 of all pixels' centres and corners, then how far a step of one output pixel goes along u and v. */
  box: 2,
  empty: 3,
  /** Anything: too wild, or the tree is full. */
  all: 4,
} as const

/** A quadtree over an output grid: where its pixels come from. Nodes are squares on multiples of their own size. */
export interface FootprintTree {
  readonly width: number
  readonly height: number
  readonly kinds: Uint8Array
  readonly xs: Int32Array
  readonly ys: Int32Array
  readonly sizes: Int32Array
  readonly children: Int32Array
  /** Nine numbers a node. */
  readonly values: Float64Array
  readonly hasEmpty: boolean
  readonly bytes: number
}

/** Most nodes that a tree has. */
export const maxNodes = 16384

/** Bytes of a node. */
export const nodeBytes = 1 + 4 * 4 + 9 * 8

/** Most root cells whose every pixel is sampled; the ones after count as unbounded. */
const maxExactCells = 1024

/** Root cells at the grid's edge are sampled so up to this many. */
const maxCutCells = maxExactCells / 4

/** Squares up to this extent, whose every root cell's corner has no image, count as empty. */
const emptyPx = 256

/** Builds the tree: squares are quartered until they are bilinear to a quarter of an output pixel, down to root cells. */
export function buildFootprintTree(map: PixelMap, width: number, height: number): FootprintTree {
  const builder = new TreeBuilder(map, width, height)
  for (let node = 0; node < builder.count; node++) builder.settle(node)
  return builder.finish()
}

// Where samples lie: one tree is built at a time, and a mosaic builds thousands.
const us = new Float64Array((rootPx + 1) ** 2)
const vs = new Float64Array((rootPx + 1) ** 2)

class TreeBuilder {
  count = 1
  readonly #map: PixelMap
  readonly #width: number
  readonly #height: number
  readonly #kinds: number[] = [leafKinds.all]
  readonly #xs: number[] = [0]
  readonly #ys: number[] = [0]
  readonly #sizes: number[]
  readonly #children: number[] = [0]
  readonly #values: number[] = new Array<number>(9).fill(0)
  #exactCells = 0
  #hasEmpty = false
  readonly #us = us
  readonly #vs = vs

  constructor(map: PixelMap, width: number, height: number) {
    this.#map = map
    this.#width = width
    this.#height = height
    let size = rootPx
    while (size < width || size < height) size *= 2
    this.#sizes = [size]
  }

  /** Decides what a node is; breadth first, so that a full tree is coarse everywhere rather than fine at one end. */
  settle(node: number): void {
    const size = this.#sizes[node] as number
    if ((this.#xs[node] as number) >= this.#width || (this.#ys[node] as number) >= this.#height) {
      this.#kinds[node] = leafKinds.empty
      return
    }
    const found = this.#sample(node, 4)
    if (found === 25 && !this.#isCut(node) && this.#isBilinear(node)) return
    if (found === 0 && size <= emptyPx && this.#sample(node, Math.max(4, size / rootPx)) === 0) {
      this.#kinds[node] = leafKinds.empty
      this.#hasEmpty = true
    } else if (size === rootPx) this.#box(node)
    else if (this.count + 4 <= maxNodes) this.#split(node)
    else this.#kinds[node] = leafKinds.all
  }

  finish(): FootprintTree {
    // One buffer for all lists, the widest numbers first: most trees have a few nodes.
    const bytes = this.count * nodeBytes
    const buffer = new ArrayBuffer(bytes)
    const values = new Float64Array(buffer, 0, this.count * 9)
    values.set(this.#values)
    const numbers = (list: readonly number[], at: number): Int32Array => {
      const view = new Int32Array(buffer, values.byteLength + at * 4 * this.count, this.count)
      view.set(list)
      return view
    }
    const kinds = new Uint8Array(buffer, bytes - this.count, this.count)
    kinds.set(this.#kinds)
    return {
      width: this.#width,
      height: this.#height,
      kinds,
      xs: numbers(this.#xs, 0),
      ys: numbers(this.#ys, 1),
      sizes: numbers(this.#sizes, 2),
      children: numbers(this.#children, 3),
      values,
      hasEmpty: this.#hasEmpty,
      bytes,
    }
  }

  #right(node: number): number {
    return Math.min((this.#xs[node] as number) + (this.#sizes[node] as number), this.#width)
  }

  #bottom(node: number): number {
    return Math.min((this.#ys[node] as number) + (this.#sizes[node] as number), this.#height)
  }

  /**
   * Whether a root cell lies partly beyond the grid, where the map may be far steeper than within: the mesh takes its scale from all of the cell.
   * So do a limited number of boxes; of larger leaves what is within tells enough.
   */
  #isCut(node: number): boolean {
    if (this.#sizes[node] !== rootPx || this.#exactCells >= maxCutCells) return false
    return this.#right(node) % rootPx !== 0 || this.#bottom(node) % rootPx !== 0
  }

  /** Samples a lattice of (steps + 1) squared points over the part of a node within the grid. Returns how many have an image. */
  #sample(node: number, steps: number): number {
    const x = this.#xs[node] as number
    const y = this.#ys[node] as number
    let count = 0
    for (let j = 0; j <= steps; j++) {
      for (let i = 0; i <= steps; i++, count++) {
        this.#us[count] = x + ((this.#right(node) - x) * i) / steps
        this.#vs[count] = y + ((this.#bottom(node) - y) * j) / steps
      }
    }
    return this.#apply(count)
  }

  #apply(count: number): number {
    this.#map.apply(this.#us, this.#vs, count)
    unwrap(this.#map, this.#us, count)
    let found = 0
    for (let i = 0; i < count; i++) if (this.#us[i] === this.#us[i]) found++
    return found
  }

  /** Whether the 5 x 5 samples lie near the bilinear patch between the corners; if so, makes it the leaf. */
  #isBilinear(node: number): boolean {
    const error = Math.max(patchError(this.#us), patchError(this.#vs))
    const extent = Math.max(rangeOf(this.#us), rangeOf(this.#vs))
    const scale = Math.max(
      1,
      extent / Math.max(this.#right(node) - (this.#xs[node] as number), this.#bottom(node) - (this.#ys[node] as number)),
    )
    if (!(error <= 0.25 * scale)) return false
    this.#kinds[node] = leafKinds.bilinear
    const corners = [0, 4, 20, 24]
    corners.forEach((at, i) => {
      this.#values[node * 9 + i] = this.#us[at] as number
      this.#values[node * 9 + 4 + i] = this.#vs[at] as number
    })
    this.#values[node * 9 + 8] = 2 * error + 0.01 * scale
    this.#turn(node, [0, 1, 2, 3])
    return true
  }

  #box(node: number): void {
    this.#kinds[node] = leafKinds.all
    if (++this.#exactCells > maxExactCells) return
    const centres = this.#boundsOf(node, 0.5)
    const corners = this.#boundsOf(node, 0)
    if (centres === null && corners === null) {
      this.#kinds[node] = leafKinds.empty
      this.#hasEmpty = true
      return
    }
    this.#kinds[node] = leafKinds.box
    const bounds = this.#joined(centres ?? (corners as number[]), corners ?? (centres as number[]))
    if (this.#goesRound(node, bounds)) bounds[2] = Math.max(bounds[2] as number, (bounds[0] as number) + (this.#map.period as number))
    bounds.push(...this.#steps(node))
    bounds.forEach((bound, i) => {
      this.#values[node * 9 + i] = bound
    })
    this.#turn(node, [0, 2])
  }

  /** u0, v0, u1, v1 of every pixel's centre (`shift` 0.5) or of all corners (0) of a node; null where none has an image. */
  #boundsOf(node: number, shift: number): number[] | null {
    const more = shift === 0 ? 1 : 0
    let count = 0
    for (let y = this.#ys[node] as number; y < this.#bottom(node) + more; y++) {
      for (let x = this.#xs[node] as number; x < this.#right(node) + more; x++, count++) {
        this.#us[count] = x + shift
        this.#vs[count] = y + shift
      }
    }
    if (this.#apply(count) === 0) return null
    return [leastOf(this.#us, count), leastOf(this.#vs, count), greatestOf(this.#us, count), greatestOf(this.#vs, count)]
  }

  /** Bounds of both: the turn of the second is that which brings its middle nearest to the first's. */
  #joined(one: readonly number[], other: readonly number[]): number[] {
    const [u0, v0, u1, v1] = one as [number, number, number, number]
    const [a0, b0, a1, b1] = other as [number, number, number, number]
    const { period } = this.#map
    const turn = period === null ? 0 : period * Math.round((u0 + u1 - a0 - a1) / 2 / period)
    return [Math.min(u0, a0 + turn), Math.min(v0, b0), Math.max(u1, a1 + turn), Math.max(v1, b1)]
  }

  /**
   * Whether some pixel, whose corners have just been sampled, reaches from one to another by the way that bounds leave out: about a pole, each
   * corner lies within them, but not what is between.
   */
  #goesRound(node: number, [u0, , u1]: readonly number[]): boolean {
    const { period } = this.#map
    if (period === null) return false
    const columns = this.#right(node) - (this.#xs[node] as number)
    const rows = this.#bottom(node) - (this.#ys[node] as number)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const at = row * (columns + 1) + column
        const first = this.#us[at] as number
        let [low, high] = [first, first]
        for (const corner of [at + 1, at + columns + 1, at + columns + 2]) {
          const other = this.#us[corner] as number
          const near = other + period * Math.round((first - other) / period)
          low = Math.min(low, near)
          high = Math.max(high, near)
        }
        const turned = period * Math.ceil(((u0 as number) - low) / period - 1e-9)
        if (high + turned > (u1 as number) + 1e-6) return true
      }
    }
    return false
  }

  /** Moves a leaf's u by whole turns so that their mean lies within the first. */
  #turn(node: number, at: readonly number[]): void {
    const { period } = this.#map
    if (period === null) return
    const mean = at.reduce((sum, i) => sum + (this.#values[node * 9 + i] as number), 0) / at.length
    for (const i of at) this.#values[node * 9 + i] = (this.#values[node * 9 + i] as number) - period * Math.floor(mean / period)
  }

  /** The steps from which the mesh takes the scale of the same root cell: its own, or those of its patch where these go further. */
  #steps(node: number): [number, number] {
    const [column, row] = [(this.#xs[node] as number) / rootPx, (this.#ys[node] as number) / rootPx]
    const own = cellSteps(this.#map, column, row, sampleNodes(this.#map, { x: column * rootPx, y: row * rootPx }, rootPx))
    const patch = patchSteps(this.#map, column, row)
    return [Math.max(known(own.u), known(patch.u)), Math.max(known(own.v), known(patch.v))]
  }

  #split(node: number): void {
    this.#kinds[node] = leafKinds.branch
    this.#children[node] = this.count
    const half = (this.#sizes[node] as number) / 2
    for (let quarter = 0; quarter < 4; quarter++) {
      this.#kinds.push(leafKinds.all)
      this.#xs.push((this.#xs[node] as number) + (quarter % 2) * half)
      this.#ys.push((this.#ys[node] as number) + (quarter >> 1) * half)
      this.#sizes.push(half)
      this.#children.push(0)
      for (let i = 0; i < 9; i++) this.#values.push(0)
    }
    this.count += 4
  }
}

/** A step, or that of a scale of 1 where it is not known. */
function known(step: number): number {
  return step > 0 ? step : 1
}

/** Greatest distance of 5 x 5 samples from the bilinear patch between their corners. */
function patchError(samples: Float64Array): number {
  const [a, b, c, d] = [samples[0] as number, samples[4] as number, samples[20] as number, samples[24] as number]
  let worst = 0
  for (let at = 0; at < 25; at++) {
    const s = (at % 5) / 4
    const t = Math.floor(at / 5) / 4
    const above = a + (b - a) * s
    const below = c + (d - c) * s
    worst = Math.max(worst, Math.abs(above + (below - above) * t - (samples[at] as number)))
  }
  return worst
}

function rangeOf(samples: Float64Array): number {
  return greatestOf(samples, 25) - leastOf(samples, 25)
}

function leastOf(samples: Float64Array, count: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < count; i++) if ((samples[i] as number) < least) least = samples[i] as number
  return least
}

function greatestOf(samples: Float64Array, count: number): number {
  let greatest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) if ((samples[i] as number) > greatest) greatest = samples[i] as number
  return greatest
}
