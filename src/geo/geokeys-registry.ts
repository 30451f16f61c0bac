import { type EpsgGeographic, findGeographic } from './epsg.js'
import { epsgTable } from './epsg.table.js'

/** What is known of a datum by its EPSG code: its name and its ellipsoid; of the geographic CRSs on it the one with the lowest code. Null for a code that no geographic CRS has. */
export function geographicOfDatum(code: number): EpsgGeographic | null {
  return recordWith(new RegExp(`[\\n^]G(\\d+)\\|[^|]*\\|[^|]*\\|${code}\\|`))
}

/** A geographic CRS on the ellipsoid of an EPSG code, for the ellipsoid's name and axes; null for a code that is none. */
export function geographicOfEllipsoid(code: number): EpsgGeographic | null {
  return recordWith(new RegExp(`[\\n^]G(\\d+)(?:\\|[^|^\\n]*){6}\\|${code}\\|`))
}

/**
 * The geographic CRS of EPSG that has both names, in EPSG's spelling or Esri's (`GCS_RT_1990`, `D_RT_1990`); null where none has. Without a
 * name of the datum, its code has to agree where one is given.
 */
export function geographicOfNames(name: string, datum: string | null, datumCode: number | null): EpsgGeographic | null {
  const [wanted, wantedDatum] = [plainName(name), datum === null ? null : plainName(datum)]
  if (wanted === '') return null
  for (const [, code, fields = ''] of epsgTable.matchAll(/[\n^]G(\d+)\|([^^\n]*)/g)) {
    const [own = '', ownDatum = '', ownCode = '', , , , , , , , esri = '', esriDatum = ''] = fields.split('|')
    if (plainName(own) !== wanted && plainName(esri) !== wanted) continue
    const sameDatum =
      wantedDatum === null
        ? datumCode === null || Number(ownCode) === datumCode
        : plainName(ownDatum) === wantedDatum || plainName(esriDatum) === wantedDatum
    if (sameDatum) return findGeographic(Number(code))
  }
  return null
}

function recordWith(pattern: RegExp): EpsgGeographic | null {
  const code = pattern.exec(epsgTable)?.[1]
  return code === undefined ? null : findGeographic(Number(code))
}

// "D_ETRS_1989", "GCS_ETRS_1989" and "ETRS 1989" are one name.
function plainName(name: string): string {
  return name
    .replace(/^(?:GCS|D)_/, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
}
