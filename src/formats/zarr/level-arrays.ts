import { join } from 'node:path'
import type { SinkLevel, SinkPlace } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import type { KeyStyle } from './chunk-files.js'
import type { ZarrOptions } from './options.js'
import { storeOf } from './scratch.js'

/** The group that a level's array stands in, below the root: in a pyramid one of its own, else the root itself. */
export function groupOf({ overviews }: Pick<ZarrOptions, 'overviews'>, level: number): string {
  return overviews === undefined ? '' : String(level)
}

/** Path of a level's array below the root of the store. */
export function arrayPath(options: Pick<ZarrOptions, 'overviews'>, variable: string, level: number): string {
  return [groupOf(options, level), variable].filter((name) => name !== '').join('/')
}

/** Directory of a level's array in the store being written. */
export function arrayDirectory(place: SinkPlace, options: ZarrOptions, level: number): string {
  return join(storeOf(place), arrayPath(options, options.variable, level))
}

/** What stands between the numbers of a chunk's name: a dot in v2, where every reader knows it, else a slash. */
export function separatorOf({ dimensionSeparator, zarrFormat }: Pick<ZarrOptions, 'dimensionSeparator' | 'zarrFormat'>): '.' | '/' {
  return dimensionSeparator ?? (zarrFormat === 2 ? '.' : '/')
}

/** How the files of chunks, or of shards, are called. */
export function keyStyle(options: Pick<ZarrOptions, 'dimensionSeparator' | 'zarrFormat'>): KeyStyle {
  return { keyPrefix: options.zarrFormat === 2 ? '' : 'c', separator: separatorOf(options) }
}

/** Extents of the shards of one level, or null where chunks are files. Levels smaller than a shard end with their last chunk. */
export function shardOf({ dims, shape, chunks }: ArraySpec, { shards, chunks: wanted }: ZarrOptions): readonly number[] | null {
  if (shards === undefined) return null
  return dims.map((dim, at) => {
    const chunk = chunks.chunk[at] as number
    if (chunk < (wanted[dim] as number)) return chunk
    return Math.min(shards[dim] as number, Math.max(1, Math.ceil((shape[at] as number) / chunk)) * chunk)
  })
}

/** The spec of a level. */
export function specOf(levels: readonly SinkLevel[], level: number): ArraySpec {
  return (levels[level] as SinkLevel).spec
}
