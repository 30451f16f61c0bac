import { dtypes } from '../../base/dtype.js'
import type { Json, JsonObject } from '../../base/json.js'
import type { ScalarJson } from '../../base/scalar.js'
import { affineEquals, identity } from '../../geo/affine.js'
import type { GeoBox } from '../../geo/geobox.js'
import { geoKeysOf } from '../../geo/geokeys-write.js'
import type { SinkLevel } from '../../graph/sink.js'
import type { ArraySpec } from '../../graph/spec.js'
import { compressionTag, isOfPixels } from './cog-compress.js'
import { ownGcps } from './cog-gcps.js'
import { sizeOfLevel, tileSide } from './cog-levels.js'
import { bandCount, type CogOptions, storedValue } from './cog-options.js'
import { colorItems, photometric, photometricOf } from './colors.js'
import { gdalMetadata } from './gdal-metadata.js'
import type { Ifd, Tag } from './ifd.js'
import { rpcTagOf } from './rpc.js'
import { tag } from './tags.js'
import { textTags } from './text-tags.js'

/** Where the tiles of one image lie in the file, in the order of the TileOffsets tag. */
export interface TilePlaces {
  readonly offsets: Float64Array
  readonly sizes: Float64Array
}

/** What is said of the file beside its array: the recipe and its hash, and statistics by band. */
export interface FileFacts {
  readonly metadata: JsonObject
  readonly statistics: readonly Readonly<Record<string, string>>[]
}

const sampleFormats = { uint: 1, int: 2, float: 3 }
const [overview, mask] = [1, 4]
const unassociatedAlpha = 2

/** The directory of the pixels of a level. Level 0 carries what is said of the whole file. */
export function imageIfd(levels: readonly SinkLevel[], level: number, options: CogOptions, tiles: TilePlaces, facts: FileFacts): Ifd {
  const { spec } = levels[level] as SinkLevel
  const base = (levels[0] as SinkLevel).spec
  const bands = bandCount(spec)
  const { bytes, kind } = dtypes[spec.dtype]
  const interpretation = photometricOf(spec, colorTable(spec) !== null)
  const colors = interpretation === photometric.rgb ? 3 : 1
  const samples = bands + (options.mask === 'alpha' ? 1 : 0)
  const extra = [...new Array<number>(Math.max(0, bands - colors)).fill(0), ...(options.mask === 'alpha' ? [unassociatedAlpha] : [])]
  const isYcbcr = options.compress === 'jpeg' && bands === 3 && options.interleave === 'pixel'
  return sorted([
    ...(level > 0 ? [long(tag.newSubfileType, overview)] : []),
    ...sizeTags(spec, tileSide(base, options)),
    short(tag.bitsPerSample, ...new Array<number>(samples).fill(bytes * 8)),
    short(tag.compression, compressionTag[options.compress]),
    short(tag.photometric, isYcbcr ? photometric.ycbcr : interpretation),
    ...(isYcbcr ? ycbcrTags : []),
    short(tag.samplesPerPixel, samples),
    short(tag.planarConfiguration, options.interleave === 'band' && bands > 1 ? 2 : 1),
    ...(options.compress === 'lerc' ? [long(tag.lercParameters, 4, 0)] : []),
    ...(isOfPixels(options.compress) ? [] : [short(tag.predictor, options.predictor === 'none' ? 1 : options.predictor)]),
    ...(interpretation === photometric.palette ? [short(tag.colorMap, ...colorMap(spec))] : []),
    ...(extra.length > 0 ? [short(tag.extraSamples, ...extra)] : []),
    short(tag.sampleFormat, ...new Array<number>(samples).fill(sampleFormats[kind])),
    ...tileTags(tiles),
    ...(level === 0
      ? [
          ...geoTags(spec),
          ...rpcTags(spec.attrs),
          ...textTags(spec.attrs),
          ...textTag(
            tag.gdalMetadata,
            gdalMetadata(
              withItems(spec, facts.statistics),
              facts.metadata,
              colorItems(spec, interpretation),
              levels.length > 1 ? options.overviewResampling : null,
              options.tilingScheme ?? null,
            ),
          ),
        ]
      : []),
    ...textTag(tag.gdalNodata, nodataText(storedValue(base, options))),
  ])
}

function withItems(spec: ArraySpec, items: FileFacts['statistics']): ArraySpec {
  if (items.length === 0) return spec
  return { ...spec, bands: spec.bands.map((band, at) => ({ ...band, items: { ...band.items, ...items[at] } })) }
}

/** Chroma of half the resolution, and the range of its samples. */
const ycbcrTags: readonly Tag[] = [
  short(tag.ycbcrSubsampling, 2, 2),
  { tag: tag.referenceBlackWhite, type: 'rational', value: [0, 1, 255, 1, 128, 1, 255, 1, 128, 1, 255, 1] },
]

/** The directory of a level's mask. */
export function maskIfd(levels: readonly SinkLevel[], level: number, options: CogOptions, tiles: TilePlaces): Ifd {
  const { spec } = levels[level] as SinkLevel
  const base = (levels[0] as SinkLevel).spec
  return sorted([
    long(tag.newSubfileType, level > 0 ? mask + overview : mask),
    ...sizeTags(spec, tileSide(base, options)),
    short(tag.bitsPerSample, 1),
    short(tag.compression, compressionTag.deflate),
    short(tag.photometric, photometric.mask),
    short(tag.samplesPerPixel, 1),
    short(tag.planarConfiguration, 1),
    short(tag.predictor, 1),
    short(tag.sampleFormat, 1),
    ...tileTags(tiles),
  ])
}

