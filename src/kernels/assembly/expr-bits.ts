// Bitwise steps of expressions over whole numbers that travel as floats; NaN is "invalid".

@inline
function bits(op: i32, a: v128, b: v128): v128 {
  if (op == 0) return v128.and(a, b)
  if (op == 1) return v128.or(a, b)
  return v128.xor(a, b)
}

@inline
function sweep(op: i32, a: usize, b: usize, out: usize, count: usize): void {
  const end = a + count * 4
  for (; a < end; a += 16, b += 16, out += 16) {
    const left = v128.load(a), right = v128.load(b)
    const v = v128.convert<i32>(bits(op, v128.trunc_sat<i32>(left), v128.trunc_sat<i32>(right)))
    v128.store(out, v128.or(v, v128.or(v128.ne<f32>(left, left), v128.ne<f32>(right, right))))
  }
}

/** 0 and, 1 or, 2 xor of whole numbers of up to 24 bits in float32. */
export function expr_bits_f32(op: i32, a: usize, b: usize, out: usize, count: usize): void {
  if (op == 0) sweep(0, a, b, out, count)
  else if (op == 1) sweep(1, a, b, out, count)
  else sweep(2, a, b, out, count)
}

/** 0 and, 1 or, 2 xor of whole numbers of up to 53 bits in float64. */
export function expr_bits_f64(op: i32, a: usize, b: usize, out: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const left = load<f64>(a + i * 8), right = load<f64>(b + i * 8)
    if (left != left || right != right) {
      store<f64>(out + i * 8, NaN)
      continue
    }
    const x = i64(left), y = i64(right)
    store<f64>(out + i * 8, f64(op == 0 ? x & y : op == 1 ? x | y : x ^ y))
  }
}

@inline
function shifted(op: i32, x: i64, by: i64, width: i64, signed: i32): i64 {
  if (op == 1) return x >> min(by, 63)
  const spare = 64 - width
  const v = by >= width ? 0 : x << by
  return signed ? (v << spare) >> spare : i64((u64(v) << spare) >> spare)
}

@inline
function shift<T>(op: i32, a: usize, b: usize, out: usize, count: usize, width: i32, signed: i32): void {
  for (let i: usize = 0; i < count; i++) {
    const left = load<T>(a + i * sizeof<T>()), right = load<T>(b + i * sizeof<T>())
    const bad = left != left || !(right >= 0)
    store<T>(out + i * sizeof<T>(), bad ? <T>NaN : <T>shifted(op, i64(left), i64(right), width, signed))
  }
}

/** 0 left (bits beyond `width` are lost), 1 right, of whole numbers in float32. Shifts by less than 0 are invalid. */
export function expr_shift_f32(op: i32, a: usize, b: usize, out: usize, count: usize, width: i32, signed: i32): void {
  shift<f32>(op, a, b, out, count, width, signed)
}
/** The same in float64. */
export function expr_shift_f64(op: i32, a: usize, b: usize, out: usize, count: usize, width: i32, signed: i32): void {
  shift<f64>(op, a, b, out, count, width, signed)
}
