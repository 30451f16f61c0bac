import { canonicalJson, isJsonObject, type JsonObject } from '../../base/json.js'
import type { ArraySpec, Band } from '../../graph/spec.js'
import type { TilingScheme } from './cog-options.js'
import { rpcTagOf } from './rpc.js'
import { isTextTag } from './text-tags.js'

const tilingDomain = 'TILING_SCHEME'

/** One item of the GDAL_METADATA tag. `sample` counts bands from 0; without it the item is of the file. */
interface Item {
  readonly name: string
  readonly value: string
  readonly sample?: number
  readonly role?: 'description' | 'offset' | 'scale' | 'unittype' | 'colorinterp'
  readonly domain?: string
}

/** Attributes that have a place of their own in a TIFF, or that hold for the source's pixels only. */
const elsewhere = new Set(['AREA_OR_POINT', 'color_table', 'COORDINATE_EPOCH', 'crs_problem', 'domains', 'gcps'])

/** Whether an attribute has its own place in a COG, or none by intent, and so is no item of GDAL_METADATA. */
export function inOwnPlace(name: string): boolean {
  return elsewhere.has(name) || isTextTag(name) || /^(STATISTICS|RASTERLOOM)_/.test(name)
}

/**
 * The text of the GDAL_METADATA tag (42112): attributes that are texts, numbers or booleans; description, scale, offset and unit of each
 * band; colours that the photometric interpretation does not say; the kernel of the overviews; items of other domains and of bands; the recipe and its hash. Values are escaped twice, as GDAL unescapes them twice. Empty where there is nothing to say.
 */
export function gdalMetadata(
  spec: ArraySpec,
  metadata: JsonObject,
  colors: readonly (string | null)[] = [],
  overviewResampling: string | null = null,
  tilingScheme: TilingScheme | null = null,
): string {
  const items = [
    ...attributeItems(spec.attrs),
    ...pointItem(spec),
    ...domainItems(spec.attrs),
    ...(tilingScheme === null ? [] : tilingItems(tilingScheme)),
    ...(overviewResampling === null
      ? []
      : [{ name: 'OVERVIEW_RESAMPLING', value: gdalKernel(overviewResampling), domain: 'IMAGE_STRUCTURE' }]),
    ...recipeItems(metadata),
    ...described(spec).flatMap((band, sample) => bandItems(band, sample, colors[sample] ?? null)),
  ]
  if (items.length === 0) return ''
  return `<GDALMetadata>\n${items.map(itemText).join('')}</GDALMetadata>\n`
}

/** The bands. The name of an array is the description of its only band: GeoTIFF has no other place for it. */
function described({ bands, name }: ArraySpec): readonly Band[] {
  const [only, ...others] = bands
  return only === undefined || others.length > 0 || name === null ? bands : [{ ...only, description: name }]
}

/** The scheme of the file's own tiles. */
function tilingItems({ name, zoomLevel, alignedLevels }: TilingScheme): Item[] {
  const items = { NAME: name, ZOOM_LEVEL: String(zoomLevel), ...(alignedLevels > 0 ? { ALIGNED_LEVELS: String(alignedLevels) } : {}) }
  return Object.entries(items).map(([key, value]) => ({ name: key, value, domain: tilingDomain }))
}

/** A kernel as GDAL writes its name. */
function gdalKernel(name: string): string {
  return name === 'near' ? 'NEAREST' : name.toUpperCase()
}

function attributeItems(attrs: JsonObject): Item[] {
  return Object.keys(attrs)
    .filter((name) => !inOwnPlace(name) && typeof attrs[name] !== 'object')
    .sort()
    .map((name) => ({ name, value: String(attrs[name]) }))
}

/** That pixels are points, where no GeoKeys say it. */
function pointItem({ geobox, attrs }: ArraySpec): Item[] {
  const keyless = geobox === null || geobox.crs === null
  return keyless && attrs.AREA_OR_POINT === 'Point' ? [{ name: 'AREA_OR_POINT', value: 'Point' }] : []
}

function domainItems(attrs: JsonObject): Item[] {
  const { domains } = attrs
  if (!isJsonObject(domains)) return []
  // A tag of its own, and a scheme of the source's tiles, which are not the file's.
  const elsewhere = [tilingDomain, ...(rpcTagOf(attrs) === null ? [] : ['RPC'])]
  return Object.entries(domains).flatMap(([domain, items]) =>
    isJsonObject(items) && !elsewhere.includes(domain)
      ? Object.entries(items).map(([name, value]) => ({ name, value: String(value), domain }))
      : [],
  )
}

function recipeItems({ recipe, hash, unreadable }: JsonObject): Item[] {
  const items: Item[] = []
  if (recipe !== undefined) items.push({ name: 'RASTERLOOM_RECIPE', value: canonicalJson(recipe) })
  if (hash !== undefined) items.push({ name: 'RASTERLOOM_RECIPE_HASH', value: String(hash) })
  if (unreadable !== undefined) items.push({ name: 'RASTERLOOM_UNREADABLE', value: canonicalJson(unreadable) })
  return items
}

function bandItems({ scale, offset, unit, description, items: own }: Band, sample: number, color: string | null): Item[] {
  const items: Item[] = Object.entries(own ?? {}).map(([name, value]) => ({ name, value, sample }))
  if (scale !== 1 || offset !== 0) {
    items.push({ name: 'OFFSET', value: String(offset), sample, role: 'offset' })
    items.push({ name: 'SCALE', value: String(scale), sample, role: 'scale' })
  }
  if (unit !== null) items.push({ name: 'UNITTYPE', value: unit, sample, role: 'unittype' })
  if (color !== null) items.push({ name: 'COLORINTERP', value: color, sample, role: 'colorinterp' })
  if (description !== null) items.push({ name: 'DESCRIPTION', value: description, sample, role: 'description' })
  return items
}

function itemText({ name, value, sample, role, domain }: Item): string {
  const place = sample === undefined ? '' : ` sample="${sample}"`
  const kind = role === undefined ? '' : ` role="${role}"`
  const within = domain === undefined ? '' : ` domain="${attributeText(domain)}"`
  return `  <Item name="${attributeText(name)}"${within}${place}${kind}>${escapeXml(escapeXml(value))}</Item>\n`
}

function attributeText(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;')
}

/** Text as XML. Quotes may stand as they are between tags; control characters may not, whatever their escape. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}
