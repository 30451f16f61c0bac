// Sequential JPEG with Huffman codes and samples of 8 bits (ITU-T T.81), scan by scan: the markers are read elsewhere.
//
// The job, in words of 32 bits:
//   0 components   1, 2 MCUs across and down   3 MCUs from restart to restart, 0 for none   4, 5 greatest sampling factors across and down
//   6, 7 width and height in pixels   8 components of the scan   9-12 their places in the list of components
// and from word 16 on for each component:
//   0, 1 its sampling factors   2 its plane   3 bytes of a row of the plane   4, 5 its own blocks across and down   6 quantisation table (64
//   words, row by row)   7, 8 Huffman tables   9 the last mean (kept by the scan)   10, 11 its own width and height
import { beginBits, isBeyondEnd, NO_SYMBOL, nextMarker, skipRestart, takeSigned, takeSymbol } from './jpeg-bits'
import { idctBlock, idctFlat } from './jpeg-idct'

export { jpegBuildTable, jpegTableBytes } from './jpeg-bits'

const TRUNCATED: i32 = -1
const CORRUPT: i32 = -2

const COMPONENTS_AT: usize = 16 * 4
const COMPONENT_BYTES: usize = 12 * 4

// Places of the coefficients in the order in which they are stored.
const zigzag = memory.data<u8>([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57,
  50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
])

const coefficients = memory.data(4 * 64, 16)

@inline
function component(job: usize, place: u32): usize {
  return job + COMPONENTS_AT + place * COMPONENT_BYTES
}

/** Decodes one scan into the planes of its components; returns how many bytes of the source it took up to the next marker, or -1, -2. */
export function jpegScan(job: usize, source: usize, length: i32): i32 {
  const members = load<u32>(job, 32)
  const restart = load<u32>(job, 12)
  beginBits(source, source + length)
  forget(job)
  const only = component(job, load<u32>(job, 36))
  const across = members == 1 ? load<u32>(only, 16) : load<u32>(job, 4)
  const down = members == 1 ? load<u32>(only, 20) : load<u32>(job, 8)
  let left = restart
  for (let y: u32 = 0; y < down; y++) {
    for (let x: u32 = 0; x < across; x++) {
      if (restart != 0 && left-- == 0) {
        if (!skipRestart()) return TRUNCATED
        forget(job)
        left = restart - 1
      }
      const failed = members == 1 ? block(only, x, y) : unit(job, members, x, y)
      if (failed != 0) return failed
      if (isBeyondEnd()) return TRUNCATED
    }
  }
  return <i32>(nextMarker() - source)
}

function forget(job: usize): void {
  const count = load<u32>(job)
  for (let i: u32 = 0; i < count; i++) store<i32>(component(job, i), 0, 36)
}

function unit(job: usize, members: u32, x: u32, y: u32): i32 {
  for (let member: u32 = 0; member < members; member++) {
    const one = component(job, load<u32>(job + (member << 2), 36))
    const h = load<u32>(one)
    const v = load<u32>(one, 4)
    for (let row: u32 = 0; row < v; row++) {
      for (let column: u32 = 0; column < h; column++) {
        const failed = block(one, x * h + column, y * v + row)
        if (failed != 0) return failed
      }
    }
  }
  return 0
}

function block(one: usize, x: u32, y: u32): i32 {
  const quantisation: usize = load<u32>(one, 24)
  const stride: usize = load<u32>(one, 12)
  const target = load<u32>(one, 8) + <usize>y * 8 * stride + <usize>x * 8
  const bits = takeSymbol(load<u32>(one, 28))
  if (bits < 0 || bits > 15) return CORRUPT
  const mean = load<i32>(one, 36) + takeSigned(bits)
  store<i32>(one, mean, 36)
  const ac: usize = load<u32>(one, 32)
  const scaled = <i32>(<i16>mean) * load<i32>(quantisation)
  let isFlat = true
  for (let k: u32 = 1; k < 64; k++) {
    const symbol = takeSymbol(ac)
    if (symbol == NO_SYMBOL) return CORRUPT
    const size = symbol & 15
    const run = <u32>symbol >> 4
    if (size == 0) {
      if (run != 15) break
      k += 15
      continue
    }
    if (isFlat) memory.fill(coefficients, 0, 256)
    isFlat = false
    k += run
    if (k > 63) return CORRUPT
    const place: usize = <usize>load<u8>(zigzag + k) << 2
    store<i32>(coefficients + place, takeSigned(size) * load<i32>(quantisation + place))
  }
  if (isFlat) {
    idctFlat(scaled, target, stride)
    return 0
  }
  store<i32>(coefficients, scaled)
  idctBlock(coefficients, target, stride)
  return 0
}
