// Weights of the unstretched kernels at phases of 0 to 1, a phase a lane. F is the lanes' type, f32 or f64; K says which kernel by its size: 1 the
// cubic convolution, 2 the cubic B-spline, 4 Lanczos. Products and sums only, in mirrored pairs: d is the phase, e the rest of it to 1.

// sin(pi sqrt(t) / 3) / sqrt(t) for t of 0 to 1, highest power first: Chebyshev fits, off by 4e-8 and 3e-16 of the value.
const sines32 = memory.data<f32>([-0.00026577871582173683, 0.010489378175348174, -0.1913957465534231, 1.0471975192354244])
const sines64 = memory.data<f64>([
  2.871769797514032e-10, -4.1599031346730886e-8, 4.173438460473615e-6, -0.00027401212873166185, 0.01049450222142918, -0.19139676963146235,
  1.0471975511965976,
])

// Loaded, as a constant in the code takes three instructions.
const numbers32 = memory.data<f32>([-0.5, 1.0 / 6.0, 0.5, 2.0 / 3.0, 1, 2, 6])
const numbers64 = memory.data<f64>([-0.5, 1.0 / 6.0, 0.5, 2.0 / 3.0, 1, 2, 6])

@inline
function number<F>(index: i32): v128 {
  return sizeof<F>() == 4 ? v128.load32_splat(numbers32 + (index << 2)) : v128.load64_splat(numbers64 + (index << 3))
}

/** 1 - d. */
@inline
export function rest<F>(d: v128): v128 {
  return v128.sub<F>(number<F>(4), d)
}

/** The weight of the outer tap on the side of d of a cubic: 0 where d is 1 or, of the convolution, 0. */
@inline
export function outer<F, K>(d: v128, e: v128): v128 {
  if (sizeof<K>() == 1) return v128.mul<F>(v128.mul<F>(number<F>(0), v128.mul<F>(d, e)), e)
  return v128.mul<F>(v128.mul<F>(v128.mul<F>(number<F>(1), e), e), e)
}

/** The weight of the inner tap on the side of d, from those of the outer taps on its side and beyond. */
@inline
export function inner<F, K>(d: v128, e: v128, near: v128, far: v128): v128 {
  if (sizeof<K>() == 1) return v128.sub<F>(v128.add<F>(e, far), v128.add<F>(near, near))
  return v128.add<F>(number<F>(3), v128.mul<F>(v128.mul<F>(d, d), v128.sub<F>(v128.mul<F>(number<F>(2), d), number<F>(4))))
}

@inline
function sine(table: usize, k: i32): v128 {
  return v128.load64_splat(table + (k << 3))
}

/** sin(pi d / 3) / d. */
@inline
function sineOver<F>(d: v128): v128 {
  const t = v128.mul<F>(d, d)
  if (sizeof<F>() == 4) {
    let p = v128.load32_splat(sines32)
    p = f32x4.add(f32x4.mul(p, t), v128.load32_splat(sines32 + 4))
    p = f32x4.add(f32x4.mul(p, t), v128.load32_splat(sines32 + 8))
    return f32x4.add(f32x4.mul(p, t), v128.load32_splat(sines32 + 12))
  }
  let p = sine(sines64, 0)
  p = f64x2.add(f64x2.mul(p, t), sine(sines64, 1))
  p = f64x2.add(f64x2.mul(p, t), sine(sines64, 2))
  p = f64x2.add(f64x2.mul(p, t), sine(sines64, 3))
  p = f64x2.add(f64x2.mul(p, t), sine(sines64, 4))
  p = f64x2.add(f64x2.mul(p, t), sine(sines64, 5))
  return f64x2.add(f64x2.mul(p, t), sine(sines64, 6))
}

@inline
function square<F>(v: v128): v128 {
  return v128.mul<F>(v, v)
}

/** Stores the weights of the four taps of a cubic, 16 bytes each. */
@inline
export function storeCubic<F, K>(at: usize, d: v128): void {
  const e = rest<F>(d)
  const w0 = outer<F, K>(d, e), w3 = outer<F, K>(e, d)
  v128.store(at, w0)
  v128.store(at, inner<F, K>(d, e, w0, w3), 16)
  v128.store(at, inner<F, K>(e, d, w3, w0), 32)
  v128.store(at, w3, 48)
}

/** Bytes of the weights that {@link storeLanczos} stores. */
export const lanczosBytes: u32 = 96

/** Stores sin(pi d / 3) / d and the same of 1 - d, for {@link storeLanczosOf}. */
@inline
export function storeSines<F>(at: usize, d: v128): void {
  v128.store(at, sineOver<F>(d))
  v128.store(at, sineOver<F>(rest<F>(d)), 16)
}

/**
 * Stores the weights of the six taps, 16 bytes each, all times one factor of up to 300; returns their sum. sin(pi x) is the same for all but its sign and cancels,
 * sin(pi x / 3) is one of those of d and e or their sum; denominators are multiplied out, but for those of d and e, which are 0 at a pixel.
 */
@inline
export function storeLanczosOf<F>(at: usize, d: v128, overD: v128, overE: v128): v128 {
  const e = rest<F>(d)
  const sineD = v128.mul<F>(d, overD), sineE = v128.mul<F>(e, overE), product = v128.mul<F>(d, e)
  const one = number<F>(4), two = number<F>(5)
  // (1 + d)(1 + e) and (2 + d)(2 + e), squared.
  const ones = square<F>(v128.add<F>(two, product)), twos = square<F>(v128.add<F>(number<F>(6), product))
  const both = v128.mul<F>(ones, twos)
  const w2 = v128.mul<F>(v128.mul<F>(e, overD), both), w3 = v128.mul<F>(v128.mul<F>(d, overE), both)
  const lobe = v128.neg<F>(v128.mul<F>(v128.mul<F>(product, v128.add<F>(sineD, sineE)), twos))
  const w1 = v128.mul<F>(lobe, square<F>(v128.add<F>(one, e))), w4 = v128.mul<F>(lobe, square<F>(v128.add<F>(one, d)))
  const last = v128.mul<F>(product, ones)
  const w0 = v128.mul<F>(last, v128.mul<F>(sineE, square<F>(v128.add<F>(two, e)))), w5 = v128.mul<F>(last, v128.mul<F>(sineD, square<F>(v128.add<F>(two, d))))
  v128.store(at, w0)
  v128.store(at, w1, 16)
  v128.store(at, w2, 32)
  v128.store(at, w3, 48)
  v128.store(at, w4, 64)
  v128.store(at, w5, 80)
  return v128.add<F>(v128.add<F>(v128.add<F>(w0, w5), v128.add<F>(w1, w4)), v128.add<F>(w2, w3))
}

/** The same from the phase alone. */
@inline
export function storeLanczos<F>(at: usize, d: v128): v128 {
  return storeLanczosOf<F>(at, d, sineOver<F>(d), sineOver<F>(rest<F>(d)))
}

/** The first lanes of two neighbouring float64 weights, those of taps `k` and `k + 1`, of weights that {@link storeLanczos} or its like stored. */
@inline
export function across(at: usize, k: u32): v128 {
  return v128.load_lane<u64>(at + 16 * k + 16, v128.load_zero<u64>(at + 16 * k), 1)
}
