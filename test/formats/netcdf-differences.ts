/** What of a variable is compared with GDAL. */
export type Aspect = 'read' | 'size' | 'dtype' | 'nodata' | 'scale' | 'affine' | 'crs' | 'pixels'

const degrees = 'labels in degrees of longitude and latitude without a grid mapping are taken to be on WGS 84; GDAL leaves the CRS open'
const uneven = 'latitudes are not evenly spaced (a Gaussian grid): there is no affine; GDAL warns, and takes the mean spacing'
const even = 'evenly spaced labels are an affine, whether the file says that it keeps to conventions or not'
const text = 'texts are no pixels'
const compound = 'compound types (complex numbers) are no pixels'
const turned = 'dims that are told to be x and y are read as columns and rows, wherever they stand; GDAL takes the last two'
const bounds = 'labels of time are no place: such an array has no rows and columns'
const unknownEarth = 'the earth is told by attributes that GDAL 3.6 does not know'
const noPlace = 'a CRS without a place (no labels, no affine) cannot be kept'

/**
 * Where GDAL 3.6 and this library differ on purpose in GDAL's own test files, with the reason: `file` or `file variable`, then aspects.
 */
export const differences: Readonly<Record<string, { readonly aspects: readonly Aspect[]; readonly why: string }>> = {
  'actual_range_with_order_different_than_latitude.nc': { aspects: ['crs'], why: degrees },
  'alldatatypes.nc char_var': { aspects: ['read'], why: text },
  'alldatatypes.nc group/char_var': { aspects: ['read'], why: text },
  'alldatatypes.nc string_var': { aspects: ['read'], why: text },
  'alldatatypes.nc complex_int16_var': { aspects: ['read'], why: compound },
  'alldatatypes.nc complex_int32_var': { aspects: ['read'], why: compound },
  'alldatatypes.nc complex64_var': { aspects: ['read'], why: compound },
  'alldatatypes.nc complex128_var': { aspects: ['read'], why: compound },
  'alldatatypes.nc custom_type_2_elts_var': { aspects: ['read'], why: compound },
  'alldatatypes.nc custom_type_3_elts_var': { aspects: ['read'], why: compound },
  'bad_x_y_actual_range.nc': { aspects: ['affine'], why: 'the labels are the data; GDAL takes their actual_range, which is wrong here' },
  'bug5291.nc': { aspects: ['crs'], why: degrees },
  'bug636.nc': { aspects: ['affine'], why: uneven },
  'cf-bug636.nc': { aspects: ['affine'], why: uneven },
  'cf_dimsindiff_4326.nc': { aspects: ['crs'], why: noPlace },
  'cf_geog.nc': { aspects: ['crs'], why: degrees },
  'cf_lon_lat_with_coordinates_no_crs.nc': { aspects: ['crs'], why: degrees },
  'cf_xy_latlon_crs_wkt.nc lat': {
    aspects: ['crs'],
    why: 'a variable without a grid mapping is on that of its file, where it is called crs',
  },
  'cf_xy_latlon_crs_wkt.nc lon': {
    aspects: ['crs'],
    why: 'a variable without a grid mapping is on that of its file, where it is called crs',
  },
  'complex.nc f32': { aspects: ['read'], why: compound },
  'complex.nc f64': { aspects: ['read'], why: compound },
  'complex.nc group/fmul': { aspects: ['read'], why: compound },
  'eraint_uvz.nc u': { aspects: ['crs'], why: degrees },
  'eraint_uvz.nc v': { aspects: ['crs'], why: degrees },
  'eraint_uvz.nc z': { aspects: ['crs'], why: degrees },
  'float_valid_min_max.nc': { aspects: ['affine'], why: even },
  'float_valid_range.nc': { aspects: ['affine'], why: even },
  'foo_5dimensional.nc temperature': { aspects: ['size'], why: turned },
  'geos_microradian.nc': { aspects: ['crs'], why: unknownEarth },
  'int64.nc': { aspects: ['affine'], why: even },
  'invalid_valid_min_valid_max.nc': { aspects: ['crs'], why: degrees },
  'missing_value_text_numeric_not_in_range.nc': { aspects: ['nodata'], why: 'no byte can be 12.5' },
  'nc_lonwrap.nc': { aspects: ['crs'], why: degrees },
  'nclimgrid_tavg.nc tavg': { aspects: ['crs'], why: degrees },
  'netcdf-4d.nc': { aspects: ['crs'], why: degrees },
  'netcdf_crs_wkt.nc': { aspects: ['affine', 'crs', 'pixels'], why: `${turned}; ${noPlace}` },
  'netcdf_fixes.nc': { aspects: ['crs'], why: degrees },
  'no_scale_offset.nc': { aspects: ['affine'], why: even },
  'orog_CRCM1.nc lon': { aspects: ['pixels'], why: 'pixels are what is stored; GDAL brings longitudes of pixels into -180..180' },
  'reduce-cgcms.nc time_bnds': { aspects: ['size'], why: bounds },
  'reduce-cgcms.nc tas': { aspects: ['affine'], why: uneven },
  'resolve_var_name.nc': { aspects: ['affine', 'crs'], why: 'GDAL 3.6 does not find a grid mapping by a path; later versions do' },
  'rotated_pole_without_geogcrs_def.nc var': {
    aspects: ['affine', 'crs'],
    why: 'GDAL 3.6 knows no rotated pole without an ellipsoid; CF has none either',
  },
  'scale_offset.nc': { aspects: ['affine'], why: even },
  'swapedxy.nc': { aspects: ['size'], why: turned },
  'test_coord_scale_offset.nc': { aspects: ['crs'], why: unknownEarth },
  'trmm-2x2.nc': { aspects: ['crs'], why: degrees },
  'trmm-nan.nc': { aspects: ['crs'], why: degrees },
  'trmm-nc2.nc': { aspects: ['crs'], why: degrees },
  'trmm-nc4.nc': { aspects: ['crs'], why: degrees },
  'trmm-nc4c.nc': { aspects: ['crs'], why: degrees },
  'trmm-nc4z.nc': { aspects: ['crs'], why: degrees },
  'trmm.nc': { aspects: ['crs'], why: degrees },
  'two_vars_scale_offset.nc q': { aspects: ['affine'], why: even },
  'two_vars_scale_offset.nc z': { aspects: ['affine'], why: even },
  'uint64.nc': { aspects: ['affine'], why: even },
  'var_with_column.nc other_var': { aspects: ['crs'], why: degrees },
  'y_x_other_dim_thanks_to_geolocation.nc geophysical_data/rhos': {
    aspects: ['size'],
    why: 'the dims of the latitudes and longitudes of pixels are rows and columns; GDAL 3.6 takes the last two dims, later versions do not',
  },
}

