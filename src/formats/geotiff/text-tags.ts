import type { JsonObject } from '../../base/json.js'
import type { Directory } from './directory.js'
import type { Tag } from './ifd.js'
import { tag } from './tags.js'

/** Texts of a TIFF that say something about its contents, under the names that GDAL gives them. */
const texts: ReadonlyMap<string, number> = new Map([
  ['TIFFTAG_DOCUMENTNAME', tag.documentName],
  ['TIFFTAG_IMAGEDESCRIPTION', tag.imageDescription],
  ['TIFFTAG_SOFTWARE', tag.software],
  ['TIFFTAG_DATETIME', tag.dateTime],
  ['TIFFTAG_ARTIST', tag.artist],
  ['TIFFTAG_HOSTCOMPUTER', tag.hostComputer],
  ['TIFFTAG_COPYRIGHT', tag.copyright],
])

/** Pixels per unit, for printing. */
const resolutions: ReadonlyMap<string, number> = new Map([
  ['TIFFTAG_XRESOLUTION', tag.xResolution],
  ['TIFFTAG_YRESOLUTION', tag.yResolution],
])

const unitName = 'TIFFTAG_RESOLUTIONUNIT'
const units = ['', '1 (unitless)', '2 (pixels/inch)', '3 (pixels/cm)']

/** Whether an attribute is written as a tag of its own. */
export function isTextTag(name: string): boolean {
  return texts.has(name) || resolutions.has(name) || name === unitName
}

/** Document name, description, software, date, artist, host, copyright and resolution of a TIFF, by GDAL's names. */
export async function readTextTags(directory: Directory): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [name, number] of texts) {
    const text = await directory.text(number)
    if (text !== undefined && text !== '') found[name] = text
  }
  for (const [name, number] of resolutions) {
    const [top, bottom] = Array.from((await directory.numbers(number)) ?? [])
    if (top !== undefined && bottom !== undefined && bottom > 0) found[name] = String(Number((top / bottom).toPrecision(8)))
  }
  const unit = units[(await directory.number(tag.resolutionUnit)) ?? 0] ?? ''
  if (unit !== '' && directory.has(tag.resolutionUnit)) found[unitName] = unit
  return found
}

/** The tags of attributes that have one of their own. Resolutions to the eighth digit. */
export function textTags(attrs: JsonObject): Tag[] {
  return Object.entries(attrs).flatMap(([name, value]): Tag[] => {
    const text = texts.get(name)
    if (text !== undefined && typeof value === 'string' && value !== '') return [{ tag: text, type: 'ascii', value }]
    const resolution = resolutions.get(name)
    if (resolution !== undefined && Number(value) > 0) return [{ tag: resolution, type: 'rational', value: fraction(Number(value)) }]
    const unit = name === unitName ? units.indexOf(String(value)) : 0
    return unit > 0 ? [{ tag: tag.resolutionUnit, type: 'short', value: [unit] }] : []
  })
}

/** A positive number as a fraction of integers below 2^32. */
function fraction(value: number): number[] {
  let bottom = 1
  while (bottom < 1e8 && value * bottom < 4e8 && !Number.isInteger(Number((value * bottom).toPrecision(9)))) bottom *= 10
  return [Math.min(2 ** 32 - 1, Math.round(value * bottom)), bottom]
}
