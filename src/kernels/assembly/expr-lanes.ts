// Steps of elementwise expressions over strips of float32 or float64 lanes. NaN is "invalid" and travels along; all-ones is a NaN.
// Strips are whole vectors: kernels go on to the end of the vector that holds the last element.

@inline
function invalid<T>(v: v128): v128 {
  return v128.ne<T>(v, v)
}

@inline
function truth<T>(flag: v128): v128 {
  return v128.and(flag, v128.splat<T>(1))
}

@inline
function sign<T>(v: v128): v128 {
  const zero = v128.splat<T>(0)
  const above = v128.and(v128.gt<T>(v, zero), v128.splat<T>(1))
  const below = v128.and(v128.lt<T>(v, zero), v128.splat<T>(-1))
  return v128.or(v128.or(above, below), invalid<T>(v))
}

@inline
function one<T>(op: i32, v: v128): v128 {
  if (op == 0) return v128.neg<T>(v)
  if (op == 1) return v128.abs<T>(v)
  if (op == 2) return v128.sqrt<T>(v)
  if (op == 3) return v128.floor<T>(v)
  if (op == 4) return v128.ceil<T>(v)
  if (op == 5) return v128.nearest<T>(v)
  if (op == 6) return v128.trunc<T>(v)
  if (op == 7) return sign<T>(v)
  if (op == 8) return v128.or(truth<T>(v128.eq<T>(v, v128.splat<T>(0))), invalid<T>(v))
  if (op == 9) return truth<T>(invalid<T>(v))
  if (op == 10) return truth<T>(v128.eq<T>(v, v))
  return v128.add<T>(v, v128.splat<T>(0))
}

@inline
function sweepOne<T>(op: i32, a: usize, out: usize, count: usize): void {
  const end = a + count * sizeof<T>()
  for (; a < end; a += 16, out += 16) v128.store(out, one<T>(op, v128.load(a)))
}

@inline
function unary<T>(op: i32, a: usize, out: usize, count: usize): void {
  if (op == 0) sweepOne<T>(0, a, out, count)
  else if (op == 1) sweepOne<T>(1, a, out, count)
  else if (op == 2) sweepOne<T>(2, a, out, count)
  else if (op == 3) sweepOne<T>(3, a, out, count)
  else if (op == 4) sweepOne<T>(4, a, out, count)
  else if (op == 5) sweepOne<T>(5, a, out, count)
  else if (op == 6) sweepOne<T>(6, a, out, count)
  else if (op == 7) sweepOne<T>(7, a, out, count)
  else if (op == 8) sweepOne<T>(8, a, out, count)
  else if (op == 9) sweepOne<T>(9, a, out, count)
  else if (op == 10) sweepOne<T>(10, a, out, count)
  else sweepOne<T>(11, a, out, count)
}

/** 0 neg, 1 abs, 2 sqrt, 3 floor, 4 ceil, 5 round to even, 6 trunc, 7 sign, 8 not, 9 isNa, 10 notNa, 11 plus zero (which makes -0 into 0). */
export function expr_one_f32(op: i32, a: usize, out: usize, count: usize): void { unary<f32>(op, a, out, count) }
/** The same in float64. */
export function expr_one_f64(op: i32, a: usize, out: usize, count: usize): void { unary<f64>(op, a, out, count) }

@inline
function compared<T>(op: i32, a: v128, b: v128): v128 {
  if (op == 6) return v128.lt<T>(a, b)
  if (op == 7) return v128.le<T>(a, b)
  if (op == 8) return v128.gt<T>(a, b)
  if (op == 9) return v128.ge<T>(a, b)
  if (op == 10) return v128.eq<T>(a, b)
  if (op == 11) return v128.ne<T>(a, b)
  const zero = v128.splat<T>(0)
  const left = v128.ne<T>(a, zero), right = v128.ne<T>(b, zero)
  if (op == 12) return v128.and(left, right)
  if (op == 13) return v128.or(left, right)
  return v128.xor(left, right)
}

@inline
function two<T>(op: i32, a: v128, b: v128): v128 {
  if (op == 0) return v128.add<T>(a, b)
  if (op == 1) return v128.sub<T>(a, b)
  if (op == 2) return v128.mul<T>(a, b)
  if (op == 3) return v128.or(v128.div<T>(a, b), v128.eq<T>(b, v128.splat<T>(0)))
  if (op == 4) return v128.min<T>(a, b)
  if (op == 5) return v128.max<T>(a, b)
  if (op == 15) return v128.bitselect(b, a, invalid<T>(a))
  return v128.or(truth<T>(compared<T>(op, a, b)), v128.or(invalid<T>(a), invalid<T>(b)))
}

@inline
function sweepTwo<T>(op: i32, a: usize, b: usize, out: usize, count: usize): void {
  const end = a + count * sizeof<T>()
  for (; a < end; a += 16, b += 16, out += 16) v128.store(out, two<T>(op, v128.load(a), v128.load(b)))
}

