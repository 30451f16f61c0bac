import { chunkGrid } from '../../array/chunk-grid.js'
import { type Dtype, dtypes, type Element, isBigInt } from '../../base/dtype.js'
import { SourceError, UsageError } from '../../base/errors.js'
import type { Json, JsonObject } from '../../base/json.js'
import { type ScalarJson, scalarFromJson } from '../../base/scalar.js'
import { affineEquals, identity } from '../../geo/affine.js'
import { gcpsAttribute } from '../../geo/gcp.js'
import { resizeGeoBox } from '../../geo/geobox.js'
import { periodOf } from '../../geo/geobox-turn.js'
import type { ByteSource, OpenBytes, OpenedSource } from '../../graph/source.js'
import type { ArraySpec, Coord } from '../../graph/spec.js'
import { readAhead } from '../../io/read-ahead.js'
import { isBilevel, readAttributes } from './attributes.js'
import { bandCoord, describeBands, readNodata, type SampleRoles, sampleRoles, selectSamples } from './bands.js'
import type { Beside } from './beside.js'
import { colorsByPhotometric } from './colors.js'
import { declaredNodata } from './declared-nodata.js'
import { readTiff } from './directory.js'
import { type Georeference, mergedGeoreference, readGeoreference } from './georeference.js'
import { describeContents, describeFile } from './info.js'
import { type GeoTiffLayout, stripsPerChunk } from './layout.js'
import { type GdalMetadata, mergedMetadata, parseGdalMetadata } from './metadata.js'
import { type OpenOptions, parseOpenOptions, recordedOptions } from './open-options.js'
import { readPam } from './pam.js'
import { preloadRanges } from './preload.js'
import { mostEncodedBytes } from './read-plan.js'
import { readRpc } from './rpc.js'
import { readRpcFile } from './rpc-files.js'
import { sampleType } from './sample-type.js'
import { readSegments, type Segments } from './segments.js'
import { type FiledLevel, type OpenFile, readLevels } from './side-files.js'
import { tag } from './tags.js'
import { readWorldFile } from './world-file.js'

/** Opens a GeoTIFF for the card's `open`, with the files beside it: parses tags, reads no pixels. `mayLack` as there. */
export async function openGeoTiff(
  uri: string,
  options: Json,
  openBytes: OpenBytes,
  mayLack: boolean,
): Promise<OpenedSource<GeoTiffLayout>> {
  const parsed = parseOpenOptions(options)
  const bytes = await openBytes(uri)
  const opened: OpenFile[] = []
  try {
    opened.push({ uri, bytes, tiff: await readTiff(readAhead(bytes)) })
    return await openTiff(opened, parsed, openBytes, mayLack)
  } finally {
    for (const file of opened) await file.bytes.close()
    if (opened.length === 0) await bytes.close()
  }
}

/** `opened` is the file alone; companions that are opened are added. */
async function openTiff(
  opened: OpenFile[],
  options: OpenOptions,
  openBytes: OpenBytes,
  mayLack: boolean,
): Promise<OpenedSource<GeoTiffLayout>> {
  const main = opened[0] as OpenFile
  const file = main.tiff
  const beside = { uri: main.uri, path: main.bytes.path, asked: options.sideFiles ?? main.bytes.path !== null }
  const pyramid = await readLevels(main, beside.asked, openBytes, opened)
  const level = levelOf(pyramid, options.level, file.uri)
  const base = (pyramid[0] as FiledLevel).image
  const dtype = await sampleType(level.image, file.uri)
  await preloadRanges(level.imageFile.tiff, level.maskFile === level.imageFile ? [level.image, level.mask] : [level.image])
  const image = await readSegments(level.imageFile.tiff, level.image, mayLack)
  const mask = options.masked ? await readMask(level, mayLack) : null
  const pam = await readPam(beside, openBytes)
  const said = parseGdalMetadata((await base.text(tag.gdalMetadata)) ?? '')
  const rpc = (await readRpcFile(beside, openBytes)) ?? (await readRpc(base))
  const own = rpc === null ? said : { ...said, domains: { ...said.domains, RPC: rpc } }
  const metadata = pam === null ? own : mergedMetadata(own, pam)
  const roles = await sampleRoles(base, file.uri, options.masked, metadata.bands)
  const samples = selectSamples(roles, options, file.uri)
  const { declared, nodata, bySample } = declaredNodata(await readNodata(base, dtype), pam, samples, roles, dtype, options)
  const hasColors = base.has(tag.colorMap) || pam?.colors != null || (await isBilevel(base))
  const colors = colorsByPhotometric((await base.number(tag.photometric)) ?? 1, roles.bands.length + (roles.alpha === null ? 0 : 1))
  // Of complex pixels it is the real part that a value is compared with: a mask of both parts stands for it.
  const bands = describeBands(
    samples,
    metadata,
    roles.complex || bySample !== null ? null : nodata,
    hasColors ? ['palette', ...colors.slice(1)] : colors,
    roles,
  )
  const georeference = await placed(mergedGeoreference(await readGeoreference(base, file.uri), pam), beside, openBytes)
  const places = { imageFile: opened.indexOf(level.imageFile), maskFile: level.maskFile === null ? 0 : opened.indexOf(level.maskFile) }
  const layout = layoutOf({
    uri: file.uri,
    ...places,
    dtype,
    image,
    mask,
    samples,
    alpha: mask === null ? roles.alpha : null,
    nodata,
    bySample,
    declared,
  })
  const geometry = geometryOf(layout, options.band === null, georeference, pyramid)
  const labels: Record<string, Coord> = options.band === null ? { band: bandCoord(bands, samples, roles) } : {}
  const spec: ArraySpec = {
    ...geometry,
    dtype,
    coords: { ...labels, y: { kind: 'affine' }, x: { kind: 'affine' } },
    bands,
    categorical: hasColors,
    moved: true,
    name: null,
    attrs: {
      ...(await readAttributes(base, ofLevel(metadata, options.level), georeference, pam?.colors ?? null)),
      ...gcpsOf(georeference, pyramid[0] as FiledLevel, level),
    },
  }
  return {
    options: recordedOptions(options),
    spec,
    fingerprint: await Promise.all(opened.map(async ({ tiff, bytes }) => ({ size: tiff.size, changed: await changedOf(bytes) }))),
    layout,
    files: opened.map(({ uri }) => uri),
    levels: await Promise.all(pyramid.slice(1).map((each) => statedLevel(each, metadata.overviewResampling))),
    info: {
      ...describeFile(file, image, maskKind(level, roles), pyramid, georeference),
      ...describeContents(metadata, pam !== null, metadata.domains.RPC ?? null, bySample),
    },
  }
}

