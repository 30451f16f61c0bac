#!/usr/bin/python3
"""Writes src/geo/epsg.table.ts from PROJ's own database (Debian: python3-pyproj).

For every projected and geographic 2D CRS of EPSG, and those of Esri that are in use: a PROJ string with the shift to WGS 84 that comes
closest to what PROJ itself does in the CRS's area of use, measured on a lattice of points, and that measured difference; the accuracy
that the data set states for the shift, and the grids that do better; method, axes and units. Usage: make-epsg.py [CODE ...]
With codes (a number, or E and a number for Esri's), prints their lines instead of writing the table.
"""
import math
import os
import re
import sqlite3
import sys
from collections import Counter
import warnings

import numpy as np
import pyproj
from pyproj.enums import PJType
from pyproj.transformer import AreaOfInterest, TransformerGroup

warnings.filterwarnings('ignore')
pyproj.network.set_network_enabled(False)

ARCSEC = math.pi / 180 / 3600
# Projections that the library computes, and how their parameters are abbreviated: values in this order, the name left out.
METHODS = {
    'longlat': [],
    'tmerc': ['lat_0', 'lon_0', 'k', 'x_0', 'y_0'],
    'utm': ['zone'],
    'lcc': ['lat_0', 'lon_0', 'lat_1', 'lat_2', 'x_0', 'y_0'],
    'stere': ['lat_0', 'lon_0', 'x_0', 'y_0'],
    'sterea': ['lat_0', 'lon_0', 'k', 'x_0', 'y_0'],
    'aea': ['lat_0', 'lon_0', 'lat_1', 'lat_2', 'x_0', 'y_0'],
    'cass': ['lat_0', 'lon_0', 'x_0', 'y_0'],
    'omerc': ['lat_0', 'lonc', 'alpha', 'gamma', 'k', 'x_0', 'y_0'],
    'laea': ['lat_0', 'lon_0', 'x_0', 'y_0'],
    'merc': ['lon_0', 'k', 'x_0', 'y_0'],
    'krovak': ['lat_0', 'lon_0', 'alpha', 'k', 'x_0', 'y_0'],
    'somerc': ['lat_0', 'lon_0', 'k_0', 'x_0', 'y_0'],
    'eqc': ['lat_ts', 'lat_0', 'lon_0', 'x_0', 'y_0'],
    'poly': ['lat_0', 'lon_0', 'x_0', 'y_0'],
    'cea': ['lat_ts', 'lon_0', 'x_0', 'y_0'],
    'eqearth': ['lon_0', 'x_0', 'y_0'],
    'nzmg': ['lat_0', 'lon_0', 'x_0', 'y_0'],
    'sinu': ['lon_0', 'x_0', 'y_0'],
    'aeqd': ['lat_0', 'lon_0', 'x_0', 'y_0'],
    'eqdc': ['lat_0', 'lon_0', 'lat_1', 'lat_2', 'x_0', 'y_0'],
    'ortho': ['lat_0', 'lon_0', 'x_0', 'y_0'],
    'gnom': ['lat_0', 'lon_0', 'x_0', 'y_0'],
    'bonne': ['lat_1', 'lon_0', 'x_0', 'y_0'],
    'tpeqd': ['lat_1', 'lon_1', 'lat_2', 'lon_2', 'x_0', 'y_0'],
    'geos': ['lon_0', 'h', 'x_0', 'y_0'],
    'col_urban': ['lat_0', 'lon_0', 'x_0', 'y_0', 'h_0'],
    'moll': ['lon_0', 'x_0', 'y_0'],
    'robin': ['lon_0', 'x_0', 'y_0'],
    'eck4': ['lon_0', 'x_0', 'y_0'],
    'eck6': ['lon_0', 'x_0', 'y_0'],
    'igh': ['lon_0', 'x_0', 'y_0'],
    'natearth': ['lon_0', 'x_0', 'y_0'],
    'vandg': ['lon_0', 'x_0', 'y_0'],
    'mill': ['lon_0', 'x_0', 'y_0'],
}
DATUM_KEYS = {'ellps', 'a', 'b', 'rf', 'R', 'datum', 'towgs84', 'nadgrids', 'pm'}
DROPPED_KEYS = {'no_defs', 'type', 'wktext', 'R_A'}


