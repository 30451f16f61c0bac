import { gdalColorName } from './colors.js'
import { elementsNamed, readXml, unescapeXml } from './xml.js'

/** What GDAL_METADATA (tag 42112) says of a file: items of the dataset, and of its bands by 0-based sample. */
export interface GdalMetadata {
  readonly items: Readonly<Record<string, string>>
  /** Items of the dataset's other domains. */
  readonly domains: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly bands: ReadonlyMap<number, BandMetadata>
  /** The kernel that the file says its overviews were made with, in lower case; null where it does not say. */
  readonly overviewResampling: string | null
}

/** What it says of one band. */
export interface BandMetadata {
  scale?: number
  offset?: number
  unit?: string
  description?: string
  color?: string
  items?: Record<string, string>
  /** Statistics, which hold for the pixels as they are: items that arrays do not take over. */
  statistics?: Record<string, string>
}

/** Reads the XML of the tag. Values are escaped twice, as GDAL writes them. Domains of XML and of the file's structure are left out. */
export function parseGdalMetadata(xml: string): GdalMetadata {
  const items: Record<string, string> = {}
  const domains: Record<string, Record<string, string>> = {}
  const bands = new Map<number, BandMetadata>()
  let overviewResampling: string | null = null
  for (const { attributes, children, text } of elementsNamed(readXml(xml), 'Item')) {
    const { name, sample, role, domain } = attributes
    const value = unescapeXml(text)
    if (name === undefined || children.length > 0) continue
    if (name === 'OVERVIEW_RESAMPLING' && domain === 'IMAGE_STRUCTURE') overviewResampling = value.toLowerCase()
    if (sample === undefined) {
      if (domain === undefined || domain === '') items[name] = value
      // Domains of XML hold one document, not items.
      else if (!domain.startsWith('xml:') && domain !== 'IMAGE_STRUCTURE') addTo(domains, domain, name, value)
      continue
    }
    const index = Number(sample)
    const band = bands.get(index) ?? {}
    if (role === undefined || role === '') addItem(band, domain ?? '', name, value)
    else Object.assign(band, bandItem(role, value))
    bands.set(index, band)
  }
  return { items, domains, bands, overviewResampling }
}

/** Adds an item to a domain, whatever it is called. */
export function addTo(domains: Record<string, Record<string, string>>, domain: string, name: string, value: string): void {
  if (!Object.hasOwn(domains, domain)) Object.defineProperty(domains, domain, { value: {}, enumerable: true })
  const items = domains[domain]
  if (items !== undefined) items[name] = value
}

/** Adds an item of a band; those of other domains than the plain one are left out. */
export function addItem(band: BandMetadata, domain: string, name: string, value: string): void {
  if (domain !== '') return
  const kind = name.startsWith('STATISTICS_') ? 'statistics' : 'items'
  band[kind] ??= {}
  band[kind][name] = value
}

/** What an item of a role says of its band: nothing where the role is not known, or the value none for it. */
export function bandItem(role: string, value: string): BandMetadata {
  const number = Number(value)
  if (role === 'scale' && Number.isFinite(number)) return { scale: number }
  if (role === 'offset' && Number.isFinite(number)) return { offset: number }
  if (role === 'unittype' && value !== '') return { unit: value }
  if (role === 'description' && value !== '') return { description: value }
  if (role === 'colorinterp') return { color: gdalColorName(value) === null ? 'undefined' : value.toLowerCase() }
  return {}
}

/**
 * What a file's own metadata and those of a file beside it say together, as GDAL has it: items of the other win, and its colours; of a band's
 * scale, offset, unit and description the file's own.
 */
export function mergedMetadata(own: GdalMetadata, other: Pick<GdalMetadata, 'items' | 'domains' | 'bands'>): GdalMetadata {
  const domains: Record<string, Readonly<Record<string, string>>> = { ...own.domains }
  for (const [domain, items] of Object.entries(other.domains)) domains[domain] = { ...own.domains[domain], ...items }
  const bands = new Map(own.bands)
  for (const [sample, said] of other.bands) bands.set(sample, mergedBand(own.bands.get(sample) ?? {}, said))
  return { ...own, items: { ...own.items, ...other.items }, domains, bands }
}

function mergedBand(own: BandMetadata, other: BandMetadata): BandMetadata {
  const { color, items, statistics, scale, offset, ...texts } = other
  const isScaled = own.scale !== undefined || own.offset !== undefined
  return {
    ...texts,
    ...(isScaled || scale === undefined ? {} : { scale }),
    ...(isScaled || offset === undefined ? {} : { offset }),
    ...own,
    ...(color === undefined ? {} : { color }),
    ...(items === undefined ? {} : { items: { ...own.items, ...items } }),
    ...(statistics === undefined ? {} : { statistics: { ...own.statistics, ...statistics } }),
  }
}
