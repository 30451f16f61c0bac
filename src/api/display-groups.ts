import type { LazyNode } from '../graph/graph.js'
import { headline } from './display.js'
import type { Groups } from './groups-bins.js'
import { someLabels } from './labels-axis.js'
import { formatTime, labelToMs, parseTimeUnit } from './labels-time.js'

/** Groups as text: how many along which dim of what, and the positions that each has. */
export function groupsText(node: LazyNode, { dim, named, coord, members }: Groups): string {
  const time = coord.kind === 'inline' ? parseTimeUnit(coord.unit, coord.calendar) : null
  const labels = coord.kind === 'inline' ? coord.labels : members.map((_, at) => at)
  const sizes = labels.map(
    (label, at) => `${time === null ? label : formatTime(labelToMs(label, time), time.calendar)} (${members[at]?.length ?? 0})`,
  )
  return [
    groupsLine({ dim, named, members }),
    `  of         ${headline(node.spec)}`,
    `  ${named.padEnd(11)}${someLabels(sizes, 14)}`,
    '  reduce them: .mean(), .median(), .quantile(0.9) and so on',
  ].join('\n')
}

/** Groups in one line. */
export function groupsLine({ dim, named, members }: Pick<Groups, 'dim' | 'named' | 'members'>): string {
  return `${members.length} group${members.length === 1 ? '' : 's'} of ${dim}${named === dim ? '' : ` by ${named}`}`
}

/** Windows as text: how many pixels each has, and of what. */
export function windowsText(parts: readonly LazyNode[]): string {
  return `Windows of ${parts.length} pixels\n  result     ${parts[0] === undefined ? '' : headline(parts[0].spec)}\n  reduce them: .mean(), .median(), .std() and so on`
}
