import { basename } from 'node:path'
import type { Format } from './options.js'

function urlOf(source: string): URL | null {
  return /^https?:/i.test(source) && URL.canParse(source) ? new URL(source) : null
}

/** A source as summaries show it: a URL without what may be secret in it (user, password, query). */
export function shownSource(source: string): string {
  const url = urlOf(source)
  return url === null ? source : `${url.origin}${url.pathname}`
}

/** The name of a source's output in a directory: the source's own name with the ending of the format (COG by default). */
export function outputName(source: string, format: Format | undefined): string {
  const path = urlOf(source)?.pathname ?? source
  const name = basename(path.replace(/\/+$/, '')).replace(/(?<=.)\.[^.]+$/, '')
  return `${name === '' ? 'output' : name}${format === 'zarr' ? '.zarr' : '.tif'}`
}
