import { CRS, DataArray, GeoBox, open } from 'rasterloom'
import { beforeAll, describe, expect, it } from 'vitest'
import { commandIn } from '../cli/command.js'
import { random } from '../conformance/random.js'
import { scratch } from '../engine/scratch.js'

const here = scratch('source-overviews')
const side = 512
const stated = here('stated.tif')
const utm = CRS.parse('EPSG:32633')

function scene(): DataArray {
  const { next } = random(3)
  const values = Float32Array.from({ length: side * side }, () => next() * 1000)
  const geobox = GeoBox.of(side, side, { a: 10, b: 0, c: 400_000, d: 0, e: -10, f: 5_700_000 }, utm)
  return DataArray.fromArray(values, { dims: ['y', 'x'], shape: [side, side], geobox }) as DataArray
}

beforeAll(async () => {
  await scene().toCog(stated, { blockSize: 64, overviews: 3, overviewResampling: 'average' })
  await scene().toCog(here('cubic.tif'), { blockSize: 64, overviews: 3, overviewResampling: 'cubic' })
})

/** What the plan says of overviews, and the level that the recipe records. */
async function said(array: DataArray<string>): Promise<{ text: string; level: unknown }> {
  const text = (await array.plan({ to: here('planned.tif') })).toString()
  const source = array.toJSON().nodes.find(({ op }) => op === 'source') as unknown as { params: { options: { level?: number } } }
  return { text: /source overviews: (.*)/.exec(text)?.[1] ?? '', level: source.params.options.level ?? 0 }
}

describe('overviews of sources', () => {
  it('are read where they were averaged and averages are asked for: to the same pixels where grids nest', async () => {
    const native = (await open(stated, { band: 1 })).resample({ resolution: 80, resampling: 'average' })
    const coarse = await native.useOverviews('auto')
    expect(await said(coarse)).toEqual({
      level: 3,
      text: expect.stringMatching(/^resample reads overview 3 of its source \(64 x 64\), which the file says/),
    })
    expect(coarse.geobox).toEqual(native.geobox)
    const pixels = async (array: DataArray<string>): Promise<number[]> => Array.from((await array.compute()).values as Float32Array)
    const [a, b] = [await pixels(native), await pixels(coarse)]
    a.forEach((value, at) => {
      expect(Math.abs(value - (b[at] as number)) / value).toBeLessThan(1e-5)
    })
  })

  it('no coarser than the output, through scales and bands', async () => {
    const array = await open(stated, { band: 1, scaled: { scale: 0.1, offset: 5 } })
    expect((await said(await array.resample({ resolution: 50, resampling: 'average' }).useOverviews('auto'))).level).toBe(2)
    expect((await said(await array.resample({ resolution: 10.5, resampling: 'average' }).useOverviews('auto'))).level).toBe(0)
    const other = array.reproject('EPSG:3857', { resolution: 140, resampling: 'average' })
    expect((await said(await other.useOverviews('auto'))).level).toBe(3)
  })

  it.each([
    ['sum', (array: DataArray<string>) => array.resample({ resolution: 80, resampling: 'sum' }), /sum of an overview is not sum/],
    ['bilinear', (array: DataArray<string>) => array.resample({ resolution: 80, resampling: 'bilinear' }), /bilinear of an overview/],
    [
      'a step that is not affine',
      (array: DataArray<string>) => array.mul(array).resample({ resolution: 80, resampling: 'average' }),
      /"expr" lies between/,
    ],
    [
      'a part',
      (array: DataArray<string>) => array.isel({ x: [0, 64] }).resample({ resolution: 80, resampling: 'average' }),
      /a part was cut out/,
    ],
    [
      'a larger output',
      (array: DataArray<string>) => array.resample({ resolution: 12, resampling: 'average' }),
      /larger than those of the output/,
    ],
  ])('are not read for %s, and the plan says why', async (_name, make, why) => {
    const array = await make((await open(stated, { band: 1 })) as DataArray<string>).useOverviews('auto')
    const { text, level } = await said(array)
    expect(level).toBe(0)
    expect(text).toMatch(why)
  })

  it('are not read where the file says another kernel, or none', async () => {
    const cubic = (await open(here('cubic.tif'), { band: 1 })).resample({ resolution: 80, resampling: 'average' })
    expect((await said(await cubic.useOverviews('auto'))).text).toMatch(/made by cubic/)
  })

  it('are read by number, or not at all, as asked', async () => {
    const native = (await open(stated, { band: 1 })).resample({ resolution: 80, resampling: 'bilinear' })
    expect((await said(await native.useOverviews(2))).level).toBe(2)
    expect((await said(await native.useOverviews('never'))).text).toBe('')
    await expect(native.useOverviews('always' as never)).rejects.toThrow(/useOverviews/)
  })

  it('are asked for by number in vain where no other grid is made, or something lies between', async () => {
    const plain = await open(stated, { band: 1 })
    await expect(plain.useOverviews(2)).rejects.toThrow(
      'useOverviews: overview 2 is not read: nothing makes another grid of a source, and the grid of an array stays. ' +
        'To have overview 2 itself, open the source with level: 2',
    )
    expect((await plain.useOverviews('auto')).hash).toBe(plain.hash)
    const squared = plain.mul(plain).resample({ resolution: 80, resampling: 'average' })
    await expect(squared.useOverviews(2)).rejects.toThrow(/^useOverviews: overview 2 is not read: "expr" lies between it and its source/)
    await expect(plain.resample({ resolution: 80 }).useOverviews(9)).rejects.toThrow(/there is no overview level 9; the file has 3/)
  })

  it('are said in the plan of a recipe, too', async () => {
    const coarse = await (await open(stated, { band: 1 })).resample({ resolution: 80, resampling: 'average' }).useOverviews('auto')
    const forgotten = { ...coarse.toJSON(), nodes: coarse.toJSON().nodes } as ReturnType<typeof coarse.toJSON>
    const again = await DataArray.fromJSON(JSON.parse(JSON.stringify(forgotten)))
    expect(again.hash).toBe(coarse.hash)
    expect((await said(again)).text).toMatch(/^resample reads overview 3 of its source \(64 x 64/)
    const opened = (await open(stated, { band: 1, level: 1 })).resample({ resolution: 160, resampling: 'near' })
    expect((await said(opened)).text).toBe('resample reads overview 1 of its source (256 x 256, made by average), as it was opened')
  })

  it('by the command line, with the grid of full size', async () => {
    const rasterloom = commandIn(here(''))
    const args = ['convert', stated, here('cli.tif'), '--resolution', '80', '--resampling', 'average', '--src-overviews']
    const auto = await rasterloom(...args, 'auto', '--plan')
    expect(auto.stdout).toMatch(/note: .*source overviews: resample reads overview 3 of its source/)
    expect((await rasterloom(...args, 'never', '--plan')).stdout).not.toMatch(/source overviews/)
  })
})
