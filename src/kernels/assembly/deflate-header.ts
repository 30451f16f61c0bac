// The header of a dynamic block: both codes' lengths, run-length coded and Huffman coded (RFC 1951 section 3.2.7).
import { put } from './deflate-bits'
import { add } from './deflate-count'
import { buildCodewords, buildLengths } from './deflate-huffman'
import {
  DISTANCE_LENGTHS,
  HUFFMAN_WORK,
  LITLEN_LENGTHS,
  PRECODE_CODES,
  PRECODE_FREQUENCIES,
  PRECODE_LENGTHS,
  RUNS,
} from './deflate-layout'

const PRECODE_LIMIT: u32 = 7

const precodeOrder = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15])
const precodeExtra = memory.data<u8>([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7])

/**
 * Run-length codes the codeword lengths to RUNS (u32: symbol, extra value << 8) and builds the code for them.
 * Returns the header's bits << 32 | number of runs << 16 | distance count << 10 | litlen count.
 */
export function prepareHeader(work: usize): u64 {
  store<u16>(work + LITLEN_LENGTHS, 0, 286)
  let litlens: u32 = 286
  while (litlens > 257 && !load<u8>(work + LITLEN_LENGTHS + litlens - 1)) litlens--
  let distances: u32 = 30
  while (distances > 1 && !load<u8>(work + DISTANCE_LENGTHS + distances - 1)) distances--
  memory.fill(work + PRECODE_FREQUENCIES, 0, 80)
  let runs = runsOf(work + LITLEN_LENGTHS, litlens, work, 0)
  runs = runsOf(work + DISTANCE_LENGTHS, distances, work, runs)
  buildLengths(work + PRECODE_FREQUENCIES, 19, PRECODE_LIMIT, work + PRECODE_LENGTHS, work + HUFFMAN_WORK)
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

/** Writes what prepareHeader described in the low half of its answer. */
export function writeHeader(header: u32, work: usize): void {
  const litlens = header & 1023
  const distances = (header >>> 10) & 63
  const runs = header >>> 16
  const sent = precodesSent(work)
  put((litlens - 257) | ((distances - 1) << 5) | ((sent - 4) << 10), 14)
  for (let i: u32 = 0; i < sent; i++) put(load<u8>(work + PRECODE_LENGTHS + load<u8>(precodeOrder + i)), 3)
  buildCodewords(work + PRECODE_LENGTHS, 19, work + PRECODE_CODES, work + HUFFMAN_WORK)
  for (let i: u32 = 0; i < runs; i++) {
    const run = load<u32>(work + RUNS + (i << 2))
    const symbol = run & 255
    const code = load<u32>(work + PRECODE_CODES + (symbol << 2))
    put(code & 0xffff, code >>> 16)
    put(run >>> 8, load<u8>(precodeExtra + symbol))
  }
}
