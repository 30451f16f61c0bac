import type { Crs } from '../../geo/crs.js'

/** Stands in until geo/ reads CRS texts. */
export function crsOfText(text: string): Crs | null {
  const code = Number(/^EPSG:(\d+)$/i.exec(text)?.[1] ?? /AUTHORITY\["EPSG","(\d+)"\]\]\s*$/.exec(text)?.[1] ?? Number.NaN)
  if (code === 4326)
    return { epsg: 4326, name: 'WGS 84', proj: '+proj=longlat +datum=WGS84 +no_defs', kind: 'geographic', metresPerUnit: 0, wkt: null }
  if (code > 32600 && code <= 32660) {
    const zone = code - 32600
    const proj = `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`
    return { epsg: code, name: `WGS 84 / UTM zone ${zone}N`, proj, kind: 'projected', metresPerUnit: 1, wkt: null }
  }
  return null
}