/** Files of which no variable is read without being named, as `info` and `open` meet them: what the message must say. */
export const refusals: Readonly<Record<string, RegExp>> = {
  '2d_dim_char_variable.nc': /holds no variable of pixels .* TIME \(TIME 2, TIME_LEN 16, char\)/,
  'byte_truncated.nc': /should have 13810 bytes and ends at 4096: it is truncated/,
  'char_2d.nc': /holds no variable of pixels .* char/,
  'char_2d_zero_dim.nc': /holds no variable of pixels/,
  'complex.nc': /holds no variable of pixels .* compound/,
  'enumeration.nc': /holds no variable of pixels .*it has no variables/,
  'profile.nc': /holds no variable of pixels/,
  'sen3_sral_mwr_fake_standard_measurement.nc': /holds no variable of pixels/,
  'test6645.nc': /holds no variable of pixels/,
  'test_ogr_nc3.nc': /holds no variable of pixels/,
  'test_ogr_nc4.nc': /holds no variable of pixels/,
  'test_ogr_no_xyz_var.nc': /holds no variable of pixels/,
  'test_ogr_xyz_float.nc': /holds no variable of pixels/,
  'trajectory.nc': /holds no variable of pixels/,
  'with_bounds.nc': /holds no variable of pixels/,
}
