import { Command } from 'commander'
import type { DataArray } from '../api/data-array.js'
import { describeSource, open } from '../api/open.js'
import type { JsonObject } from '../base/json.js'
import { exitCode } from './exit-code.js'

type OpenedSource = Awaited<ReturnType<typeof describeSource>>

/** `rasterloom info SRC`. */
export function infoCommand(done: (code: number) => void): Command {
  return new Command('info')
    .description('Show what a raster is: dims, dtype, grid, CRS, nodata, bands, tiles and overviews.')
    .argument('<src>', 'a GeoTIFF, a Zarr store or a URL')
    .option('--json', 'as JSON')
    .option('--variable <name>', 'variable of a Zarr store')
    .action(async (uri: string, options: { json?: boolean; variable?: string }) => {
      const variable = options.variable === undefined ? {} : { variable: options.variable }
      const [array, source] = [await open(uri, variable), await describeSource(uri, variable)]
      process.stdout.write(
        options.json === true ? `${JSON.stringify(facts(array, source), null, 2)}\n` : `${array.toString()}\n\n${details(source)}`,
      )
      done(exitCode.done)
    })
}

function facts(array: DataArray<string>, source: OpenedSource): JsonObject {
  const { dims, shape, dtype, chunks, bounds, resolution, nodata, crs, geobox, bands, attrs } = array
  const shown = {
    dims,
    shape,
    dtype,
    chunks,
    crs,
    affine: geobox?.affine ?? null,
    bounds,
    resolution,
    nodata,
    bands,
    attrs,
    overviews: source.levels,
    ...source.info,
  }
  return JSON.parse(
    JSON.stringify(shown, (_, value) => (typeof value === 'bigint' || Number.isNaN(value) ? String(value) : value)),
  ) as JsonObject
}

function details(source: OpenedSource): string {
  return Object.entries(source.info)
    .map(([key, value]) => `${key.padEnd(14)} ${typeof value === 'string' ? value : JSON.stringify(value)}\n`)
    .join('')
}