def words_of(text):
    pairs = [(word.lstrip('+').split('=', 1) + [''])[:2] for word in text.split()]
    return [(key, value) for key, value in pairs if key not in DROPPED_KEYS]


def number(value):
    """Shortest text that reads back as the same number to 15 digits."""
    text = f'{float(value):.15g}'
    return re.sub(r'^(-?)0\.', r'\1.', text) if text not in ('0', '-0') else '0'


# --- shifts -----------------------------------------------------------------------------------------------------------------

def step_matrix(step):
    """A helmert or molobadekas step of a PROJ pipeline as a 4 x 4 matrix on earth-centred coordinates."""
    g = lambda key: float(step.get(key, 0))
    sign = -1 if step.get('convention') == 'coordinate_frame' else 1
    rx, ry, rz = (sign * g(key) * ARCSEC for key in ('rx', 'ry', 'rz'))
    scale = 1 + g('s') * 1e-6
    m = np.eye(4)
    m[:3, :3] = scale * np.array([[1, -rz, ry], [rz, 1, -rx], [-ry, rx, 1]])
    pivot = np.array([g('px'), g('py'), g('pz')])
    m[:3, 3] = np.array([g('x'), g('y'), g('z')]) + pivot - m[:3, :3] @ pivot
    return np.linalg.inv(m) if 'inv' in step else m


def towgs84_of(definition):
    """The 7 parameters (position vector) of a pipeline that is made of earth-centred steps only, or None."""
    if 'noop' in definition and 'step' not in definition:
        return (0.0,) * 7
    m = np.eye(4)
    for text in definition.split('step ')[1:]:
        step = dict((word.split('=', 1) + [''])[:2] for word in text.split())
        name = step.get('proj')
        if name in ('helmert', 'molobadekas'):
            if 'exact' in step:
                return None
            m = step_matrix(step) @ m
        elif name not in ('unitconvert', 'push', 'pop', 'cart', 'axisswap', 'longlat', 'noop'):
            return None
    if np.array_equal(m, np.eye(4)):
        return (0.0,) * 7
    r = m[:3, :3]
    scale = np.trace(r) / 3
    rx = (r[2, 1] - r[1, 2]) / 2 / scale
    ry = (r[0, 2] - r[2, 0]) / 2 / scale
    rz = (r[1, 0] - r[0, 1]) / 2 / scale
    found = (*m[:3, 3], rx / ARCSEC, ry / ARCSEC, rz / ARCSEC, (scale - 1) * 1e6)
    return tuple(round(value, 7) + 0.0 for value in found)


def geocentric(lon, lat, a, f):
    lon, lat = np.radians(lon), np.radians(lat)
    es = f * (2 - f)
    n = a / np.sqrt(1 - es * np.sin(lat) ** 2)
    return np.stack([n * np.cos(lat) * np.cos(lon), n * np.cos(lat) * np.sin(lon), n * (1 - es) * np.sin(lat)])


def shifted(lonlat, ellipsoid, shift):
    """Longitudes and latitudes on WGS 84 of points of another datum."""
    a, f = ellipsoid
    if shift is None:
        return lonlat
    if not any(shift) and a == 6378137 and abs(f - 1 / 298.257223563) < 1e-10:
        return lonlat
    p = geocentric(*lonlat, a, f)
    rx, ry, rz = (value * ARCSEC for value in shift[3:6])
    r = (1 + shift[6] * 1e-6) * np.array([[1, -rz, ry], [rz, 1, -rx], [-ry, rx, 1]])
    x, y, z = r @ p + np.array(shift[:3])[:, None]
    lon, lat, _ = ECEF.transform(x, y, z)
    return lon, lat


ECEF = pyproj.Transformer.from_crs(4978, 4979, always_xy=True)


def fitted_shift(own, ellipsoid, wgs, start):
    """The 3-parameter shift, or where that leaves a metre the 7-parameter one, that brings points of a datum closest to their places on WGS 84."""
    def residual(shift):
        lon, lat = shifted(own, ellipsoid, tuple(shift))
        across = (np.asarray(lon) - wgs[0] + 180) % 360 - 180
        return 111320 * np.concatenate([across * np.cos(np.radians(wgs[1])), np.asarray(lat) - wgs[1]])
    steps = np.array([1, 1, 1, 0.1, 0.1, 0.1, 0.1])
    best = np.array(start, float)
    for count in (3, 7):
        for _ in range(5):
            now = residual(best)
            slopes = np.stack([(residual(best + steps * (np.arange(7) == k)) - now) / steps[k] for k in range(count)], axis=1)
            change, *_ = np.linalg.lstsq(slopes * steps[:count], -now, rcond=1e-6)
            best[:count] += change * steps[:count]
        if np.max(np.abs(residual(best))) < 0.7:
            break
    return tuple(round(float(value), 4 if k < 3 else 6) for k, value in enumerate(best))


