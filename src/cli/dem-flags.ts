import type { FillOptions, HillshadeOptions, RuggednessOptions } from '../api/data-array-focal.js'
import type { RunFlags, WriteOptions } from './options.js'

/** The options of `dem`. */
export type DemFlags = WriteOptions &
  RunFlags &
  Omit<HillshadeOptions, 'algorithm'> &
  Omit<FillOptions, 'method'> & {
    algorithm?: NonNullable<HillshadeOptions['algorithm']> | NonNullable<RuggednessOptions['algorithm']>
    band?: number
    scaled?: boolean
    percent?: boolean
    trigonometric?: boolean
    zeroForFlat?: boolean
    nodata?: number | bigint | 'none'
  }
