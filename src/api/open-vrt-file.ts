import { dirname } from 'node:path'
import { SourceError } from '../base/errors.js'
import type { VrtFile } from '../formats/vrt/description.js'
import { publicUri } from '../io/public-uri.js'
import { absoluteUri, isLocal } from './source-uri.js'

/** What a VRT names: a file or store, and one variable of it. */
export interface NamedSource {
  readonly uri: string
  readonly variable: string | null
}

/** GDAL's names of arrays within a file: `NETCDF:"file.nc":variable`. */
const withinFile = /^(NETCDF|ZARR):"?(.+?)"?(?::\/*([^:/\\"]+))?$/

/**
 * The uri of a file that a VRT names: relative names are seen from the VRT. `/vsicurl/` and `/vsis3/` become URLs. Throws `E_SOURCE` for GDAL's other
 * prefixes, each by its name.
 */
export function namedSource({ name, relative }: VrtFile, vrt: string): NamedSource {
  const [, , inner, variable] = withinFile.exec(name) ?? []
  if (inner !== undefined) return { uri: uriOf(inner, relative, vrt), variable: variable ?? null }
  return { uri: uriOf(name, relative, vrt), variable: null }
}

function uriOf(name: string, relative: boolean, vrt: string): string {
  const [, prefix, rest] = /^\/vsi([a-z0-9]+)(?:_streaming)?\/(.*)$/.exec(name) ?? []
  if (prefix === 'curl') return rest as string
  if (prefix === 's3') return `s3://${rest}`
  if (prefix === 'gs') return `https://storage.googleapis.com/${rest}`
  const shown = publicUri(vrt)
  if (prefix !== undefined)
    throw new SourceError(`${shown}: names ${name}: GDAL's /vsi${prefix}/ is not read; paths, /vsicurl/, /vsis3/ and /vsigs/ are`, {
      uri: shown,
    })
  const scheme = /^([A-Za-z][A-Za-z0-9_]+):/.exec(name)?.[1]
  if (scheme !== undefined && scheme === scheme.toUpperCase())
    throw new SourceError(`${shown}: names ${name}: GDAL's ${scheme}: is not read; paths and URLs are, NETCDF: and ZARR:`, { uri: shown })
  if (scheme === 'vrt') throw new SourceError(`${shown}: names ${name}: GDAL's vrt:// is not read; paths and URLs are`, { uri: shown })
  if (!relative) return absoluteUri(name)
  return isLocal(vrt) ? absoluteUri(name, dirname(vrt)) : new URL(name, vrt).href
}
