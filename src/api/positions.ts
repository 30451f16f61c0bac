import { createHash } from 'node:crypto'
import { formatBytes } from '../base/bytes.js'
import type { Element } from '../base/dtype.js'
import { BudgetError, GridError, RecipeError } from '../base/errors.js'
import { isJsonObject, type Json } from '../base/json.js'
import type { MemoryResult } from '../formats/memory/result.js'
import type { Crs } from '../geo/crs.js'
import { type Geolocation, geolocationAffine, geolocationAttribute, parseGeolocation } from '../geo/geolocation.js'
import { indexPositions, positionBytes } from '../geo/geolocation-tree.js'
import type { LazyNode } from '../graph/graph.js'
import type { ArraySpec } from '../graph/spec.js'
import { applyOp } from './apply.js'
import { assetNamed, holdAsset, nameAsset, registry } from './registry.js'
import type { NamedAsset } from './worker-extras.js'

/** Computes nodes into memory: what a run does, which this module is a part of. */
export type ComputeNodes = (nodes: readonly LazyNode[]) => Promise<readonly MemoryResult[]>

/** The name of the op that gives an array its positions. */
const opName = 'locate'

/** An array whose pixels lie at latitudes and longitudes, which are read now. Throws `E_GRID` where shapes differ. */
export async function locatedNode(
  node: LazyNode,
  latitudes: LazyNode,
  longitudes: LazyNode,
  crs: Crs,
  compute: ComputeNodes,
): Promise<LazyNode> {
  mustBePlanes(latitudes.spec, longitudes.spec)
  const { hash, bytes } = await readPositions(latitudes, longitudes, compute)
  const located = applyOp(opName, { crs: crs as unknown as Json, values: hash }, [node, latitudes, longitudes])
  nameAsset(hash, bytes)
  holdAsset(located, bytes)
  return located
}

function mustBePlanes(...specs: readonly ArraySpec[]): void {
  for (const { dims, shape } of specs) {
    if (shape.length === 2 && shape.every((extent) => extent > 1)) continue
    throw new GridError(
      `positions of shape ${shape.join(' x ')} (${dims.join(', ')}) place no pixels: rows and columns, 2 or more of each, are expected`,
    )
  }
}

async function readPositions(latitudes: LazyNode, longitudes: LazyNode, compute: ComputeNodes): Promise<NamedAsset> {
  const [ys, xs] = (await compute([latitudes, longitudes])) as [MemoryResult, MemoryResult]
  const [height, width] = latitudes.spec.shape as [number, number]
  const [y, x] = [floats(ys), floats(xs)]
  const digest = createHash('sha256').update(JSON.stringify([width, height, y.constructor.name, x.constructor.name]))
  for (const part of [y, x]) digest.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
  return { hash: digest.digest('hex'), bytes: indexPositions(width, height, x, y) }
}

/** Values as floats, NaN where they are invalid. */
function floats({ data, mask }: MemoryResult): Float32Array | Float64Array {
  const values = data instanceof Float32Array || data instanceof Float64Array ? data : Float64Array.from(data as Iterable<Element>, Number)
  if (mask !== null) for (let at = 0; at < values.length; at++) if (mask[at] === 0) values[at] = Number.NaN
  return values
}

/** How an array is placed by latitudes and longitudes; null for any other. Throws `E_GRID` for one that was turned. */
export function geolocationOf({ attrs, geobox }: ArraySpec): Geolocation | null {
  const own = attrs[geolocationAttribute] ?? null
  if (geobox === null || geobox.crs !== null || !isJsonObject(own)) return null
  const opened = parseGeolocation(own)
  const affine = geolocationAffine(opened.affine, geobox.affine)
  if (affine.b === 0 && affine.d === 0) return { ...opened, affine }
  throw new GridError(
    'reproject: the array is placed by the latitude and longitude of each pixel, and was turned since: reproject it first',
  )
}

/** The positions of a geolocation, as bytes. Throws `E_RECIPE` where this process has not read them. */
export function positionsHeld({ values }: Geolocation): Uint8Array {
  const held = assetNamed(values)
  if (held !== null) return held
  throw new RecipeError(
    'the latitudes and longitudes that place the array are not in this process: open its file again, or run the recipe as it is',
  )
}

/** Why an array without place has none, where that is known: what its source says of latitudes and longitudes that were not read. */
export function unplacedText({ attrs }: Pick<ArraySpec, 'attrs'>): string | null {
  const problem = attrs[problemAttribute]
  return typeof problem === 'string' ? problem : null
}

/** Attribute that says why latitudes and longitudes of pixels do not place an array. */
export const problemAttribute = 'geolocation_problem'

/** Bytes that the positions of an array will take; its coordinates are of 8 bytes where `wide`. */
export function bytesOfPositions({ shape }: ArraySpec, wide: boolean): number {
  const [height, width] = shape.slice(-2) as [number, number]
  return positionBytes(width, height, wide ? 8 : 4)
}

/** The assets that the cards of some nodes prepare themselves from: positions are read where this process has not read them. Throws `E_RECIPE` for others than were recorded. */
export async function neededAssets(roots: readonly LazyNode[], compute: ComputeNodes): Promise<NamedAsset[]> {
  const wanted = new Set<string>()
  const located = new Map<string, LazyNode>()
  const seen = new Set<LazyNode>()
  const pending = [...roots]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    pending.push(...node.inputs)
    for (const hash of registry.op(node.op, node.version).assetsOf?.(node.params as never) ?? []) wanted.add(hash)
    if (node.op === opName) located.set((node.params as { values: string }).values, node)
  }
  const assets: NamedAsset[] = []
  for (const hash of wanted) assets.push({ hash, bytes: assetNamed(hash) ?? (await readAgain(hash, located.get(hash), compute)) })
  return assets
}

async function readAgain(hash: string, located: LazyNode | undefined, compute: ComputeNodes): Promise<Uint8Array> {
  const [, latitudes, longitudes] = located?.inputs ?? []
  if (located === undefined || latitudes === undefined || longitudes === undefined)
    throw new RecipeError(`the recipe names positions (${hash.slice(0, 12)}...) that none of its nodes reads: it was edited or damaged`)
  const read = await readPositions(latitudes, longitudes, compute)
  if (read.hash !== hash)
    throw new RecipeError('the latitudes and longitudes that place an array are not those that the recipe was made with: make it anew')
  nameAsset(hash, read.bytes)
  holdAsset(located, read.bytes)
  return read.bytes
}

/** Bytes of assets in memory, and of what they were made from, which may lie about. Throws `E_BUDGET` where they alone are more than a run may take. */
export function mustFitBudget(assets: readonly NamedAsset[], maxMemory: number): number {
  const bytes = assets.reduce((sum, asset) => sum + asset.bytes.byteLength, 0)
  if (2 * bytes <= maxMemory) return 2 * bytes
  throw new BudgetError(
    `the latitudes and longitudes that place pixels take ${formatBytes(bytes)} in memory, maxMemory is ${formatBytes(maxMemory)}: give at least ${formatBytes(2 * bytes)}`,
    { neededBytes: 2 * bytes, budgetBytes: maxMemory },
  )
}

/** How positions are read before a run, within what the run may take. */
export function readingOptions({ maxMemory, signal }: ReadingOptions): ReadingOptions & { readonly workers: 0 } {
  return { workers: 0, ...(maxMemory === undefined ? {} : { maxMemory }), ...(signal === undefined ? {} : { signal }) }
}

/** What of a run's options goes for reading before it. */
interface ReadingOptions {
  readonly maxMemory?: number | string
  readonly signal?: AbortSignal
}
