import { execFileSync } from 'node:child_process'
import { python } from '../peers.js'

/** Points to move with pyproj: CRSs as it reads them, x before y. */
export interface PyprojCase {
  readonly from: string
  readonly to: string
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

/** What pyproj makes of the points; null where it has no image. */
export interface PyprojImage {
  readonly xs: readonly (number | null)[]
  readonly ys: readonly (number | null)[]
}

const script = `
import json, sys, warnings
import pyproj
warnings.filterwarnings('ignore')
pyproj.network.set_network_enabled(False)
keep = lambda values: [v if abs(v) < 1e300 else None for v in values]
out = []
for c in json.load(sys.stdin):
    x, y = pyproj.Transformer.from_crs(c['from'], c['to'], always_xy=True).transform(c['xs'], c['ys'])
    out.append({'xs': keep(x), 'ys': keep(y)})
json.dump(out, sys.stdout)
`

/** Runs all cases in one Python process. */
export function pyprojTransform(cases: readonly PyprojCase[]): PyprojImage[] {
  return runPython(script, cases) as PyprojImage[]
}

/** Runs a Python program that reads JSON and writes JSON. */
export function runPython(program: string, input: unknown): unknown {
  const answer = execFileSync(python, ['-c', program], { input: JSON.stringify(input), maxBuffer: 1 << 28, encoding: 'utf8' })
  return JSON.parse(answer)
}
