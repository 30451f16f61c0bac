// Slope, aspect and hillshade of differences of heights (float32 strips of whole vectors, NaN is "invalid"). A job is a list of float64 constants.
import { angleOf, angleOfVector } from './terrain-angle'

const quiet: u32 = 0x7fc00000
const degreesPerRadian: f64 = 57.29577951308232
const radiansPerDegree: f64 = 0.017453292519943295

@inline
function lower(v: v128): v128 {
  return f64x2.promote_low_f32x4(v)
}

@inline
function upper(v: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<u64>(v, v, 1, 1))
}

@inline
function narrow(low: v128, high: v128): v128 {
  return v128.shuffle<u64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2)
}

@inline
function checked(v: v128, from: v128): v128 {
  return v128.bitselect(v, i32x4.splat(quiet), f32x4.eq(from, from))
}

@inline
function constant(job: usize, at: usize): v128 {
  return v128.load64_splat(job + at * 8)
}

@inline
function steepness(gx: v128, gy: v128, job: usize): v128 {
  const dx = f64x2.div(gx, constant(job, 0)), dy = f64x2.div(gy, constant(job, 1))
  return f64x2.div(f64x2.sqrt(f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy))), constant(job, 2))
}

@inline
function degrees(v: v128): v128 {
  return f64x2.mul(angleOf(v, f64x2.splat(1)), f64x2.splat(degreesPerRadian))
}

/** Slopes in degrees, or in percent. The job: widths of a pixel in x and y, and what sums of weights and scale divide by. */
export function terrainSlope(percent: i32, gx: usize, gy: usize, count: usize, job: usize, out: usize): void {
  const end = gx + count * 4
  const hundred = f64x2.splat(100)
  for (; gx < end; gx += 16, gy += 16, out += 16) {
    const x = v128.load(gx), y = v128.load(gy)
    const low = steepness(lower(x), lower(y), job), high = steepness(upper(x), upper(y), job)
    const v = percent ? narrow(f64x2.mul(hundred, low), f64x2.mul(hundred, high)) : narrow(degrees(low), degrees(high))
    v128.store(out, checked(v, x))
  }
}

/** Directions in which slopes face, in degrees: clockwise from north, or (`math`) counter-clockwise from east. Level pixels are `flat`. The job: the signs of x and y. */
export function terrainAspect(math: i32, flat: f32, gx: usize, gy: usize, count: usize, job: usize, out: usize): void {
  const end = gx + count * 4
  const zero = f32x4.splat(0), turn = f32x4.splat(360), quarter = f32x4.splat(90)
  const signX = f32x4.splat(f32(load<f64>(job))), signY = f32x4.splat(f32(load<f64>(job, 8)))
  const unit = f64x2.splat(radiansPerDegree)
  for (; gx < end; gx += 16, gy += 16, out += 16) {
    const x = f32x4.mul(v128.load(gx), signX), y = f32x4.mul(v128.load(gy), signY)
    const low = f64x2.div(angleOfVector(lower(y), lower(x)), unit), high = f64x2.div(angleOfVector(upper(y), upper(x)), unit)
    const angle = narrow(low, high)
    let v: v128
    if (math) v = v128.bitselect(f32x4.add(angle, turn), angle, f32x4.lt(angle, zero))
    else v = v128.bitselect(f32x4.sub(f32x4.splat(450), angle), f32x4.sub(quarter, angle), f32x4.gt(angle, quarter))
    v = v128.bitselect(zero, v, f32x4.eq(v, turn))
    const level = v128.and(f32x4.eq(x, zero), f32x4.eq(y, zero))
    v128.store(out, checked(v128.bitselect(f32x4.splat(flat), v, level), v128.bitselect(f32x4.splat(flat), x, level)))
  }
}

/** The light of one lamp: the job has pixels to a unit in x and y, then the light of level ground, what y and x add to it, and the square of the scale. */
@inline
function plainLight(gx: v128, gy: v128, job: usize): v128 {
  const x = f64x2.mul(gx, constant(job, 0)), y = f64x2.mul(gy, constant(job, 1))
  const turned = f64x2.sub(constant(job, 2), f64x2.sub(f64x2.mul(y, constant(job, 3)), f64x2.mul(x, constant(job, 4))))
  const steep = f64x2.add(f64x2.splat(1), f64x2.mul(constant(job, 5), f64x2.add(f64x2.mul(x, x), f64x2.mul(y, y))))
  return f64x2.div(turned, f64x2.sqrt(steep))
}

@inline
function plain(gx: v128, gy: v128, job: usize): v128 {
  return f64x2.add(f64x2.splat(1), f64x2.pmax(plainLight(gx, gy, job), f64x2.splat(0)))
}

@inline
function lamp(v: v128): v128 {
  return f64x2.pmax(v, f64x2.splat(0))
}

