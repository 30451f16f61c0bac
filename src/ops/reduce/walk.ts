import type { Block } from '../../array/block.js'
import type { Window } from '../../array/window.js'
import { isInteger } from '../../base/dtype.js'
import type { Statistic } from '../../graph/reduce.js'
import { writeMeans } from './finish-lanes.js'
import { familyOf, type Lanes } from './lanes.js'
import { compensated, integerSum } from './partial.js'
import { laneColumns, type Region, regionOf } from './regions.js'

/** Called when lanes hold all pixels of `columns` results from index `at` on; `joined`: the columns are parts of one result. */
export type VisitResults = (at: number, columns: number, joined: boolean) => void

/** Reduces the pixels of a window that a block covers: all pixels of a result at once, strip by strip, in C order over the reduced dims. */
export function walkRegion(
  block: Block,
  window: Window,
  reduced: readonly boolean[],
  statistic: Statistic,
  lanes: Lanes,
  visit: VisitResults,
): void {
  const region = regionOf(block.window, window, reduced)
  const { starts, run, joins } = region
  starts.forEach((start, index) => {
    const width = joins ? 1 : lanes.width
    for (let at = 0; at < run; at += width) {
      const columns = joins ? Math.min(laneColumns, lanes.width) : Math.min(width, run - at)
      takeIn(block, region, start + at, columns, statistic, lanes)
      visit(index * run + at, columns, joins)
    }
  })
}

function takeIn(block: Block, region: Region, start: number, columns: number, statistic: Statistic, lanes: Lanes): void {
  const { joins } = region
  lanes.begin(columns)
  layersOf(region, start, columns, (offset, width, place) => lanes.add(block, offset, width, place, joins ? 1 : 0))
  lanes.settle()
  if (familyOf(statistic) !== 'spread') return
  writeMeans(lanes, columns)
  if (joins) lanes.means.fill(meanOf(lanes, columns), 0, columns)
  lanes.clearSecond()
  layersOf(region, start, columns, (offset, width) => lanes.addSquares(block, offset, width))
}

function layersOf(region: Region, start: number, columns: number, visit: (offset: number, width: number, place: number) => void): void {
  const { layers, widths, places, joins } = region
  for (let at = 0; at < layers.length; at++) {
    visit(start + (layers[at] as number), joins ? (widths[at] as number) : columns, places[at] as number)
  }
}

/** The mean of all columns. */
function meanOf(lanes: Lanes, columns: number): number {
  let count = 0
  for (let at = 0; at < columns; at++) count += lanes.counts[at] as number
  if (count === 0) return 0
  if (isInteger(lanes.dtype)) return Number(integerSum(lanes, 0, columns)) / count
  const [sum, lost] = compensated(lanes.floatSums, 0, columns)
  return (sum + lost) / count
}
