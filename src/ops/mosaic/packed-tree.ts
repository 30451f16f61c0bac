/** Children of a node. */
const nodeSize = 16

/** Positions along the curve that orders boxes, along each side. */
const curveSide = 65536

/**
 * A static R-tree over rectangles, packed into three arrays: leaves first, in the order of a Hilbert curve through their centres, then each level
 * above them, the root last. Built in O(n log n), searched in O(log n + hits) where rectangles overlap little.
 */
export interface PackedTree {
  /** x0, y0, x1, y1 of every node, half-open. */
  readonly boxes: Float64Array
  /** The rectangle of a leaf, the first child of a node above. */
  readonly refs: Uint32Array
  /** Where each level ends among the nodes, the leaves' first. */
  readonly levelEnds: readonly number[]
}

/** Bytes of the tree over so many rectangles, and of those themselves. */
export function packedTreeBytes(count: number): number {
  return Math.ceil(count * 1.1 + 16) * (4 * 8 + 4) + count * 4 * 8 + 512
}

/** Builds the tree over rectangles given as x0, y0, x1, y1 one after another. */
export function packedTree(rectangles: Float64Array): PackedTree {
  const count = rectangles.length / 4
  const levelEnds = levelsOf(count)
  const total = levelEnds[levelEnds.length - 1] as number
  const boxes = new Float64Array(total * 4)
  const refs = new Uint32Array(total)
  const order = hilbertOrder(rectangles)
  for (let at = 0; at < count; at++) {
    const leaf = order[at] as number
    refs[at] = leaf
    boxes.set(rectangles.subarray(leaf * 4, leaf * 4 + 4), at * 4)
  }
  let child = 0
  for (let level = 1; level < levelEnds.length; level++) {
    const end = levelEnds[level - 1] as number
    for (let node = end; node < (levelEnds[level] as number); node++) {
      refs[node] = child
      const last = Math.min(child + nodeSize, end)
      boxes.set([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY], node * 4)
      for (; child < last; child++) include(boxes, node * 4, child * 4)
    }
  }
  return { boxes, refs, levelEnds }
}

/** Where levels end: one node above sixteen, up to a single root. */
function levelsOf(count: number): number[] {
  const ends = [count]
  for (let nodes = count, end = count; nodes > 1; ends.push(end)) {
    nodes = Math.ceil(nodes / nodeSize)
    end += nodes
  }
  return ends
}

function include(boxes: Float64Array, node: number, child: number): void {
  for (const low of [0, 1]) {
    boxes[node + low] = Math.min(boxes[node + low] as number, boxes[child + low] as number)
    boxes[node + low + 2] = Math.max(boxes[node + low + 2] as number, boxes[child + low + 2] as number)
  }
}

/** The rectangles that share something with x0..x1, y0..y1, ascending. */
export function searchTree({ boxes, refs, levelEnds }: PackedTree, x0: number, y0: number, x1: number, y1: number): number[] {
  const found: number[] = []
  const waiting: [node: number, level: number][] = boxes.length === 0 ? [] : [[refs.length - 1, levelEnds.length - 1]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, level] = next
    const at = node * 4
    const meets =
      (boxes[at] as number) < x1 && (boxes[at + 2] as number) > x0 && (boxes[at + 1] as number) < y1 && (boxes[at + 3] as number) > y0
    if (!meets) continue
    const first = refs[node] as number
    if (level === 0) {
      found.push(first)
      continue
    }
    const last = Math.min(first + nodeSize, levelEnds[level - 1] as number)
    for (let child = first; child < last; child++) waiting.push([child, level - 1])
  }
  return found.sort((a, b) => a - b)
}

function hilbertOrder(rectangles: Float64Array): Uint32Array {
  const count = rectangles.length / 4
  const [left, top, right, bottom] = extentOf(rectangles)
  const place = (from: number, to: number, low: number, high: number): number =>
    high > low ? Math.floor(((from + to) / 2 - low) * ((curveSide - 1) / (high - low))) : 0
  const keys = new Float64Array(count)
  for (let index = 0; index < count; index++) {
    const [x0, y0, x1, y1] = rectangles.subarray(index * 4, index * 4 + 4) as unknown as [number, number, number, number]
    keys[index] = hilbert(place(x0, x1, left, right), place(y0, y1, top, bottom))
  }
  return Uint32Array.from({ length: count }, (_, index) => index).sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b)
}

function extentOf(rectangles: Float64Array): [number, number, number, number] {
  const extent: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (let at = 0; at < rectangles.length; at += 4) {
    extent[0] = Math.min(extent[0], rectangles[at] as number)
    extent[1] = Math.min(extent[1], rectangles[at + 1] as number)
    extent[2] = Math.max(extent[2], rectangles[at + 2] as number)
    extent[3] = Math.max(extent[3], rectangles[at + 3] as number)
  }
  return extent
}

/** How far along the curve a place lies: each halving of the side says in which quarter, turned as the curve turns. */
function hilbert(column: number, row: number): number {
  let [x, y, distance] = [column, row, 0]
  for (let side = curveSide / 2; side >= 1; side /= 2) {
    const [rightHalf, lowerHalf] = [(x & side) > 0 ? 1 : 0, (y & side) > 0 ? 1 : 0]
    distance += side * side * ((3 * rightHalf) ^ lowerHalf)
    if (lowerHalf === 1) continue
    if (rightHalf === 1) [x, y] = [curveSide - 1 - x, curveSide - 1 - y]
    ;[x, y] = [y, x]
  }
  return distance
}
