import type { ConvertOptions } from './options.js'

/** The options of `zonal` as they stand on the command line. */
export interface ZonalFlags extends Pick<ConvertOptions, 'bands' | 'variable' | 'select' | 'scaled' | 'srcCrs' | 'srcNodata'> {
  zonesCrs?: string
  by?: string
  allTouched?: true
  stats?: readonly string[]
  format?: 'json' | 'csv'
  overwrite?: true
  maxMemory?: string
  workers?: number
}
