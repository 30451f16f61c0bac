// Angles of float64 lanes. Every operation is one that IEEE 754 defines, so that all machines make the same bits; the error is about 0.8 units in the last
// place. The ratio is turned by the nearest of five known angles, so that a short polynomial does for the rest: atan((a - c b) / (b + c a)) is
// atan(a / b) less atan(c). The c have few bits, so that their products with what were float32 numbers are exact.

@inline
function pick(yes: v128, no: v128, flag: v128): v128 {
  return v128.bitselect(yes, no, flag)
}

@inline
function term(sum: v128, z: v128, coefficient: f64): v128 {
  return f64x2.add(f64x2.mul(sum, z), f64x2.splat(coefficient))
}

/** (atan(t) - t) / t^3 of z = t^2 up to 0.0425, fitted at Chebyshev's nodes: good to 2^-60 of atan. */
@inline
function tail(z: v128): v128 {
  let p = f64x2.splat(0.05063828383881035)
  p = term(p, z, -0.06611804547991167)
  p = term(p, z, 0.07690363239774546)
  p = term(p, z, -0.09090870671687488)
  p = term(p, z, 0.11111110697548258)
  p = term(p, z, -0.14285714283523748)
  p = term(p, z, 0.19999999999995574)
  return term(p, z, -0.3333333333333333)
}

/** Angles, from 0 to pi / 2, of a / b: both are 0 or more, and not both 0 (which gives NaN). */
@inline
export function angleOf(a: v128, b: v128): v128 {
  const zero = f64x2.splat(0)
  const over1 = f64x2.gt(a, f64x2.mul(b, f64x2.splat(0.1953717)))
  const over2 = f64x2.gt(a, f64x2.mul(b, f64x2.splat(0.66325998)))
  const over3 = f64x2.gt(a, f64x2.mul(b, f64x2.splat(1.516539)))
  const over4 = f64x2.gt(a, f64x2.mul(b, f64x2.splat(5.1925824)))
  const c = pick(f64x2.splat(2.5), pick(f64x2.splat(1), pick(f64x2.splat(0.40625), zero, over1), over2), over3)
  const near = pick(f64x2.splat(1.1902899496825317), pick(f64x2.splat(0.7853981633974483), pick(f64x2.splat(0.38588266939807375), zero, over1), over2), over3)
  const nearRest = pick(f64x2.splat(7.683333629842069e-17), pick(f64x2.splat(3.061616997868383e-17), pick(f64x2.splat(2.378822732491941e-17), zero, over1), over2), over3)
  const angle = pick(f64x2.splat(1.5707963267948966), near, over4)
  const rest = pick(f64x2.splat(6.123233995736766e-17), nearRest, over4)
  // Beyond the last, and up to infinity, the angle is a quarter turn less that of b / a.
  const over = pick(f64x2.neg(b), f64x2.sub(a, f64x2.mul(c, b)), over4)
  const under = pick(a, f64x2.add(b, f64x2.mul(c, a)), over4)
  const t = f64x2.div(over, under)
  const z = f64x2.mul(t, t)
  const small = f64x2.add(f64x2.mul(f64x2.mul(t, z), tail(z)), rest)
  return f64x2.add(angle, f64x2.add(t, small))
}

/** Angles, from -pi to pi, of the vectors (x, y): as atan2(y, x), but that -0 counts as 0. NaN where both are 0. */
@inline
export function angleOfVector(y: v128, x: v128): v128 {
  const zero = f64x2.splat(0)
  const acute = angleOf(f64x2.abs(y), f64x2.abs(x))
  const turned = pick(f64x2.sub(f64x2.splat(3.141592653589793), acute), acute, f64x2.lt(x, zero))
  return pick(f64x2.neg(turned), turned, f64x2.lt(y, zero))
}
