// Weights of the point kernels, in float64. They come from here and not from JavaScript, whose sine may differ between machines.

/** Code of the cubic convolution kernel. */
export const cubic: i32 = 0
/** Code of the cubic B-spline. */
export const cubicSpline: i32 = 1
/** Code of the Lanczos kernel of three lobes. */
export const lanczos: i32 = 2

/** Code of the triangle, the kernel of linear interpolation. */
export const triangle: i32 = 3

/** What a pixel of a point kernel is computed with, besides its position. */
@unmanaged
export class Filter {
  kernel: i32
  /** Whether the plain 4 x 4 kernel of cubic serves, which takes all of its taps or none. */
  plain: i32
  scaleX: f64
  scaleY: f64
}

/** Source pixels on each side that an unstretched kernel reaches. */
@inline
export function radiusOf(kernel: i32): f64 {
  return kernel == lanczos ? 3 : kernel == triangle ? 1 : 2
}

/** sin(pi x), exactly 0 at whole numbers. */
export function sinPi(x: f64): f64 {
  const whole = nearest(x)
  const value = Math.sin((x - whole) * 3.141592653589793)
  return (<i32>whole) & 1 ? -value : value
}

/** A kernel at a distance below its radius; need not be normalised. Cubic is Catmull and Rom's (a = -0.5), the spline six times the B-spline. */
export function weightOf(kernel: i32, distance: f64): f64 {
  const x = abs(distance)
  if (kernel == triangle) return max(0, 1 - x)
  if (kernel == cubic) {
    if (x <= 1) return x * x * (1.5 * x - 2.5) + 1
    return x * (x * (-0.5 * x + 2.5) - 4) + 2
  }
  if (kernel == cubicSpline) {
    const rest = 2 - x
    if (x >= 1) return rest * rest * rest
    const inner = 1 - x
    return rest * rest * rest - 4 * inner * inner * inner
  }
  if (x == 0) return 1
  return (sinPi(x) * sinPi(x / 3) * 3) / (9.869604401089358 * x * x)
}

/** The same at any distance, for JavaScript. */
export function kernelWeight(kernel: i32, distance: f64): f64 {
  const x = abs(distance)
  return x > radiusOf(kernel) ? 0 : weightOf(kernel, x)
}

/** The taps of one column or row: kept between pixels, as those of a grid without rotation share them. */
@unmanaged
export class Slot {
  /** Position that the slot was made for; NaN for none. */
  position: f64
  /** Array indices, half-open: taps that exist. */
  low: i32
  high: i32
  /** Whether taps were dropped because they lie outside the array. */
  clipped: i32
  pad: i32
}

/** Taps of a slot whose weights are kept; those of wider kernels are computed whenever they are needed. */
export const keptTaps: i32 = 128

/** Bytes of a slot with its weights. */
export const slotBytes: u32 = offsetof<Slot>() + 8 * keptTaps

/** Address of the weights that a slot keeps, f64 by f64 from its first tap on. */
@inline
export function weightsOf(slot: Slot): u32 {
  return changetype<u32>(slot) + offsetof<Slot>()
}

/** Makes a slot ready for a position (in source pixels), a kernel stretched by a scale of at most 1, and an array [first, end). */
@inline
export function place(slot: Slot, position: f64, kernel: i32, scale: f64, first: i32, end: i32): void {
  if (slot.position != position) fill(slot, position, kernel, scale, first, end)
}

/** First tap of a kernel stretched by a scale, at a centre (a position less half a pixel). */
@inline
export function firstTap(centre: f64, radius: f64, scale: f64): i32 {
  const low = <i32>floor(centre) + 1 - <i32>ceil(radius / scale)
  return (<f64>low - centre) * scale < -radius ? low + 1 : low
}

/** The tap after its last. */
@inline
export function endTap(centre: f64, radius: f64, scale: f64): i32 {
  const high = <i32>floor(centre) + 1 + <i32>ceil(radius / scale)
  return (<f64>(high - 1) - centre) * scale > radius ? high - 1 : high
}

function fill(slot: Slot, position: f64, kernel: i32, scale: f64, first: i32, end: i32): void {
  const radius = radiusOf(kernel), centre = position - 0.5
  const at = <i32>floor(centre)
  const low = firstTap(centre, radius, scale), high = endTap(centre, radius, scale)
  slot.clipped = low < first || high > end ? 1 : 0
  slot.low = max(low, first)
  slot.high = min(high, end)
  slot.position = position
  if (slot.high - slot.low > keptTaps) return
  const weights = changetype<u32>(slot) + offsetof<Slot>()
  if (kernel == lanczos && scale == 1 && slot.clipped == 0) {
    fillLanczos(weights, centre - <f64>at)
    return
  }
  for (let tap = slot.low; tap < slot.high; tap++) {
    store<f64>(weights + ((tap - slot.low) << 3), weightOf(kernel, (<f64>tap - centre) * scale))
  }
}

/**
 * Weights of the six taps of an unstretched Lanczos kernel from two before the pixel at or left of the centre on, at a phase of 0 to 1. The sines of all
 * taps follow from two: they are whole turns and sixths of a turn apart.
 */
function fillLanczos(weights: u32, phase: f64): void {
  const whole = sinPi(phase), sine = Math.sin(phase * 1.0471975511965976), cosine = Math.sqrt(1 - sine * sine)
  const half: f64 = 0.8660254037844386
  for (let k: i32 = 0; k < 6; k++) {
    const x = <f64>(k - 2) - phase
    // sin(pi (k - 2) / 3) and cos.
    const s = k == 2 || k == 5 ? 0 : k < 2 ? -half : half
    const c = k == 2 ? 1 : k == 5 ? -1 : k == 1 || k == 3 ? 0.5 : -0.5
    const product = (s * cosine - c * sine) * (k & 1 ? whole : -whole)
    store<f64>(weights + (k << 3), x == 0 ? 1 : (product * 3) / (9.869604401089358 * x * x))
  }
}

/** The weight of a tap of a slot. */
@inline
export function tapWeight(slot: Slot, tap: i32, kernel: i32, scale: f64): f64 {
  if (slot.high - slot.low > keptTaps) return weightOf(kernel, (<f64>tap - (slot.position - 0.5)) * scale)
  return load<f64>(changetype<u32>(slot) + offsetof<Slot>() + ((tap - slot.low) << 3))
}
