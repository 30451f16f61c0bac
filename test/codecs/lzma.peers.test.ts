import { execFileSync } from 'node:child_process'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { SourceError } from '../../src/base/errors.js'
import { lzmaCodec } from '../../src/codecs/lzma.js'
import { testKit } from '../kit.js'
import { describeWithPeers, python } from '../peers.js'

/** xz streams of liblzma: presets, properties, checks and filters over text, noise, and more than one chunk and block. */
const make = `
import base64, json, lzma, random
rng = random.Random(5)
text = ' '.join(rng.choice(['tile', 'strip', 'raster', 'pixel']) + str(rng.randrange(99)) for _ in range(30000)).encode()
noise = rng.randbytes(70000)
mixed = text[:50000] + noise + bytes(2500000) + text
cases = []
def add(name, data, **options):
    filters = options.pop('filters', None)
    cases.append((name, base64.b64encode(data).decode(), base64.b64encode(lzma.compress(data, lzma.FORMAT_XZ, filters=filters, **options)).decode()))
for preset in (0, 6, 9): add(f'preset {preset}', mixed, preset=preset)
for check in (lzma.CHECK_NONE, lzma.CHECK_CRC32, lzma.CHECK_CRC64, lzma.CHECK_SHA256): add(f'check {check}', text, check=check)
for lc, lp, pb in ((0, 0, 0), (4, 0, 4), (0, 4, 2), (1, 3, 1)): add(f'lc {lc} lp {lp} pb {pb}', mixed, filters=[dict(id=lzma.FILTER_LZMA2, lc=lc, lp=lp, pb=pb)])
for distance in (1, 2, 7): add(f'delta {distance}', text, filters=[dict(id=lzma.FILTER_DELTA, dist=distance), dict(id=lzma.FILTER_LZMA2, preset=5)])
add('noise alone', noise)
add('one byte', b'x')
add('nothing', b'')
print(json.dumps(cases))
`

describeWithPeers('LZMA, against liblzma', ['numpy'], () => {
  const kit = testKit(24)
  let cases: readonly (readonly [name: string, decoded: Uint8Array, encoded: Uint8Array])[] = []
  beforeAll(() => {
    const printed = JSON.parse(execFileSync(python, ['-c', make], { encoding: 'utf8', maxBuffer: 2 ** 27 })) as [string, string, string][]
    cases = printed.map(([name, decoded, encoded]) => [name, Buffer.from(decoded, 'base64'), Buffer.from(encoded, 'base64')])
  })
  beforeEach(() => kit.reset())

  function decode(encoded: Uint8Array, capacity: number): Uint8Array {
    kit.reset()
    const view = kit.array('uint8', encoded.length) as Uint8Array
    view.set(encoded)
    const out = kit.array('uint8', capacity) as Uint8Array
    kit.limitScratch(4 * lzmaCodec.scratchBytes)
    return out.slice(0, lzmaCodec.decode(view, out, 1, kit))
  }

  it('decodes what it encodes', () => {
    expect(cases.length).toBe(17)
    for (const [name, decoded, encoded] of cases) expect(Buffer.compare(decode(encoded, decoded.length), decoded), name).toBe(0)
  })

  it('padding behind the stream is ignored, room beyond it left alone', () => {
    const [, decoded, encoded] = cases[3] as (typeof cases)[number]
    expect(Buffer.compare(decode(Buffer.concat([encoded, new Uint8Array(8)]), decoded.length + 5), decoded)).toBe(0)
  })

  it('refuses less room, a stream cut short, and one whose bytes are not what its check says', () => {
    const [, decoded, encoded] = cases[4] as (typeof cases)[number]
    expect(() => decode(encoded, decoded.length - 1)).toThrow(/holds more than/)
    for (const length of [0, 5, 11, 40, encoded.length - 13, encoded.length - 1]) {
      expect(() => decode(encoded.subarray(0, length), decoded.length), `${length}`).toThrow(SourceError)
    }
    const changed = Uint8Array.from(encoded)
    const place = changed.length - 12 - 12 - 4
    changed[place] = (changed[place] as number) ^ 1
    expect(() => decode(changed, decoded.length)).toThrow(SourceError)
  })
})
