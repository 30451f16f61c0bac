// NDVI of two uint16 rasters of one grid to a Zarr store with the built library: RED OUT NIR WORKERS.
import { open } from '../../dist/index.js'

const [redPath, output, nirPath, workers] = process.argv.slice(2)
const red = (await open(redPath, { band: 1 })).astype('float32')
const nir = (await open(nirPath, { band: 1 })).astype('float32')
const ndvi = nir.sub(red).div(nir.add(red)).rename('ndvi')
await ndvi.toZarr(output, { chunks: { y: 512, x: 512 }, workers: Number(workers), overwrite: true })
