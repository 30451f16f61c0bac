// Writes one deflate block: chooses stored, fixed or dynamic codes and emits the tokens that the matcher found.
import { buildCodewords, buildLengths, HUFFMAN_WORK_BYTES } from './deflate-huffman'

/** What writeBlock answers when the target is too small. */
export const TOO_SMALL: i32 = -3

// Literals at most 14 bits, so that four fit into the bit buffer behind seven waiting bits.
const LITLEN_LIMIT: u32 = 14
const DISTANCE_LIMIT: u32 = 15
const PRECODE_LIMIT: u32 = 7

// Layout of the work memory.
// u32 counts of the 288 literals and lengths.
const LITLEN_FREQUENCIES: usize = 0
// u32 counts of the 32 distance symbols.
const DISTANCE_FREQUENCIES: usize = 288 * 4
const LENGTH_COUNTS: usize = DISTANCE_FREQUENCIES + 32 * 4
const HISTOGRAMS: usize = LENGTH_COUNTS + 260 * 4
const LITLEN_LENGTHS: usize = HISTOGRAMS + 4 * 1024
const DISTANCE_LENGTHS: usize = LITLEN_LENGTHS + 288
const LITLEN_CODES: usize = DISTANCE_LENGTHS + 32
const DISTANCE_CODES: usize = LITLEN_CODES + 288 * 4
const MATCH_CODES: usize = DISTANCE_CODES + 32 * 4
const PRECODE_FREQUENCIES: usize = MATCH_CODES + 260 * 4
const PRECODE_LENGTHS: usize = PRECODE_FREQUENCIES + 20 * 4
const PRECODE_CODES: usize = PRECODE_LENGTHS + 20
const RUNS: usize = PRECODE_CODES + 20 * 4
const WORK: usize = RUNS + 320 * 4
/** Bytes of work memory of writeBlock, aligned to 8. */
export const BLOCK_WORK_BYTES: usize = WORK + HUFFMAN_WORK_BYTES

const precodeOrder = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15])
const precodeExtra = memory.data<u8>([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7])
// First length of each length symbol and its extra bits (RFC 1951 section 3.2.5); the length 258 is the last symbol alone.
const lengthStarts = memory.data<u16>([
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258, 259,
])
const lengthExtra = memory.data<u8>([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0])

// The bit writer: fewer than eight bits wait between blocks.
let waiting: u64 = 0
let waitingBits: u32 = 0
let outAt: usize = 0
let outEnd: usize = 0

/** Begins writing at `target`. */
export function beginBits(target: usize, end: usize): void {
  waiting = 0
  waitingBits = 0
  outAt = target
  outEnd = end
}

/** Writes the waiting bits out and returns where the next byte goes, or 0 when the target is full. */
export function endBits(): usize {
  if (waitingBits) {
    if (outAt >= outEnd) return 0
    store<u8>(outAt++, <u8>waiting)
    waitingBits = 0
    waiting = 0
  }
  return outAt
}

// @ts-ignore: decorator
@inline
function firstLength(symbol: u32): u32 {
  return load<u16>(lengthStarts + (symbol << 1))
}

/** Index of the distance symbol of `distance`, 1 to 32768. */
// @ts-ignore: decorator
@inline
export function distanceSymbol(distance: u32): u32 {
  const d = distance - 1
  if (d < 4) return d
  const top: u32 = 31 - clz(d)
  return (top << 1) + ((d >>> (top - 1)) & 1)
}

// @ts-ignore: decorator
@inline
function put(value: u64, count: u32): void {
  waiting |= value << waitingBits
  waitingBits += count
  while (waitingBits >= 8) {
    store<u8>(outAt++, <u8>waiting)
    waiting >>>= 8
    waitingBits -= 8
  }
}

