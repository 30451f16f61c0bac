/** How the library says something, and how the command line does. Applied in this order. */
const rules: readonly (readonly [library: RegExp, shell: string])[] = [
  // A method's name before a message becomes the option that calls it, or nothing where that is the whole command.
  [/^(open|plan|toCog|toZarr|zarr): /, ''],
  [/^sel: /, '--select: '],
  [/^clipBox: /, '--bounds: '],
  [/^astype: /, '--dtype: '],
  [/^reprojectMatch: /, '--like: '],
  [/^(assignNodata|relabel): /, '--nodata: '],
  // Options of a mosaic, whose arrays are files.
  [/\barray \d+ \(([^()]+)\)/g, '$1'],
  [/give the crs and the resolution of the mosaic, or a geobox/, 'give --crs and --resolution, or a raster as --like'],
  [/give (the|its) resolution( of the mosaic)?, or a geobox/, 'give --resolution, or a raster as --like'],
  [/give the bounds of the mosaic, or a geobox/, 'give --bounds, or a raster as --like'],
  [/; cast one with astype, so that all have one dtype/, ': convert one first, with --dtype'],
  [/open the sources with categorical: false if they hold none/, 'open them in the library with categorical: false'],
  [/\(open with scaled: true\)/, '(--scaled)'],
  [/select with isel, or open with bands/, 'take the same with --bands or --select'],
  [/take the same with isel, or open with bands/, 'take the same with --bands or --select'],
  [/Bring it there with reproject, as mosaic\(arrays, \{ crs, resolution \}\) does/, 'Give --crs and --resolution'],
  // Remedies that are calls of the library.
  [/give it when opening, as open\(uri, \{ crs: 'EPSG:\.\.\.' \}\)/g, 'give it as --src-crs, for instance --src-crs EPSG:32633'],
  [
    /: choose another nodata value.*onNodataClash.*$/,
    ': give another value with --nodata, one that no pixel has, or a wider type with --dtype, which has room for one',
  ],
  [/: give nodata a value that no pixel has, or cast to a wider dtype/, ': give --nodata a value that no pixel has, or a wider --dtype'],
  [/^nodata none:/, '--nodata none:'],
  [/, or read it with \{ verify: false \}/g, ''],
  [/(, or|: name one, or) take all with slice\(.*\)/g, ': name one of them'],
  [/use method 'nearest' to take it/g, 'name one that is there'],
  [/; use isel with positions/g, ''],
  [/: use isel$/g, ': take it by its number with --bands'],
  [/: open the array, then select with isel\(\{ band: \.\.\. \}\)/g, ': select with --select band=1'],
  [/\bcast with astype first/g, 'cast with --dtype'],
  [/\. Open it again\b/g, '. Run again'],
  [/give them as headers, or a signed URL/g, 'give a signed URL, or one with user and password'],
  [/or give format 'zarr' or 'cog'/g, 'or give --format zarr or --format cog'],
  // Options of a source: known ones are those that the command line has.
  [/unknown option "variable" for a GeoTIFF; known are .*$/, '--variable is for Zarr stores, this is a GeoTIFF: leave it out'],
  [/the option "bands?" is not for stores/g, '--bands is not for Zarr stores'],
  [/(name one with )?the option variable/g, '$1--variable'],
  // Names of options.
  [/\b(give|with|use) overwrite\b/g, '$1 --overwrite'],
  [/\bwith resume\b/g, 'with --resume'],
  [/\bgive resume\b/g, 'give --resume'],
  [/\bifNoneMatch\b/g, '--if-none-match'],
  [/\bcheckSpace: false\b/g, '--no-check-space'],
  [/\b(compress|interleave|mask|predictor) '([\w-]+)'/g, '--$1 $2'],
  [/\bpredictor (\d)\b/g, '--predictor $1'],
  [/\bbut level (\d+)\b/g, 'but --level $1'],
  [/^level (\S+) is not\b/g, '--level $1 is not'],
  [/\banother compress\b/g, 'another --compress'],
  [/\buse fewer workers\b/g, 'give fewer --workers'],
  [/\bgive workers 0\b/g, 'give --workers 0'],
  [/^workers: /, '--workers: '],
  [/\bmaxMemory\b/g, '--max-memory'],
  [/\bmaxErrorPx\b/g, '--max-error-px'],
  [/\bminValidFraction\b/g, '--min-valid-fraction'],
  [/\ballowAveraging: true\b/g, '--allow-averaging'],
  [/\bblockSize\b/g, '--chunks'],
  [/\bboundsCrs\b/g, '--bounds-crs'],
  [/\boverviewResampling\b/g, '--overview-resampling'],
  [/^shards\.[yx] is (\d+), which is no multiple of/, '--shards $1 is no multiple of'],
  [/\bzarrFormat\b/g, '--zarr-format'],
]

/** A message of the library in the words of the command line: `raise maxMemory` is `raise --max-memory` there. */
export function inFlags(message: string): string {
  return rules.reduce((text, [library, shell]) => text.replace(library, shell), message)
}
