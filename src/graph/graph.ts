import { createHash, type Hash, hash } from 'node:crypto'
import { canonicalPieces, canonicalPlainPieces, type Json } from '../base/json.js'
import type { ArraySpec } from './spec.js'

/** One operation of a recipe: plain JSON. `inputs` are positions of earlier nodes in the same list. */
export interface Node {
  readonly op: string
  readonly version: number
  readonly inputs: readonly number[]
  readonly params: Json
}

/** A flat list of nodes; every node comes after its inputs. */
export interface Graph {
  readonly nodes: readonly Node[]
}

/** A node held in memory: linked to its inputs, with its spec and its content hash. Equal hashes are the same node. */
export interface LazyNode {
  readonly hash: string
  readonly op: string
  readonly version: number
  readonly params: Json
  readonly inputs: readonly LazyNode[]
  readonly spec: ArraySpec
}

/** SHA-256 of a JSON value's canonical text, as hex. */
export function hashJson(value: Json): string {
  return hashPieces((take) => canonicalPieces(value, take))
}

/** Letters that are gathered before they are hashed: most values are shorter. */
const gathered = 16384

function hashPieces(walk: (take: (piece: string) => void) => void): string {
  let long: Hash | null = null
  let text = ''
  walk((piece) => {
    text += piece
    if (text.length < gathered) return
    long = (long ?? createHash('sha256')).update(text)
    text = ''
  })
  // In one call, which takes half the time for the few letters of a node.
  return long === null ? hash('sha256', text) : (long as Hash).update(text).digest('hex')
}

/** The same of what `JSON.stringify` would write of a value made of plain objects. */
export function hashPlainJson(value: unknown): string {
  return hashPieces((take) => canonicalPlainPieces(value, take))
}

/** A node over other nodes; its hash covers op, version, params and the hashes of its inputs. */
export function lazyNode(op: string, version: number, params: Json, inputs: readonly LazyNode[], spec: ArraySpec): LazyNode {
  return { hash: hashJson([op, version, inputs.map((input) => input.hash), params]), op, version, params, inputs, spec }
}

/** A list of lazy nodes as a graph, with the position of each root and the spec of every node. Shared nodes appear once; no recursion. */
export function flatten(roots: readonly LazyNode[]): { graph: Graph; roots: number[]; specs: ArraySpec[] } {
  const positions = new Map<string, number>()
  const nodes: Node[] = []
  const specs: ArraySpec[] = []
  for (const root of roots) {
    const stack: LazyNode[] = [root]
    while (stack.length > 0) {
      const node = stack[stack.length - 1] as LazyNode
      const waiting = positions.has(node.hash) ? [] : node.inputs.filter((input) => !positions.has(input.hash))
      if (waiting.length > 0) {
        for (let i = waiting.length - 1; i >= 0; i--) stack.push(waiting[i] as LazyNode)
        continue
      }
      stack.pop()
      if (positions.has(node.hash)) continue
      positions.set(node.hash, nodes.length)
      specs.push(node.spec)
      nodes.push({
        op: node.op,
        version: node.version,
        inputs: node.inputs.map((input) => positions.get(input.hash) as number),
        params: node.params,
      })
    }
  }
  return { graph: { nodes }, roots: roots.map((root) => positions.get(root.hash) as number), specs }
}
