import type { ProgressEvent } from '../api/run.js'
import { formatBytes } from '../base/bytes.js'

/** How progress is shown: a bar on a terminal and nothing when piped (auto), always a bar, JSON Lines on stderr, or nothing. */
export type ProgressMode = 'auto' | 'bar' | 'json' | 'none'

/** Shows progress of one run on stderr. */
export interface ProgressView {
  readonly onProgress: (event: ProgressEvent) => void
  /** Shows a warning: before the run begins, so that no bar is in its way. */
  readonly onWarning: (text: string) => void
  /** Takes the bar away, so that what follows stands on a line of its own. */
  close(): void
}

/** A view of the mode that was asked for. */
export async function progressView(mode: ProgressMode, quiet: boolean, label: string): Promise<ProgressView> {
  const chosen = quiet ? 'none' : mode === 'auto' ? (process.stderr.isTTY ? 'bar' : 'none') : mode
  if (chosen === 'bar') return barView(label)
  if (chosen === 'json') return jsonView(label)
  return { onProgress: () => {}, onWarning: warn, close: () => {} }
}

function warn(text: string): void {
  process.stderr.write(`warning: ${text}\n`)
}

function jsonView(target: string): ProgressView {
  return {
    onProgress: (event) =>
      void process.stderr.write(`${JSON.stringify({ event: 'progress', target, ...event, elapsedMs: Math.round(event.elapsedMs) })}\n`),
    onWarning: (text) => void process.stderr.write(`${JSON.stringify({ event: 'warning', target, text })}\n`),
    close: () => {},
  }
}

/** The bar's library is only loaded where a bar is shown: it takes 4 MB. */
async function barView(label: string): Promise<ProgressView> {
  const { SingleBar } = await import('cli-progress')
  const bar = new SingleBar({
    format: `${label} [{bar}] {percentage}% | {value}/{total} chunks | {done} of {all} | {eta_formatted}`,
    stream: process.stderr,
    noTTYOutput: true,
    hideCursor: true,
    etaBuffer: 50,
  })
  let started = false
  return {
    onWarning: warn,
    onProgress(event) {
      const payload = { done: formatBytes(event.bytesDone), all: formatBytes(event.bytesTotal) }
      if (started) bar.update(event.chunksDone, payload)
      else bar.start(event.chunksTotal, event.chunksDone, payload)
      started = true
    },
    close() {
      if (started) bar.stop()
    },
  }
}
