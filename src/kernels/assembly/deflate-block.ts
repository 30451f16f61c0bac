// Writes one deflate block: chooses stored, fixed or dynamic codes and emits the tokens that the matcher found.
import { emitRest, emitTokens, put, roomLeft, writeStored } from './deflate-bits'
import { codedBits, finishCounts, fixedBits, storedBits } from './deflate-count'
import { prepareHeader, writeHeader } from './deflate-header'
import { buildCodewords, buildLengths } from './deflate-huffman'
import {
  DISTANCE_CODES,
  DISTANCE_FREQUENCIES,
  DISTANCE_LENGTHS,
  distanceExtra,
  FIRST_CODES,
  firstLength,
  HUFFMAN_WORK,
  lengthExtra,
  LITLEN_CODES,
  LITLEN_FREQUENCIES,
  LITLEN_LENGTHS,
  MATCH_CODES,
  NOTHING,
  TOO_SMALL,
} from './deflate-layout'
import { literalsStart } from './deflate-tokens'

// Literals at most 14 bits, so that four fit into the bit buffer behind seven waiting bits.
const LITLEN_LIMIT: u32 = 14
const DISTANCE_LIMIT: u32 = 15

// What planBlock found.
let header: u64 = 0
let dynamicBits: u64 = 0

/** Builds the codes for what has been counted in `work` and returns the bits that the block would take with them. */
export function planBlock(work: usize): u64 {
  finishCounts(work)
  buildLengths(work + LITLEN_FREQUENCIES, 286, LITLEN_LIMIT, work + LITLEN_LENGTHS, work + HUFFMAN_WORK)
  buildLengths(work + DISTANCE_FREQUENCIES, 30, DISTANCE_LIMIT, work + DISTANCE_LENGTHS, work + HUFFMAN_WORK)
  header = prepareHeader(work)
  dynamicBits = (header >>> 32) + codedBits(work)
  return dynamicBits
}

/** Writes `length` bytes at `source`, whose tokens were planned, as one block (or several stored ones). Returns 0 or TOO_SMALL. */
export function writeBlock(source: usize, length: u32, tokens: usize, tokenCount: u32, isLast: bool, work: usize): i32 {
  const stored = storedBits(length)
  const fixed = fixedBits(work)
  const best = dynamicBits < fixed ? dynamicBits : fixed
  const needed = ((stored < best ? stored : best) + 3 + 7 + 7) >>> 3
  if (<u64>roomLeft() < needed + 8) return TOO_SMALL
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
  buildCodewords(work + LITLEN_LENGTHS, 288, work + LITLEN_CODES, work + HUFFMAN_WORK)
  buildCodewords(work + DISTANCE_LENGTHS, 30, work + DISTANCE_CODES, work + HUFFMAN_WORK)
  store<u32>(work + LITLEN_CODES, 0, NOTHING * 4)
  buildFirstCodes(work)
  buildMatchCodes(work)
  emitTokens(tokens, tokenCount, work)
  emitRest(literalsStart(), source + length, work)
  return 0
}

function setFixedLengths(work: usize): void {
  memory.fill(work + LITLEN_LENGTHS, 8, 144)
  memory.fill(work + LITLEN_LENGTHS + 144, 9, 112)
  memory.fill(work + LITLEN_LENGTHS + 256, 7, 24)
  memory.fill(work + LITLEN_LENGTHS + 280, 8, 8)
  memory.fill(work + DISTANCE_LENGTHS, 5, 30)
}

// FIRST_CODES. The distances' codewords are as buildCodewords made them.
function buildFirstCodes(work: usize): void {
  for (let i: usize = 0; i < 256; i++) {
    const code: u64 = load<u32>(work + LITLEN_CODES + (i << 2))
    const bits = code >>> 16
    store<u64>(work + FIRST_CODES + (i << 3), (code & 0xffff) | (bits << 32) | (bits << 40))
  }
  for (let length: u32 = 4; length < 8; length++) {
    const code = load<u32>(work + LITLEN_CODES + ((254 + length) << 2))
    for (let symbol: u32 = 0; symbol < 30; symbol++) {
      const far = load<u32>(work + DISTANCE_CODES + (symbol << 2))
      const extra = distanceExtra(symbol)
      const bits = (code >>> 16) + (far >>> 16)
      const both = (code & 0xffff) | ((far & 0xffff) << (code >>> 16))
      const behind = <u64>bits | ((bits + extra) << 8) | (((1 << extra) - 1) << 16)
      store<u64>(work + FIRST_CODES + <usize>((128 + (length << 5) + symbol) << 3), both | (behind << 32))
    }
  }
}

// Codeword and extra bits of every match length in one entry: value << 8 | bits. A distance's entry is turned into
// codeword | extra bits << 16 | codeword bits << 20 | all bits << 24.
function buildMatchCodes(work: usize): void {
  for (let symbol: u32 = 0; symbol < 29; symbol++) {
    const code = load<u32>(work + LITLEN_CODES + ((257 + symbol) << 2))
    const bits = code >>> 16
    const first = firstLength(symbol)
    const total = bits + lengthExtra(symbol)
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
