import { halve } from './overview-halve'
import { Level } from './overview-job'
import { modes } from './overview-mode'
import { picks } from './overview-near'
import { spans } from './overview-span'

/** Averages of 2 x 2 pixels for a dtype by its code; the block's first column and row that count are (x, y). Returns how many are invalid. */
export function overviewHalve(dtype: i32, level: usize, x: i32, y: i32): i32 {
  const job = changetype<Level>(level)
  if (dtype == 0) return halve<u8>(job, x, y)
  if (dtype == 1) return halve<i8>(job, x, y)
  if (dtype == 2) return halve<u16>(job, x, y)
  if (dtype == 3) return halve<i16>(job, x, y)
  if (dtype == 4) return halve<u32>(job, x, y)
  if (dtype == 5) return halve<i32>(job, x, y)
  if (dtype == 6) return halve<u64>(job, x, y)
  if (dtype == 7) return halve<i64>(job, x, y)
  if (dtype == 8) return halve<f32>(job, x, y)
  return halve<f64>(job, x, y)
}

@inline
function reduce<T>(kernel: i32, level: Level): i32 {
  if (kernel == 0) return spans<T, u8>(level)
  if (kernel == 1) return spans<T, u16>(level)
  if (kernel == 2) return spans<T, u32>(level)
  if (kernel == 3) return modes<T>(level)
  return picks<T>(level)
}

/** Any ratio, for a dtype by its code and a kernel: 0 average, 1 min, 2 max, 3 mode, 4 near. Returns how many pixels are invalid. */
export function overviewSpans(dtype: i32, kernel: i32, level: usize): i32 {
  const job = changetype<Level>(level)
  if (dtype == 0) return reduce<u8>(kernel, job)
  if (dtype == 1) return reduce<i8>(kernel, job)
  if (dtype == 2) return reduce<u16>(kernel, job)
  if (dtype == 3) return reduce<i16>(kernel, job)
  if (dtype == 4) return reduce<u32>(kernel, job)
  if (dtype == 5) return reduce<i32>(kernel, job)
  if (dtype == 6) return reduce<u64>(kernel, job)
  if (dtype == 7) return reduce<i64>(kernel, job)
  if (dtype == 8) return reduce<f32>(kernel, job)
  return reduce<f64>(kernel, job)
}
