import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'
import { boundsOf } from '../../geo/geobox.js'
import type { SinkLevel } from '../../graph/sink.js'
import { groupOf } from './level-arrays.js'
import { firstImage } from './ome.js'
import type { ZarrOptions } from './options.js'
import { levelFactor } from './pyramid.js'
import { crsAttributes } from './spatial-ref.js'

/** The conventions that the root of a pyramid keeps to, at the versions that are written. */
const conventions = [
  ['multiscales', 'd35379db-88df-4056-af3a-620245f8e347', 'Multiscale layout of zarr datasets'],
  ['proj', 'f17cb550-5864-4468-aeb7-f3180cfb622f', 'Coordinate reference system information for geospatial data'],
  ['spatial', '689b58e2-cf7b-45e0-9fff-9cfc0883d6b4', 'Spatial coordinate information'],
].map(([name, uuid, description]) => ({
  name: name as string,
  uuid: uuid as string,
  schema_url: `https://raw.githubusercontent.com/zarr-conventions/${name}/refs/tags/v0.1/schema.json`,
  spec_url: `https://github.com/zarr-conventions/${name}/blob/v0.1/README.md`,
  description: description as string,
}))

/** What the conventions call kernels. */
const methods: Readonly<Record<string, string>> = { near: 'nearest', cubicspline: 'cubic_spline' }

/**
 * Attributes of the root of a pyramid: which groups hold its levels, what each is made of, and where on earth they lie. None without a pyramid.
 * Source: the Zarr conventions multiscales, proj and spatial, 0.1.
 */
export function pyramidAttributes(levels: readonly SinkLevel[], options: ZarrOptions): JsonObject {
  if (options.overviews === undefined) return {}
  const method = methods[options.overviewResampling ?? ''] ?? options.overviewResampling ?? 'average'
  const geobox = levels[0]?.spec.geobox ?? null
  const layout = levels.map(({ spec, made }, level): JsonObject => {
    const factor = level === 0 ? 1 : made === null ? 1 : levelFactor ** (level - made.input)
    const from = made === null ? {} : { derived_from: groupOf(options, made.input), resampling_method: method }
    const transform = { scale: [factor, factor], translation: [0, 0] }
    if (spec.geobox === null) return { asset: groupOf(options, level), ...from, transform }
    const { a, b, c, d, e, f } = spec.geobox.affine
    const place = { 'spatial:shape': spec.shape.slice(-2), 'spatial:transform': [a, b, c, d, e, f] }
    return { asset: groupOf(options, level), ...from, transform, ...place }
  })
  const spatial = geobox === null ? {} : { ...crsAttributes(geobox.crs), 'spatial:dimensions': ['y', 'x'], 'spatial:bbox': bbox(geobox) }
  return {
    zarr_conventions: geobox === null ? conventions.slice(0, 1) : conventions,
    multiscales: { layout, resampling_method: method },
    ...spatial,
  }
}

function bbox(geobox: Parameters<typeof boundsOf>[0]): number[] {
  const { left, bottom, right, top } = boundsOf(geobox)
  return [left, bottom, right, top]
}

/** Paths of the levels of a pyramid, finest first, as a group's `multiscales` lists them: by the convention, or as OME and ndpyramid do. Empty where it is no pyramid. */
export function levelPaths(attributes: JsonObject): readonly string[] {
  const { multiscales } = attributes
  if (isJsonObject(multiscales)) return pathsIn(multiscales.layout, 'asset')
  const image = firstImage(attributes)
  return image === null ? [] : pathsIn(image.datasets, 'path')
}

function pathsIn(list: Json | undefined, key: string): string[] {
  const paths = Array.isArray(list) ? list.map((item) => (isJsonObject(item) ? item[key] : undefined)) : []
  const isPath = (path: Json | undefined): path is string => typeof path === 'string' && /^[^/.][^/]*(\/[^/.][^/]*)*$/.test(path)
  return paths.every(isPath) ? paths : []
}
