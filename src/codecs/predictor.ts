import { codecKernels } from '../kernels/codec.js'
import type { CodecKit } from './codec.js'

/** TIFF's predictors: 1 none, 2 horizontal differences, 3 floating point differences (byte planes). */
export type Predictor = 1 | 2 | 3

/** Samples as a predictor sees them: `rows` rows of `width` pixels of `samples` little-endian samples of `sampleBytes`. */
export interface SampleRows {
  readonly width: number
  readonly rows: number
  readonly samples: number
  readonly sampleBytes: number
}

/** Scratch that undoing or applying a predictor asks for. */
export function predictorScratchBytes(predictor: Predictor, rows: SampleRows): number {
  return predictor === 3 ? rows.width * rows.samples * rows.sampleBytes : 0
}

/** Undoes a predictor in place, in a view of the arena. Predictor 3 yields little-endian floats whatever the file's byte order is. */
export function undoPredictor(
  predictor: Predictor,
  bytes: Uint8Array,
  { width, rows, samples, sampleBytes }: SampleRows,
  kit: CodecKit,
): void {
  const kernels = codecKernels(kit.kernels)
  if (predictor === 2) kernels.predictor2Decode(bytes.byteOffset, width, rows, samples, sampleBytes)
  if (predictor === 3) {
    kernels.predictor3Decode(bytes.byteOffset, kit.scratch(width * samples * sampleBytes), width, rows, samples, sampleBytes)
  }
}

/** Applies a predictor in place, in a view of the arena. The inverse of {@link undoPredictor}. */
export function applyPredictor(
  predictor: Predictor,
  bytes: Uint8Array,
  { width, rows, samples, sampleBytes }: SampleRows,
  kit: CodecKit,
): void {
  const kernels = codecKernels(kit.kernels)
  if (predictor === 2) kernels.predictor2Encode(bytes.byteOffset, width, rows, samples, sampleBytes)
  if (predictor === 3) {
    kernels.predictor3Encode(bytes.byteOffset, kit.scratch(width * samples * sampleBytes), width, rows, samples, sampleBytes)
  }
}
