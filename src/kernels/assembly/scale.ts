// Scale and offset in float64, over poisoned operands (NaN is invalid; see cast.ts).

/** source * scale + offset, each operation rounded. */
export function scale_f64(source: usize, target: usize, count: usize, scale: f64, offset: f64): void {
  const factor = v128.splat<f64>(scale)
  const term = v128.splat<f64>(offset)
  let i: usize = 0
  for (; i + 2 <= count; i += 2) {
    v128.store(target + i * 8, v128.add<f64>(v128.mul<f64>(v128.load(source + i * 8), factor), term))
  }
  for (; i < count; i++) store<f64>(target + i * 8, load<f64>(source + i * 8) * scale + offset)
}

/** (source - offset) / scale, each operation rounded. */
export function unscale_f64(source: usize, target: usize, count: usize, scale: f64, offset: f64): void {
  const divisor = v128.splat<f64>(scale)
  const term = v128.splat<f64>(offset)
  let i: usize = 0
  for (; i + 2 <= count; i += 2) {
    v128.store(target + i * 8, v128.div<f64>(v128.sub<f64>(v128.load(source + i * 8), term), divisor))
  }
  for (; i < count; i++) store<f64>(target + i * 8, (load<f64>(source + i * 8) - offset) / scale)
}
