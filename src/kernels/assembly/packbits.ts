// PackBits run-length coding (TIFF 6.0 section 9).

const TRUNCATED: i32 = -1
const TOO_SMALL: i32 = -3

/**
 * Decodes PackBits and returns the number of bytes produced. Stops when the target is full; -1 when the source ends inside a run,
 * -3 when a run does not fit into what is left of the target (which is filled).
 */
export function packbitsDecode(source: usize, length: i32, target: usize, capacity: i32): i32 {
  let at = source
  const end = source + length
  let out = target
  const outEnd = target + capacity
  while (at < end && out < outEnd) {
    const header = <i32>load<i8>(at++)
    if (header == -128) continue
    const count: usize = header < 0 ? 1 - header : header + 1
    const room = outEnd - out
    const written = count < room ? count : room
    if (header < 0) {
      if (at >= end) return TRUNCATED
      memory.fill(out, load<u8>(at++), written)
    } else {
      if (end - at < count) return TRUNCATED
      memory.copy(out, at, written)
      at += count
    }
    if (written < count) return TOO_SMALL
    out += count
  }
  return <i32>(out - target)
}
