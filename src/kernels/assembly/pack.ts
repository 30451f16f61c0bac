// Blocks to TIFF tiles: band planes to interleaved pixels, cut-short blocks to whole tiles, validity bytes to mask bits.
// The way back is in interleave.ts.

/**
 * Copies a block of `bands` planes of `width` x `height` samples into a tile of interleaved pixels, `tileWidth` x `tileHeight`.
 * Pixels beyond the block repeat its last column and row: any value would do, these cost the least once predicted and deflated.
 * `sampleBytes` is 1, 2, 4 or 8.
 */
export function packTile(
  source: usize,
  width: i32,
  height: i32,
  bands: i32,
  sampleBytes: i32,
  target: usize,
  tileWidth: i32,
  tileHeight: i32,
): void {
  const pixelBytes = <usize>bands * sampleBytes
  const rowBytes = <usize>tileWidth * pixelBytes
  const planeBytes = <usize>width * height * sampleBytes
  let row = target
  for (let y = 0; y < height; y++, row += rowBytes) {
    const line = source + <usize>y * width * sampleBytes
    if (bands == 1) memory.copy(row, line, <usize>width * sampleBytes)
    else if (sampleBytes == 1) interleaveRow<u8>(line, planeBytes, width, bands, row)
    else if (sampleBytes == 2) interleaveRow<u16>(line, planeBytes, width, bands, row)
    else if (sampleBytes == 4) interleaveRow<u32>(line, planeBytes, width, bands, row)
    else interleaveRow<u64>(line, planeBytes, width, bands, row)
    repeatPixel(row + <usize>width * pixelBytes, row + rowBytes, pixelBytes)
  }
  for (let y = height; y < tileHeight; y++, row += rowBytes) memory.copy(row, row - rowBytes, rowBytes)
}

/**
 * Packs validity bytes (0 or 1, `bands` planes of `width` x `height`) into mask bits, first pixel in the highest bit: 1 where a pixel is
 * valid in every band. The tile's pixels beyond the block are 0. `tileWidth` is a multiple of 16. `row` holds `tileWidth` bytes of work
 * memory. Answers how many pixels were masked although some band was valid there.
 */
export function packMask(
  valid: usize,
  width: i32,
  height: i32,
  bands: i32,
  target: usize,
  tileWidth: i32,
  tileHeight: i32,
  row: usize,
): i32 {
  const planeBytes = <usize>width * height
  const bitBytes = <usize>(tileWidth >>> 3)
  let disputed = 0
  memory.fill(row, 0, tileWidth)
  for (let y = 0; y < height; y++, target += bitBytes) {
    disputed += andPlanes(valid + <usize>y * width, planeBytes, width, bands, row)
    packRow(row, tileWidth, target)
  }
  memory.fill(target, 0, bitBytes * (tileHeight - height))
  return disputed
}

@inline
function interleaveRow<T>(line: usize, planeBytes: usize, width: i32, bands: i32, row: usize): void {
  const pixelBytes = <usize>bands * sizeof<T>()
  for (let band = 0; band < bands; band++, line += planeBytes) {
    let to = row + <usize>band * sizeof<T>()
    const end = line + <usize>width * sizeof<T>()
    for (let from = line; from < end; from += sizeof<T>(), to += pixelBytes) store<T>(to, load<T>(from))
  }
}

// Copies forward from one pixel behind, so that each pixel copies the one before.
function repeatPixel(at: usize, end: usize, pixelBytes: usize): void {
  for (; at < end; at++) store<u8>(at, load<u8>(at - pixelBytes))
}

function andPlanes(line: usize, planeBytes: usize, width: i32, bands: i32, row: usize): i32 {
  memory.copy(row, line, width)
  if (bands == 1) return 0
  let disputed = 0
  for (let x = 0; x < width; x++) {
    let sum = 0
    for (let band = 0; band < bands; band++) sum += load<u8>(line + <usize>band * planeBytes + x)
    store<u8>(row + x, sum == bands ? 1 : 0)
    if (sum != 0 && sum != bands) disputed++
  }
  return disputed
}

function packRow(row: usize, tileWidth: i32, target: usize): void {
  const zero = i64x2.splat(0)
  for (let x: usize = 0; x < <usize>tileWidth; x += 16) {
    const bits = i8x16.ne(v128.load(row + x), zero)
    const reversed = i8x16.swizzle(bits, i8x16(7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8))
    store<u16>(target + (x >>> 3), <u16>i8x16.bitmask(reversed))
  }
}
