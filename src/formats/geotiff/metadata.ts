/** What GDAL_METADATA (tag 42112) says of a file: items of the dataset, and of its bands by 0-based sample. */
export interface GdalMetadata {
  readonly items: Readonly<Record<string, string>>
  readonly bands: ReadonlyMap<number, BandMetadata>
}

/** What it says of one band. */
export interface BandMetadata {
  scale?: number
  offset?: number
  unit?: string
  description?: string
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

/** Reads the XML of the tag. Values are escaped twice, as GDAL writes them. Items of other domains are left out. */
export function parseGdalMetadata(xml: string): GdalMetadata {
  const items: Record<string, string> = {}
  const bands = new Map<number, BandMetadata>()
  for (const match of xml.matchAll(/<Item\b([^>]*?)(?:\/>|>([^<]*)<\/Item>)/g)) {
    const attributes = parseAttributes(match[1] as string)
    const value = unescapeXml(unescapeXml(match[2] ?? ''))
    const { name, sample, role, domain } = attributes
    if (name === undefined) continue
    if (sample === undefined) {
      if (domain === undefined || domain === '') items[name] = value
      continue
    }
    const index = Number(sample)
    bands.set(index, { ...bands.get(index), ...bandItem(role ?? '', value) })
  }
  return { items, bands }
}

function parseAttributes(text: string): Partial<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((m) => [m[1], unescapeXml(m[2] ?? m[3] ?? '')]),
  )
}

function bandItem(role: string, value: string): BandMetadata {
  const number = Number(value)
  if (role === 'scale' && Number.isFinite(number)) return { scale: number }
  if (role === 'offset' && Number.isFinite(number)) return { offset: number }
  if (role === 'unittype' && value !== '') return { unit: value }
  if (role === 'description' && value !== '') return { description: value }
  return {}
}
