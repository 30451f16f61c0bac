import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { hasManyPixels } from '../api/many-pixels.js'
import { parseBytes } from '../base/bytes.js'

/** Commands that write rasters. */
const writing = new Set(['calc', 'convert', 'mosaic'])

/** A source of so many bytes has more pixels than are converted without workers, even where a part of it is taken. */
const manyBytes = 16 * 1024 * 1024

/** One of fewer than so many bytes may have many pixels, but all of them are blank. */
const fewBytes = 256 * 1024

/** Options after which an output may have fewer pixels than the source. */
const cutting = /^--(bands?|bounds|like|resolution|select|size|src-overviews)(=|$)/

/** Options whose files may take much memory, so that there may be none for workers. */
const heavy = /^--cutline(=|$)/

/** A budget in which workers that were not needed do not matter. */
const roomyBytes = 256 * 1024 * 1024

/**
 * How many worker threads are to be started for what a command line will surely need, by its words and the sizes of the files that it names: 0 wherever that is not sure. A guess for a
 * good start: whatever it says, the plan decides.
 */
export function likelyWorkers(argv: readonly string[]): number {
  if (!writing.has(argv[0] ?? '') || argv.some((word) => word === '--plan' || word === '--help' || word === '-h' || heavy.test(word)))
    return 0
  const cores = availableParallelism()
  const asked = optionValue(argv, '--workers')
  const count = asked === undefined ? cores : Math.min(Number(asked), cores)
  if (!(count >= 1) || (asked === undefined && count === 1) || !hasRoom(argv)) return 0
  const isWhole = !argv.some((word) => cutting.test(word))
  // The calling thread is one of several.
  return argv.slice(1, -1).some((word) => isLarge(word, isWhole)) ? Math.max(1, count - 1) : 0
}

function optionValue(argv: readonly string[], name: string): string | undefined {
  const at = argv.findIndex((word) => word === name || word.startsWith(`${name}=`))
  if (at < 0) return undefined
  const word = argv[at] as string
  return word === name ? argv[at + 1] : word.slice(name.length + 1)
}

/** Whether a command line leaves a budget in which some MiB do not matter. */
export function hasRoom(argv: readonly string[]): boolean {
  const maxMemory = optionValue(argv, '--max-memory')
  if (maxMemory === undefined) return true
  try {
    return parseBytes(maxMemory) >= roomyBytes
  } catch {
    // Told where the options are read.
    return false
  }
}

function isLarge(word: string, isWhole: boolean): boolean {
  if (word.startsWith('-')) return false
  const bytes = fileBytes(word)
  return bytes >= manyBytes || (isWhole && bytes >= fewBytes && hasManyPixels(word))
}

/** Size of the file of a name; 0 for whatever is none: words are values of options as well, of any length. */
function fileBytes(word: string): number {
  try {
    const found = statSync(word)
    return found.isFile() ? found.size : 0
  } catch {
    return 0
  }
}
