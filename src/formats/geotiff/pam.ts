import { isRasterloomError } from '../../base/errors.js'
import { type Affine, affine } from '../../geo/affine.js'
import type { Crs } from '../../geo/crs.js'
import { parseCrs } from '../../geo/crs-parse.js'
import type { Gcp } from '../../geo/gcp.js'
import type { OpenBytes } from '../../graph/source.js'
import { type Beside, companions, openBeside } from './beside.js'
import { addItem, addTo, type BandMetadata, bandItem, type GdalMetadata } from './metadata.js'
import { childNamed, readXml, type XmlElement } from './xml.js'

/** What a file `.aux.xml` beside a raster says (GDAL's persistent auxiliary metadata, which QGIS and ArcGIS write too). */
export interface Pam extends Pick<GdalMetadata, 'items' | 'domains' | 'bands'> {
  readonly affine: Affine | null
  /** The text of its CRS, and what it is: null with a reason where it cannot be read. */
  readonly crs: ReadCrs | null
  readonly gcps: { readonly points: readonly Gcp[]; readonly crs: ReadCrs | null } | null
  /** Nodata values of bands as text, by 0-based sample. */
  readonly nodata: ReadonlyMap<number, string>
  /** The colour table of the first band that has one. */
  readonly colors: readonly (readonly number[])[] | null
}

/** A CRS, or why it is not known. */
export interface ReadCrs {
  readonly crs: Crs | null
  readonly problem: string | null
}

/** Larger ones hold histograms, not metadata: they are not read. */
const mostBytes = 16 * 1024 * 1024

const mostColors = 256

/** Reads the file `.aux.xml` beside a raster; null where there is none, or it holds no such metadata. */
export async function readPam(main: Beside, openBytes: OpenBytes): Promise<Pam | null> {
  const found = await openBeside(main, companions.metadata, openBytes)
  if (found === null) return null
  const { bytes } = found
  try {
    const size = await bytes.size()
    if (size > mostBytes) return null
    return parsePam(Buffer.from(await bytes.read(0, size)).toString('utf8'))
  } finally {
    await bytes.close()
  }
}

/** Reads the text of an `.aux.xml`. GDAL leaves a damaged one out as a whole; so does this, where it does not end as it should. */
export function parsePam(xml: string): Pam | null {
  const root = childNamed(readXml(xml), 'PAMDataset')
  if (root === undefined || !xml.trimEnd().endsWith('</PAMDataset>')) return null
  const items: Record<string, string> = {}
  const domains: Record<string, Record<string, string>> = {}
  for (const { domain, name, value } of metadataItems(root)) {
    if (domain === '') items[name] = value
    else if (domain !== 'IMAGE_STRUCTURE') addTo(domains, domain, name, value)
  }
  const bands = new Map<number, BandMetadata>()
  const nodata = new Map<number, string>()
  let colors: Pam['colors'] = null
  for (const element of root.children.filter(({ name }) => name === 'PAMRasterBand')) {
    const sample = Number(element.attributes.band) - 1
    if (!Number.isInteger(sample) || sample < 0) continue
    bands.set(sample, bandOf(element))
    const value = nodataOf(childNamed(element, 'NoDataValue'))
    if (value !== null) nodata.set(sample, value)
    colors ??= colorsOf(childNamed(element, 'ColorTable'))
  }
  return { items, domains, bands, nodata, colors, affine: affineOf(root), crs: crsOf(childNamed(root, 'SRS')?.text), gcps: gcpsOf(root) }
}

/** The plain items of an element, with their domains: those that hold a document of their own are left out. */
function* metadataItems(element: XmlElement): Generator<{ readonly domain: string; readonly name: string; readonly value: string }> {
  for (const { name, attributes, children } of element.children) {
    const domain = attributes.domain ?? ''
    if (name !== 'Metadata' || attributes.format !== undefined || domain.startsWith('xml:')) continue
    for (const item of children)
      if (item.name === 'MDI' && item.attributes.key !== undefined) yield { domain, name: item.attributes.key, value: item.text }
  }
}

const roles: readonly (readonly [element: string, role: string])[] = [
  ['Description', 'description'],
  ['UnitType', 'unittype'],
  ['Offset', 'offset'],
  ['Scale', 'scale'],
  ['ColorInterp', 'colorinterp'],
]

function bandOf(element: XmlElement): BandMetadata {
  const band: BandMetadata = {}
  for (const [name, role] of roles) {
    const value = childNamed(element, name)?.text
    if (value !== undefined) Object.assign(band, bandItem(role, value))
  }
  for (const { domain, name, value } of metadataItems(element)) addItem(band, domain, name, value)
  return band
}

/** The bits of a float64, where they stand beside the text, are more exact. */
function nodataOf(element: XmlElement | undefined): string | null {
  if (element === undefined) return null
  const hex = element.attributes.le_hex_equiv ?? ''
  return /^[0-9a-f]{16}$/i.test(hex) ? String(Buffer.from(hex, 'hex').readDoubleLE(0)) : element.text
}

function affineOf(root: XmlElement): Affine | null {
  const terms = (childNamed(root, 'GeoTransform')?.text ?? '').split(',').map(Number)
  if (terms.length !== 6 || !terms.every(Number.isFinite)) return null
  const [c, a, b, f, d, e] = terms as [number, number, number, number, number, number]
  return a * e - b * d === 0 ? null : affine(a, b, c, d, e, f)
}

function crsOf(text: string | undefined): ReadCrs | null {
  if (text === undefined || text.trim() === '') return null
  try {
    return { crs: parseCrs(text.trim()), problem: null }
  } catch (error) {
    if (isRasterloomError(error)) return { crs: null, problem: error.message }
    throw error
  }
}

function gcpsOf(root: XmlElement): Pam['gcps'] {
  const list = childNamed(root, 'GCPList')
  if (list === undefined) return null
  const points = list.children.flatMap(({ name, attributes }) => {
    const [column, row, x, y] = ['Pixel', 'Line', 'X', 'Y'].map((key) => Number(attributes[key] ?? Number.NaN)) as [
      number,
      number,
      number,
      number,
    ]
    return name === 'GCP' && [column, row, x, y].every(Number.isFinite) ? [{ column, row, x, y }] : []
  })
  return points.length === 0 ? null : { points, crs: crsOf(list.attributes.Projection) }
}

function colorsOf(element: XmlElement | undefined): Pam['colors'] {
  const entries = (element?.children ?? []).filter(({ name }) => name === 'Entry').slice(0, mostColors)
  return entries.length === 0
    ? null
    : entries.map(({ attributes }) => [attributes.c1, attributes.c2, attributes.c3].map((value) => Number(value) & 255))
}
