import { shapeOf, type Window } from '../array/window.js'

/** Elements of a strip: small enough that the blocks of a fused chain stay in a core's cache. */
const stripElements = 32768

/** Nodes that one loop may take in: each has a strip of its own in the arena, and longer chains gain nothing by fewer loops. */
const mostFused = 64

/**
 * For each node, the node whose loop it is fused into, or -1. An elementwise node with one consumer that is elementwise too
 * needs no block of its own for the whole window: the chain is computed strip by strip.
 */
export function fusedConsumers(
  nodes: readonly { readonly inputs: readonly number[] }[],
  elementwise: (node: number) => boolean,
): Int32Array {
  const consumers = new Int32Array(nodes.length)
  const consumer = new Int32Array(nodes.length).fill(-1)
  nodes.forEach(({ inputs }, node) => {
    for (const input of new Set(inputs)) {
      consumers[input] = (consumers[input] as number) + 1
      consumer[input] = node
    }
  })
  const into = new Int32Array(nodes.length).fill(-1)
  const taken = new Int32Array(nodes.length)
  for (let node = nodes.length - 1; node >= 0; node--) {
    const next = consumer[node] as number
    if (consumers[node] !== 1 || !elementwise(node) || !elementwise(next)) continue
    const loop = (into[next] as number) < 0 ? next : (into[next] as number)
    if ((taken[loop] as number) >= mostFused) continue
    taken[loop] = (taken[loop] as number) + 1
    into[node] = loop
  }
  return into
}

/** The strips of a window: whole rows of one plane each, contiguous in C order, the first the largest. */
export function* strips(window: Window): Generator<Window> {
  const shape = shapeOf(window)
  const rank = shape.length
  if (rank === 0) {
    yield window
    return
  }
  const rowDim = Math.max(0, rank - 2)
  const rowLength = rank > 1 ? (shape[rank - 1] as number) : 1
  const rows = Math.max(1, Math.floor(stripElements / Math.max(1, rowLength)))
  const planes = shape.slice(0, rowDim).reduce((product, extent) => product * extent, 1)
  for (let plane = 0; plane < planes; plane++) {
    const start = [...window.start]
    const stop = [...window.stop]
    let rest = plane
    for (let dim = rowDim - 1; dim >= 0; dim--) {
      start[dim] = (window.start[dim] as number) + (rest % (shape[dim] as number))
      stop[dim] = (start[dim] as number) + 1
      rest = Math.floor(rest / (shape[dim] as number))
    }
    for (let row = window.start[rowDim] as number; row < (window.stop[rowDim] as number); row += rows) {
      start[rowDim] = row
      stop[rowDim] = Math.min(row + rows, window.stop[rowDim] as number)
      yield { start: [...start], stop: [...stop] }
    }
  }
}
