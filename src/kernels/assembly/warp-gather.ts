import { Cell } from './warp-job'
import { highest, lowest } from './warp-tap'

// The unstretched kernels of 4 x 4 and 6 x 6 taps for integers of 8 and 16 bits, where all taps lie in the block and are valid: weights and
// sums in float32, the taps of a row side by side. Weights are polynomials of the phase, so that no table is read.

/** Four elements as i32. */
@inline
function four<T>(at: u32): v128 {
  if (sizeof<T>() == 2) return isSigned<T>() ? v128.load_ext<i16>(at) : v128.load_ext<u16>(at)
  const bytes = v128.load_zero<u32>(at)
  if (isSigned<T>()) return i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(bytes))
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes))
}

/** Weights of four taps at a phase: of the cubic convolution (K of size 1), or of the cubic B-spline (2). They sum to 1. */
@inline
function cubicWeights<K>(phase: f32): v128 {
  const d = f32x4.splat(phase)
  const sixth: f32 = 1.0 / 6.0
  const a = sizeof<K>() == 1 ? f32x4(-0.5, 1.5, -1.5, 0.5) : f32x4(-sixth, 0.5, -0.5, sixth)
  const b = sizeof<K>() == 1 ? f32x4(1, -2.5, 2, -0.5) : f32x4(0.5, -1, 0.5, 0)
  const c = sizeof<K>() == 1 ? f32x4(-0.5, 0, 0.5, 0) : f32x4(-0.5, 0, 0.5, 0)
  const e = sizeof<K>() == 1 ? f32x4(0, 1, 0, 0) : f32x4(sixth, 4 * sixth, sixth, 0)
  return f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(a, d), b), d), c), d), e)
}

@inline
function horner(a: v128, b: v128, t: v128): v128 {
  return f32x4.add(f32x4.mul(a, t), b)
}

// Of the Lanczos kernel the even and the odd part, about the middle of two pixels, of the weights of the first three taps; those of the
// other three mirror them. Chebyshev fits, off by 7e-11 at most.

/** The even part at a squared distance from the middle. */
@inline
function lanczosEven(t: v128): v128 {
  let p = f32x4(0.004903280810727903, -0.0042391006454376165, 0.0016737655145887913, 0)
  p = horner(p, f32x4(-0.03033324987765462, 0.025257450793035093, -0.009773326323438738, 0), t)
  p = horner(p, f32x4(0.09082999211516415, -0.0642220611894302, 0.02186673151233762, 0), t)
  p = horner(p, f32x4(-0.06445721656812851, -0.06639509200119892, 0.06364149304453331, 0), t)
  p = horner(p, f32x4(-0.08637610307585135, 0.5606142092378211, -0.44883928132048734, 0), t)
  return horner(p, f32x4(0.02431708414141646, -0.1350949115827086, 0.6079271018778053, 0), t)
}

/** The odd part, to be multiplied by the distance. */
@inline
function lanczosOdd(t: v128): v128 {
  let p = f32x4(0.0005895034698830971, -0.0018350076133120728, 0.002683126042650268, 0)
  p = horner(p, f32x4(-0.007547549573887719, 0.018221760166522976, -0.02545128117708238, 0), t)
  p = horner(p, f32x4(0.05576280145837232, -0.1171580317761064, 0.15990148143651575, 0), t)
  p = horner(p, f32x4(-0.21646939436067186, 0.45632185385277535, -0.6481295279198871, 0), t)
  p = horner(p, f32x4(0.3049877167854401, -0.8275418282707407, 1.4686282009866973, 0), t)
  return horner(p, f32x4(-0.063559978889637, 0.1801265486802019, -1.3290506165456675, 0), t)
}

@inline
function sumOf(v: v128): f32 {
  const pairs = f32x4.add(v, v128.shuffle<f32>(v, v, 2, 3, 2, 3))
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1)
}

@inline
function storeClamped<T>(at: u32, value: f32): void {
  const whole = floor(value + 0.5)
  store<T>(at, <T><i32>min(max(whole, <f32>lowest<T>()), <f32>highest<T>()))
}

