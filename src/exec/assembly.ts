import type { Block, OutBlock } from '../array/block.js'
import { copyWindow } from '../array/strided-copy.js'
import { shapeOf, sizeOf, type Window } from '../array/window.js'

/** Copies a piece's block into the chunk's, expanding validity to mask bytes as soon as one piece is not all valid. */
export function placePiece(whole: OutBlock, piece: Block): void {
  const from = { start: piece.window.start, shape: shapeOf(piece.window) }
  const to = { start: whole.window.start, shape: shapeOf(whole.window) }
  copyWindow({ ...from, data: piece.data }, { ...to, data: whole.data }, piece.window)
  if (piece.valid === null) {
    if (whole.valid !== null) fillWindow(whole, piece.window)
    return
  }
  const valid = piece.valid instanceof Uint8Array ? piece.valid : expanded(piece, piece.valid.nodata)
  if (whole.valid === null) {
    whole.mask.fill(1)
    whole.valid = whole.mask
  }
  copyWindow({ ...from, data: valid }, { ...to, data: whole.mask }, piece.window)
}

/** A nodata value as mask bytes. Pieces are small: they are what a tight budget allows. */
function expanded(piece: Block, nodata: number | bigint): Uint8Array {
  return Uint8Array.from(piece.data as ArrayLike<number | bigint> as ArrayLike<number>, (value) =>
    value === value && value !== nodata ? 1 : 0,
  )
}

function fillWindow(whole: OutBlock, window: Window): void {
  const ones = new Uint8Array(sizeOf(window)).fill(1)
  copyWindow(
    { data: ones, start: window.start, shape: shapeOf(window) },
    { data: whole.mask, start: whole.window.start, shape: shapeOf(whole.window) },
    window,
  )
}
