import type { SinkWriter } from '../../graph/sink.js'
import type { ArrayWriter } from './writer.js'

/** One writer for all levels of an array. `otherBytes` are held outside the arena beside those of the codecs. */
export function levelWriter(writers: readonly ArrayWriter[], otherBytes = 0): SinkWriter {
  const most = (pick: (writer: ArrayWriter) => number): number => Math.max(...writers.map(pick))
  const each = (act: (writer: ArrayWriter) => void): void => {
    for (const writer of writers) act(writer)
  }
  return {
    scratchBytes: most(({ scratchBytes }) => scratchBytes),
    libraryBytes: most(({ libraryBytes }) => libraryBytes) + otherBytes,
    write: (level, chunk, block, kit) => (writers[level] as ArrayWriter).write(chunk, block, kit),
    read: (level, chunk, record, out, kit) => (writers[level] as ArrayWriter).read(chunk, record, out, kit),
    flush: () => each((writer) => writer.flush()),
    close: () => each((writer) => writer.close()),
  }
}
