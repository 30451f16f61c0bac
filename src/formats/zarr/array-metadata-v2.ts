import { type Dtype, dtypes } from '../../base/dtype.js'
import type { JsonObject } from '../../base/json.js'
import type { ArraySpec } from '../../graph/spec.js'
import { dataAttributes, documentText } from './array-metadata.js'
import { compressorV2 } from './chunk-codec.js'
import { type CoordinateArray, extentsOf, textLength } from './coordinate-arrays.js'
import { fillMetadata, storedFill } from './fill.js'
import { separatorOf } from './level-arrays.js'
import type { Metadata } from './metadata-text.js'
import type { ZarrOptions } from './options.js'

/** `.zarray` and `.zattrs` of an array. */
export interface DocumentsV2 {
  readonly zarray: string
  readonly zattrs: string
}

/**
 * The documents of the data array. In v2 `fill_value` itself masks, as xarray reads it: where no value stands for "invalid" it is null, and there is
 * no attribute beside it.
 */
export function dataArrayDocumentsV2(spec: ArraySpec, options: ZarrOptions, metadata: JsonObject): DocumentsV2 {
  const fill = options.nodata === null ? null : storedFill(spec)
  return documents({
    shape: spec.shape,
    chunk: spec.chunks.chunk,
    dtype: options.bool === true ? '|b1' : typeText(spec.dtype),
    compressor: compressorV2(options, spec.dtype),
    fill: fill === null ? null : fillMetadata(fill, spec.dtype),
    separator: separatorOf(options),
    order: options.order ?? 'C',
    attributes: dataAttributes(spec, metadata),
    dims: spec.dims,
  })
}

/** The documents of a coordinate array: one chunk, not compressed, nothing masked. */
export function coordinateDocumentsV2(array: CoordinateArray): DocumentsV2 {
  const { dtype, attributes, dims } = array
  const shape = extentsOf(array)
  return documents({
    shape,
    chunk: shape.map((extent) => Math.max(1, extent)),
    dtype: dtype === 'string' ? `<U${textLength(array)}` : typeText(dtype),
    compressor: null,
    fill: null,
    separator: '.',
    order: 'C',
    attributes,
    dims,
  })
}

interface FieldsV2 {
  readonly shape: readonly number[]
  readonly chunk: readonly number[]
  readonly dtype: string
  readonly compressor: JsonObject | null
  readonly fill: Metadata
  readonly separator: string
  readonly order: 'C' | 'F'
  readonly attributes: JsonObject
  readonly dims: readonly string[]
}

function documents({ shape, chunk, dtype, compressor, fill, separator, order, attributes, dims }: FieldsV2): DocumentsV2 {
  const zarray = { zarr_format: 2, shape, chunks: chunk, dtype, compressor, fill_value: fill, order, filters: null }
  return {
    zarray: documentText({ ...zarray, dimension_separator: separator }),
    zattrs: documentText({ _ARRAY_DIMENSIONS: dims, ...attributes }),
  }
}

/** A dtype as numpy writes it. */
function typeText(dtype: Dtype): string {
  const { kind, bytes } = dtypes[dtype]
  return `${bytes === 1 ? '|' : '<'}${kind === 'float' ? 'f' : kind === 'uint' ? 'u' : 'i'}${bytes}`
}
