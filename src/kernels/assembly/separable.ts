import { Separable } from './separable-job'
import { separableOf } from './separable-rows'

/**
 * Linear interpolation, or weighted sums, along rows and columns apart, for a dtype by its code; the job says where from. Weights and
 * sums are float32 for integers of 8 and 16 bits, else float64. Fills the output and its mask. Returns how many pixels are invalid.
 */
export function separable(dtype: i32, job: usize): i32 {
  const work = changetype<Separable>(job)
  if (dtype == 0) return separableOf<u8, f32>(work)
  if (dtype == 1) return separableOf<i8, f32>(work)
  if (dtype == 2) return separableOf<u16, f32>(work)
  if (dtype == 3) return separableOf<i16, f32>(work)
  if (dtype == 4) return separableOf<u32, f64>(work)
  if (dtype == 5) return separableOf<i32, f64>(work)
  if (dtype == 6) return separableOf<u64, f64>(work)
  if (dtype == 7) return separableOf<i64, f64>(work)
  if (dtype == 8) return separableOf<f32, f64>(work)
  return separableOf<f64, f64>(work)
}

/** The same with weights, and sums, in float64 for all dtypes. */
export function separableExact(dtype: i32, job: usize): i32 {
  const work = changetype<Separable>(job)
  if (dtype == 0) return separableOf<u8, f64>(work)
  if (dtype == 1) return separableOf<i8, f64>(work)
  if (dtype == 2) return separableOf<u16, f64>(work)
  if (dtype == 3) return separableOf<i16, f64>(work)
  return separable(dtype, job)
}
