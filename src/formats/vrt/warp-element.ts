import { SourceError } from '../../base/errors.js'
import type { VrtWarp } from './description.js'
import { readFile, resamplingNamed } from './source-element.js'
import { countFrom, scalarFrom } from './values.js'
import { child, childrenOf, childText, type XmlElement } from './xml.js'

/** What a warp may have that changes its pixels in ways that are not read. */
const refusedParts: Readonly<Record<string, string>> = {
  Cutline: 'a cutline',
  DstAlphaBand: 'an alpha band of its own',
  SrcAlphaBand: 'an alpha band of its source',
}

/**
 * What a VRTWarpedDataset is made of: one source, a kernel and the bands. Throws `E_SOURCE`, by name, for cutlines, alpha bands, control points, RPCs and
 * geolocation arrays.
 */
export function readWarp(root: XmlElement, uri: string): VrtWarp {
  const options = child(root, 'GDALWarpOptions')
  const what = 'warped VRT'
  if (options === undefined) throw new SourceError(`${uri}: the ${what} has no GDALWarpOptions`, { uri })
  for (const [name, meaning] of Object.entries(refusedParts)) {
    if (child(options, name) !== undefined) refuse(uri, `${meaning} (${name})`)
  }
  const transformer = elementNames(child(options, 'Transformer')).find((name) => /GCP|TPS|RPC|GeoLoc/i.test(name))
  if (transformer !== undefined) refuse(uri, `a ${transformer}`)
  const mappings = childrenOf(child(options, 'BandList') ?? options, 'BandMapping')
  const nodata = [...new Set(mappings.map((mapping) => childText(mapping, 'SrcNoDataReal')))]
  if (nodata.length > 1) refuse(uri, 'bands with different nodata values')
  const inOrder = [...mappings].sort((a, b) => Number(a.attributes.dst) - Number(b.attributes.dst))
  return {
    file: readFile(options, 'SourceDataset', { uri, what }),
    resampling: resamplingNamed(childText(options, 'ResampleAlg') ?? 'near', { uri, what }),
    bands: inOrder.map(({ attributes }) => countFrom(attributes.src, { uri, what: `src of a BandMapping of the ${what}` })),
    nodata: typeof nodata[0] === 'string' ? scalarFrom(nodata[0], { uri, what: `SrcNoDataReal of the ${what}` }) : null,
  }
}

function refuse(uri: string, part: string): never {
  throw new SourceError(
    `${uri}: the warped VRT has ${part}, which is not read. Open its source and reproject it, or make a file of it with gdal_translate`,
    { uri },
  )
}

function elementNames(element: XmlElement | undefined): string[] {
  return element === undefined ? [] : element.children.flatMap((each) => [each.name, ...elementNames(each)])
}
