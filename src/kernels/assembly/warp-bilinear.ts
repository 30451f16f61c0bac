import { bilinearNarrow } from './warp-bilinear-narrow'
import { bilinearWide } from './warp-bilinear-wide'
import { Job } from './warp-job'

/**
 * Bilinear for a dtype by its code (0 to 9: uint8, int8, uint16, int16, uint32, int32, uint64, int64, float32, float64), as the job
 * and its cells say. Fills the output and its mask. Returns how many pixels are invalid.
 */
export function warpBilinear(dtype: i32, job: usize): i32 {
  const work = changetype<Job>(job)
  if (dtype == 0) return bilinearNarrow<u8>(work)
  if (dtype == 1) return bilinearNarrow<i8>(work)
  if (dtype == 2) return bilinearNarrow<u16>(work)
  if (dtype == 3) return bilinearNarrow<i16>(work)
  if (dtype == 4) return bilinearWide<u32>(work)
  if (dtype == 5) return bilinearWide<i32>(work)
  if (dtype == 6) return bilinearWide<u64>(work)
  if (dtype == 7) return bilinearWide<i64>(work)
  if (dtype == 8) return bilinearWide<f32>(work)
  return bilinearWide<f64>(work)
}