/**
 * Writes `length` bytes at `source` as one block (or several stored ones). `tokens` are u64: literals before the match in bits 0-23,
 * distance symbol in bits 24-31, length in bits 32-47, distance in bits 48-63; the literals behind the last token are implied. All of them
 * have been counted in `work`. Returns 0 or TOO_SMALL.
 */
export function writeBlock(source: usize, length: u32, tokens: usize, tokenCount: u32, isLast: bool, work: usize): i32 {
  mergeHistograms(work)
  store<u32>(work + LITLEN_FREQUENCIES, 1, 256 * 4)
  buildLengths(work + LITLEN_FREQUENCIES, 286, LITLEN_LIMIT, work + LITLEN_LENGTHS, work + WORK)
  buildLengths(work + DISTANCE_FREQUENCIES, 30, DISTANCE_LIMIT, work + DISTANCE_LENGTHS, work + WORK)
  const header = prepareHeader(work)
  const dynamicBits = (header >>> 32) + codedBits(work)
  const stored = storedBits(length)
  const fixed = fixedBits(work)
  const best = dynamicBits < fixed ? dynamicBits : fixed
  const needed = ((stored < best ? stored : best) + 3 + 7 + 7) >>> 3
  if (<u64>(outEnd - outAt) < needed + 8) return TOO_SMALL
  if (stored < best) {
    writeStored(source, length, isLast)
    return 0
  }
  if (fixed <= dynamicBits) {
    put(isLast ? 3 : 2, 3)
    setFixedLengths(work)
  } else {
    put(isLast ? 5 : 4, 3)
    writeHeader(<u32>header, work)
  }
  buildCodewords(work + LITLEN_LENGTHS, 288, work + LITLEN_CODES, work + WORK)
  buildCodewords(work + DISTANCE_LENGTHS, 30, work + DISTANCE_CODES, work + WORK)
  if (tokenCount) buildMatchCodes(work)
  emitTokens(source, length, tokens, tokenCount, work)
  return 0
}

/** Forgets all counts; before the first token of a block. */
export function clearCounts(work: usize): void {
  memory.fill(work, 0, LITLEN_LENGTHS)
}

/**
 * Counts a token: `run` literals at `at` and a match behind them (so that four bytes can be read at `at`).
 * Four histograms, so that equal neighbours do not wait for each other's counter. The last literals are counted by arithmetic, not by a
 * loop, whose end would be mispredicted for most tokens.
 */
// @ts-ignore: decorator
@inline
export function countToken(at: usize, run: u32, length: u32, distanceSymbol: u32, work: usize): void {
  const h = work + HISTOGRAMS
  for (; run >= 4; run -= 4, at += 4) countFour(h, load<u32>(at))
  const rest = load<u32>(at)
  add(h, rest & 255, run > 0)
  add(h + 1024, (rest >>> 8) & 255, run > 1)
  add(h + 2048, (rest >>> 16) & 255, run > 2)
  add(work + LENGTH_COUNTS, length, 1)
  add(work + DISTANCE_FREQUENCIES, distanceSymbol, 1)
}

/** Counts the literals behind the last token. */
export function countRest(at: usize, end: usize, work: usize): void {
  const h = work + HISTOGRAMS
  for (; at + 4 <= end; at += 4) countFour(h, load<u32>(at))
  for (; at < end; at++) add(h, load<u8>(at), 1)
}

// @ts-ignore: decorator
@inline
function countFour(h: usize, four: u32): void {
  add(h, four & 255, 1)
  add(h + 1024, (four >>> 8) & 255, 1)
  add(h + 2048, (four >>> 16) & 255, 1)
  add(h + 3072, four >>> 24, 1)
}

