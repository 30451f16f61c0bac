/** The remainders of all bytes by Castagnoli's polynomial, reflected. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0x82f63b78 : rest >>> 1
  return rest
})

/**
 * CRC-32C of bytes (RFC 3720, appendix B.4), for what lies outside the arena, as the index of a shard does: about 3 ms for a MiB. In the arena
 * the kernel of the same name is ten times as fast.
 */
export function crc32c(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (let at = 0; at < bytes.length; at++) rest = (rest >>> 8) ^ (table[(rest ^ (bytes[at] as number)) & 255] as number)
  return ~rest >>> 0
}
