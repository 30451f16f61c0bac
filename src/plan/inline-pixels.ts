/** Below this many output pixels a run on the calling thread is sooner done than workers are started. */
export const inlinePixels = 2_000_000
