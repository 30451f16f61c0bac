import { child, childrenOf, type XmlElement } from './xml.js'

/** Items of metadata by domain; the one without a name is ''. Domains that hold XML or JSON instead of items are left out. */
export function readItems(element: XmlElement): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const domains: Record<string, Record<string, string>> = {}
  for (const metadata of childrenOf(element, 'Metadata')) {
    if (metadata.attributes.format !== undefined) continue
    const items = childrenOf(metadata, 'MDI').map(({ attributes, text }) => [attributes.key ?? '', text] as const)
    if (items.length > 0) domains[metadata.attributes.domain ?? ''] = Object.fromEntries(items)
  }
  return domains
}

/** A control point: where a place in the image is on earth. */
export interface VrtGcp {
  readonly column: number
  readonly row: number
  readonly x: number
  readonly y: number
}

/** The control points of a raster and the text of their CRS; null where there are none. */
export function readControlPoints(root: XmlElement): { readonly points: readonly VrtGcp[]; readonly srs: string } | null {
  const list = child(root, 'GCPList')
  if (list === undefined) return null
  const points = childrenOf(list, 'GCP').map(({ attributes }) => ({
    column: Number(attributes.Pixel),
    row: Number(attributes.Line),
    x: Number(attributes.X),
    y: Number(attributes.Y),
  }))
  const srs = child(list, 'SRS')?.text ?? list.attributes.Projection ?? ''
  return points.length === 0 ? null : { points, srs }
}
