import type { Json, JsonObject } from '../../base/json.js'
import { photometric } from './colors.js'
import type { Directory } from './directory.js'
import type { Georeference } from './georeference.js'
import type { GdalMetadata } from './metadata.js'
import { tag } from './tags.js'
import { readTextTags } from './text-tags.js'

/** Largest colour table that is listed. */
const mostColors = 256

/**
 * Attributes of a file: the items of GDAL_METADATA (those of other domains in `domains`), texts of the TIFF, `AREA_OR_POINT`,
 * `COORDINATE_EPOCH`, `crs_problem` where the file has a CRS that cannot be read and `color_table`, a list of `[red, green, blue]`
 * from 0 to 255 by value, of the file or else `otherColors`.
 */
export async function readAttributes(
  directory: Directory,
  metadata: GdalMetadata,
  { areaOrPoint, crsProblem, epoch }: Georeference,
  otherColors: readonly (readonly number[])[] | null,
): Promise<JsonObject> {
  const attributes: Record<string, Json> = { ...(await readTextTags(directory)) }
  Object.assign(attributes, metadata.items)
  if (Object.keys(metadata.domains).length > 0) attributes.domains = metadata.domains
  if (areaOrPoint !== null) attributes.AREA_OR_POINT = areaOrPoint
  if (epoch !== null) attributes.COORDINATE_EPOCH = epoch
  if (crsProblem !== null) attributes.crs_problem = crsProblem
  const colors = (await colorTable(directory)) ?? otherColors
  if (colors !== null) attributes.color_table = colors.map((color) => [...color])
  return attributes
}

/** The palette. Its values have 16 bits, of which the upper 8 count; a palette of values up to 255 is taken as one of 8 bits. */
async function colorTable(directory: Directory): Promise<number[][] | null> {
  const map = await directory.numbers(tag.colorMap)
  if (map === undefined && (await isBilevel(directory))) return bilevelColors((await directory.number(tag.photometric)) ?? 1)
  if (map === undefined || map.length % 3 !== 0 || map.length / 3 > mostColors) return null
  const count = map.length / 3
  const values = Array.from(map)
  const shift = values.some((value) => value > 255) ? 8 : 0
  return Array.from({ length: count }, (_, index) => [0, 1, 2].map((plane) => (values[plane * count + index] as number) >> shift))
}

/** Whether pixels are one bit, and so black or white. */
export async function isBilevel(directory: Directory): Promise<boolean> {
  const [bits, samples] = [(await directory.number(tag.bitsPerSample)) ?? 1, (await directory.number(tag.samplesPerPixel)) ?? 1]
  return bits === 1 && samples === 1
}

/** Colours of 0 and 1, which of them is white being what the photometric interpretation says. */
function bilevelColors(interpretation: number): number[][] {
  const [black, white] = [
    [0, 0, 0],
    [255, 255, 255],
  ]
  return interpretation === photometric.whiteIsZero ? ([white, black] as number[][]) : ([black, white] as number[][])
}