def metres_between(one, other):
    dlon = (one[0] - other[0] + 180) % 360 - 180
    dlat = one[1] - other[1]
    d = 111320 * np.hypot(dlon * np.cos(np.radians(one[1])), dlat)
    return d


group_cache = {}
# Accuracy that the data set states for a shift of a geographic CRS.
stated = {}


def candidates_of(geodetic):
    """All shifts to WGS 84 that PROJ has for a geographic CRS and that need no grid."""
    key = geodetic.to_wkt()
    if key not in group_cache:
        found = [(0.0,) * 7]
        try:
            group = TransformerGroup(geodetic, 4326, always_xy=True, allow_ballpark=False)
            for transformer in group.transformers:
                shift = towgs84_of(transformer.definition)
                if shift is not None and shift not in found:
                    found.append(shift)
                if shift is not None and transformer.accuracy >= 0:
                    stated.setdefault((key, shift), transformer.accuracy)
        except Exception as error:  # an unknown datum has no operations at all
            print('no operations:', geodetic.name, error, file=sys.stderr)
        # Last: the coordinates taken over as they are, which is what PROJ does for spheres and unknown datums.
        group_cache[key] = found + [None]
    return group_cache[key]


# --- grids ------------------------------------------------------------------------------------------------------------------

database = sqlite3.connect(os.path.join(pyproj.datadir.get_data_dir(), 'proj.db'))
# What PROJ calls a grid, and what the data set calls it.
ORIGINAL_NAMES = dict(database.execute('SELECT proj_grid_name, original_grid_name FROM grid_alternatives'))
grid_cache = {}


def stem(name):
    return re.sub(r'\.[A-Za-z0-9]+$', '', os.path.basename(name))


def grid_of(geodetic, area, accuracy):
    """`name[:other name]*metres`, with `-` before for one that leads from WGS 84 and `?` where it is one of several steps, of the grid
    that PROJ would use in this area if it had it; '' where none is better than the shift."""
    key = (geodetic.to_wkt(), area, accuracy)
    if key not in grid_cache:
        grid_cache[key] = found_grid(geodetic, area, accuracy)
    return grid_cache[key]


def found_grid(geodetic, area, accuracy):
    west, south, east, north = area
    try:
        group = TransformerGroup(geodetic, 4326, always_xy=True, allow_ballpark=False,
                                 area_of_interest=AreaOfInterest(west, south, east, north))
    except Exception:
        return ''
    found = []
    known = [(o.operations or [o], o.area_of_use, o.accuracy, o.to_proj4() or '') for o in group.unavailable_operations]
    known += [(t.operations or [], t.area_of_use, t.accuracy, t.definition) for t in group.transformers if 'grids=' in t.definition]
    for operations, use, metres, definition in known:
        names = [stem(name) for name in re.findall(r'grids=(\S+)', definition)]
        names = names or [stem(grid.short_name) for operation in operations for grid in operation.grids]
        if not names or metres < 0 or metres >= (accuracy or 1e9) or (use is not None and not covers(use.bounds, area)):
            continue
        steps = re.findall(r'proj=(\w+)', definition)
        single = [name for name in steps if name not in ('pipeline', 'unitconvert', 'axisswap', 'push', 'pop', 'noop')] == ['hgridshift']
        inverse = re.search(r'inv \+?proj=hgridshift|inv proj=hgridshift', definition)
        found.append((len(names) > 1, metres, ('-' if inverse else '') + named(names[0]) + f'*{number(metres)}' + ('' if single else '?')))
    return min(found)[2] if found else ''


def named(name):
    other = stem(ORIGINAL_NAMES.get(name + '.tif') or ORIGINAL_NAMES.get(name + '.gsb') or name).replace(' ', '_')
    return name if other == name else f'{name}:{other}'


