/** The library's names of options, where they are no words of the language. */
const names: Readonly<Record<string, string>> = {
  maxMemory: '--max-memory',
  maxErrorPx: '--max-error-px',
  blockSize: '--chunks',
  boundsCrs: '--bounds-crs',
  overviewResampling: '--overview-resampling',
  zarrFormat: '--zarr-format',
}

const namePattern = new RegExp(`\\b(${Object.keys(names).join('|')})\\b`, 'g')

/** Words that are options only after these. */
const wordPattern = /\b(with|give|option|use) (resume|overwrite|variable|workers|interleave|predictor|compress|mask)\b/g

/** A remedy that the command line has in another form. */
const clashPattern = /: choose another nodata value.*onNodataClash.*$/

/** Ops and options that are flags there. */
const nodataPattern = /: give nodata a value that no pixel has, or cast to a wider dtype/

/** A message of the library in the words of the command line: `raise maxMemory` is `raise --max-memory` there. */
export function inFlags(message: string): string {
  return message
    .replace(namePattern, (name) => names[name] as string)
    .replace(wordPattern, '$1 --$2')
    .replace(
      clashPattern,
      ': give another value with --nodata, one that no pixel has, or a wider type with --dtype, which has room for one',
    )
    .replace(nodataPattern, ': give --nodata a value that no pixel has, or a wider --dtype')
    .replace(/^nodata none:/, '--nodata none:')
}
