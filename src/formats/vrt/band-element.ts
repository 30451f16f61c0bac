import { SourceError } from '../../base/errors.js'
import type { VrtBand } from './description.js'
import { readItems } from './metadata-element.js'
import { isSource, readSource } from './source-element.js'
import { dtypeNamed, numberFrom, type Place, scalarFrom } from './values.js'
import { child, childrenOf, childText, type XmlElement } from './xml.js'

/** Kinds of bands that are read, by their subclass; those of a warp have no sources. */
const readKinds = ['VRTSourcedRasterBand', 'VRTWarpedRasterBand']

/** One band, without its sources where `withSources` is false. Throws `E_SOURCE`, by name for kinds that are not read. */
export function readBand(element: XmlElement, place: Place, withSources = true): VrtBand {
  const { uri, what } = place
  const kind = element.attributes.subClass ?? 'VRTSourcedRasterBand'
  if (!readKinds.includes(kind)) {
    const by = childText(element, 'PixelFunctionType')
    throw new SourceError(
      `${uri}: ${what} is a ${kind}${by === null ? '' : ` with the pixel function "${by}"`}, which is not read. Make a file of it with gdal_translate`,
      { uri },
    )
  }
  if (child(element, 'MaskBand') !== undefined)
    throw new SourceError(`${uri}: ${what} has a mask band of its own, which is not read; one of the whole VRT is`, { uri })
  const number = (name: string, fallback: number): number => {
    const text = childText(element, name)
    return text === null ? fallback : numberFrom(text, { uri, what: `${name} of ${what}` })
  }
  const nodata = childText(element, 'NoDataValue')
  const items = readItems(element)
  return {
    dtype: dtypeNamed(element.attributes.dataType ?? 'Byte', place),
    nodata: nodata === null ? null : scalarFrom(nodata, { uri, what: `NoDataValue of ${what}` }),
    hidesNodata: number('HideNoDataValue', 0) !== 0,
    scale: number('Scale', 1),
    offset: number('Offset', 0),
    unit: childText(element, 'UnitType'),
    description: childText(element, 'Description'),
    color: childText(element, 'ColorInterp')?.toLowerCase() ?? null,
    colorTable: readColors(element, place),
    items: items[''] ?? {},
    sources: withSources ? element.children.filter(isSource).map((source) => readSource(source, place)) : [],
  }
}

function readColors(element: XmlElement, { uri, what }: Place): VrtBand['colorTable'] {
  const table = child(element, 'ColorTable')
  if (table === undefined) return null
  return childrenOf(table, 'Entry').map(({ attributes }) =>
    ['c1', 'c2', 'c3'].map((key) => numberFrom(attributes[key] ?? '0', { uri, what: `${key} of a colour of ${what}` })),
  )
}
