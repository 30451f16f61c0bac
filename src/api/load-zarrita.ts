export { loadZarrita } from '../formats/zarr/load-zarrita.js'