@inline
function binary<T>(op: i32, a: usize, b: usize, out: usize, count: usize): void {
  if (op == 0) sweepTwo<T>(0, a, b, out, count)
  else if (op == 1) sweepTwo<T>(1, a, b, out, count)
  else if (op == 2) sweepTwo<T>(2, a, b, out, count)
  else if (op == 3) sweepTwo<T>(3, a, b, out, count)
  else if (op == 4) sweepTwo<T>(4, a, b, out, count)
  else if (op == 5) sweepTwo<T>(5, a, b, out, count)
  else if (op == 6) sweepTwo<T>(6, a, b, out, count)
  else if (op == 7) sweepTwo<T>(7, a, b, out, count)
  else if (op == 8) sweepTwo<T>(8, a, b, out, count)
  else if (op == 9) sweepTwo<T>(9, a, b, out, count)
  else if (op == 10) sweepTwo<T>(10, a, b, out, count)
  else if (op == 11) sweepTwo<T>(11, a, b, out, count)
  else if (op == 12) sweepTwo<T>(12, a, b, out, count)
  else if (op == 13) sweepTwo<T>(13, a, b, out, count)
  else if (op == 14) sweepTwo<T>(14, a, b, out, count)
  else sweepTwo<T>(15, a, b, out, count)
}

/** 0 add, 1 sub, 2 mul, 3 div (by zero: invalid), 4 min, 5 max, 6 lt, 7 le, 8 gt, 9 ge, 10 eq, 11 ne, 12 and, 13 or, 14 xor, 15 fillNa. */
export function expr_two_f32(op: i32, a: usize, b: usize, out: usize, count: usize): void { binary<f32>(op, a, b, out, count) }
/** The same in float64. */
export function expr_two_f64(op: i32, a: usize, b: usize, out: usize, count: usize): void { binary<f64>(op, a, b, out, count) }

@inline
function choose<T>(c: usize, a: usize, b: usize, out: usize, count: usize): void {
  const end = c + count * sizeof<T>()
  for (; c < end; c += 16, a += 16, b += 16, out += 16) {
    const flag = v128.load(c)
    const picked = v128.bitselect(v128.load(a), v128.load(b), v128.ne<T>(flag, v128.splat<T>(0)))
    v128.store(out, v128.or(picked, invalid<T>(flag)))
  }
}

/** a where c is not 0, else b; invalid where c is. */
export function expr_where_f32(c: usize, a: usize, b: usize, out: usize, count: usize): void { choose<f32>(c, a, b, out, count) }
/** The same in float64. */
export function expr_where_f64(c: usize, a: usize, b: usize, out: usize, count: usize): void { choose<f64>(c, a, b, out, count) }

@inline
function contained<T>(a: usize, out: usize, count: usize, list: usize, length: usize): void {
  const end = a + count * sizeof<T>()
  const stop = list + length * sizeof<T>()
  for (; a < end; a += 16, out += 16) {
    const v = v128.load(a)
    let found = v128.splat<i32>(0)
    for (let at = list; at < stop; at += sizeof<T>()) found = v128.or(found, v128.eq<T>(v, v128.splat<T>(load<T>(at))))
    v128.store(out, v128.or(truth<T>(found), invalid<T>(v)))
  }
}

/** 1 where a is one of `length` values at `list`, else 0. */
export function expr_isin_f32(a: usize, out: usize, count: usize, list: usize, length: usize): void { contained<f32>(a, out, count, list, length) }
/** The same in float64. */
export function expr_isin_f64(a: usize, out: usize, count: usize, list: usize, length: usize): void { contained<f64>(a, out, count, list, length) }

@inline
function limited<T>(a: usize, out: usize, count: usize, low: T, high: T): void {
  const end = a + count * sizeof<T>()
  for (; a < end; a += 16, out += 16) {
    const v = v128.load(a)
    const beyond = v128.or(v128.lt<T>(v, v128.splat<T>(low)), v128.gt<T>(v, v128.splat<T>(high)))
    v128.store(out, v128.or(v, beyond))
  }
}

/** Invalid where a lies outside low..high. */
export function expr_limit_f32(a: usize, out: usize, count: usize, low: f32, high: f32): void { limited<f32>(a, out, count, low, high) }
/** The same in float64. */
export function expr_limit_f64(a: usize, out: usize, count: usize, low: f64, high: f64): void { limited<f64>(a, out, count, low, high) }

/** float32 lanes to float64. */
export function expr_promote(a: usize, out: usize, count: usize): void {
  const end = a + count * 4
  for (; a < end; a += 8, out += 16) v128.store(out, f64x2.promote_low_f32x4(v128.load_zero<u64>(a)))
}

/** float64 lanes to float32, to nearest even. */
export function expr_demote(a: usize, out: usize, count: usize): void {
  const end = a + count * 8
  for (; a < end; a += 16, out += 8) v128.store_lane<u64>(out, f32x4.demote_f64x2_zero(v128.load(a)), 0)
}

@inline
function normal<T>(a: usize, b: usize, out: usize, count: usize): void {
  const end = a + count * sizeof<T>()
  for (; a < end; a += 16, b += 16, out += 16) {
    const left = v128.load(a), right = v128.load(b)
    const sum = v128.add<T>(left, right)
    const ratio = v128.div<T>(v128.sub<T>(left, right), sum)
    v128.store(out, v128.or(ratio, v128.eq<T>(sum, v128.splat<T>(0))))
  }
}

/** (a - b) / (a + b): three steps in one, with the bits of the three. */
export function expr_normal_f32(a: usize, b: usize, out: usize, count: usize): void { normal<f32>(a, b, out, count) }
/** The same in float64. */
export function expr_normal_f64(a: usize, b: usize, out: usize, count: usize): void { normal<f64>(a, b, out, count) }
