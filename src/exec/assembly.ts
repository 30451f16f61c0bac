import type { Block, OutBlock, Validity } from '../array/block.js'
import { maskNodata } from '../array/nodata-mask.js'
import { forRuns, laidUnder } from '../array/runs.js'
import { type CopyRows, copyWindow } from '../array/strided-copy.js'
import { shapeOf } from '../array/window.js'

/**
 * Copies a piece's block into the chunk's. Validity keeps the form that all pieces have (none, or one nodata value), and becomes
 * mask bytes with the first piece that differs. Allocates nothing of the pieces' size.
 */
export function placePiece(whole: OutBlock, piece: Block, isFirst: boolean, copy: CopyRows): void {
  const from = { start: piece.window.start, shape: shapeOf(piece.window) }
  const to = { start: whole.window.start, shape: shapeOf(whole.window) }
  copyWindow({ data: piece.data, ...from }, { data: whole.data, ...to }, piece.window, copy)
  if (isFirst) whole.valid = piece.valid instanceof Uint8Array ? whole.mask : piece.valid
  else if (!sameForm(whole.valid, piece.valid)) expand(whole)
  if (!(whole.valid instanceof Uint8Array)) return
  if (piece.valid instanceof Uint8Array) copyWindow({ data: piece.valid, ...from }, { data: whole.mask, ...to }, piece.window, copy)
  else maskPiece(whole, piece, piece.valid)
}

function sameForm(a: Validity, b: Validity): boolean {
  if (a instanceof Uint8Array || b instanceof Uint8Array) return a instanceof Uint8Array && b instanceof Uint8Array
  return a === null || b === null ? a === b : Object.is(a.nodata, b.nodata)
}

/** Validity so far as mask bytes; what lies in windows still to come is written with their pieces. */
function expand(whole: OutBlock): void {
  if (whole.valid === null) whole.mask.fill(1)
  else if (!(whole.valid instanceof Uint8Array))
    maskNodata({ data: whole.data, from: 0, count: whole.data.length }, whole.valid.nodata, whole.mask, 0)
  whole.valid = whole.mask
}

/** The mask bytes of a piece that has none of its own. */
function maskPiece(whole: OutBlock, piece: Block, valid: Exclude<Validity, Uint8Array>): void {
  const dims = piece.window.start.map((_, dim) => String(dim))
  const place = laidUnder(piece.window, dims, whole.window, dims)
  forRuns(shapeOf(piece.window), [place], (from, count, [to], [stride]) => {
    if (valid !== null) maskNodata({ data: piece.data, from, count }, valid.nodata, whole.mask, to as number, stride as number)
    else for (let index = 0; index < count; index++) whole.mask[(to as number) + index * (stride as number)] = 1
  })
}
