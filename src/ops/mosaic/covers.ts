import { packedTree, searchTree } from './packed-tree.js'

/** Whether rectangles (x0, y0, x1, y1 one after another) leave nothing of a plane uncovered. */
export function coversAll(rectangles: Float64Array, width: number, height: number): boolean {
  const tree = packedTree(rectangles)
  const edges = new Set([0, height])
  for (let at = 1; at < rectangles.length; at += 2) {
    const edge = rectangles[at] as number
    if (edge > 0 && edge < height) edges.add(edge)
  }
  const rows = [...edges].sort((a, b) => a - b)
  // Between two edges the rectangles are the same for every row.
  return rows.slice(0, -1).every((row) => {
    const spans = searchTree(tree, 0, row, width, row + 1)
      .map((each) => [rectangles[each * 4] as number, rectangles[each * 4 + 2] as number] as const)
      .sort(([a], [b]) => a - b)
    let reached = 0
    for (const [from, to] of spans) {
      if (from > reached) return false
      reached = Math.max(reached, to)
    }
    return reached >= width
  })
}
