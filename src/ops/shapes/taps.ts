/** How a value between pixels is made: the pixel that the point lies in, or weighted means of the 2 x 2 or 4 x 4 pixels around it. */
export const sampleMethods = ['nearest', 'bilinear', 'cubic'] as const

/** One of {@link sampleMethods}. */
export type SampleMethod = (typeof sampleMethods)[number]

/** Pixels along one axis that a method looks at. */
export function tapCount(method: SampleMethod): number {
  return method === 'nearest' ? 1 : method === 'bilinear' ? 2 : 4
}

/** The first pixel along an axis that a method looks at for a position (0 is the outer edge of pixel 0). */
export function firstTap(method: SampleMethod, at: number): number {
  if (method === 'nearest') return Math.floor(at)
  return Math.floor(at - 0.5) - (method === 'bilinear' ? 0 : 1)
}

/** Weights of the taps along one axis. Cubic is Catmull-Rom's (a = -0.5), as the resampling kernel. */
export function tapWeights(method: SampleMethod, at: number): readonly number[] {
  if (method === 'nearest') return [1]
  const t = at - 0.5 - Math.floor(at - 0.5)
  if (method === 'bilinear') return [1 - t, t]
  const [t2, t3] = [t * t, t * t * t]
  return [-0.5 * t3 + t2 - 0.5 * t, 1.5 * t3 - 2.5 * t2 + 1, -1.5 * t3 + 2 * t2 + 0.5 * t, 0.5 * t3 - 0.5 * t2]
}