def covers(bounds, area):
    """Whether the middle of an area, and half of a lattice on it, lies within bounds."""
    lon, lat = lattice(area)
    west, south, east, north = bounds
    inside = (lat >= south) & (lat <= north) & (((lon - west) % 360) <= ((east - west) % 360 or 360))
    return bool(np.mean(inside) >= 0.5)


# --- one CRS ----------------------------------------------------------------------------------------------------------------

def lattice(area):
    west, south, east, north = area
    if east < west:
        east += 360
    lon, lat = np.meshgrid(np.linspace(west, east, 9)[1:-1], np.linspace(max(south, -89), min(north, 89), 9)[1:-1])
    return (lon.ravel() + 180) % 360 - 180, lat.ravel()


def ellipsoid_of(crs):
    e = crs.ellipsoid
    return e.semi_major_metre, (1 / e.inverse_flattening if e.inverse_flattening else 0.0)


def shift_text(shift):
    values = shift if any(shift[3:]) else shift[:3]
    return ','.join(number(round(value, 7)) for value in values)


def datum_words(crs, base, shift):
    words = [(key, value) for key, value in base if key in ('ellps', 'a', 'b', 'rf', 'R', 'pm')]
    datum = dict(base).get('datum')
    nadgrids = dict(base).get('nadgrids')
    if datum == 'WGS84' and not any(shift or ()):
        return ['datum=WGS84'] + [f'{key}={value}' for key, value in words]
    if datum is not None:
        words = [('ellps', {'WGS84': 'WGS84', 'NAD83': 'GRS80', 'NAD27': 'clrk66'}[datum])] + words
    if nadgrids == '@null':
        return [f'{key}={value}' for key, value in words] + ['nadgrids=@null']
    return [f'{key}={value}' for key, value in words] + ([] if shift is None else ['towgs84=' + shift_text(shift)])


def axis_choices(crs):
    directions = [axis.direction.lower() for axis in crs.axis_info[:2]]
    choices = ['']
    if set(directions) <= {'west', 'south', 'north', 'east'} and ('west' in directions or 'south' in directions):
        choices += ['wsu', 'esu', 'wnu']
    return choices


def prj_error(text, crs, wgs, goal):
    """Metres between PROJ's answer for our string and for the code, there and back; None where it fails."""
    try:
        mine = pyproj.Transformer.from_crs(text, 4326, always_xy=True)
        got = mine.transform(*goal)
        d = metres_between(wgs, got)
        return float(np.max(d)) if np.all(np.isfinite(d)) else None
    except Exception:
        return None


def with_operation(crs, x, y):
    """The points for which PROJ knows an operation to WGS 84, and their images; all points, taken over as they are, where it knows none."""
    try:
        lon, lat = pyproj.Transformer.from_crs(crs, 4326, always_xy=True, allow_ballpark=False).transform(x, y)
        known = np.isfinite(lon) & np.isfinite(lat)
        if known.any():
            return x[known], y[known], (lon[known], lat[known])
    except pyproj.exceptions.ProjError:
        pass
    return x, y, pyproj.Transformer.from_crs(crs, 4326, always_xy=True).transform(x, y)


