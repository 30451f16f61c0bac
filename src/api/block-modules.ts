import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { RecipeError, UsageError } from '../base/errors.js'
import type { Json } from '../base/json.js'
import { blockFunction, type RawBlock, registerBlockFunction, type UserCode } from '../graph/block-function.js'
import type { LazyNode } from '../graph/graph.js'
import { axisOf, labelAt } from './labels-axis.js'
import type { MapBlock, MapBlockFunction } from './map-block.js'
import { registry } from './registry.js'

/** SHA-256 of a module's bytes, as hex. Throws `E_USAGE` where it cannot be read. */
export function moduleHash(path: string): string {
  return createHash('sha256').update(bytesOf(path)).digest('hex')
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a directory' : String(code)
    throw new UsageError(`mapBlocks: the module ${path} cannot be read: ${why}`, { uri: path }, { cause })
  }
}

/** The code of the user's that nodes run, and what they are made of: each once. */
export function userCode(roots: readonly LazyNode[]): UserCode[] {
  const found = new Map<string, UserCode>()
  const seen = new Set<LazyNode>(roots)
  for (const { op, version, params, inputs } of seen) {
    for (const input of inputs) seen.add(input)
    const code = registry.op(op, version).codeOf?.(params as never)
    if (code !== undefined) found.set(code.key, code)
  }
  return [...found.values()]
}

/** Refuses a module that is not the one that was recorded. Throws `E_RECIPE`. */
export function mustBeModule({ uri, sha256 }: Pick<UserCode, 'uri' | 'sha256'>): void {
  if (uri === null) return
  let found: string
  try {
    found = moduleHash(uri)
  } catch (cause) {
    throw new RecipeError(`${(cause as Error).message}: bring the module back, or make the recipe anew`, { uri }, { cause })
  }
  if (found === sha256) return
  const [was, is] = [sha256.slice(0, 12), found.slice(0, 12)]
  throw new RecipeError(
    `${uri}: is not the module that the recipe was made with: its sha256 is ${is}..., the recipe has ${was}...: bring the old one back, or make the recipe anew`,
    { uri },
  )
}

/** Loads modules, each as it was when it was recorded, and makes their functions known to the ops of this thread. Throws `E_RECIPE`, `E_USAGE`. */
export async function loadBlockModules(codes: readonly UserCode[]): Promise<void> {
  for (const code of codes) {
    const { uri, name, sha256, key } = code
    if (uri === null) continue
    mustBeModule(code)
    if (blockFunction(key) !== undefined) continue
    const url = pathToFileURL(uri)
    // Node keeps modules by URL: other bytes under the same name are another module.
    url.searchParams.set('sha256', sha256.slice(0, 16))
    const found = await exportsOf(uri, url.href)
    const call = found[name]
    if (typeof call !== 'function') throw missing(uri, name, found)
    registerBlockFunction(key, called(call as MapBlockFunction<never>))
  }
}

async function exportsOf(uri: string, url: string): Promise<Record<string, unknown>> {
  try {
    return (await import(url)) as Record<string, unknown>
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`mapBlocks: the module ${uri} cannot be loaded: ${message}`, { uri }, { cause })
  }
}

function missing(uri: string, name: string, found: Record<string, unknown>): UsageError {
  const functions = Object.keys(found).filter((key) => typeof found[key] === 'function')
  const there = functions.length === 0 ? 'it exports no function' : `its functions are ${functions.join(', ')}`
  const what = name in found ? `exports "${name}", which is no function` : `has no export "${name}"`
  return new UsageError(`mapBlocks: the module ${uri} ${what}; ${there}`, { uri, export: name })
}

/** A user's function as ops call it: a block gets its labels, made when they are asked for. */
export function called(call: MapBlockFunction<never>): (raw: RawBlock) => unknown {
  return (raw) => {
    const { spec, ...block } = raw
    const { dims } = spec
    const coords: Record<string, readonly (number | string | null)[]> = {}
    for (const [at, dim] of dims.entries()) Object.defineProperty(coords, dim, { enumerable: true, get: () => labelsUnder(raw, at) })
    const made: MapBlock<Json> = { ...block, dims, coords }
    return call(made as MapBlock<never>)
  }
}

/** Labels of a block's pixels along a dim: pixel centres go on outside of the array, of other labels there is none. */
function labelsUnder({ spec, start, shape }: RawBlock, at: number): (number | string | null)[] {
  const axis = axisOf(spec, spec.dims[at] as string)
  const goesOn = (axis.kind === 'number' || axis.kind === 'time') && axis.regular !== null
  return Array.from({ length: shape[at] as number }, (_, index) => {
    const position = (start[at] as number) + index
    return goesOn || (position >= 0 && position < axis.count) ? labelAt(axis, position) : null
  })
}
