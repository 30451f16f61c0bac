import type { Dtype } from '../../base/dtype.js'
import { UsageError } from '../../base/errors.js'
import { fits, type ScalarJson, scalarFromJson, scalarToJson } from '../../base/scalar.js'
import type { SampleRoles } from './bands.js'
import { parseNodata } from './nodata.js'
import type { OpenOptions } from './open-options.js'
import type { Pam } from './pam.js'

/** The nodata values of an open file. */
export interface DeclaredNodata {
  /** What the file declares for all bands, or for the first; null for none. */
  readonly declared: ScalarJson | null
  /** What counts: as asked for, or as declared. */
  readonly nodata: ScalarJson | null
  /** By sample, where bands differ in it: only a file beside the TIFF can say so. */
  readonly bySample: readonly (ScalarJson | null)[] | null
}

/** Which nodata values count for the selected samples: asked for, or those of the `.aux.xml`, or the file's own. Throws `E_USAGE` for one that no pixel can be. */
export function declaredNodata(
  own: ScalarJson | null,
  pam: Pam | null,
  samples: readonly number[],
  { complex, bands, alpha }: SampleRoles,
  dtype: Dtype,
  options: OpenOptions,
): DeclaredNodata {
  const of = (sample: number): ScalarJson | null => {
    const text = pam?.nodata.get(complex ? sample >> 1 : sample)
    return text === undefined ? own : (parseNodata(text, dtype) ?? own)
  }
  const declared = of(samples[0] ?? 0)
  if (options.nodata !== undefined) return { declared, nodata: askedNodata(options.nodata, dtype), bySample: null }
  if (!options.masked) return { declared, nodata: null, bySample: null }
  const differ = !complex && samples.some((sample) => !Object.is(of(sample), declared))
  const count = bands.length + (alpha === null ? 0 : 1)
  return { declared, nodata: declared, bySample: differ ? Array.from({ length: count }, (_, sample) => of(sample)) : null }
}

function askedNodata(value: ScalarJson | null, dtype: Dtype): ScalarJson | null {
  if (value === null || fits(value, dtype)) return value === null ? null : scalarToJson(scalarFromJson(value, dtype))
  throw new UsageError(`nodata is ${value}, which no ${dtype} pixel can be: give a value in its range, or null for none`)
}