def record_of(info):
    crs = pyproj.CRS.from_authority(info.auth_name, info.code)
    operation = crs.coordinate_operation
    try:
        text = crs.to_proj4() or ''
    except Exception:
        text = ''
    if operation is not None and operation.method_name == 'Polar Stereographic (variant C)':
        return polar_c(crs, operation), None
    base = words_of(text)
    method = dict(base).get('proj')
    if method not in METHODS or {'hyperbolic', 'guam'} & set(dict(base)):
        return None, operation.method_name if operation else 'no PROJ string'
    if 'pm' in dict(base) and re.match(r'^-?[0-9.]+$', dict(base)['pm']) is None and dict(base)['pm'] not in PRIME_MERIDIANS:
        return None, 'prime meridian ' + dict(base)['pm']
    if crs.area_of_use is None:
        return None, 'no area of use'
    area = tuple(round(value, 2) for value in crs.area_of_use.bounds)
    lon, lat = lattice(area)
    to_crs = pyproj.Transformer.from_crs(4326, crs, always_xy=True)
    x, y = to_crs.transform(lon, lat)
    good = np.isfinite(x) & np.isfinite(y)
    if not good.any():
        return None, 'PROJ cannot compute it in its own area of use'
    x, y = x[good], y[good]
    x, y, wgs = with_operation(crs, x, y)
    geodetic = crs.geodetic_crs if method != 'longlat' else crs
    own = wgs_geodetic(crs, geodetic, x, y, method)
    shifts = candidates_of(geodetic)
    distances = [metres_between(wgs, shifted(own, ellipsoid_of(crs), shift)) for shift in shifts]
    # PROJ chooses an operation for every point: take the one that it takes most often, then the one that is closest.
    best = min(range(len(shifts)), key=lambda k: (-round(float(np.mean(distances[k] < 1)), 1), float(np.mean(distances[k])), k))
    limit, best = float(np.max(distances[best])), shifts[best]
    accuracy = stated.get((geodetic.to_wkt(), best))
    if limit > 1:
        # PROJ may go through another datum or turn longitudes: one shift may still do the same.
        fitted = fitted_shift(own, ellipsoid_of(crs), wgs, best or (0.0,) * 7)
        error = float(np.max(metres_between(wgs, shifted(own, ellipsoid_of(crs), fitted))))
        if error < 1:
            limit, best = error, fitted
    plane = [(key, value) for key, value in base if key not in DATUM_KEYS]
    datum = datum_words(crs, base, best)
    grid = '' if 'datum=WGS84' in datum else grid_of(geodetic, area, accuracy)
    if crs.is_geographic and crs.axis_info[0].unit_name == 'grad':
        return (crs, area, plane + [('units', 'grad')], datum, limit, accuracy, grid), None
    if [axis.direction for axis in crs.axis_info[:2]] == ['south', 'west']:
        # PROJ leaves this order alone; ours is always easting or westing first.
        x, y, choices, swap = y, x, ['wsu'], True
    else:
        choices, swap = axis_choices(crs), False
    for axis in choices:
        words = [(k, v) for k, v in plane if k != 'axis'] + ([('axis', axis)] if axis else [])
        full = ' '.join('+' + (f'{k}={v}' if v else k) for k, v in words) + ' ' + ' '.join('+' + word for word in datum)
        error = prj_error(full + ' +no_defs +type=crs', crs, wgs, (x, y))
        if error is not None and error < 1.2 * limit + 0.001:
            return (crs, area, words, datum, error, accuracy, grid), None
    directions = ' and '.join(axis.direction for axis in crs.axis_info[:2])
    if directions not in ('east and north', 'north and east'):
        return None, f'its axes point {directions}'
    return None, 'its PROJ string does not do what the code does'


def polar_c(crs, operation):
    """The variant that PROJ 9.1 cannot compute: its false origin lies on the standard parallel. EPSG guidance note 7-2, method 9830."""
    value = {param.name: param.value for param in operation.params}
    a, f = ellipsoid_of(crs)
    parallel = value['Latitude of standard parallel']
    sine = math.sin(math.radians(parallel))
    rho = a * math.cos(math.radians(parallel)) / math.sqrt(1 - f * (2 - f) * sine * sine)
    pole = 90 if parallel > 0 else -90
    y = value['Northing at false origin'] + math.copysign(rho, parallel)
    words = [('proj', 'stere'), ('lat_0', str(pole)), ('lon_0', str(value['Longitude of origin'])),
             ('x_0', str(value['Easting at false origin'])), ('y_0', f'{y:.15g}'), ('lat_ts', str(parallel))]
    shifts = [shift for shift in candidates_of(crs.geodetic_crs) if shift is not None and any(shift)]
    base = words_of(crs.geodetic_crs.to_proj4())
    area = tuple(round(number, 2) for number in crs.area_of_use.bounds)
    shift = shifts[0] if shifts else None
    return crs, area, words, datum_words(crs, base, shift), 0.0, stated.get((crs.geodetic_crs.to_wkt(), shift)), ''


PRIME_MERIDIANS = set('greenwich lisbon paris bogota madrid rome bern jakarta ferro brussels stockholm athens oslo copenhagen'.split())