function mergeHistograms(work: usize): void {
  const h = work + HISTOGRAMS
  for (let i: usize = 0; i < 1024; i += 16) {
    const low = i32x4.add(v128.load(h + i), v128.load(h + i, 1024))
    const high = i32x4.add(v128.load(h + i, 2048), v128.load(h + i, 3072))
    v128.store(work + LITLEN_FREQUENCIES + i, i32x4.add(low, high))
  }
  for (let symbol: u32 = 0; symbol < 29; symbol++) {
    let sum: u32 = 0
    for (let length = firstLength(symbol); length < firstLength(symbol + 1); length++) sum += load<u32>(work + LENGTH_COUNTS + (length << 2))
    store<u32>(work + LITLEN_FREQUENCIES + ((257 + symbol) << 2), sum)
  }
}

// @ts-ignore: decorator
@inline
function add(histogram: usize, symbol: u32, count: u32): void {
  const at = histogram + (symbol << 2)
  store<u32>(at, load<u32>(at) + count)
}

function storedBits(length: u32): u64 {
  const blocks = length ? (length + 65534) / 65535 : 1
  return (<u64>length << 3) + <u64>blocks * 40
}

// Bits of the tokens and literals with the lengths in the work memory.
function codedBits(work: usize): u64 {
  let total: u64 = 0
  for (let i: u32 = 0; i < 286; i++) {
    let each: u32 = load<u8>(work + LITLEN_LENGTHS + i)
    if (i > 256) each += load<u8>(lengthExtra + i - 257)
    total += <u64>load<u32>(work + LITLEN_FREQUENCIES + (i << 2)) * each
  }
  for (let i: u32 = 0; i < 30; i++) {
    const each: u32 = <u32>load<u8>(work + DISTANCE_LENGTHS + i) + distanceExtra(i)
    total += <u64>load<u32>(work + DISTANCE_FREQUENCIES + (i << 2)) * each
  }
  return total
}

// @ts-ignore: decorator
@inline
function distanceExtra(symbol: u32): u32 {
  return symbol < 4 ? 0 : (symbol >>> 1) - 1
}

function fixedBits(work: usize): u64 {
  let total: u64 = 0
  for (let i: u32 = 0; i < 286; i++) {
    let each: u32 = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8
    if (i > 256) each += load<u8>(lengthExtra + i - 257)
    total += <u64>load<u32>(work + LITLEN_FREQUENCIES + (i << 2)) * each
  }
  for (let i: u32 = 0; i < 30; i++) total += <u64>load<u32>(work + DISTANCE_FREQUENCIES + (i << 2)) * (5 + distanceExtra(i))
  return total
}

function setFixedLengths(work: usize): void {
  memory.fill(work + LITLEN_LENGTHS, 8, 144)
  memory.fill(work + LITLEN_LENGTHS + 144, 9, 112)
  memory.fill(work + LITLEN_LENGTHS + 256, 7, 24)
  memory.fill(work + LITLEN_LENGTHS + 280, 8, 8)
  memory.fill(work + DISTANCE_LENGTHS, 5, 30)
}

// Run-length codes the codeword lengths to RUNS (u32: symbol, extra value << 8) and builds the precode.
// Returns the header's bits << 32 | number of runs << 16 | distance count << 10 | litlen count.
function prepareHeader(work: usize): u64 {
  store<u16>(work + LITLEN_LENGTHS, 0, 286)
  let litlens: u32 = 286
  while (litlens > 257 && !load<u8>(work + LITLEN_LENGTHS + litlens - 1)) litlens--
  let distances: u32 = 30
  while (distances > 1 && !load<u8>(work + DISTANCE_LENGTHS + distances - 1)) distances--
  memory.fill(work + PRECODE_FREQUENCIES, 0, 80)
  let runs = runsOf(work + LITLEN_LENGTHS, litlens, work, 0)
  runs = runsOf(work + DISTANCE_LENGTHS, distances, work, runs)
  buildLengths(work + PRECODE_FREQUENCIES, 19, PRECODE_LIMIT, work + PRECODE_LENGTHS, work + WORK)
  let size: u32 = 14 + 3 * precodesSent(work)
  for (let i: u32 = 0; i < 19; i++) {
    const each = <u32>load<u8>(work + PRECODE_LENGTHS + i) + load<u8>(precodeExtra + i)
    size += load<u32>(work + PRECODE_FREQUENCIES + (i << 2)) * each
  }
  return (<u64>size << 32) | (runs << 16) | (distances << 10) | litlens
}

