import { isRasterloomError, SourceError } from '../../base/errors.js'
import type { Json, JsonObject } from '../../base/json.js'
import { type Affine, affine, identity, invert } from '../../geo/affine.js'
import type { Crs } from '../../geo/crs.js'
import { parseCrs } from '../../geo/crs-parse.js'
import { gcpsAttribute } from '../../geo/gcp.js'
import { readBand } from './band-element.js'
import type { VrtBand, VrtDescription } from './description.js'
import { readControlPoints, readItems } from './metadata-element.js'
import { resamplingNamed } from './source-element.js'
import { countFrom, numberFrom } from './values.js'
import { readWarp } from './warp-element.js'
import { child, childrenOf, childText, parseXml, type XmlElement } from './xml.js'

/** Domains of metadata that say how pixels are stored, which is not so here. */
const storageDomains = ['', 'IMAGE_STRUCTURE', 'DERIVED_SUBDATASETS', 'SUBDATASETS']

/**
 * What a VRT says, as plain data: nothing of what it names is opened. Throws `E_SOURCE` for what is no VRT, is damaged, or has parts that are not read: kernels
 * and pixel functions, look-up tables, expanded colour tables, raw bands, pansharpening and multidimensional arrays, each by its name.
 */
export function parseVrt(text: string, uri: string): VrtDescription {
  const root = parseXml(text, uri)
  if (root.name !== 'VRTDataset') throw new SourceError(`${uri}: the XML is a <${root.name}>, no <VRTDataset>`, { uri })
  const kind = root.attributes.subClass ?? null
  if (kind !== null && kind !== 'VRTWarpedDataset')
    throw new SourceError(`${uri}: is a ${kind}, which is not read. Make a file of it with gdal_translate`, { uri })
  if (child(root, 'Group') !== undefined)
    throw new SourceError(`${uri}: describes multidimensional arrays (Group), which are not read; rasters of bands are`, { uri })
  const size = {
    width: countFrom(root.attributes.rasterXSize, { uri, what: 'rasterXSize' }),
    height: countFrom(root.attributes.rasterYSize, { uri, what: 'rasterYSize' }),
  }
  const isWarp = kind === 'VRTWarpedDataset'
  const bands = childrenOf(root, 'VRTRasterBand').map((band, at) => readBand(band, { uri, what: `band ${at + 1}` }, !isWarp))
  if (bands.length === 0) throw new SourceError(`${uri}: the VRT has no band`, { uri })
  const { crs, problem } = crsFrom(childText(root, 'SRS') ?? '')
  return {
    ...size,
    affine: readAffine(root, uri),
    crs,
    attrs: attributesOf(root, bands, problem),
    bands,
    mask: readMask(root, uri),
    warp: isWarp ? readWarp(root, uri) : null,
    overviews: readOverviews(root, uri),
  }
}

function readMask(root: XmlElement, uri: string): VrtBand | null {
  const band = child(child(root, 'MaskBand') ?? root, 'VRTRasterBand')
  return child(root, 'MaskBand') === undefined || band === undefined ? null : readBand(band, { uri, what: 'the mask band' })
}

function readOverviews(root: XmlElement, uri: string): VrtDescription['overviews'] {
  const list = child(root, 'OverviewList')
  if (list === undefined) return null
  const factors = list.text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => countFrom(part, { uri, what: 'a factor of OverviewList' }))
  const what = 'OverviewList'
  return factors.length === 0 ? null : { factors, resampling: resamplingNamed(list.attributes.resampling ?? 'near', { uri, what }) }
}

/** GDAL's order: x of the corner, x by column, x by row, then the same of y. */
function readAffine(root: XmlElement, uri: string): Affine {
  const text = childText(root, 'GeoTransform')
  if (text === null) return identity
  const numbers = text.split(',').map((part) => numberFrom(part, { uri, what: 'GeoTransform' }))
  if (numbers.length !== 6) throw new SourceError(`${uri}: GeoTransform has ${numbers.length} numbers, expected 6`, { uri })
  const [c, a, b, f, d, e] = numbers as [number, number, number, number, number, number]
  const found = affine(a, b, c, d, e, f)
  invert(found)
  return found
}

/** A CRS, or why it cannot be read. */
function crsFrom(text: string): { crs: Crs | null; problem: string | null } {
  if (text === '') return { crs: null, problem: null }
  try {
    return { crs: parseCrs(text), problem: null }
  } catch (error) {
    if (!isRasterloomError(error)) throw error
    return { crs: null, problem: error.message }
  }
}

function attributesOf(root: XmlElement, bands: readonly VrtBand[], crsProblem: string | null): JsonObject {
  const { '': items = {}, ...others } = readItems(root)
  const attributes: Record<string, Json> = { ...items }
  const domains = Object.fromEntries(Object.entries(others).filter(([name]) => !storageDomains.includes(name)))
  if (Object.keys(domains).length > 0) attributes.domains = domains
  if (crsProblem !== null) attributes.crs_problem = crsProblem
  const table = bands.find(({ colorTable }) => colorTable !== null)?.colorTable
  if (table !== undefined && table !== null) attributes.color_table = table.map((color) => [...color])
  const placed = readControlPoints(root)
  if (placed !== null) {
    const { crs, problem } = crsFrom(placed.srs)
    attributes[gcpsAttribute] = { points: placed.points, crs } as unknown as JsonObject
    if (problem !== null) attributes.crs_problem = problem
  }
  return attributes
}
