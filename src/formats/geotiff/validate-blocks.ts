import type { ByteSource } from '../../graph/source.js'
import type { ImageStructure, LevelStructure } from './validate-structure.js'

/** What is wrong with a file, and where. */
export interface CogFinding {
  /** Short name of the rule, for programs. */
  readonly rule: string
  readonly message: string
  /** 0 the image, k its k-th overview; null for the file as a whole. */
  readonly level: number | null
}

/** What the ghost area promises of blocks. */
export interface BlockPromises {
  readonly rowMajor: boolean
  readonly leader: boolean
  readonly trailer: boolean
  readonly maskInterleaved: boolean
}

/** Findings of one kind that are told one by one; of more, only their number. */
const mostTold = 5

/** Findings by rule, with a limit to how many of one kind are told in full. */
export class Findings {
  readonly #told: CogFinding[] = []
  readonly #counts = new Map<string, { readonly finding: CogFinding; count: number }>()

  add(rule: string, level: number | null, message: string): void {
    const key = `${rule}/${level}`
    const known = this.#counts.get(key) ?? { finding: { rule, level, message }, count: 0 }
    known.count++
    this.#counts.set(key, known)
    if (known.count <= mostTold) this.#told.push({ rule, level, message })
  }

  list(): CogFinding[] {
    const more = [...this.#counts.values()].filter(({ count }) => count > mostTold)
    return [
      ...this.#told,
      ...more.map(({ finding, count }) => ({ ...finding, message: `${count - mostTold} more of the same kind as: ${finding.message}` })),
    ]
  }
}

/** "the image", "overview 2", "the mask of overview 2". */
export function levelName(level: number, isMask = false): string {
  const name = level === 0 ? 'the image' : `overview ${level}`
  return isMask ? `the mask of ${name}` : name
}

/** Checks every stored block of a level, and of its mask, against what the ghost area promises. Two reads of 4 to 8 bytes a block. */
export async function checkBlocks(
  bytes: ByteSource,
  size: number,
  level: number,
  { image, mask }: LevelStructure,
  promises: BlockPromises,
  findings: Findings,
): Promise<void> {
  const sameBlocks = mask === null || (mask.blockWidth === image.blockWidth && mask.blockHeight === image.blockHeight)
  if (promises.maskInterleaved && !sameBlocks) {
    findings.add('mask-blocks', level, `${levelName(level, true)} is cut into blocks of another size than its image`)
  }
  await checkOne(bytes, size, level, false, image, promises, findings)
  if (mask === null) return
  await checkOne(bytes, size, level, true, mask, promises, findings)
  if (promises.maskInterleaved && sameBlocks) checkInterleaving(level, image, mask, promises, findings)
}

async function checkOne(
  bytes: ByteSource,
  size: number,
  level: number,
  isMask: boolean,
  { offsets, counts, across, down, planes }: ImageStructure,
  promises: BlockPromises,
  findings: Findings,
): Promise<void> {
  const name = levelName(level, isMask)
  const perPlane = across * down
  for (let plane = 0; plane < planes; plane++) {
    let last = 0
    for (let at = 0; at < perPlane; at++) {
      const index = plane * perPlane + at
      const [offset, count] = [offsets[index] ?? 0, counts[index] ?? 0]
      if (offset === 0 || count === 0) continue
      const where = `${name}: block (${at % across}, ${Math.floor(at / across)})`
      if (promises.rowMajor && offset < last) findings.add('block-order', level, `${where} lies before the block that precedes it`)
      last = offset
      if (offset + count <= size) await checkEnds(bytes, size, level, where, offset, count, promises, findings)
    }
  }
}

async function checkEnds(
  bytes: ByteSource,
  size: number,
  level: number,
  where: string,
  offset: number,
  count: number,
  { leader, trailer }: BlockPromises,
  findings: Findings,
): Promise<void> {
  if (leader) {
    const head = offset < 4 ? new Uint8Array(4) : await bytes.read(offset - 4, 4)
    const said = new DataView(head.buffer, head.byteOffset).getUint32(0, true)
    if (said !== count) findings.add('block-leader', level, `${where} has ${count} bytes, those before it say ${said}`)
  }
  if (!trailer || count < 4) return
  if (offset + count + 4 > size) {
    findings.add('block-trailer', level, `${where} ends the file without its last 4 bytes repeated`)
    return
  }
  const tail = await bytes.read(offset + count - 4, 8)
  if (tail.subarray(0, 4).some((byte, at) => byte !== tail[at + 4])) {
    findings.add('block-trailer', level, `${where} is not followed by its last 4 bytes once more`)
  }
}

function checkInterleaving(
  level: number,
  image: ImageStructure,
  mask: ImageStructure,
  { leader, trailer }: BlockPromises,
  findings: Findings,
): void {
  for (let at = 0; at < image.across * image.down; at++) {
    const [offset, masked] = [image.offsets[at] ?? 0, mask.offsets[at] ?? 0]
    if (offset === 0 || masked === 0) continue
    const expected = offset + (image.counts[at] ?? 0) + (leader ? 4 : 0) + (trailer ? 4 : 0)
    if (masked !== expected) {
      const place = `(${at % image.across}, ${Math.floor(at / image.across)})`
      findings.add(
        'mask-order',
        level,
        `${levelName(level, true)}: block ${place} lies at ${masked}, not behind its image's at ${expected}`,
      )
    }
  }
}
