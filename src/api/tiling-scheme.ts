import { UsageError } from '../base/errors.js'
import type { Json, JsonObject } from '../base/json.js'
import { type ZoomStrategy, zoomGrid } from '../geo/zoom-grid.js'
import type { LazyNode } from '../graph/graph.js'
import { valueKind } from '../graph/value-kind.js'
import { shownArgument } from './arguments.js'
import { placedApart, placingOf, reprojected } from './data-array-grid.js'
import type { Resampling } from './data-array-types.js'
import { gridOf } from './select-clip.js'

/** Options of `toCog` that say which tiling scheme, and how pixels get there. */
export const tilingOptionNames = ['tilingScheme', 'zoomLevelStrategy', 'zoomLevel', 'alignedLevels', 'resampling'] as const

const strategies: readonly Json[] = ['auto', 'lower', 'upper']

/**
 * An array on the grid of the tiling scheme that the options of its COG ask for, and the options as the sink takes them; both as they are
 * where none is asked for. Throws `E_USAGE` for options that make no sense, `E_GRID` for arrays that the scheme does not reach.
 */
export function onTilingScheme(node: LazyNode, options: JsonObject): { readonly node: LazyNode; readonly options: JsonObject } {
  const { tilingScheme, zoomLevelStrategy = 'auto', zoomLevel, alignedLevels = 0, resampling, ...others } = options
  if (tilingScheme === undefined) {
    const idle = tilingOptionNames.find((name) => options[name] !== undefined)
    if (idle === undefined) return { node, options }
    throw new UsageError(`toCog: ${idle} is for a tiling scheme: give tilingScheme 'GoogleMapsCompatible', or leave it out`)
  }
  if (tilingScheme !== 'GoogleMapsCompatible')
    throw new UsageError(`toCog: tilingScheme ${shownArgument(tilingScheme)} is not known: there is 'GoogleMapsCompatible'`)
  if (!strategies.includes(zoomLevelStrategy))
    throw new UsageError(`toCog: zoomLevelStrategy ${shownArgument(zoomLevelStrategy)} is not known: there are auto, lower and upper`)
  mustCount('zoomLevel', zoomLevel ?? 0)
  mustCount('alignedLevels', alignedLevels)
  const blockSize = others.blockSize ?? 256
  const grid = zoomGrid(
    gridOf('toCog', node.spec),
    {
      tilePx: Number(blockSize),
      strategy: zoomLevelStrategy as ZoomStrategy,
      zoom: zoomLevel === undefined ? null : (zoomLevel as number),
      alignedLevels: alignedLevels as number,
    },
    placingOf(placedApart(node.spec)),
  )
  const kernel = resampling ?? (valueKind(node.spec) === 'amounts' ? 'cubic' : 'near')
  return {
    node: reprojected(node, grid.geobox, { resampling: kernel as Resampling }),
    options: { ...others, blockSize, tilingScheme: { name: tilingScheme, zoomLevel: grid.zoom, alignedLevels: grid.alignedLevels } },
  }
}

function mustCount(name: string, value: Json): void {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 30) return
  throw new UsageError(`toCog: ${name} is ${shownArgument(value)}, expected a whole number from 0`)
}
