export type { BestPixelOptions } from './api/best-pixel.js'
export type { ClipOptions } from './api/clip-shapes.js'
export { type ConcatOptions, concat } from './api/concat.js'
export { DataArray } from './api/data-array.js'
export type { Coords, Labels } from './api/data-array-base.js'
export {
  type AspectOptions,
  dilate,
  erode,
  type FillOptions,
  type FocalOptions,
  type GradientOptions,
  type HillshadeOptions,
  type RuggednessOptions,
  type SlopeOptions,
  type TerrainOptions,
} from './api/data-array-focal.js'
export type {
  ArithOptions,
  BoundsLike,
  CastOptions,
  CrsLike,
  Encoding,
  GcpOptions,
  Join,
  KernelOptions,
  MatchOptions,
  Nodata,
  PerBand,
  ReprojectOptions,
  ResampleOptions,
  Resampling,
} from './api/data-array-types.js'
export type { Chunks, CogWriteOptions, PlanOptions, Region, ZarrWriteOptions } from './api/data-array-write.js'
export {
  type AnyDataset,
  type ByVariable,
  Dataset,
  type Operand,
  type Renamed,
  type ResamplingByName,
  type Variables,
} from './api/dataset.js'
export type { PlanView } from './api/display-plan.js'
export { type DimsOf, type ExprOptions, type ExprVariables, expr, where } from './api/expr.js'
export { type FlagOptions, type FlagTable, flags } from './api/flags.js'
export { type Flag, flagTables } from './api/flags.table.js'
export { Affine, type Anchor, CRS, GeoBox, GeoboxTiles, WebMercator } from './api/geo-names.js'
export type { ClassGroups, ClassOptions } from './api/group-classes.js'
export type { GroupedArray } from './api/groups.js'
export type { ResampleTimeOptions } from './api/groups-bins.js'
export type { Histogram, HistogramOptions } from './api/histogram.js'
export { htmlImage } from './api/html-card.js'
export { type IndexName, type IndexOptions, index, indices, type Sensor, type SpectralIndexFunction } from './api/indices.js'
export { bandAliases, type SpectralIndex, spectralIndices } from './api/indices.table.js'
export type { LabelIndexer, SelOptions } from './api/labels.js'
export type { CalendarLabels, CoordLike } from './api/labels-coord.js'
export type { PadMode } from './api/labels-move.js'
export type { ReindexOptions } from './api/labels-reindex.js'
export { loadZarrita } from './api/load-zarrita.js'
export type { MapBlock, MapBlockFunction, MapBlockResult, MapPixels } from './api/map-block.js'
export type { MapBlocksOptions } from './api/map-blocks.js'
export { type MosaicMethod, type MosaicOpenOptions, type MosaicOptions, mosaic } from './api/mosaic.js'
export type {
  AfterIsel,
  AfterSel,
  Band,
  Bounds,
  Crs,
  GeoJson,
  HasGeoBox,
  HttpOptions,
  IndexersOf,
  LabelIndexersOf,
  PerAxis,
} from './api/named-types.js'
export type { FocalEdge, FocalKernel, FocalStatistic, MorphologyOptions } from './api/neighbourhood.js'
export { open } from './api/open.js'
export { type CheckedField, type CheckedFile, type CheckOptions, type CheckReport, checkSources } from './api/open-check.js'
export { type OpenDatasetOptions, openDataset } from './api/open-dataset.js'
export { describeSource, type SourceDescription } from './api/open-describe.js'
export { openMany } from './api/open-many.js'
export type { OpenOptions } from './api/open-options.js'
export { type PlotGridOptions, plot, plotGrid } from './api/plot.js'
export { type AnimateOptions, animate } from './api/plot-animate.js'
export { type CompareOptions, compare } from './api/plot-compare.js'
export { type PlotHistogramOptions, plotHistogram } from './api/plot-histogram.js'
export type { PlotOptions, Plottable } from './api/plot-options.js'
export { type PlotProfileOptions, plotProfile } from './api/plot-profile.js'
export { type QuicklookOptions, quicklook } from './api/quicklook.js'
export { type CoverageOptions, coverage, type RasterizeOptions, rasterize, type ShapesGrid } from './api/rasterize.js'
export type { FromRecipeOptions, RecipePlace } from './api/recipe.js'
export type { Recipe, RecipeNode } from './api/recipe-type.js'
export type { DimOption, Over, ReduceOptions, SpreadOptions } from './api/reduce.js'
export type { GroupOptions, Reductions } from './api/reductions.js'
export type { ProgressEvent, RunOptions, RunReport } from './api/run.js'
export type { PointsLike, ProfileOptions, ProfileRow, SampleOptions, SampleRow } from './api/sample-points.js'
export type { Indexer } from './api/select.js'
export { type Label, type Slice, slice } from './api/select-slice.js'
export type { ShapesCrs } from './api/shapes-argument.js'
export { show, toHtml } from './api/show.js'
export { showProgress } from './api/show-progress.js'
export { type StackOptions, stack } from './api/stack.js'
export { type CogFinding, type CogReport, type ValidateOptions, validate } from './api/validate.js'
export type { FromArrayOptions } from './api/values-from-array.js'
export type { CoarsenOptions, RollingOptions, WindowedArray } from './api/windows.js'
export type { ZonalOptions, ZonalRow } from './api/zonal-stats.js'
export type { ZonalStatistic } from './api/zonal-tally.js'
export type { Dtype, Element, TypedArray } from './base/dtype.js'
export {
  AbortedError,
  BudgetError,
  CrsError,
  DtypeError,
  type ErrorCode,
  GridError,
  InternalError,
  isRasterloomError,
  OutputError,
  RasterloomError,
  RecipeError,
  SourceError,
  UsageError,
} from './base/errors.js'
export type { Json, JsonObject } from './base/json.js'
export type { ScalarJson } from './base/scalar.js'
export type { Colormap } from './picture/colormap.js'
