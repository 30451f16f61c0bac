import type { Join } from '../api/data-array-types.js'
import type { Dtype } from '../base/dtype.js'
import type { RunFlags, WriteOptions } from './options.js'

/** The options of `calc`, but for the variables. */
export type CalcFlags = WriteOptions & RunFlags & { dtype?: Dtype; nodata?: number | bigint | 'none'; scaled?: boolean; join?: Join }
