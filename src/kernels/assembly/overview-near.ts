import { Level, Span, spanBytes } from './overview-job'

/** Picks one source pixel for each output pixel: the first of its spans. Fills the mask where validity is 2. Returns how many are invalid. */
export function picks<T>(level: Level): i32 {
  let bad: i32 = 0
  const columns = level.columns, width = level.width, src = level.src, mask = level.srcMask, masked = level.validity == 2
  for (let j: i32 = 0; j < level.height; j++) {
    const from = <u32>(changetype<Span>(level.rows + j * spanBytes).at * level.srcStride)
    let out = level.dst + j * level.dstStride * sizeof<T>(), outMask = level.dstMask + j * level.dstStride
    for (let i: i32 = 0; i < width; i++) {
      const at = from + load<i32>(columns + i * spanBytes)
      store<T>(out, load<T>(src + at * sizeof<T>()))
      out += sizeof<T>()
      if (masked) {
        const valid = load<u8>(mask + at)
        store<u8>(outMask++, valid)
        bad += 1 - valid
      }
    }
  }
  return bad
}
