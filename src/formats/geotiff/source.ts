import { chunkGrid } from '../../array/chunk-grid.js'
import { type Dtype, dtypes, type Element, isBigInt } from '../../base/dtype.js'
import { SourceError, UsageError } from '../../base/errors.js'
import type { JsonObject } from '../../base/json.js'
import { fits, type ScalarJson, scalarFromJson, scalarToJson } from '../../base/scalar.js'
import { loadCodec } from '../../codecs/codec-list.js'
import { gcpsAttribute } from '../../geo/gcp.js'
import { resizeGeoBox } from '../../geo/geobox.js'
import { periodOf } from '../../geo/geobox-turn.js'
import type { ByteSource, OpenedSource, Source, SourceDef } from '../../graph/source.js'
import type { ArraySpec, Coord } from '../../graph/spec.js'
import { readAhead } from '../../io/read-ahead.js'
import { readAttributes } from './attributes.js'
import { bandCoord, describeBands, readNodata, sampleRoles, selectSamples } from './bands.js'
import { colorsByPhotometric } from './colors.js'
import { readTiff, type TiffFile } from './directory.js'
import { type Georeference, readGeoreference } from './georeference.js'
import { describeFile } from './info.js'
import { type GeoTiffLayout, stripsPerChunk } from './layout.js'
import { parseGdalMetadata } from './metadata.js'
import { type OpenOptions, parseOpenOptions, recordedOptions } from './open-options.js'
import { type PyramidLevel, readPyramid } from './pyramid.js'
import { mostEncodedBytes } from './read-plan.js'
import { sampleType } from './sample-type.js'
import { readSegments, type Segments } from './segments.js'
import { tag } from './tags.js'
import { tiffSource } from './tile.js'

/**
 * GeoTIFF files, cloud-optimised ones included: tiled or stripped, classic or BigTIFF, either byte order.
 * Options: `band` (1-based; drops the dim `band`) or `bands`, `level` (0 the image, k its k-th overview), and `nodata` in place of the file's.
 */
export const geotiffSource: SourceDef<GeoTiffLayout> = {
  name: 'geotiff',
  version: 1,
  recognises: (_uri, head) => isTiff(head),
  async open(uri, options, openBytes) {
    const parsed = parseOpenOptions(options)
    const bytes = await openBytes(uri)
    try {
      return await openTiff(bytes, uri, parsed)
    } finally {
      await bytes.close()
    }
  },
  async attach(layout): Promise<Source> {
    const { image, mask, dtype } = layout
    const imageCodec = await loadCodec(image.codec, dtypes[dtype].bytes)
    return tiffSource(layout, { image: imageCodec, mask: mask === null ? null : await loadCodec(mask.codec) })
  },
}

function isTiff(head: Uint8Array): boolean {
  if (head.length < 4) return false
  const little = head[0] === 0x49 && head[1] === 0x49 && (head[2] === 42 || head[2] === 43) && head[3] === 0
  const big = head[0] === 0x4d && head[1] === 0x4d && head[2] === 0 && (head[3] === 42 || head[3] === 43)
  return little || big
}

async function openTiff(bytes: ByteSource, uri: string, options: OpenOptions): Promise<OpenedSource<GeoTiffLayout>> {
  const file = await readTiff(readAhead(bytes))
  const pyramid = await readPyramid(file)
  const level = levelOf(pyramid, options.level, file.uri)
  const base = (pyramid[0] as PyramidLevel).image
  const dtype = await sampleType(level.image, file.uri)
  const image = await readSegments(file, level.image)
  const mask = await readMask(file, level)
  const roles = await sampleRoles(base, file.uri)
  const samples = selectSamples(roles, options, file.uri)
  const declared = await readNodata(base, dtype)
  const nodata = options.nodata === undefined ? declared : askedNodata(options.nodata, dtype)
  const metadata = parseGdalMetadata((await base.text(tag.gdalMetadata)) ?? '')
  const colors = colorsByPhotometric((await base.number(tag.photometric)) ?? 1, roles.bands.length + (roles.alpha === null ? 0 : 1))
  const bands = describeBands(samples, metadata, nodata, colors)
  const georeference = await readGeoreference(base, file.uri)
  const layout = layoutOf({ uri: file.uri, dtype, image, mask, samples, alpha: mask === null ? roles.alpha : null, nodata, declared })
  const geometry = geometryOf(layout, options.band === null, georeference, pyramid)
  const labels: Record<string, Coord> = options.band === null ? { band: bandCoord(bands, samples, roles) } : {}
  const hasColors = base.has(tag.colorMap)
  const spec: ArraySpec = {
    ...geometry,
    dtype,
    coords: { ...labels, y: { kind: 'affine' }, x: { kind: 'affine' } },
    bands,
    categorical: hasColors,
    moved: true,
    name: null,
    attrs: {
      ...(await readAttributes(base, metadata, georeference)),
      ...gcpsOf(georeference, pyramid[0] as PyramidLevel, level),
    },
  }
  return {
    options: recordedOptions(options),
    spec,
    fingerprint: [{ size: file.size, changed: await changedOf(bytes) }],
    layout,
    files: [uri],
    levels: pyramid.slice(1).map(({ width, height }) => ({ width, height })),
    info: describeFile(file, image, mask, pyramid, roles, georeference),
  }
}

