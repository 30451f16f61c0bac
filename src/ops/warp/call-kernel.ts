import { areaCodes, areaRoomBytes, filterCodes, warpKernels } from '../../kernels/warp.js'
import { kernels, type Resampling } from './kernels.js'
import type { Planes } from './planes.js'

/** Bytes of scratch that a kernel itself needs. */
export function roomBytes(resampling: Resampling): number {
  return kernels[resampling].kind === 'area' ? areaRoomBytes : 0
}

/** Runs the kernel of a resampling over the cells of a job, in `room` for those that need {@link roomBytes}; answers how many pixels came out invalid. */
export function callKernel(
  exports: Parameters<typeof warpKernels>[0],
  resampling: Resampling,
  { code, elementBytes }: Pick<Planes, 'code' | 'elementBytes'>,
  { job, room, leastValid }: { readonly job: number; readonly room: number; readonly leastValid: number },
): number {
  const run = warpKernels(exports)
  if (resampling === 'near') return run.warpNear(elementBytes, job)
  if (resampling === 'bilinear' && leastValid === 0) return run.warpBilinear(code, job)
  if (resampling === 'bilinear' || resampling === 'cubic' || resampling === 'cubicspline' || resampling === 'lanczos')
    return run.warpFilter(code, filterCodes[resampling], job)
  return run.warpArea(code, areaCodes[resampling], job, room)
}
