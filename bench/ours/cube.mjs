// Composites in time of a Zarr cube with the built library: CUBE OUT JOB WORKERS, where JOB is mean, median (by month), climatology (by month of any year) or all (median of all times).
import { open } from '../../dist/index.js'

const [cube, output, job, workers] = process.argv.slice(2)
const array = await open(cube, { variable: 'conc_chl' })
const made = {
  mean: () => array.resampleTime('P1M').mean(),
  median: () => array.resampleTime('P1M').median(),
  climatology: () => array.groupby('time.month').mean(),
  all: () => array.median('time'),
}[job]()
const report = await made.toZarr(output, {
  chunks: 250,
  zarrFormat: 2,
  variable: 'made',
  workers: Number(workers),
  overwrite: true,
})
process.stderr.write(`promised ${report.promiseBytes}\n`)
