import { UsageError } from '../base/errors.js'
import type { ArraySpec } from './spec.js'

/** What the numbers of an array are: amounts, names of classes, or sets of bits. */
export type ValueKind = 'amounts' | 'classes' | 'bits'

// Bands whose meaning their names tell: Landsat, HLS, MODIS and VIIRS quality bits; Sentinel-2 scene classes, MODIS land cover.
const bitNames =
  /(^|[_\W])(qa_pixel|qa_radsat|qa_aerosol|sr_qa_aerosol|sr_cloud_qa|pixel_qa|radsat_qa|sr_aerosol|bqa|qa60|fmask|state_(1km|500m|qa)(_1)?|(sur_refl_)?qc_(250m|500m|1km|day|night)(_1)?|fparlai_qc|fparextra_qc|detailed_qa|vi quality)$/i
const classNames = /(^|[_\W])(scl|lc_type[1-5]|summaryqa|pixel reliability)(_(10|20|60)m)?$/i

/** What a band's name (or a file's, without its ending) tells of its values. */
export function valueKindOfName(name: string | null): ValueKind {
  if (name === null) return 'amounts'
  return bitNames.test(name) ? 'bits' : classNames.test(name) ? 'classes' : 'amounts'
}

/**
 * What the values of an array are: as its attributes `bitfield` or `categorical` say, its palette, the band items LAYER_TYPE=thematic of GDAL,
 * or the name of the array or of all of its bands.
 */
export function valueKind({ attrs, categorical, name, bands }: Pick<ArraySpec, 'attrs' | 'categorical' | 'name' | 'bands'>): ValueKind {
  if (attrs.bitfield === true) return 'bits'
  if (attrs.bitfield === false || attrs.categorical === false) return categorical ? 'classes' : 'amounts'
  if (categorical || attrs.categorical === true || attrs.resampling === 'mode') return 'classes'
  if (bands.length > 0 && bands.every(({ items }) => items?.LAYER_TYPE === 'thematic')) return 'classes'
  const own = valueKindOfName(name)
  if (own !== 'amounts') return own
  const [first, ...others] = bands.map(({ description }) => valueKindOfName(description))
  return first !== undefined && others.every((kind) => kind === first) ? first : 'amounts'
}

/** Kernels whose result is one of the values; of these the first two ask for no order among them. */
const picking = ['near', 'mode', 'min', 'max', 'med', 'q1', 'q3']

/** Refuses a kernel for overviews that would mix classes or bits, unless it is forced. Throws `E_USAGE`. */
export function mustSuitOverviews(kernel: string, spec: ArraySpec, allowAveraging: boolean): void {
  const at = picking.indexOf(kernel)
  const refused = allowAveraging ? null : misfit('overviews', kernel, spec, { picks: at >= 0, keeps: at === 0 || at === 1 })
  if (refused !== null) throw new UsageError(refused, { option: 'overviewResampling' })
}

/** Why a kernel does not suit an array: a message that begins with the op; null where it does. `picks`: the result is one of the values; `keeps`: in no order. */
export function misfit(
  op: string,
  kernel: string,
  spec: ArraySpec,
  rules: { readonly picks: boolean; readonly keeps: boolean },
): string | null {
  const kind = valueKind(spec)
  if (kind === 'amounts' || rules.keeps) return null
  const force = 'or force it with allowAveraging: true'
  if (kind === 'bits') return `${op}: ${kernel} makes no sense of bit fields, whose values are no amounts: use near or mode, ${force}`
  return rules.picks && (kernel === 'min' || kernel === 'max')
    ? null
    : `${op}: ${kernel} would mix the classes of a categorical array: use near or mode, ${force}`
}
