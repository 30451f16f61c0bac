/** One tile of samples as bytes: `width` pixels a row, `samples` channels a pixel, `sampleBytes` bytes a sample. */
export interface TileShape {
  readonly width: number
  readonly rows: number
  readonly samples: number
  readonly sampleBytes: number
}

function readSample(bytes: Uint8Array, at: number, size: number): bigint {
  let value = 0n
  for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[at + i]!)
  return value
}

function writeSample(bytes: Uint8Array, at: number, size: number, value: bigint): void {
  for (let i = 0; i < size; i++) bytes[at + i] = Number((value >> BigInt(8 * i)) & 255n)
}

/** TIFF predictor 2 by its definition, one sample at a time. */
export function plainPredictor2(tile: Uint8Array, { width, rows, samples, sampleBytes }: TileShape): Uint8Array {
  const out = tile.slice()
  for (let row = 0; row < rows; row++) {
    for (let i = samples; i < width * samples; i++) {
      const at = (row * width * samples + i) * sampleBytes
      const difference = readSample(tile, at, sampleBytes) - readSample(tile, at - samples * sampleBytes, sampleBytes)
      writeSample(out, at, sampleBytes, BigInt.asUintN(8 * sampleBytes, difference))
    }
  }
  return out
}

/** TIFF predictor 3 by its definition: byte planes, most significant first, then differences of bytes. */
export function plainPredictor3(tile: Uint8Array, { width, rows, samples, sampleBytes }: TileShape): Uint8Array {
  const out = new Uint8Array(tile.length)
  const count = width * samples
  for (let row = 0; row < rows; row++) {
    const start = row * count * sampleBytes
    const planes = new Uint8Array(count * sampleBytes)
    for (let i = 0; i < count; i++) {
      for (let b = 0; b < sampleBytes; b++) planes[(sampleBytes - 1 - b) * count + i] = tile[start + i * sampleBytes + b]!
    }
    for (let i = 0; i < planes.length; i++) out[start + i] = planes[i]! - (i >= samples ? planes[i - samples]! : 0)
  }
  return out
}