/** Control points as an attribute, in pixels of the level; none where the file has an affine. */
function gcpsOf({ controlPoints }: Georeference, base: PyramidLevel, { width, height }: PyramidLevel): JsonObject {
  if (controlPoints === null) return {}
  const points = controlPoints.points.map(({ column, row, x, y }) => ({
    column: (column * width) / base.width,
    row: (row * height) / base.height,
    x,
    y,
  }))
  return { [gcpsAttribute]: { points, crs: controlPoints.crs } as unknown as JsonObject }
}

/** The bytes that `openBytes` gives know when they changed; a `ByteSource` of another kind need not. */
async function changedOf(bytes: ByteSource): Promise<string> {
  const known = bytes as ByteSource & { changed?: () => Promise<string> }
  return known.changed === undefined ? '' : known.changed()
}

function levelOf(pyramid: readonly PyramidLevel[], level: number, uri: string): PyramidLevel {
  const found = pyramid[level]
  if (found !== undefined) return found
  const count = pyramid.length - 1
  throw new UsageError(`${uri}: there is no overview level ${level}; the file has ${count === 0 ? 'none' : count}`, { uri, level })
}

async function readMask(file: TiffFile, { mask }: PyramidLevel): Promise<Segments | null> {
  if (mask === null) return null
  const segments = await readSegments(file, mask)
  if (segments.samples === 1 && (segments.bitsPerSample === 1 || segments.bitsPerSample === 8)) return segments
  const { samples, bitsPerSample } = segments
  const message = `${file.uri}: an internal mask of ${samples} x ${bitsPerSample} bits is not supported; supported are 1 and 8 bits`
  throw new SourceError(message, { uri: file.uri })
}

interface LayoutParts extends Pick<GeoTiffLayout, 'uri' | 'dtype' | 'image' | 'mask' | 'samples' | 'alpha'> {
  readonly nodata: ScalarJson | null
  /** The file's own nodata, whatever was asked for. */
  readonly declared: ScalarJson | null
}

/** Throws `E_USAGE` for a value that no pixel of the dtype can be. */
function askedNodata(value: ScalarJson | null, dtype: Dtype): ScalarJson | null {
  if (value === null || fits(value, dtype)) return value === null ? null : scalarToJson(scalarFromJson(value, dtype))
  throw new UsageError(`nodata is ${value}, which no ${dtype} pixel can be: give a value in its range, or null for none`)
}

function layoutOf({ nodata, declared, ...parts }: LayoutParts): GeoTiffLayout {
  const { image, dtype } = parts
  const strips = stripsPerChunk(image)
  const elementOf = (value: ScalarJson | null): Element | null => (value === null ? null : scalarFromJson(value, dtype))
  const layout: GeoTiffLayout = {
    ...parts,
    nodata: elementOf(nodata) ?? (dtypes[dtype].kind === 'float' ? Number.NaN : null),
    fill: elementOf(declared) ?? zeroOf(dtype),
    maxEncodedBytes: 0,
    chunkWidth: Math.min(image.width, image.segmentWidth),
    chunkHeight: Math.min(image.height, image.segmentHeight * strips),
  }
  return { ...layout, maxEncodedBytes: mostEncodedBytes(layout) }
}

function zeroOf(dtype: Dtype): Element {
  return isBigInt(dtype) ? 0n : 0
}

function geometryOf(layout: GeoTiffLayout, hasBandDim: boolean, { affine, crs }: Georeference, pyramid: readonly PyramidLevel[]) {
  const { image, samples, chunkHeight, chunkWidth } = layout
  const { width, height } = image
  const base = pyramid[0] as PyramidLevel
  const geobox = resizeGeoBox({ width: base.width, height: base.height, affine, crs }, width, height)
  const shape = hasBandDim ? [samples.length, height, width] : [height, width]
  const chunk = hasBandDim ? [image.planar ? 1 : samples.length, chunkHeight, chunkWidth] : [chunkHeight, chunkWidth]
  return {
    dims: hasBandDim ? ['band', 'y', 'x'] : ['y', 'x'],
    shape,
    chunks: chunkGrid(shape, chunk),
    geobox,
    periodX: periodOf(geobox),
  }
}
