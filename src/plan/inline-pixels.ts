/** Up to this many pixels, made or taken in, a run on the calling thread is sooner done than with workers, which must be started first: measured with 4 and 6 million. */
export const inlinePixels = 5_000_000
