import { peekPixels } from '../formats/geotiff/peek.js'
import { inlinePixels } from '../plan/inline-pixels.js'

/** Whether a file on this machine is a TIFF of more pixels than are worked on without workers, by a glance at its header. */
export function hasManyPixels(path: string): boolean {
  return (peekPixels(path) ?? 0) > inlinePixels
}
