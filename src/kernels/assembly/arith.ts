// Band math over poisoned operands (see cast.ts): NaN in floats, -2^31 in int32. Each answers whether any result is poisoned.

/** The operators: 0 add, 1 sub, 2 mul, 3 div. A division by zero of either sign is poison, not an infinity. */
@inline
function vector<T>(op: i32, a: v128, b: v128): v128 {
  if (op == 0) return v128.add<T>(a, b)
  if (op == 1) return v128.sub<T>(a, b)
  if (op == 2) return v128.mul<T>(a, b)
  return v128.or(v128.div<T>(a, b), v128.eq<T>(b, v128.splat<T>(0)))
}

@inline
function scalar<T>(op: i32, a: T, b: T): T {
  if (op == 0) return a + b
  if (op == 1) return a - b
  if (op == 2) return a * b
  return b == 0 ? <T>NaN : a / b
}

@inline
function floats<T>(op: i32, a: usize, b: usize, out: usize, count: usize): i32 {
  const width = sizeof<T>()
  const step: usize = 16 / width
  let any = v128.splat<i32>(0)
  let i: usize = 0
  for (; i + step <= count; i += step) {
    const v = vector<T>(op, v128.load(a + i * width), v128.load(b + i * width))
    any = v128.or(any, v128.ne<T>(v, v))
    v128.store(out + i * width, v)
  }
  let tail = false
  for (; i < count; i++) {
    const v = scalar<T>(op, load<T>(a + i * width), load<T>(b + i * width))
    tail = tail || v != v
    store<T>(out + i * width, v)
  }
  return i32(v128.any_true(any) || tail)
}

/** a + b in float32. */
export function add_f32(a: usize, b: usize, out: usize, count: usize): i32 { return floats<f32>(0, a, b, out, count) }
/** a - b in float32. */
export function sub_f32(a: usize, b: usize, out: usize, count: usize): i32 { return floats<f32>(1, a, b, out, count) }
/** a * b in float32. */
export function mul_f32(a: usize, b: usize, out: usize, count: usize): i32 { return floats<f32>(2, a, b, out, count) }
/** a / b in float32. */
export function div_f32(a: usize, b: usize, out: usize, count: usize): i32 { return floats<f32>(3, a, b, out, count) }
/** a + b in float64. */
export function add_f64(a: usize, b: usize, out: usize, count: usize): i32 { return floats<f64>(0, a, b, out, count) }
/** a - b in float64. */
export function sub_f64(a: usize, b: usize, out: usize, count: usize): i32 { return floats<f64>(1, a, b, out, count) }
/** a * b in float64. */
export function mul_f64(a: usize, b: usize, out: usize, count: usize): i32 { return floats<f64>(2, a, b, out, count) }
/** a / b in float64. */
export function div_f64(a: usize, b: usize, out: usize, count: usize): i32 { return floats<f64>(3, a, b, out, count) }

/** The operators of int32: 0 add, 1 sub, 2 mul, 3 mul of operands in 0..65535, whose product may not fit (its sign bit says so). */
@inline
function integers(op: i32, a: usize, b: usize, out: usize, count: usize): i32 {
  const poison = v128.splat<i32>(i32.MIN_VALUE)
  let any = v128.splat<i32>(0)
  let i: usize = 0
  for (; i + 4 <= count; i += 4) {
    const left = v128.load(a + i * 4)
    const right = v128.load(b + i * 4)
    const v = op == 0 ? v128.add<i32>(left, right) : op == 1 ? v128.sub<i32>(left, right) : v128.mul<i32>(left, right)
    let hit = v128.or(v128.eq<i32>(left, poison), v128.eq<i32>(right, poison))
    if (op == 3) hit = v128.or(hit, v128.lt<i32>(v, v128.splat<i32>(0)))
    any = v128.or(any, hit)
    v128.store(out + i * 4, v128.bitselect(poison, v, hit))
  }
  let tail = false
  for (; i < count; i++) {
    const left = load<i32>(a + i * 4)
    const right = load<i32>(b + i * 4)
    const v = op == 0 ? left + right : op == 1 ? left - right : left * right
    const hit = left == i32.MIN_VALUE || right == i32.MIN_VALUE || (op == 3 && v < 0)
    tail = tail || hit
    store<i32>(out + i * 4, hit ? i32.MIN_VALUE : v)
  }
  return i32(v128.any_true(any) || tail)
}

/** a + b in int32; the sum must fit. */
export function add_i32(a: usize, b: usize, out: usize, count: usize): i32 { return integers(0, a, b, out, count) }
/** a - b in int32; the difference must fit. */
export function sub_i32(a: usize, b: usize, out: usize, count: usize): i32 { return integers(1, a, b, out, count) }
/** a * b in int32; the product must fit. */
export function mul_i32(a: usize, b: usize, out: usize, count: usize): i32 { return integers(2, a, b, out, count) }
/** a * b in int32 for operands in 0..65535; a product that does not fit is poison. */
export function mul_u16_i32(a: usize, b: usize, out: usize, count: usize): i32 { return integers(3, a, b, out, count) }
