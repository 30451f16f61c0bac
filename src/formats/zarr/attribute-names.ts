/** What attributes of ours begin with: the recipe, its hash, what is said of each band, and the CRS. */
export const ownPrefix = 'rasterloom:'

/** Name of the scalar variable that carries the CRS and the affine, as rioxarray and GDAL look for it. */
export const gridMappingName = 'spatial_ref'

/** The attribute of the grid mapping that holds our own CRS value, where EPSG's code alone would not give it back. JSON text. */
export const ownCrsName = `${ownPrefix}crs`

/** Attribute of an array in memory that says which labels the store has that could not be had, and why. */
export const labelsProblem = 'labels_problem'