/** Metadata that hold for a level: a polynomial counts in the image's own columns and rows. */
function ofLevel(metadata: GdalMetadata, level: number): GdalMetadata {
  if (level === 0 || metadata.domains.RPC === undefined) return metadata
  const { RPC, ...domains } = metadata.domains
  return { ...metadata, domains }
}

/** An overview, with the kernel that the file or its own directory (an item RESAMPLING of every band) says it was made with. */
async function statedLevel({ image, width, height }: FiledLevel, ofFile: string | null): Promise<OpenedSource['levels'][number]> {
  const own = parseGdalMetadata((await image.text(tag.gdalMetadata)) ?? '')
  const names = new Set([...own.bands.values()].flatMap(({ items }) => items?.RESAMPLING?.toLowerCase() ?? []))
  if (own.items.RESAMPLING !== undefined) names.add(own.items.RESAMPLING.toLowerCase())
  const [stated = ofFile] = names
  return { width, height, ...(stated === null || names.size > 1 ? {} : { resampling: stated }) }
}

/** Control points as an attribute, in pixels of the level; none where the file has an affine. */
function gcpsOf({ controlPoints }: Georeference, base: FiledLevel, { width, height }: FiledLevel): JsonObject {
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

/** A file that does not say where its pixels lie may have a world file that does. */
async function placed(georeference: Georeference, beside: Beside, openBytes: OpenBytes): Promise<Georeference> {
  if (georeference.gcps > 0 || !affineEquals(georeference.affine, identity)) return georeference
  return { ...georeference, affine: (await readWorldFile(beside, openBytes)) ?? identity }
}

/** Where the array's validity comes from, beside a nodata value. */
function maskKind({ maskFile }: FiledLevel, { alpha }: SampleRoles): string {
  if (maskFile !== null) return /\.msk(\.ovr)?$/i.test(maskFile.uri) ? 'external' : 'internal'
  return alpha === null ? 'none' : 'alpha'
}

function levelOf(pyramid: readonly FiledLevel[], level: number, uri: string): FiledLevel {
  const found = pyramid[level]
  if (found !== undefined) return found
  const count = pyramid.length - 1
  throw new UsageError(`${uri}: there is no overview level ${level}; the file has ${count === 0 ? 'none' : count}`, { uri, level })
}

async function readMask({ mask, maskFile }: FiledLevel, mayLack: boolean): Promise<Segments | null> {
  if (mask === null || maskFile === null) return null
  const file = maskFile.tiff
  const segments = await readSegments(file, mask, mayLack)
  if (segments.samples === 1 && (segments.bitsPerSample === 1 || segments.bitsPerSample === 8)) {
    // Bits of a mask stay bits.
    return { ...segments, unpackedBytes: 0 }
  }
  const { samples, bitsPerSample } = segments
  const message = `${file.uri}: a mask of ${samples} x ${bitsPerSample} bits is not supported; supported are 1 and 8 bits`
  throw new SourceError(message, { uri: file.uri })
}

interface LayoutParts extends Pick<GeoTiffLayout, 'uri' | 'imageFile' | 'maskFile' | 'dtype' | 'image' | 'mask' | 'samples' | 'alpha'> {
  readonly nodata: ScalarJson | null
  readonly bySample: readonly (ScalarJson | null)[] | null
  /** The file's own nodata, whatever was asked for. */
  readonly declared: ScalarJson | null
}

function layoutOf({ nodata, bySample, declared, ...parts }: LayoutParts): GeoTiffLayout {
  const { image, dtype } = parts
  const strips = stripsPerChunk(image)
  const elementOf = (value: ScalarJson | null): Element | null => (value === null ? null : scalarFromJson(value, dtype))
  const none = dtypes[dtype].kind === 'float' ? Number.NaN : null
  const layout: GeoTiffLayout = {
    ...parts,
    nodata: (image.complex ? null : elementOf(nodata)) ?? none,
    realNodata: image.complex && parts.mask === null ? elementOf(nodata) : null,
    nodataBySample: image.complex ? null : (bySample?.map(elementOf) ?? null),
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

function geometryOf(layout: GeoTiffLayout, hasBandDim: boolean, { affine, crs }: Georeference, pyramid: readonly FiledLevel[]) {
  const { image, samples, chunkHeight, chunkWidth } = layout
  const { width, height } = image
  const base = pyramid[0] as FiledLevel
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
