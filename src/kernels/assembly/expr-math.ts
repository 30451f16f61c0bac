// Functions of expressions that IEEE 754 does not define to the last bit, one pixel at a time in float64; float32 results are rounded from them.

function one(op: i32, x: f64): f64 {
  switch (op) {
    case 0: return NativeMath.exp(x)
    case 1: return NativeMath.log(x)
    case 2: return NativeMath.log2(x)
    case 3: return NativeMath.log10(x)
    case 4: return NativeMath.sin(x)
    case 5: return NativeMath.cos(x)
    case 6: return NativeMath.tan(x)
    case 7: return NativeMath.asin(x)
    case 8: return NativeMath.acos(x)
    default: return NativeMath.atan(x)
  }
}

function two(op: i32, x: f64, y: f64): f64 {
  if (x != x || y != y) return NaN
  if (op == 0) return NativeMath.pow(x, y)
  if (op == 1) return NativeMath.atan2(x, y)
  return NativeMath.hypot(x, y)
}

/** 0 exp, 1 log, 2 log2, 3 log10, 4 sin, 5 cos, 6 tan, 7 asin, 8 acos, 9 atan. */
export function expr_math_f32(op: i32, a: usize, out: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) store<f32>(out + i * 4, f32(one(op, f64(load<f32>(a + i * 4)))))
}
/** The same in float64. */
export function expr_math_f64(op: i32, a: usize, out: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) store<f64>(out + i * 8, one(op, load<f64>(a + i * 8)))
}

/** 0 pow, 1 atan2, 2 hypot. */
export function expr_math2_f32(op: i32, a: usize, b: usize, out: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) store<f32>(out + i * 4, f32(two(op, f64(load<f32>(a + i * 4)), f64(load<f32>(b + i * 4)))))
}
/** The same in float64. */
export function expr_math2_f64(op: i32, a: usize, b: usize, out: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) store<f64>(out + i * 8, two(op, load<f64>(a + i * 8), load<f64>(b + i * 8)))
}
