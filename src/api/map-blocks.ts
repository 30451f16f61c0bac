import { createHash, randomUUID } from 'node:crypto'
import type { Dtype } from '../base/dtype.js'
import { UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { registerBlockFunction } from '../graph/block-function.js'
import type { LazyNode } from '../graph/graph.js'
import { applyOp } from './apply.js'
import { objectArgument, shownArgument } from './arguments.js'
import { called, moduleHash } from './block-modules.js'
import { knownOptions } from './data-array-options.js'
import type { MapBlockFunction } from './map-block.js'
import { absoluteUri, isLocal } from './source-uri.js'

/** Options of `mapBlocks`. */
export interface MapBlocksOptions<P = Json> {
  /** What the function gets as `block.params`: plain JSON, part of the recipe. Null by default. */
  readonly params?: P
  /** How many pixels the function looks at around each pixel that it makes: a number for y and x, or by dim. 0 by default. */
  readonly halo?: number | { readonly [dim: string]: number }
  /** The dtype of the result; the array's by default. */
  readonly dtype?: Dtype
}

const inlineIds = new WeakMap<object, string>()

/** A node that runs a function over blocks of another: an export of a module, or a function of this process. Reads the module's bytes, for their hash. Throws `E_USAGE`. */
export function mappedNode(node: LazyNode, first: unknown, rest: readonly unknown[]): LazyNode {
  const isInline = typeof first === 'function'
  const options = knownOptions('mapBlocks', rest[isInline ? 0 : 1] as MapBlocksOptions | undefined, ['params', 'halo', 'dtype'])
  const { halo = 0 } = options
  const around =
    typeof halo === 'number'
      ? Object.fromEntries(node.spec.dims.filter((dim) => dim === 'y' || dim === 'x').map((dim) => [dim, halo]))
      : objectArgument('mapBlocks', halo, 'a halo in pixels, or one by dim as in { y: 2, x: 2 }')
  const code = isInline ? inlineCode(first as MapBlockFunction<never>) : moduleCode(first, rest[0])
  return applyOp('mapBlocks', { ...code, params: options.params ?? null, halo: around, dtype: options.dtype ?? null }, [node])
}

/** The same function is the same node; two of the same text are not: they may have closed over different things. */
function inlineCode(call: MapBlockFunction<never>): { [key: string]: Json } {
  const known = inlineIds.get(call)
  const inline = known ?? `inline:${randomUUID()}`
  inlineIds.set(call, inline)
  registerBlockFunction(inline, called(call))
  return { uri: null, sha256: createHash('sha256').update(String(call)).digest('hex'), export: call.name || 'anonymous', inline }
}

function moduleCode(url: unknown, name: unknown): { [key: string]: Json } {
  const text = url instanceof URL ? url.href : url
  if (typeof text !== 'string' || text === '')
    throw new UsageError(
      `mapBlocks: ${shownArgument(url)} was given, expected a module: new URL('./blocks.mjs', import.meta.url), a path, or a function`,
    )
  if (typeof name !== 'string' || name === '')
    throw new UsageError(`mapBlocks: the export is ${shownArgument(name)}, expected its name: mapBlocks(module, 'smooth', { halo: 2 })`)
  if (!isLocal(text)) throw new UsageError(`mapBlocks: ${text} is not a file on this machine: store the module beside the program`)
  const uri = absoluteUri(text)
  return { uri, sha256: moduleHash(uri), export: name, inline: null }
}
