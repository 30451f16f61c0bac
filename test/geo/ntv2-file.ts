import { randoms } from './random.js'

interface Part {
  readonly name: string
  readonly parent: string
  readonly west: number
  readonly south: number
  readonly step: number
  readonly columns: number
  readonly rows: number
}

// Degrees. A coarse grid with a finer one inside, and one beside it.
const parts: readonly Part[] = [
  { name: 'COARSE', parent: 'NONE', west: -8, south: 49, step: 1, columns: 10, rows: 11 },
  { name: 'FINE', parent: 'COARSE', west: -4, south: 52, step: 0.25, columns: 9, rows: 13 },
  { name: 'BESIDE', parent: 'NONE', west: 5, south: 49, step: 0.5, columns: 5, rows: 5 },
]

/** An NTv2 file whose shifts are seeded and smooth enough to look like a datum's. */
export function ntv2(little: boolean): Uint8Array {
  const size = 11 * 16 + parts.reduce((sum, { columns, rows }) => sum + 11 * 16 + columns * rows * 16, 0) + 16
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  let at = 0
  const label = (name: string): void => {
    bytes.set(new TextEncoder().encode(name.padEnd(8)), at)
  }
  const put = (name: string, write: () => void): void => {
    label(name)
    write()
    at += 16
  }
  const int = (name: string, value: number): void => put(name, () => view.setInt32(at + 8, value, little))
  const double = (name: string, value: number): void => put(name, () => view.setFloat64(at + 8, value, little))
  const text = (name: string, value: string): void => put(name, () => bytes.set(new TextEncoder().encode(value.padEnd(8)), at + 8))
  int('NUM_OREC', 11)
  int('NUM_SREC', 11)
  int('NUM_FILE', parts.length)
  text('GS_TYPE', 'SECONDS')
  text('VERSION', 'TEST')
  text('SYSTEM_F', 'OLD')
  text('SYSTEM_T', 'WGS84')
  double('MAJOR_F', 6377563.396)
  double('MINOR_F', 6356256.909)
  double('MAJOR_T', 6378137)
  double('MINOR_T', 6356752.314)
  const random = randoms(5)
  for (const { name, parent, west, south, step, columns, rows } of parts) {
    text('SUB_NAME', name)
    text('PARENT', parent)
    text('CREATED', '20200101')
    text('UPDATED', '20200101')
    double('S_LAT', south * 3600)
    double('N_LAT', (south + step * (rows - 1)) * 3600)
    double('E_LONG', -(west + step * (columns - 1)) * 3600)
    double('W_LONG', -west * 3600)
    double('LAT_INC', step * 3600)
    double('LONG_INC', step * 3600)
    int('GS_COUNT', columns * rows)
    for (let k = 0; k < columns * rows; k++) {
      view.setFloat32(at, 2 + random(), little)
      view.setFloat32(at + 4, 4 + random(), little)
      at += 16
    }
  }
  label('END')
  return bytes
}
