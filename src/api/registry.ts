import { createHash } from 'node:crypto'
import { RecipeError } from '../base/errors.js'
import { cogSink } from '../formats/geotiff/sink.js'
import { geotiffSource } from '../formats/geotiff/source.js'
import { memorySink } from '../formats/memory/sink.js'
import { memorySource } from '../formats/memory/source.js'
import { stageSink } from '../formats/memory/stage-sink.js'
import { netcdfSource } from '../formats/netcdf/source.js'
import { scratchSink } from '../formats/scratch/sink.js'
import { sumsSink } from '../formats/scratch/sums-sink.js'
import { zarrSink } from '../formats/zarr/sink.js'
import { zarrSource } from '../formats/zarr/source.js'
import { zarrUpdateSink } from '../formats/zarr/update-sink.js'
import type { LazyNode } from '../graph/graph.js'
import type { AnyOp } from '../graph/op.js'
import type { Registry } from '../graph/registry.js'
import type { AnySink } from '../graph/sink.js'
import type { AnySource } from '../graph/source.js'
import { astype } from '../ops/astype.js'
import { clip } from '../ops/clip.js'
import { concat } from '../ops/concat.js'
import { coverage } from '../ops/coverage.js'
import { cumulate } from '../ops/cumulate.js'
import { declare } from '../ops/declare.js'
import { decode } from '../ops/decode.js'
import { encode } from '../ops/encode.js'
import { expr } from '../ops/expr.js'
import { fillNodata } from '../ops/fill-nodata.js'
import { focal } from '../ops/focal.js'
import { isel } from '../ops/isel.js'
import { locate } from '../ops/locate.js'
import { mapBlocks } from '../ops/map-blocks.js'
import { mask } from '../ops/mask.js'
import { mosaic } from '../ops/mosaic.js'
import { overview } from '../ops/overview.js'
import { pick } from '../ops/pick.js'
import { rasterize } from '../ops/rasterize.js'
import { reduce } from '../ops/reduce.js'
import { reduceDigits } from '../ops/reduce-digits.js'
import { reduceFinish } from '../ops/reduce-finish.js'
import { reduceLeaf } from '../ops/reduce-leaf.js'
import { reduceRank } from '../ops/reduce-rank.js'
import { relabel } from '../ops/relabel.js'
import { reproject } from '../ops/reproject.js'
import { resample } from '../ops/resample.js'
import { sample } from '../ops/sample.js'
import { source } from '../ops/source.js'
import { store } from '../ops/store.js'
import { sumHalves } from '../ops/sum-halves.js'
import { sumMeans } from '../ops/sum-means.js'
import { sumParts } from '../ops/sum-parts.js'
import { sumPixels } from '../ops/sum-pixels.js'
import { take } from '../ops/take.js'
import { terrain } from '../ops/terrain.js'
import { transpose } from '../ops/transpose.js'
import { unify } from '../ops/unify.js'

const ops: readonly AnyOp[] = [
  astype,
  clip,
  concat,
  coverage,
  cumulate,
  declare,
  decode,
  encode,
  expr,
  fillNodata,
  focal,
  isel,
  locate,
  mapBlocks,
  mask,
  mosaic,
  overview,
  pick,
  rasterize,
  reduce,
  reduceDigits,
  reduceFinish,
  reduceLeaf,
  reduceRank,
  relabel,
  reproject,
  resample,
  sample,
  source,
  store,
  sumHalves,
  sumMeans,
  sumParts,
  sumPixels,
  take,
  terrain,
  transpose,
  unify,
]
const sources: readonly AnySource[] = [geotiffSource, memorySource, netcdfSource, zarrSource]
const sinks: readonly AnySink[] = [cogSink, zarrSink, zarrUpdateSink, memorySink, stageSink, scratchSink, sumsSink]

/** Arrays in memory by content hash; each lives as long as a node that names it. Equal arrays are several under one hash: any that still lives will do. */
const assets = new Map<string, readonly WeakRef<Uint8Array>[]>()
const heldBy = new WeakMap<LazyNode, Uint8Array>()
const forget = new FinalizationRegistry<string>((hash) => {
  const alive = (assets.get(hash) ?? []).filter((ref) => ref.deref() !== undefined)
  if (alive.length === 0) assets.delete(hash)
  else assets.set(hash, alive)
})

function find<T extends { readonly name: string }>(cards: readonly T[], kind: string, name: string): T {
  const card = cards.find((candidate) => candidate.name === name)
  if (card !== undefined) return card
  throw new RecipeError(
    `${kind} "${name}" is not known here; known are ${cards.map((each) => each.name).join(', ')}. Was the recipe made by a newer version?`,
  )
}

/** Every card that this build knows, in one place. Each thread builds the same. */
export const registry: Registry = {
  ops,
  sources,
  sinks,
  op(name, version) {
    const card = find(ops, 'op', name)
    if (card.version === version) return card
    throw new RecipeError(`op "${name}" has version ${card.version} here; the recipe wants version ${version}`)
  },
  source: (name) => find(sources, 'source format', name),
  sink: (name) => find(sinks, 'sink', name),
  assets: {
    get(hash) {
      const bytes = assets
        .get(hash)
        ?.map((ref) => ref.deref())
        .find((held) => held !== undefined)
      if (bytes !== undefined) return bytes
      throw new RecipeError(`the asset ${hash} is not in this process: an array made in memory cannot be rebuilt from a recipe alone`)
    },
  },
}

/** Bytes under their content hash, SHA-256 as hex. They are kept as long as the caller or a node that holds them ({@link holdAsset}) is. */
export function putAsset(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex')
  nameAsset(hash, bytes)
  return hash
}

/** The same under a hash of what the bytes are made from. */
export function nameAsset(hash: string, bytes: Uint8Array): void {
  assets.set(hash, [...(assets.get(hash) ?? []), new WeakRef(bytes)])
  forget.register(bytes, hash)
}

/** An asset, or null where none of that hash is held. */
export function assetNamed(hash: string): Uint8Array | null {
  const held = assets.get(hash) ?? []
  return held.map((ref) => ref.deref()).find((bytes) => bytes !== undefined) ?? null
}

/** Keeps an asset for as long as a node lives. */
export function holdAsset(node: LazyNode, bytes: Uint8Array): void {
  heldBy.set(node, bytes)
}
