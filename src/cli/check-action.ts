import { checkText } from '../api/display-check.js'
import { checkSources } from '../api/open-check.js'
import type { JsonObject } from '../base/json.js'
import { exitCode } from './exit-code.js'
import { printJson } from './print.js'

/** Options of `check`. */
export interface CheckFlags {
  extent?: boolean
  variable?: string
  onlyDiffering?: boolean
  json?: boolean
}

/** Carries out `check`; answers the exit code. */
export async function check(sources: readonly string[], { extent, variable, onlyDiffering, json }: CheckFlags): Promise<number> {
  const report = await checkSources(sources, {
    ...(extent === undefined ? {} : { extent }),
    ...(variable === undefined ? {} : { variable }),
  })
  if (json === true) printJson(report as unknown as JsonObject)
  else process.stdout.write(`${checkText(report, onlyDiffering === true)}\n`)
  return report.agree ? exitCode.done : exitCode.someFailed
}
