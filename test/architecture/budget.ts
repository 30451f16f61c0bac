import type { Module } from './module.js'
import type { Rule, Violation } from './rules.js'

/** Most lines of a file; nine of ten files keep to `fileP90`. */
export const fileHard = 400
/** Nine of ten files are at most this long. */
export const fileP90 = 250
/** Most lines of a function that is not on the list. */
export const functionHard = 80
/** Most lines of a function that is on the list. */
export const functionListed = 120
/** Nine of ten functions are at most this long. */
export const functionP90 = 30

/** Functions that may have up to 120 lines, as `path name`, each with the reason. */
export const longFunctions: Readonly<Record<string, string>> = {
  'kernels/assembly/inflate-stream.ts fastLoop':
    'a loop over bits whose state must stay in local variables: calls would send it through memory',
}

/** Pure data and build products. */
const exempt = (path: string): boolean => /\.(table|generated)\.ts$/.test(path)

/** The value that nine of ten do not exceed; 0 for none. */
export function p90(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0
}

/** No file is too long, and few are long. */
export const fileSizeRule: Rule = (modules) => {
  const counted = modules.filter(({ path }) => !exempt(path))
  const tooLong = counted
    .filter(({ lines }) => lines > fileHard)
    .map(({ path, lines }) => ({ file: path, line: lines, rule: 'file size', message: `${lines} lines; at most ${fileHard}` }))
  return [...tooLong, ...tooManyLong(counted)]
}

function tooManyLong(modules: readonly Module[]): Violation[] {
  const typical = p90(modules.map(({ lines }) => lines))
  if (typical <= fileP90) return []
  const longest = modules.reduce((a, b) => (a.lines >= b.lines ? a : b))
  const message = `one file in ten has more than ${typical} lines; the budget is ${fileP90}`
  return [{ file: longest.path, line: 1, rule: 'file size', message }]
}

/** No function is too long, and few are long. A listed function that has become short leaves the list. */
export const functionSizeRule: Rule = (modules) => {
  const all = modules.filter(({ path }) => !exempt(path)).flatMap(({ path, functions }) => functions.map((each) => ({ path, ...each })))
  const tooLong = all.flatMap(({ path, name, line, lines }) => {
    const most = `${path} ${name}` in longFunctions ? functionListed : functionHard
    return lines <= most ? [] : [{ file: path, line, rule: 'function size', message: `${name} has ${lines} lines; at most ${most}` }]
  })
  const typical = p90(all.map(({ lines }) => lines))
  const spread =
    typical <= functionP90
      ? []
      : [
          {
            file: 'index.ts',
            line: 1,
            rule: 'function size',
            message: `one function in ten has more than ${typical} lines; the budget is ${functionP90}`,
          },
        ]
  return [...tooLong, ...spread]
}