/** Four lamps, weighed by how far from their direction a slope faces (USGS Open-File Report 92-422). The job: scales, light of level ground / 2, of a lamp across and one along, square. */
@inline
function manyLamps(gx: v128, gy: v128, job: usize): v128 {
  const x = f64x2.mul(gx, constant(job, 0)), y = f64x2.mul(gy, constant(job, 1))
  const level = constant(job, 2), slanted = constant(job, 3), straight = constant(job, 4)
  const xx = f64x2.mul(x, x), yy = f64x2.mul(y, y)
  const sum = f64x2.add(xx, yy)
  const light225 = lamp(f64x2.add(level, f64x2.mul(f64x2.sub(x, y), slanted)))
  const light270 = lamp(f64x2.sub(level, f64x2.mul(x, straight)))
  const light315 = lamp(f64x2.add(level, f64x2.mul(f64x2.add(x, y), slanted)))
  const light360 = lamp(f64x2.sub(level, f64x2.mul(y, straight)))
  const weight225 = f64x2.sub(f64x2.mul(f64x2.splat(0.5), sum), f64x2.mul(x, y))
  const weight315 = f64x2.sub(sum, weight225)
  let lit = f64x2.add(f64x2.mul(weight225, light225), f64x2.mul(xx, light270))
  lit = f64x2.add(f64x2.add(lit, f64x2.mul(weight315, light315)), f64x2.mul(yy, light360))
  const steep = f64x2.add(f64x2.splat(1), f64x2.mul(constant(job, 5), sum))
  const shaded = f64x2.div(f64x2.div(lit, sum), f64x2.sqrt(steep))
  const v = v128.bitselect(f64x2.add(level, level), shaded, f64x2.eq(sum, f64x2.splat(0)))
  return f64x2.add(f64x2.splat(1), v)
}

/** Light of a lamp, darkened where it is steep. The job is that of one lamp, its lights not multiplied by 254. */
@inline
function combined(gx: v128, gy: v128, job: usize): v128 {
  const one = f64x2.splat(1)
  const x = f64x2.mul(gx, constant(job, 0)), y = f64x2.mul(gy, constant(job, 1))
  const steep = f64x2.mul(f64x2.add(f64x2.mul(x, x), f64x2.mul(y, y)), constant(job, 5))
  const light = f64x2.pmin(f64x2.pmax(plainLight(gx, gy, job), f64x2.splat(-1)), one)
  const away = angleOfVector(f64x2.sqrt(f64x2.mul(f64x2.sub(one, light), f64x2.add(one, light))), light)
  const v = f64x2.sub(one, f64x2.mul(f64x2.mul(away, angleOf(f64x2.sqrt(steep), one)), f64x2.splat(0.4052847345693511)))
  return f64x2.add(one, f64x2.pmax(f64x2.mul(f64x2.splat(254), v), f64x2.splat(0)))
}

/** Light that leaves level ground white (Igor Brejc's): dark by slope, and by how near its direction is to that of the lamp. The job: scales, lamp's angle, and (5) the scale of heights. */
@inline
function soft(gx: v128, gy: v128, job: usize): v128 {
  const one = f64x2.splat(1), half = f64x2.splat(3.141592653589793), whole = f64x2.splat(6.283185307179586)
  const x = f64x2.mul(gx, constant(job, 0)), y = f64x2.mul(gy, constant(job, 1))
  const key = f64x2.sqrt(f64x2.add(f64x2.mul(x, x), f64x2.mul(y, y)))
  const slope = f64x2.div(degrees(f64x2.mul(key, constant(job, 5))), f64x2.splat(90))
  const facing = angleOfVector(gy, gx)
  const angle = v128.bitselect(f64x2.add(whole, facing), facing, f64x2.lt(facing, f64x2.splat(0)))
  const apart = f64x2.abs(f64x2.sub(angle, constant(job, 2)))
  const difference = v128.bitselect(f64x2.sub(whole, apart), apart, f64x2.gt(apart, half))
  const strength = f64x2.sub(one, f64x2.div(difference, half))
  const v = f64x2.mul(f64x2.splat(255), f64x2.sub(one, f64x2.mul(slope, strength)))
  return f64x2.pmax(v128.bitselect(f64x2.splat(255), v, f64x2.eq(key, f64x2.splat(0))), one)
}

/** Light from 1 to 255, rounded, as bytes; 0 is "invalid". `way`: 0 one lamp, 1 four lamps, 2 combined, 3 soft. Strips of bytes are whole words of four. */
export function terrainShade(way: i32, gx: usize, gy: usize, count: usize, job: usize, out: usize): void {
  const end = gx + count * 4
  const half = f32x4.splat(0.5)
  for (; gx < end; gx += 16, gy += 16, out += 4) {
    const x = v128.load(gx), y = v128.load(gy)
    let v: v128
    if (way == 0) v = narrow(plain(lower(x), lower(y), job), plain(upper(x), upper(y), job))
    else if (way == 1) v = narrow(manyLamps(lower(x), lower(y), job), manyLamps(upper(x), upper(y), job))
    else if (way == 2) v = narrow(combined(lower(x), lower(y), job), combined(upper(x), upper(y), job))
    else v = narrow(soft(lower(x), lower(y), job), soft(upper(x), upper(y), job))
    const rounded = i32x4.trunc_sat_f32x4_s(f32x4.add(v, half))
    const known = v128.and(rounded, f32x4.eq(x, x))
    const shorts = i16x8.narrow_i32x4_s(known, known)
    v128.store_lane<u32>(out, i8x16.narrow_i16x8_u(shorts, shorts), 0)
  }
}
