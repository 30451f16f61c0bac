import { inspect } from 'node:util'
import { isRasterloomError, UsageError } from '../base/errors.js'
import { shownArgument } from './arguments.js'
import { LazyArray, peek } from './data-array-base.js'
import { isGeoBox } from './data-array-grid.js'
import { Dataset } from './dataset.js'
import { datasetHtml } from './display-dataset.js'
import { PlanView, planIn } from './display-plan.js'
import { type Foresight, geoboxCard, htmlCard, textCardHtml } from './html-card.js'
import { notebookDisplay } from './notebook-display.js'

const signature = [0x89, 0x50, 0x4e, 0x47]

/**
 * Shows something where it can be looked at: in a notebook (tslab) arrays, datasets, grids and plans as cards, PNGs as pictures, all else as
 * text; elsewhere the text that the console shows, on standard output. For arrays and datasets computing them is planned, which reads headers.
 *
 * @example await show(ndvi)
 * @example await show(await plot(ndvi))
 */
export async function show(subject: unknown): Promise<void> {
  const display = notebookDisplay()
  if (display === null) {
    process.stdout.write(`${isPng(subject) ? pngText(subject) : inspect(subject)}\n`)
    return
  }
  if (isPng(subject)) display.png(subject)
  else display.html(await toHtml(subject))
}

/** What `show` displays, as HTML: for notebooks and pages of other kinds. Throws `E_USAGE` for a function. */
export async function toHtml(subject: unknown): Promise<string> {
  if (typeof subject === 'function') throw new UsageError(`toHtml: ${shownArgument(subject)} was given: call it`)
  if (subject instanceof LazyArray) return htmlCard(peek(subject).node, subject.chunks, await foreseen(subject))
  if (subject instanceof Dataset)
    return datasetHtml(String(subject), subject.vars as Readonly<Record<string, LazyArray>>, await foreseen(subject))
  if (subject instanceof PlanView) return subject.toHtml()
  if (isPng(subject)) return `<img alt="picture" src="data:image/png;base64,${Buffer.from(subject).toString('base64')}">`
  if (isGeoBox(subject)) return geoboxCard(subject)
  return textCardHtml(typeof subject === 'string' ? subject : inspect(subject))
}

/** What computing takes; why it cannot be computed, where that is so. */
async function foreseen(subject: { plan(): Promise<PlanView> }): Promise<Foresight> {
  try {
    return planIn(await subject.plan())
  } catch (error) {
    if (isRasterloomError(error)) return { refused: error.message }
    throw error
  }
}

function isPng(subject: unknown): subject is Uint8Array {
  return subject instanceof Uint8Array && signature.every((byte, at) => subject[at] === byte)
}

function pngText(png: Uint8Array): string {
  const { byteOffset, byteLength, buffer } = png
  const header = new DataView(buffer, byteOffset, byteLength)
  return `PNG, ${header.getUint32(16)} x ${header.getUint32(20)} px, ${byteLength} bytes: write it to a file to look at it`
}