def wgs_geodetic(crs, geodetic, x, y, method):
    """The points on their own datum, in degrees east of Greenwich."""
    if method == 'longlat':
        factor = crs.axis_info[0].unit_conversion_factor / math.radians(1)
        lon, lat = x * factor, y * factor
    else:
        plain = pyproj.Transformer.from_crs(crs, geodetic, always_xy=True).transform(x, y)
        factor = geodetic.axis_info[0].unit_conversion_factor / math.radians(1)
        lon, lat = plain[0] * factor, plain[1] * factor
    meridian = geodetic.prime_meridian
    return lon + meridian.longitude * meridian.unit_conversion_factor / math.radians(1), lat


# --- the file ---------------------------------------------------------------------------------------------------------------

def abbreviate(words):
    method = dict(words)['proj']
    order = METHODS[method]
    given = dict(words)
    values = []
    for key in order:
        if key not in given:
            break
        values.append(number(given[key]))
    taken = set(order[:len(values)]) | {'proj'}
    rest = []
    for key, value in words:
        if key in taken or (key == 'units' and value == 'm'):
            continue
        if value == '':
            rest.append('+' + key)
        elif re.match(r'^-?[0-9.eE]+$', value):
            rest.append(f'{key}={number(value)}')
        else:
            rest.append(f'{key}={value}')
    return ' '.join([method] + values + rest)


# The method that a PROJ string stands for where nothing else is said, as src/geo/crs-methods.ts has it.
def usual_method(words):
    given = dict(words)
    name, scaled = given['proj'], 'k_0' in given or 'k' in given
    if name == 'tmerc' and given.get('axis') == 'wsu':
        return 9808
    if name == 'lcc':
        return (1051 if scaled else 9802) if 'lat_2' in given else 9801
    if name == 'merc':
        return 1024 if given.get('nadgrids') else 9805 if float(given.get('lat_ts', 0)) else 9804
    if name == 'stere':
        return (9829 if 'lat_ts' in given else 9810) if abs(float(given['lat_0'])) == 90 else None
    if name == 'omerc':
        return 9812 if 'no_uoff' in given else 9815
    if name == 'krovak':
        return 9819 if 'axis' in given else 1041
    if name in ('laea', 'cea', 'eqc') and 'R' in given:
        return {'laea': 1027, 'cea': 9834, 'eqc': 1029}[name]
    return {'tmerc': 9807, 'utm': 9807, 'sterea': 9809, 'laea': 9820, 'aea': 9822, 'cass': 9806, 'somerc': 9815, 'eqc': 1028, 'poly': 9818,
            'cea': 9835, 'eqearth': 1078, 'nzmg': 9811, 'bonne': 9827, 'ortho': 9840, 'aeqd': 9832, 'col_urban': 1052}.get(name)


def method_field(crs, words, datum):
    """The EPSG code of the method where it is not the usual one of the projection."""
    code = crs.coordinate_operation.method_code if crs.coordinate_operation else None
    usual = usual_method(words + [tuple(word.split('=')) for word in datum])
    return '' if not re.match(r'^\d+$', str(code)) or str(usual) == str(code) else code


def axes_line(crs):
    """`name,abbreviation,direction[,meridian];...;unit,its size,its code` of a coordinate system."""
    axes = crs.to_json_dict()['coordinate_system']['axis'][:2]
    texts = []
    for axis in axes:
        meridian = axis.get('meridian', {}).get('longitude')
        if isinstance(meridian, dict):
            meridian = meridian['value'] * meridian['unit']['conversion_factor'] / math.radians(1)
        texts.append(','.join([axis['name'], axis['abbreviation'], axis['direction']] + ([] if meridian is None else [number(meridian)])))
    unit = crs.axis_info[0]
    texts.append(f'{unit.unit_name},{unit.unit_conversion_factor:.15g},{unit.unit_code}')
    return ';'.join(texts)


def key_of(crs):
    """`4326`, or `E104199` for a CRS that only Esri has; None for one that nobody has."""
    code = crs.to_epsg()
    if code is not None:
        return str(code)
    # Esri's definitions spell the CRS that they are on out.
    code = crs.to_epsg(min_confidence=20)
    if code is not None and pyproj.CRS.from_epsg(code).equals(crs, ignore_axis_order=True):
        return str(code)
    authority = crs.to_authority(auth_name='ESRI', min_confidence=20)
    return 'E' + authority[1] if authority is not None else None