/** A pixel of 4 x 4 taps from the upper left one on. Returns false, and stores nothing, where one of them is invalid. */
@inline
export function gatherFour<T, K, V>(src: u32, mask: u32, stride: u32, nodata: v128, dx: f32, dy: f32, out: u32): bool {
  if (sizeof<V>() == 4) {
    const all = load<u32>(mask) & load<u32>(mask + stride) & load<u32>(mask + 2 * stride) & load<u32>(mask + 3 * stride)
    if (all != 0x01010101) return false
  }
  const step = stride * sizeof<T>()
  const a = four<T>(src), b = four<T>(src + step), c = four<T>(src + 2 * step), d = four<T>(src + 3 * step)
  if (sizeof<V>() == 2) {
    if (v128.any_true(v128.or(v128.or(i32x4.eq(a, nodata), i32x4.eq(b, nodata)), v128.or(i32x4.eq(c, nodata), i32x4.eq(d, nodata))))) return false
  }
  const wx = cubicWeights<K>(dx), wy = cubicWeights<K>(dy)
  const above = f32x4.add(
    f32x4.mul(f32x4.convert_i32x4_s(a), v128.shuffle<f32>(wy, wy, 0, 0, 0, 0)),
    f32x4.mul(f32x4.convert_i32x4_s(b), v128.shuffle<f32>(wy, wy, 1, 1, 1, 1)),
  )
  const below = f32x4.add(
    f32x4.mul(f32x4.convert_i32x4_s(c), v128.shuffle<f32>(wy, wy, 2, 2, 2, 2)),
    f32x4.mul(f32x4.convert_i32x4_s(d), v128.shuffle<f32>(wy, wy, 3, 3, 3, 3)),
  )
  storeClamped<T>(out, sumOf(f32x4.mul(f32x4.add(above, below), wx)))
  return true
}

/** A pixel of 6 x 6 taps by the Lanczos kernel, like {@link gatherFour}. */
@inline
export function gatherSix<T, V>(src: u32, mask: u32, stride: u32, nodata: v128, dx: f32, dy: f32, out: u32): bool {
  if (sizeof<V>() == 4) {
    let all: u64 = 0x010101010101
    for (let k: u32 = 0; k < 6; k++) all &= load<u64>(mask + k * stride)
    if (all != 0x010101010101) return false
  }
  const sx = f32x4.splat(dx - 0.5), sy = f32x4.splat(dy - 0.5)
  const tx = f32x4.mul(sx, sx), ty = f32x4.mul(sy, sy)
  const evenX = lanczosEven(tx), oddX = f32x4.mul(sx, lanczosOdd(tx)), evenY = lanczosEven(ty), oddY = f32x4.mul(sy, lanczosOdd(ty))
  const firstX = f32x4.add(evenX, oddX), firstY = f32x4.add(evenY, oddY), lastY = f32x4.sub(evenY, oddY)
  const mirrored = f32x4.sub(evenX, oddX)
  const lastX = v128.shuffle<f32>(mirrored, mirrored, 2, 1, 0, 3)
  const step = stride * sizeof<T>(), far = 3 * sizeof<T>()
  let left = f32x4.splat(0), right = f32x4.splat(0), hit = i32x4.splat(0)
  let at = src
  for (let k: i32 = 0; k < 6; k++) {
    const p = four<T>(at), q = four<T>(at + far)
    if (sizeof<V>() == 2) {
      // The fourth lane of the first is the first of the second; the fourth of the second is no tap.
      hit = v128.or(hit, v128.or(i32x4.eq(p, nodata), v128.and(i32x4.eq(q, nodata), i32x4(-1, -1, -1, 0))))
    }
    const w = k == 0 ? v128.shuffle<f32>(firstY, firstY, 0, 0, 0, 0) : k == 1 ? v128.shuffle<f32>(firstY, firstY, 1, 1, 1, 1)
      : k == 2 ? v128.shuffle<f32>(firstY, firstY, 2, 2, 2, 2) : k == 3 ? v128.shuffle<f32>(lastY, lastY, 2, 2, 2, 2)
      : k == 4 ? v128.shuffle<f32>(lastY, lastY, 1, 1, 1, 1) : v128.shuffle<f32>(lastY, lastY, 0, 0, 0, 0)
    left = f32x4.add(left, f32x4.mul(f32x4.convert_i32x4_s(p), w))
    right = f32x4.add(right, f32x4.mul(f32x4.convert_i32x4_s(q), w))
    at += step
  }
  if (sizeof<V>() == 2 && v128.any_true(hit)) return false
  const total = sumOf(f32x4.add(firstX, lastX)) * sumOf(f32x4.add(firstY, lastY))
  storeClamped<T>(out, sumOf(f32x4.add(f32x4.mul(left, firstX), f32x4.mul(right, lastX))) / total)
  return true
}

/** Whether a cell's pixels can be gathered: mapped by coefficients, unstretched, offsets within what float32 holds. */
@inline
export function isGathered<T>(cell: Cell): bool {
  return sizeof<T>() < 4 && cell.kind == 0 && cell.interior != 0 && cell.scaleX == 1 && cell.scaleY == 1
}