function precodesSent(work: usize): u32 {
  let sent: u32 = 19
  while (sent > 4 && !load<u8>(work + PRECODE_LENGTHS + load<u8>(precodeOrder + sent - 1))) sent--
  return sent
}

function runsOf(lengths: usize, total: u32, work: usize, runs: u32): u32 {
  let at: u32 = 0
  while (at < total) {
    const value: u32 = load<u8>(lengths + at)
    let run: u32 = 1
    while (at + run < total && load<u8>(lengths + at + run) == value) run++
    at += run
    if (value) {
      runs = addRun(work, runs, value, 0)
      run--
    }
    while (run >= 3) {
      const most: u32 = value ? 6 : run > 10 ? 138 : 10
      const part = run < most ? run : most
      runs = addRun(work, runs, value ? 16 : part > 10 ? 18 : 17, part > 10 ? part - 11 : part - 3)
      run -= part
    }
    for (; run > 0; run--) runs = addRun(work, runs, value, 0)
  }
  return runs
}

function addRun(work: usize, runs: u32, symbol: u32, extra: u32): u32 {
  store<u32>(work + RUNS + (runs << 2), symbol | (extra << 8))
  add(work + PRECODE_FREQUENCIES, symbol, 1)
  return runs + 1
}

function writeHeader(header: u32, work: usize): void {
  const litlens = header & 1023
  const distances = (header >>> 10) & 63
  const runs = header >>> 16
  const sent = precodesSent(work)
  put((litlens - 257) | ((distances - 1) << 5) | ((sent - 4) << 10), 14)
  for (let i: u32 = 0; i < sent; i++) put(load<u8>(work + PRECODE_LENGTHS + load<u8>(precodeOrder + i)), 3)
  buildCodewords(work + PRECODE_LENGTHS, 19, work + PRECODE_CODES, work + WORK)
  for (let i: u32 = 0; i < runs; i++) {
    const run = load<u32>(work + RUNS + (i << 2))
    const symbol = run & 255
    const code = load<u32>(work + PRECODE_CODES + (symbol << 2))
    put(code & 0xffff, code >>> 16)
    put(run >>> 8, load<u8>(precodeExtra + symbol))
  }
}

function writeStored(source: usize, length: u32, isLast: bool): void {
  do {
    const part = length < 65535 ? length : 65535
    length -= part
    put(isLast && !length ? 1 : 0, 3)
    if (waitingBits) put(0, 8 - waitingBits)
    store<u16>(outAt, <u16>part)
    store<u16>(outAt, <u16>~part, 2)
    memory.copy(outAt + 4, source, part)
    outAt += part + 4
    source += part
  } while (length)
}

// Codeword and extra bits of every match length in one entry: value << 8 | bits. A distance's entry is turned into
// codeword | extra bits << 16 | codeword bits << 20 | all bits << 24.
function buildMatchCodes(work: usize): void {
  for (let symbol: u32 = 0; symbol < 29; symbol++) {
    const code = load<u32>(work + LITLEN_CODES + ((257 + symbol) << 2))
    const bits = code >>> 16
    const first = firstLength(symbol)
    const total = bits + load<u8>(lengthExtra + symbol)
    for (let length = first; length < firstLength(symbol + 1); length++) {
      store<u32>(work + MATCH_CODES + (length << 2), (((code & 0xffff) | ((length - first) << bits)) << 8) | total)
    }
  }
  for (let symbol: u32 = 0; symbol < 30; symbol++) {
    const at = work + DISTANCE_CODES + (symbol << 2)
    const code = load<u32>(at)
    const bits = code >>> 16
    const extra = distanceExtra(symbol)
    store<u32>(at, (code & 0xffff) | (extra << 16) | (bits << 20) | ((bits + extra) << 24))
  }
}

