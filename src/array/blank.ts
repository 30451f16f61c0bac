import type { OutBlock } from './block.js'

/** Makes every pixel of a block invalid: what an op does whose inputs are absent. Values become 0. */
export function leaveBlank(out: OutBlock): void {
  const { buffer, byteOffset, byteLength } = out.data
  new Uint8Array(buffer, byteOffset, byteLength).fill(0)
  out.mask.fill(0)
  out.valid = out.mask
}
