import type { Validity } from '../../array/block.js'
import { type Dtype, type Element, isInteger, type TypedArray } from '../../base/dtype.js'
import { type ScalarJson, scalarFromJson } from '../../base/scalar.js'
import type { ValidRule } from './storage.js'

/** Tells which pixels of a tile are valid. */
export interface ValidityOf {
  /** Whether one value says it all, so that no mask is needed. */
  readonly masked: boolean
  of(data: TypedArray, mask: Uint8Array | null): Validity
}

/** The rule of a variable as a function of pixels. */
export function validityOf({ missing, least, greatest }: ValidRule, dtype: Dtype): ValidityOf {
  const values = missing.map((value) => scalarFromJson(value, dtype) as Element)
  const [first = null, ...more] = values
  if (more.length === 0 && least === null && greatest === null) {
    const validity: Validity = first !== null ? { nodata: first } : isInteger(dtype) ? null : { nodata: Number.NaN }
    return { masked: false, of: () => validity }
  }
  const limit = (value: ScalarJson | null, none: number): Element => (value === null ? none : (scalarFromJson(value, dtype) as Element))
  const from = limit(least, Number.NEGATIVE_INFINITY)
  const to = limit(greatest, Number.POSITIVE_INFINITY)
  return {
    masked: true,
    of(data, mask) {
      const valid = mask as Uint8Array
      const [one, two, ...others] = values
      for (let at = 0; at < data.length; at++) {
        const value = data[at] as Element
        // NaN lies in no limits.
        valid[at] = value >= from && value <= to && value !== one && value !== two ? 1 : 0
      }
      if (others.length > 0) for (let at = 0; at < data.length; at++) if (others.includes(data[at] as Element)) valid[at] = 0
      return valid
    },
  }
}