// The caller made sure that everything fits, with eight bytes to spare for the last store. As in countToken, up to three literals before
// each match are appended without a loop.
function emitTokens(source: usize, length: u32, tokens: usize, tokenCount: u32, work: usize): void {
  const codes = work + LITLEN_CODES
  let buffer = waiting
  let held = waitingBits
  let to = outAt
  let at = source
  for (const stop = tokens + (tokenCount << 3); tokens < stop; tokens += 8) {
    const token = load<u64>(tokens)
    let run = <u32>token & 0xffffff
    for (; run >= 4; run -= 4, at += 4) {
      const four = load<u32>(at)
      const a = load<u32>(codes + ((four & 255) << 2))
      const b = load<u32>(codes + (((four >>> 8) & 255) << 2))
      const c = load<u32>(codes + (((four >>> 16) & 255) << 2))
      const d = load<u32>(codes + ((four >>> 24) << 2))
      buffer |= <u64>(a & 0xffff) << held
      held += a >>> 16
      buffer |= <u64>(b & 0xffff) << held
      held += b >>> 16
      buffer |= <u64>(c & 0xffff) << held
      held += c >>> 16
      buffer |= <u64>(d & 0xffff) << held
      held += d >>> 16
      store<u64>(to, buffer)
      to += held >>> 3
      buffer >>>= held & 56
      held &= 7
    }
    const rest = load<u32>(at)
    const a = load<u32>(codes + ((rest & 255) << 2)) & -<u32>(run > 0)
    const b = load<u32>(codes + (((rest >>> 8) & 255) << 2)) & -<u32>(run > 1)
    const c = load<u32>(codes + (((rest >>> 16) & 255) << 2)) & -<u32>(run > 2)
    // Put together apart from the buffer, so that tokens wait for each other as little as possible.
    const bitsAb = (a >>> 16) + (b >>> 16)
    const ab = (a & 0xffff) | ((b & 0xffff) << (a >>> 16))
    buffer |= (<u64>ab | (<u64>(c & 0xffff) << bitsAb)) << held
    held += bitsAb + (c >>> 16)
    const matched = <u32>(token >>> 32) & 0xffff
    at += run + matched
    const match = load<u32>(work + MATCH_CODES + (matched << 2))
    const symbol = (<u32>token >>> 24) & 31
    const far = load<u32>(work + DISTANCE_CODES + (symbol << 2))
    const matchBits = (match & 255) + (far >>> 24)
    const extra = (<u32>(token >>> 48) - 1) & ((1 << ((far >>> 16) & 15)) - 1)
    const pair = <u64>(match >>> 8) | (<u64>((far & 0xffff) | (extra << ((far >>> 20) & 15))) << (match & 255))
    if (held + matchBits > 63) {
      store<u64>(to, buffer)
      to += held >>> 3
      buffer >>>= held & 56
      held &= 7
    }
    buffer |= pair << held
    held += matchBits
    store<u64>(to, buffer)
    to += held >>> 3
    buffer >>>= held & 56
    held &= 7
  }
  waiting = buffer
  waitingBits = held
  outAt = to
  emitRest(at, source + length, codes)
}

// The literals behind the last token, and the end of the block.
function emitRest(at: usize, end: usize, codes: usize): void {
  let buffer = waiting
  let held = waitingBits
  let to = outAt
  while (at <= end) {
    // 256 is the end of the block.
    for (const stop = at + 4; at < stop && at <= end; at++) {
      const code = load<u32>(codes + ((at < end ? <usize>load<u8>(at) : 256) << 2))
      buffer |= <u64>(code & 0xffff) << held
      held += code >>> 16
    }
    store<u64>(to, buffer)
    to += held >>> 3
    buffer >>>= held & 56
    held &= 7
  }
  waiting = buffer
  waitingBits = held
  outAt = to
}
