/** Letters by which two names differ: changed, left out, put in, or two neighbours swapped. */
function slips(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    const above = rows[i - 1] as number[]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) least = Math.min(least, ((rows[i - 2] as number[])[j - 2] as number) + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return (rows[a.length] as number[])[b.length] as number
}

/** The names that are nearest to one that is not there, at most three, those with most in common first; none where all are far from it. */
export function nearNames(name: string, known: readonly string[]): readonly string[] {
  // Of two letters or fewer nothing is left when two of them differ.
  const far = Math.min(name.length - 1, Math.max(2, Math.ceil(name.length / 3)))
  return known
    .map((other) => ({ other, off: slips(name.toLowerCase(), other.toLowerCase()) }))
    .filter(({ off }) => off <= far)
    .sort((a, b) => a.off - b.off)
    .slice(0, 3)
    .map(({ other }) => other)
}

/** For messages: `did you mean nir?` and what there is, at most some of it. */
export function namesHint(name: string, known: readonly string[], most = 20): string {
  const near = nearNames(name, known)
  const some = known.length > most ? `${known.slice(0, most).join(', ')}, ... (${known.length})` : known.join(', ') || 'none'
  return `${near.length === 0 ? '' : `did you mean ${near.join(' or ')}? `}there are ${some}`
}
