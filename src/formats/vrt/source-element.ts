import { SourceError } from '../../base/errors.js'
import type { VrtFile, VrtRect, VrtSource } from './description.js'
import { countFrom, dtypeNamed, numberFrom, type Place, scalarFrom } from './values.js'
import { child, childText, type XmlElement } from './xml.js'

/** What a source may have that changes its pixels in ways that are not read. */
const refusedParts: Readonly<Record<string, string>> = {
  LUT: 'a look-up table',
  ColorTableComponent: 'a colour table that is expanded',
  Exponent: 'an exponential scale',
  Kernel: 'a kernel',
}

/** GDAL's names of kernels, by ours. */
const resamplings: Readonly<Record<string, string>> = {
  ...{ near: 'near', nearest: 'near', nearestneighbour: 'near', nearestneighbor: 'near', bilinear: 'bilinear', cubic: 'cubic' },
  ...{ cubicspline: 'cubicspline', lanczos: 'lanczos', average: 'average', rms: 'rms', mode: 'mode', gauss: 'gauss' },
  ...{ min: 'min', max: 'max', minimum: 'min', maximum: 'max', med: 'med', median: 'med', q1: 'q1', q3: 'q3' },
  ...{ quartile1: 'q1', quartile3: 'q3', sum: 'sum' },
}

/** Whether an element of a band is one of its sources, of whatever kind. */
export function isSource({ name }: XmlElement): boolean {
  return /Source$/.test(name)
}

/** One source of a band. Throws `E_SOURCE`, by name for what is not read. */
export function readSource(element: XmlElement, place: Place): VrtSource {
  const { uri } = place
  const what = `${element.name} of ${place.what}`
  if (element.name !== 'SimpleSource' && element.name !== 'ComplexSource')
    throw new SourceError(
      `${uri}: ${place.what} has a ${element.name}, which is not read; SimpleSource and ComplexSource are. Make a file of it with gdal_translate`,
      { uri },
    )
  for (const [name, meaning] of Object.entries(refusedParts)) {
    if (child(element, name) === undefined) continue
    throw new SourceError(`${uri}: the ${what} has ${meaning} (${name}), which is not read. Make a file of it with gdal_translate`, { uri })
  }
  refuseOpenOptions(element, { uri, what })
  const band = bandOf(element, { uri, what })
  const properties = child(element, 'SourceProperties')?.attributes
  const nodata = childText(element, 'NODATA')
  const isComplex = element.name === 'ComplexSource'
  return {
    file: readFile(element, 'SourceFilename', { uri, what }),
    ...band,
    dtype: properties?.DataType === undefined ? null : dtypeNamed(properties.DataType, { uri, what: `a source of ${place.what}` }),
    from: readRect(element, 'SrcRect', { uri, what }),
    to: readRect(element, 'DstRect', { uri, what }),
    nodata: isComplex && nodata !== null ? scalarFrom(nodata, { uri, what: `NODATA of the ${what}` }) : null,
    scale: isComplex ? readScale(element, { uri, what }) : null,
    masked: isComplex && /^(true|1|yes|on)$/i.test(childText(element, 'UseMaskBand') ?? ''),
    resampling: resamplingNamed(element.attributes.resampling ?? 'near', { uri, what }),
  }
}

/** Options of GDAL's drivers after which a file has the same pixels. */
const idleOptions = ['NUM_THREADS', 'GEOREF_SOURCES', 'IGNORE_COG_LAYOUT_BREAK', 'SPARSE_OK']

function refuseOpenOptions(element: XmlElement, { uri, what }: Place): void {
  const options = child(element, 'OpenOptions')?.children ?? []
  const odd = options.find(({ attributes: { key = '' }, text }) => {
    const isNative = key === 'OVERVIEW_LEVEL' && text.trim().toUpperCase() === 'NONE'
    return !isNative && !idleOptions.includes(key)
  })
  if (odd === undefined) return
  throw new SourceError(
    `${uri}: the ${what} is opened with ${odd.attributes.key}=${odd.text.trim()}, an option of GDAL's that is not known here. Make a file of it with gdal_translate`,
    { uri },
  )
}

/** A kernel by GDAL's name. Throws `E_SOURCE` for one that is not known. */
export function resamplingNamed(name: string, { uri, what }: Place): string {
  const found = resamplings[name.toLowerCase().replaceAll('_', '')]
  if (found !== undefined && found !== 'gauss') return found
  throw new SourceError(`${uri}: the ${what} is resampled by "${name}", which is not a kernel that is known here`, { uri })
}

/** The file that a child element names. Throws `E_SOURCE` where there is none. */
export function readFile(element: XmlElement, name: string, { uri, what }: Place): VrtFile {
  const found = child(element, name)
  if (found !== undefined && found.text.trim() !== '') return { name: found.text.trim(), relative: found.attributes.relativeToVRT === '1' }
  throw new SourceError(`${uri}: the ${what} names no file: ${name} is missing or empty`, { uri })
}

function bandOf(element: XmlElement, { uri, what }: Place): Pick<VrtSource, 'band' | 'ofMask'> {
  const text = childText(element, 'SourceBand') ?? '1'
  const [, of, number] = /^(mask,)?\s*(\d+)$/.exec(text) ?? []
  if (number === undefined)
    throw new SourceError(`${uri}: SourceBand of the ${what} is "${text}", expected a number or mask,number`, { uri })
  return { band: countFrom(number, { uri, what: `SourceBand of the ${what}` }), ofMask: of !== undefined }
}

function readRect(element: XmlElement, name: string, { uri, what }: Place): VrtRect | null {
  const attributes = child(element, name)?.attributes
  if (attributes === undefined) return null
  const [x, y, width, height] = ['xOff', 'yOff', 'xSize', 'ySize'].map((key) =>
    numberFrom(attributes[key] ?? '', { uri, what: `${key} of ${name} of the ${what}` }),
  ) as [number, number, number, number]
  if (width > 0 && height > 0) return { x, y, width, height }
  throw new SourceError(`${uri}: ${name} of the ${what} is ${width} x ${height} pixels, expected some`, { uri })
}

function readScale(element: XmlElement, { uri, what }: Place): VrtSource['scale'] {
  const [ratio, offset] = [childText(element, 'ScaleRatio'), childText(element, 'ScaleOffset')]
  if (ratio === null && offset === null) return null
  return {
    ratio: ratio === null ? 1 : numberFrom(ratio, { uri, what: `ScaleRatio of the ${what}` }),
    offset: offset === null ? 0 : numberFrom(offset, { uri, what: `ScaleOffset of the ${what}` }),
  }
}