function sizeTags(spec: ArraySpec, side: number): Tag[] {
  const { width, height } = sizeOfLevel(spec)
  return [sizeTag(tag.imageWidth, width), sizeTag(tag.imageLength, height), short(tag.tileWidth, side), short(tag.tileLength, side)]
}

function tileTags({ offsets, sizes }: TilePlaces): Tag[] {
  return [
    { tag: tag.tileOffsets, type: 'tiles', value: offsets },
    { tag: tag.tileByteCounts, type: 'tiles', value: sizes },
  ]
}

function colorTable(spec: ArraySpec): readonly Json[] | null {
  const table = spec.attrs.color_table
  const indexed = (spec.dtype === 'uint8' || spec.dtype === 'uint16') && bandCount(spec) === 1
  return indexed && Array.isArray(table) && table.length > 0 ? table : null
}

/** Red of all entries, then green, then blue, of 16 bits each: 0..255 becomes 0..65535. A TIFF keeps no alpha. */
function colorMap(spec: ArraySpec): number[] {
  const entries = 2 ** (8 * dtypes[spec.dtype].bytes)
  const table = colorTable(spec) ?? []
  return [0, 1, 2].flatMap((channel) =>
    Array.from({ length: entries }, (_, index) => {
      const entry = table[index]
      const value = Array.isArray(entry) ? Number(entry[channel]) : 0
      return Math.min(255, Math.max(0, Math.round(value) || 0)) * 257
    }),
  )
}

/** Georeferencing: pixel scale and tie point for a north-up grid, else the matrix; then the keys of the CRS. */
function geoTags({ geobox, attrs }: ArraySpec): Tag[] {
  if (geobox === null) return []
  // Without a CRS there are no keys that could say so: an item of metadata does, and the affine is that of areas.
  const isPoint = attrs.AREA_OR_POINT === 'Point' && geobox.crs !== null
  const gcps = ownGcps(geobox, attrs)
  if (gcps !== null) {
    const tiepoints = gcps.points.flatMap(({ column, row, x, y }) => [column, row, 0, x, y, 0])
    return [double(tag.modelTiepoint, ...tiepoints), ...crsTags({ ...geobox, crs: gcps.crs }, attrs, false)]
  }
  return [...(affineEquals(geobox.affine, identity) ? [] : affineTags(geobox, isPoint)), ...crsTags(geobox, attrs, isPoint)]
}

function affineTags({ affine }: GeoBox, isPoint: boolean): Tag[] {
  const { a, b, d, e } = affine
  // Where pixels are points, raster (0, 0) is the centre of the first one.
  const half = isPoint ? 0.5 : 0
  const c = affine.c + half * (a + b)
  const f = affine.f + half * (d + e)
  if (b === 0 && d === 0 && a > 0 && e < 0) return [double(tag.modelPixelScale, a, -e, 0), double(tag.modelTiepoint, 0, 0, 0, c, f, 0)]
  return [double(tag.modelTransformation, a, b, 0, c, d, e, 0, f, 0, 0, 0, 0, 0, 0, 0, 1)]
}

const rasterTypeKey = 1025
const epochKey = 5120

/** Without a CRS there are no keys at all: any key would read as a CRS of unknown kind. */
function crsTags({ crs }: GeoBox, attrs: JsonObject, isPoint: boolean): Tag[] {
  if (crs === null) return []
  const { directory, doubles, ascii } = geoKeysOf(crs)
  const keys = [...directory]
  for (let at = 4; at < keys.length; at += 4) if (keys[at] === rasterTypeKey) keys[at + 3] = isPoint ? 2 : 1
  const epoch = Number(attrs.COORDINATE_EPOCH)
  if (epoch > 0) {
    keys[2] = 1
    keys[3] = (keys[3] as number) + 1
    keys.push(epochKey, tag.geoDoubleParams, 1, doubles.length)
    doubles.push(epoch)
  }
  return [
    short(tag.geoKeyDirectory, ...keys),
    ...(doubles.length > 0 ? [double(tag.geoDoubleParams, ...doubles)] : []),
    ...textTag(tag.geoAsciiParams, ascii),
  ]
}

function rpcTags(attrs: JsonObject): Tag[] {
  const values = rpcTagOf(attrs)
  return values === null ? [] : [double(tag.rpcCoefficients, ...values)]
}

/** A nodata value as GDAL reads it. */
function nodataText(value: ScalarJson | null): string {
  if (value === null) return ''
  if (value === 'NaN') return 'nan'
  return String(value).replace('Infinity', 'inf')
}

function textTag(number: number, value: string): Tag[] {
  return value === '' ? [] : [{ tag: number, type: 'ascii', value }]
}

function short(number: number, ...value: number[]): Tag {
  return { tag: number, type: 'short', value }
}

function long(number: number, ...value: number[]): Tag {
  return { tag: number, type: 'long', value }
}

function double(number: number, ...value: number[]): Tag {
  return { tag: number, type: 'double', value }
}

function sizeTag(number: number, pixels: number): Tag {
  return pixels < 65536 ? short(number, pixels) : long(number, pixels)
}

function sorted(tags: readonly Tag[]): Ifd {
  return [...tags].sort((one, other) => one.tag - other.tag)
}
