import { gdalColorName } from './colors.js'

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
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return codePoint(Number.parseInt(hex, 16), whole)
    if (decimal !== undefined) return codePoint(Number(decimal), whole)
    return entities[name ?? ''] ?? whole
  })
}

function codePoint(code: number, whole: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/** Reads the XML of the tag. Values are escaped twice, as GDAL writes them. Domains of XML and of the file's structure are left out. */
export function parseGdalMetadata(xml: string): GdalMetadata {
  const items: Record<string, string> = {}
  const domains: Record<string, Record<string, string>> = {}
  const bands = new Map<number, BandMetadata>()
  let overviewResampling: string | null = null
  for (const { attributes, text } of itemsIn(xml)) {
    const { name, sample, role, domain } = attributes
    const value = unescapeXml(unescapeXml(text))
    if (name === undefined) continue
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

/** The items one after the other. By searches for single marks, not by one pattern: that would look through a damaged text again and again. */
function* itemsIn(xml: string): Generator<{ readonly attributes: Partial<Record<string, string>>; readonly text: string }> {
  const start = /<Item\b/g
  for (let match = start.exec(xml); match !== null; match = start.exec(xml)) {
    const end = xml.indexOf('>', start.lastIndex)
    if (end < 0) return
    const isEmpty = xml[end - 1] === '/'
    const attributes = parseAttributes(xml.slice(start.lastIndex, isEmpty ? end - 1 : end))
    const next = isEmpty ? end : xml.indexOf('<', end)
    if (next < 0) return
    start.lastIndex = next
    if (isEmpty) yield { attributes, text: '' }
    else if (xml.startsWith('</Item>', next)) yield { attributes, text: xml.slice(end + 1, next) }
  }
}

function parseAttributes(text: string): Partial<Record<string, string>> {
  // What stands before each equals sign is looked at from there backwards, so that no text is searched twice.
  const attributes: Record<string, string> = {}
  for (const match of text.matchAll(/=\s{0,64}(?:"([^"]*)"|'([^']*)')/g)) {
    const name = /[\w:]{1,64}\s{0,64}$/.exec(text.slice(Math.max(0, match.index - 128), match.index))?.[0].trimEnd()
    if (name !== undefined) attributes[name] = unescapeXml(match[1] ?? match[2] ?? '')
  }
  return attributes
}

function addTo(domains: Record<string, Record<string, string>>, domain: string, name: string, value: string): void {
  if (!Object.hasOwn(domains, domain)) Object.defineProperty(domains, domain, { value: {}, enumerable: true })
  const items = domains[domain]
  if (items !== undefined) items[name] = value
}

/** Statistics hold for the pixels as they were: they are not taken over. */
function addItem(band: BandMetadata, domain: string, name: string, value: string): void {
  if (domain !== '' || name.startsWith('STATISTICS_')) return
  band.items ??= {}
  band.items[name] = value
}

function bandItem(role: string, value: string): BandMetadata {
  const number = Number(value)
  if (role === 'scale' && Number.isFinite(number)) return { scale: number }
  if (role === 'offset' && Number.isFinite(number)) return { offset: number }
  if (role === 'unittype' && value !== '') return { unit: value }
  if (role === 'description' && value !== '') return { description: value }
  if (role === 'colorinterp') return { color: gdalColorName(value) === null ? 'undefined' : value.toLowerCase() }
  return {}
}
