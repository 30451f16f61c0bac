import type { JsonObject } from '../../base/json.js'
import { loadCodec } from '../../codecs/codec-list.js'
import type { RemoteOutput, SinkLevel, SinkPlace, WrittenChunks } from '../../graph/sink.js'
import { assembleCog, uploadCog } from './cog-assemble.js'
import { layoutCog } from './cog-layout.js'
import { bandCount, type CogOptions } from './cog-options.js'
import { cogPieces } from './cog-pieces.js'
import { statisticsItems } from './cog-statistics.js'

/** Puts a file together from the tiles that threads have spooled. On the main thread. */
export async function finishCog(
  place: SinkPlace,
  levels: readonly SinkLevel[],
  options: CogOptions,
  written: WrittenChunks,
  metadata: JsonObject,
  remote: RemoteOutput | null,
  signal?: AbortSignal,
): Promise<void> {
  const base = levels[0] as SinkLevel
  const statistics = options.statistics === 0 ? [] : statisticsItems(base, bandCount(base.spec), written)
  const pieces = cogPieces(place, levels, options, written, await loadCodec('deflate'))
  const layout = layoutCog(place.target, levels, options, pieces, { metadata, statistics })
  if (remote === null) await assembleCog(place, layout, signal)
  else await uploadCog(place, layout, remote, signal)
}
