import type { Block, OutBlock } from '../../array/block.js'
import type { Kit } from '../../graph/op.js'

const aligned = (bytes: number): number => Math.ceil(bytes / 16) * 16

/** Pointer to one validity byte per pixel: the block's own mask, or one made in scratch. */
export function validBytes({ data, valid }: Block, kit: Kit): number {
  if (valid instanceof Uint8Array) return valid.byteOffset
  const bytes = new Uint8Array(kit.memory.buffer, kit.scratch(data.length), data.length)
  if (valid === null) bytes.fill(1)
  else {
    const { nodata } = valid
    for (let at = 0; at < bytes.length; at++) {
      const value = data[at]
      bytes[at] = value === value && value !== nodata ? 1 : 0
    }
  }
  return bytes.byteOffset
}

/** Scratch of {@link addAlpha} for a tile of so many pixels. */
export function alphaScratchBytes(pixels: number, bands: number, sampleBytes: number): number {
  return aligned(pixels * bands) + aligned(pixels * (bands + 1) * sampleBytes)
}

/**
 * Pointer to the planes of a block of unsigned integers and one more in scratch: 0 where a pixel is invalid in any band, the dtype's maximum
 * elsewhere. Counts pixels that it hides although some band is valid.
 */
export function addAlpha(block: Block, bands: number, sampleBytes: number, kit: Kit): number {
  const pixels = block.data.length / bands
  const valid = new Uint8Array(kit.memory.buffer, validBytes(block, kit), bands * pixels)
  const planeBytes = pixels * sampleBytes
  const planes = new Uint8Array(kit.memory.buffer, kit.scratch(planeBytes * (bands + 1)), planeBytes * (bands + 1))
  planes.set(new Uint8Array(kit.memory.buffer, block.data.byteOffset, planeBytes * bands))
  let disputed = 0
  for (let at = 0; at < pixels; at++) {
    let count = 0
    for (let band = 0; band < bands; band++) count += valid[band * pixels + at] as number
    if (count !== 0 && count !== bands) disputed++
    const from = planeBytes * bands + at * sampleBytes
    planes.fill(count === bands ? 255 : 0, from, from + sampleBytes)
  }
  if (disputed > 0) kit.count('maskedByOtherBand', disputed)
  return planes.byteOffset
}

/** Fills the mask of a block from the last sample of the pixels of a tile `side` pixels wide: any alpha but 0 is valid, in all bands. */
export function takeAlpha(
  tile: Uint8Array,
  samples: number,
  sampleBytes: number,
  side: number,
  { width, height }: { readonly width: number; readonly height: number },
  out: OutBlock,
): void {
  const pixelBytes = samples * sampleBytes
  for (let y = 0, to = 0; y < height; y++) {
    // The lowest byte of an alpha that is the dtype's maximum is 255.
    for (let x = 0, from = y * side * pixelBytes + pixelBytes - sampleBytes; x < width; x++, from += pixelBytes) {
      out.mask[to++] = tile[from] === 0 ? 0 : 1
    }
  }
  const pixels = width * height
  for (let band = 1; band < samples - 1; band++) out.mask.copyWithin(band * pixels, 0, pixels)
}
