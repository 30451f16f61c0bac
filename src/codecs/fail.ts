import { SourceError } from '../base/errors.js'

const reasons: Readonly<Record<number, string>> = {
  [-1]: 'ends early',
  [-2]: 'is corrupt',
  [-4]: 'has a wrong header or checksum',
}

/** The code of a kernel for a stream that holds more than the target. */
export const overflowCode = -3

/**
 * The error for a stream that a codec cannot decode, by the kernel's code. Fields: `codec`, `encodedBytes`, `decodedBytes` (what there is
 * room for), `overflow` (true where the stream was sound but held more than that).
 */
export function undecodable(codec: string, code: number, encodedBytes: number, decodedBytes: number, cause?: unknown): SourceError {
  const overflow = code === overflowCode
  const reason = overflow ? `holds more than the ${decodedBytes} bytes expected` : (reasons[code] ?? 'is corrupt')
  const message = `the ${codec} stream of ${encodedBytes} bytes ${reason}`
  return new SourceError(message, { codec, encodedBytes, decodedBytes, overflow }, { cause })
}

/** The answer of a kernel: the bytes written, or the error that a negative code stands for. */
export function checkDecoded(codec: string, answer: number, encoded: Uint8Array, out: Uint8Array): number {
  if (answer < 0) throw undecodable(codec, answer, encoded.length, out.length)
  return answer
}
