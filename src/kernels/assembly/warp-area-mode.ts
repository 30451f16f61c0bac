import { AreaBox, coverX, coverY, elementAt } from './warp-area-box'
import { isFew, modeOfFew } from './warp-area-few'
import { Job } from './warp-job'
import { storeInvalid } from './warp-offset'
import { isValid } from './warp-tap'

// The value that covers most of a box, by a hash table of fixed size. Where a box has more values than it holds they are taken in parts,
// by more bits of their hash, so that memory is bounded whatever the box.

/** A value that was met: its bits, how much of the box it covers, and which pixel of the box had it first. */
@unmanaged
class Met {
  bits: u64
  weight: f64
  first: i32
  /** The scan that the entry belongs to; others are empty. */
  scan: i32
}

const slots: u32 = 1024
const fullest: i32 = 768

/** What the scans of one kernel run share. */
@unmanaged
class Scans {
  scan: i32
  first: i32
  bits: u64
  weight: f64
}

const modeRoomBytes: u32 = offsetof<Scans>() + slots * offsetof<Met>()

/** Makes room ready for a kernel run. */
export function clearMode(room: u32): void {
  memory.fill(room, 0, modeRoomBytes)
}

@inline
function bitsOf<T>(at: u32): u64 {
  // The two zeros are one value.
  if (isFloat<T>() && load<T>(at) == 0) return 0
  if (sizeof<T>() == 1) return <u64>load<u8>(at)
  if (sizeof<T>() == 2) return <u64>load<u16>(at)
  return sizeof<T>() == 4 ? <u64>load<u32>(at) : load<u64>(at)
}

@inline
function hashOf(bits: u64): u64 {
  const mixed = (bits ^ (bits >> 31)) * 0x9e3779b97f4a7c15
  return (mixed ^ (mixed >> 29)) * 0xbf58476d1ce4e5b9
}

// Sums of shares that differ by rounding only count as equal; the value met first, row by row, then wins.
const sameShare: f64 = 1e-9

/** Scans the values of one part of `parts`. Returns false where they do not fit the table. */
function scanPart<T>(job: Job, box: AreaBox, room: u32, part: u64, parts: u64): bool {
  const scans = changetype<Scans>(room), table = room + offsetof<Scans>()
  const scan = ++scans.scan
  let met: i32 = 0, index: i32 = 0
  for (let y = box.y0; y < box.y1; y++) {
    const wy = coverY(box, y)
    for (let x = box.x0; x < box.x1; x++, index++) {
      const tap = elementAt(job, x, y)
      if (!isValid<T>(job, tap)) continue
      const bits = bitsOf<T>(job.src + tap * sizeof<T>())
      const hash = hashOf(bits)
      if (((hash >> 12) & (parts - 1)) != part) continue
      let slot = <u32>(hash >> 54)
      let entry = changetype<Met>(table + slot * offsetof<Met>())
      while (entry.scan == scan && entry.bits != bits) {
        slot = (slot + 1) & (slots - 1)
        entry = changetype<Met>(table + slot * offsetof<Met>())
      }
      if (entry.scan != scan) {
        if (++met > fullest) return false
        entry.bits = bits
        entry.weight = 0
        entry.first = index
        entry.scan = scan
      }
      entry.weight += wy * coverX(box, x)
    }
  }
  for (let slot: u32 = 0; met > 0; slot++) {
    const entry = changetype<Met>(table + slot * offsetof<Met>())
    if (entry.scan != scan) continue
    met--
    consider(scans, entry)
  }
  return true
}

function consider(scans: Scans, entry: Met): void {
  const more = entry.weight > scans.weight * (1 + sameShare)
  const same = !more && entry.weight >= scans.weight * (1 - sameShare) && entry.first < scans.first
  if (!more && !same) return
  scans.bits = entry.bits
  scans.first = entry.first
  scans.weight = entry.weight
}

/** The value that covers most of a box; of several the one met first, row by row. Returns 1 where there is no valid pixel. */
export function modePixel<T>(job: Job, at: u32, box: AreaBox, room: u32): i32 {
  if (isFew(job, box)) {
    const tap = modeOfFew<T>(job, box, room + modeRoomBytes)
    if (tap < 0) return storeInvalid<T>(job, at)
    store<T>(job.dst + at * sizeof<T>(), load<T>(job.src + <u32>tap * sizeof<T>()))
    store<u8>(job.dstMask + at, 1)
    return 0
  }
  const scans = changetype<Scans>(room)
  let parts: u64 = 1
  for (let part: u64 = 0; part < parts; part++) {
    if (part == 0) {
      scans.weight = 0
      scans.first = i32.MAX_VALUE
    }
    if (scanPart<T>(job, box, room, part, parts)) continue
    parts *= 2
    part = -1
  }
  if (scans.first == i32.MAX_VALUE) return storeInvalid<T>(job, at)
  const out = job.dst + at * sizeof<T>()
  if (sizeof<T>() == 1) store<u8>(out, <u8>scans.bits)
  else if (sizeof<T>() == 2) store<u16>(out, <u16>scans.bits)
  else if (sizeof<T>() == 4) store<u32>(out, <u32>scans.bits)
  else store<u64>(out, scans.bits)
  store<u8>(job.dstMask + at, 1)
  return 0
}
