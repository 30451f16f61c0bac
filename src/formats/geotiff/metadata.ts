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
  for (const match of xml.matchAll(/<Item\b([^>]*?)(?:\/>|>([^<]*)<\/Item>)/g)) {
    const attributes = parseAttributes(match[1] as string)
    const value = unescapeXml(unescapeXml(match[2] ?? ''))
    const { name, sample, role, domain } = attributes
    if (name === undefined) continue
    if (name === 'OVERVIEW_RESAMPLING' && domain === 'IMAGE_STRUCTURE') overviewResampling = value.toLowerCase()
    if (sample === undefined) {
      if (domain === undefined || domain === '') items[name] = value
      // Domains of XML hold one document, not items.
      else if (!domain.startsWith('xml:') && domain !== 'IMAGE_STRUCTURE') domains[domain] = { ...domains[domain], [name]: value }
      continue
    }
    const index = Number(sample)
    const known = bands.get(index) ?? {}
    bands.set(
      index,
      role === undefined || role === '' ? withItem(known, domain ?? '', name, value) : { ...known, ...bandItem(role, value) },
    )
  }
  return { items, domains, bands, overviewResampling }
}

function parseAttributes(text: string): Partial<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((m) => [m[1], unescapeXml(m[2] ?? m[3] ?? '')]),
  )
}

/** Statistics hold for the pixels as they were: they are not taken over. */
function withItem(known: BandMetadata, domain: string, name: string, value: string): BandMetadata {
  if (domain !== '' || name.startsWith('STATISTICS_')) return known
  return { ...known, items: { ...known.items, [name]: value } }
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
