import { asWarnings, type Remark } from './remark.js'

/** Warns of overviews that were asked for and are not made, since an image of one pixel has none: `made` of `asked`. */
export function fewerLevels(asked: unknown, made: number): Remark[] {
  if (typeof asked !== 'number' || asked <= made) return []
  return asWarnings([`overviews: ${asked} were asked for, ${made} ${made === 1 ? 'is' : 'are'} made: the last is one pixel wide and high`])
}
