/** Bytes before the number in the first line of the ghost area and that line's end: `GDAL_STRUCTURAL_METADATA_SIZE=000140 bytes\n`. */
const sizeLine = (size: number): string => `GDAL_STRUCTURAL_METADATA_SIZE=${String(size).padStart(6, '0')} bytes\n`

/**
 * The text between the header of a COG and its first IFD, by which readers know that each tile stands between its size (4 bytes) and a
 * repetition of its last 4 bytes, and that mask tiles follow their image tiles. The blank after `NO` is room for `YES`.
 * Source: GDAL, "Cloud Optimized GeoTIFF, header ghost area".
 */
export function ghostArea(maskInterleaved: boolean): Uint8Array {
  const text =
    'LAYOUT=IFDS_BEFORE_DATA\n' +
    'BLOCK_ORDER=ROW_MAJOR\n' +
    'BLOCK_LEADER=SIZE_AS_UINT4\n' +
    'BLOCK_TRAILER=LAST_4_BYTES_REPEATED\n' +
    'KNOWN_INCOMPATIBLE_EDITION=NO\n ' +
    (maskInterleaved ? 'MASK_INTERLEAVED_WITH_IMAGERY=YES\n' : '')
  return new TextEncoder().encode(sizeLine(text.length) + text)
}
