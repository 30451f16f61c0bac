/** A run of consecutive tasks that one worker has still to be given. */
export interface Span {
  next: number
  end: number
}

/** Cuts tasks into one contiguous span a worker. */
export function cutSpans(taskCount: number, workers: number): Span[] {
  return Array.from({ length: workers }, (_, worker) => ({
    next: Math.floor((taskCount * worker) / workers),
    end: Math.floor((taskCount * (worker + 1)) / workers),
  }))
}

/** For a worker that ran dry: the far half of the longest span, taken from its owner; null when nothing is worth taking. */
export function steal(spans: readonly Span[]): Span | null {
  let longest: Span | undefined
  for (const span of spans) if (longest === undefined || span.end - span.next > longest.end - longest.next) longest = span
  if (longest === undefined || longest.end - longest.next < 1) return null
  const middle = longest.next + Math.floor((longest.end - longest.next) / 2)
  const taken = { next: middle, end: longest.end }
  longest.end = middle
  return taken
}