def geographic_line(crs, key, axes):
    """Everything that WKT says of a geographic CRS, and Esri's names for it and its datum."""
    text = crs.to_wkt('WKT1_GDAL') or ''
    datum = re.search(r'DATUM\["([^"]*)"', text)
    datum_code = re.search(r'AUTHORITY\["EPSG","(\d+)"\]\],PRIMEM', text)
    round_code = re.search(r'SPHEROID\[[^]]*AUTHORITY\["EPSG","(\d+)"', text)
    meridian_code = re.search(r'PRIMEM\[[^]]*AUTHORITY\["EPSG","(\d+)"', text)
    esri = re.search(r'GEOGCS\["([^"]*)",DATUM\["([^"]*)"', crs.to_wkt('WKT1_ESRI') or '')
    e, m = crs.ellipsoid, crs.prime_meridian
    old = datum[1] if datum else crs.datum.name.replace(' ', '_')
    full = crs.datum.name.removesuffix(' ensemble')
    # WKT 2 names stand in the table where PROJ would not take the one of WKT 1 for the same.
    plain = lambda name: re.sub(r'[ _()/.-]', '', name).lower()
    fields = [crs.name, old, datum_code[1] if datum_code else '', e.name,
              number(e.semi_major_metre), number(e.inverse_flattening or 0), round_code[1] if round_code else '', m.name,
              number(m.longitude * m.unit_conversion_factor / math.radians(1)), meridian_code[1] if meridian_code else '',
              esri[1] if esri else '', esri[2] if esri else '', '' if plain(full) == plain(old) else full, axes.of(axes_line(crs))]
    return f'G{key}|' + '|'.join(str(field) for field in fields)


def vertical_line(crs):
    """`Vcode|name|datum|its code|axis,abbreviation,direction|unit,its size,its code`."""
    axis = crs.axis_info[0]
    datum = crs.to_json_dict().get('datum') or crs.to_json_dict().get('datum_ensemble')
    return '|'.join([f'V{crs.to_epsg()}', crs.name, datum['name'], str(datum.get('id', {}).get('code', '')),
                     f'{axis.name},{axis.abbrev},{axis.direction}', f'{axis.unit_name},{axis.unit_conversion_factor:.15g},{axis.unit_code}'])


class Dictionary:
    def __init__(self, letter):
        self.letter, self.index = letter, {}

    def of(self, text):
        return self.index.setdefault(text, len(self.index))

    def lines(self):
        return [f'{self.letter}{number}|{text}' for text, number in self.index.items()]


# Deprecated codes of Esri's that files still carry although EPSG has no equal.
def wanted_crs():
    types = [PJType.GEOGRAPHIC_2D_CRS, PJType.PROJECTED_CRS]
    query = pyproj.database.query_crs_info
    epsg = sorted(query('EPSG', types, allow_deprecated=True), key=lambda info: int(info.code))
    esri = sorted(query('ESRI', types, allow_deprecated=True), key=lambda info: int(info.code))
    return epsg, esri


