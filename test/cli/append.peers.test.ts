import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dataDir, describeWithPeers, python } from '../peers.js'
import { commandIn, scratchDirectory } from './command.js'

const directory = scratchDirectory()
const rasterloom = commandIn(directory)

/** Compares two stores as xarray reads them: names, pixels, coordinates, grid mapping. Prints what differs. */
const compare = `
import sys, numpy, xarray
one, two = (xarray.open_zarr(path, mask_and_scale=False) for path in sys.argv[1:3])
assert set(one.variables) == set(two.variables), (set(one.variables), set(two.variables))
for name in one.variables:
    a, b = one[name], two[name]
    assert a.dtype == b.dtype and a.shape == b.shape, (name, a.dtype, b.dtype, a.shape, b.shape)
    assert numpy.array_equal(a.values.view('u8'), b.values.view('u8')), name
    if name != sys.argv[3]:
        assert a.attrs == b.attrs, (name, a.attrs, b.attrs)
print('same', dict(one.sizes))
`

describeWithPeers('a real cube that is appended in two halves on the command line', ['data', 'rioxarray', 'zarr'], () => {
  it('is the whole, as xarray reads it', async () => {
    const cube = join(dataDir, 'zarr/xcube/cube-1-250-250.zarr')
    const options = ['--variable', 'conc_chl', '--zarr-format', '2', '-q']
    const run = async (...args: string[]): Promise<void> => {
      const { code, stderr } = await rasterloom(...args)
      expect([code, stderr]).toEqual([0, ''])
    }
    await run('convert', cube, 'whole.zarr', ...options)
    // The seam lies in the middle of a chunk.
    await run('convert', cube, 'halves.zarr', '--bounds', '0,51.1,5,52.5', ...options)
    await run('convert', cube, 'halves.zarr', '--bounds', '0,50,5,51.1', '--variable', 'conc_chl', '--append', 'y', '-q')
    const said = execFileSync(python, ['-c', compare, join(directory, 'whole.zarr'), join(directory, 'halves.zarr'), 'conc_chl'], {
      encoding: 'utf8',
    })
    expect(said).toBe("same {'time': 5, 'y': 1000, 'x': 2000}\n")
    // And a part of it written anew, by its labels.
    await run('convert', cube, 'halves.zarr', '--bounds', '1,50.5,2,51.5', '--variable', 'conc_chl', '--region', 'auto', '-q')
    expect(
      execFileSync(python, ['-c', compare, join(directory, 'whole.zarr'), join(directory, 'halves.zarr'), 'conc_chl'], {
        encoding: 'utf8',
      }),
    ).toBe(said)
    const refused = await rasterloom(
      'convert',
      cube,
      'halves.zarr',
      '--bounds',
      '1,50.5,2,51.5',
      '--variable',
      'conc_chl',
      '--append',
      'y',
      '-q',
    )
    expect(refused.code).not.toBe(0)
    expect(refused.stderr).toMatch(/appended along y the array must begin at 1000 of the store's grid, but it lies at 400/)
  }, 120_000)
})
