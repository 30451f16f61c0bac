import { UsageError } from '../base/errors.js'
import type { LazyNode } from '../graph/graph.js'
import { shownArgument } from './arguments.js'
import { factsOf, headline, recipeLines } from './display.js'

/** Colours follow the page: text inherits, lines and fills are half-transparent, so that light and dark pages both work. */
const style = {
  card: 'font:13px/1.45 system-ui,sans-serif;border:1px solid rgba(128,128,128,.4);border-radius:6px;padding:10px 14px;display:inline-block;max-width:60em',
  head: 'font-weight:600;font-size:14px;margin-bottom:6px',
  label: 'text-align:left;font-weight:400;opacity:.7;padding:1px 16px 1px 0;vertical-align:top;background:none',
  value: 'text-align:left;padding:1px 0;font-family:ui-monospace,monospace;background:none',
  recipe:
    'margin:8px 0 0;padding:6px 10px;background:rgba(128,128,128,.12);border-radius:4px;white-space:pre;overflow:auto;font:12px/1.4 ui-monospace,monospace;color:inherit',
}

/** An array as an HTML card for notebooks: self-contained, without scripts. All texts are escaped. */
export function htmlCard(node: LazyNode, chunks: Readonly<Record<string, number>>): string {
  const rows = factsOf(node.spec, chunks).map(
    ({ label, text }) =>
      `<tr style="background:none"><th style="${style.label}">${escapeHtml(label)}</th><td style="${style.value}">${escapeHtml(text)}</td></tr>`,
  )
  return (
    `<div style="${style.card}"><div style="${style.head}">${escapeHtml(headline(node.spec))}</div>` +
    `<table style="border-collapse:collapse;border:0;margin:0">${rows.join('')}</table>` +
    `<pre style="${style.recipe}">${escapeHtml(recipeLines(node).join('\n'))}</pre></div>`
  )
}

/** A text as it may stand in HTML, in elements and in attributes. */
export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (letter) => names[letter] as string)
}

/** A PNG as an HTML image. */
export function htmlImage(png: Uint8Array, width: number, alternative: string): string {
  if (!(png instanceof Uint8Array)) throw new UsageError(`htmlImage: ${shownArgument(png)} was given, expected the bytes of a PNG`)
  const data = Buffer.from(png.buffer, png.byteOffset, png.byteLength).toString('base64')
  return `<img alt="${escapeHtml(alternative)}" width="${width}" src="data:image/png;base64,${data}">`
}