def main():
    epsg, esri = wanted_crs()
    if len(sys.argv) > 1:
        epsg = [info for info in epsg if info.code in sys.argv[1:]]
        esri = [info for info in esri if 'E' + info.code in sys.argv[1:]]
    datums, areas, axes = Dictionary('D'), Dictionary('A'), Dictionary('C')
    lines, refused, coarse, geographic, parts = [], [], 0, {}, []
    for info in epsg + esri:
        is_esri = info.auth_name == 'ESRI'
        key = ('E' if is_esri else '') + info.code
        if is_esri:
            crs = pyproj.CRS.from_authority('ESRI', info.code)
            equal = crs.to_epsg(min_confidence=90)
            if equal is not None and pyproj.CRS.from_epsg(equal).equals(crs, ignore_axis_order=True):
                parts.append(f'{key}|={equal}')
                continue
            if info.deprecated:
                continue
        try:
            record, why = record_of(info)
        except pyproj.exceptions.ProjError:
            record, why = None, 'PROJ cannot compute it'
        if record is None:
            if not is_esri or why != 'no area of use':
                refused.append(f'{key}|{info.name}|!{why}')
            continue
        crs, area, words, datum, error, accuracy, grid = record
        base = crs if crs.is_geographic else crs.geodetic_crs
        base_key = key_of(base)
        if base_key is None:
            refused.append(f'{key}|{info.name}|!its geographic CRS has no code')
            continue
        if base_key not in geographic:
            known = pyproj.CRS.from_authority('ESRI', base_key[1:]) if base_key.startswith('E') else pyproj.CRS.from_epsg(base_key)
            geographic[base_key] = geographic_line(known, base_key, axes)
        if crs.is_geographic:
            label, name = crs.name, '~'
        else:
            label, name = base.name, crs.name
            if name.startswith(label + ' / '):
                name = '~' + name[len(label) + 3:]
        coarse += error >= 1
        datum_index = datums.of(f'{base_key}|' + ' '.join(datum) + f'|{"" if accuracy is None else number(accuracy)}|{grid}'.rstrip('|'))
        area_index = areas.of(','.join(number(value) for value in area))
        fields = [key, name, abbreviate(words), datum_index, area_index, '' if error < 1 else f'{error:.0f}',
                  method_field(crs, words, datum), '' if crs.is_geographic else axes.of(axes_line(crs))]
        lines.append('|'.join(str(field) for field in fields).rstrip('|'))
    if len(sys.argv) > 1:
        print('\n'.join([geographic[code] for code in sorted(geographic)] + datums.lines() + areas.lines() + axes.lines() + lines + refused + parts))
        return
    parts += compound_lines(epsg)
    verticals = [vertical_line(pyproj.CRS.from_epsg(info.code)) for info in pyproj.database.query_crs_info('EPSG', [PJType.VERTICAL_CRS], allow_deprecated=True)]
    refused += [f'{info.code}|{info.name}|!it is geocentric (X, Y, Z from the centre of the earth), not a map'
                for info in pyproj.database.query_crs_info('EPSG', [PJType.GEOCENTRIC_CRS], allow_deprecated=True)]
    records = ([geographic[code] for code in sorted(geographic)] + datums.lines() + areas.lines() + axes.lines() + lines + refused + parts + verticals)
    assert not any('^' in record for record in records)
    body = '\n'.join('^'.join(records[start:start + 32]) for start in range(0, len(records), 32))
    assert '`' not in body and '\\' not in body and '$' not in body
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'src', 'geo', 'epsg.table.ts')
    with open(path, 'w', encoding='utf-8') as out:
        out.write(HEAD.format(version=pyproj.proj_version_str, database=pyproj.database.get_database_metadata('EPSG.VERSION')))
        out.write(f'export const epsgTable: string = `\n{body}\n`\n')
    print(f'{len(lines)} codes ({coarse} differ from PROJ by 1 m or more), {len(refused)} refused, {len(parts)} that stand for others,'
          f' {os.path.getsize(path)} bytes')


def compound_lines(epsg):
    """`code|=horizontal+vertical`; after the plus nothing where the heights are above the ellipsoid."""
    flat_codes = {info.name: int(info.code) for info in epsg if not info.deprecated}
    lines = []
    for info in pyproj.database.query_crs_info('EPSG', [PJType.COMPOUND_CRS, PJType.GEOGRAPHIC_3D_CRS], allow_deprecated=True):
        crs = pyproj.CRS.from_epsg(int(info.code))
        parts = crs.sub_crs_list
        code = parts[0].to_epsg(min_confidence=70) if parts else flat_codes.get(crs.name)
        vertical = parts[1].to_epsg(min_confidence=70) if len(parts) > 1 else None
        if code is not None and code != int(info.code):
            lines.append(f'{info.code}|={code}+{vertical or ""}')
    return lines


HEAD = '''/**
 * EPSG {database} as PROJ {version} computes it, made by scripts/make-epsg.py. Records end with `^` or the line's end, fields with `|`:
 * `Gcode|geographic CRS|datum|its code|ellipsoid|a|1/f|its code|prime meridian|degrees|its code|Esri's name of the CRS|of the datum|datum where WKT 2
 * calls it otherwise|n of C` (WKT 1 names), `Dn|code of the geographic CRS|ellipsoid and shift to WGS 84|its accuracy in metres|better grid*its accuracy`,
 * `An|west,south,east,north in degrees`, `Cn|axis;axis;unit`, `Vcode|vertical CRS|datum|its code|axis|unit`,
 * `code|name (~ stands for the geographic CRS's)|projection|n of D|n of A|metres off PROJ, where 1 or more|method, where it is not the usual one|n of C`,
 * `code|name|!reason` (not supported), `code|=code[+code of the vertical part]`. Codes of Esri begin with E.
 */
'''

if __name__ == '__main__':
    main()
