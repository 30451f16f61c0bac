import { formatBytes } from '../base/bytes.js'
import { escapeHtml } from './escape-html.js'
import { updatedDisplay } from './notebook-display.js'
import type { ProgressEvent } from './run.js'

/** Least time between two drawings. */
const betweenMs = 100
const cells = 30

/**
 * A bar that follows a run, to be given as its `onProgress`: in a notebook it is drawn anew in its place, on a terminal it is one line of standard error,
 * and elsewhere nothing is written but the last line. Make one for each run.
 *
 * @example await map.toCog('map.tif', { onProgress: showProgress('map.tif') })
 */
export function showProgress(label = ''): (event: ProgressEvent) => void {
  const display = updatedDisplay()
  const isTerminal = process.stderr.isTTY === true
  let drawnAt = Number.NEGATIVE_INFINITY
  return (event) => {
    const isLast = event.chunksDone >= event.chunksTotal
    if (!isLast && (event.elapsedMs - drawnAt < betweenMs || (display === null && !isTerminal))) return
    drawnAt = event.elapsedMs
    if (display !== null) display.html(barHtml(label, event))
    else process.stderr.write(`${isTerminal ? '\r\x1b[K' : ''}${barLine(label, event)}${isLast || !isTerminal ? '\n' : ''}`)
  }
}

function share({ chunksDone, chunksTotal }: ProgressEvent): number {
  return chunksTotal === 0 ? 1 : Math.min(1, chunksDone / chunksTotal)
}

function words(event: ProgressEvent): string {
  const { chunksDone, chunksTotal, bytesDone, elapsedMs } = event
  const rest = share(event) > 0.02 && share(event) < 1 ? `, ${seconds((elapsedMs / share(event)) * (1 - share(event)))} to go` : ''
  return `${chunksDone} of ${chunksTotal} chunks, ${formatBytes(bytesDone)}, ${seconds(elapsedMs)}${rest}`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

function barLine(label: string, event: ProgressEvent): string {
  const full = Math.round(share(event) * cells)
  return `${label === '' ? '' : `${label} `}${'█'.repeat(full)}${'░'.repeat(cells - full)} ${words(event)}`
}

function barHtml(label: string, event: ProgressEvent): string {
  const percent = (100 * share(event)).toFixed(1)
  const bar = `<div style="flex:none;width:260px;height:12px;border:1px solid rgba(128,128,128,.5);border-radius:3px;overflow:hidden"><div style="width:${percent}%;height:100%;background:${share(event) < 1 ? '#4a90d9' : '#3a9d5d'}"></div></div>`
  const text = `<span>${escapeHtml(words(event))}</span>`
  const name = label === '' ? '' : `<b>${escapeHtml(label)}</b>`
  return `<div style="display:flex;gap:10px;align-items:center;font:13px system-ui,sans-serif">${name}${bar}${text}</div>`
}
