import { isJsonObject, type Json, type JsonObject } from '../../base/json.js'

/** Times and spans of time as numpy stores them, seen as the int64 that they are: the attributes that say so in the way of CF. */
export interface TimeType {
  readonly bigEndian: boolean
  readonly attributes: JsonObject
  /** Why they cannot be read, or null. */
  readonly fault: string | null
}

/** "Not a time": what masks, as NaN does in floats. */
const notATime = '-9223372036854775808'

/** CF's name of a unit of numpy, and how many of those make one. */
const units: Readonly<Record<string, readonly [name: string, count: number]>> = {
  W: ['days', 7],
  D: ['days', 1],
  h: ['hours', 1],
  m: ['minutes', 1],
  s: ['seconds', 1],
  ms: ['milliseconds', 1],
  us: ['microseconds', 1],
  μs: ['microseconds', 1],
  ns: ['nanoseconds', 1],
}

/** Times by a numpy type string: `<M8[ns]` (times), `>m8[10s]` (spans). Null for what is neither. */
export function timeTypeV2(dtype: Json | undefined): TimeType | null {
  const match = typeof dtype === 'string' ? /^([<>|=])([Mm])8(?:\[(\d{0,9})([A-Za-zμ]{1,7})\])?$/.exec(dtype) : null
  if (match === null) return null
  const [, endian, kind, count = '', unit = 'generic'] = match
  return timeType(String(dtype), kind === 'M', unit, count === '' ? 1 : Number(count), endian === '>')
}

/** Times by a data type of version 3: zarr-python's `numpy.datetime64` and `numpy.timedelta64`. Null for what is neither. */
export function timeTypeV3(dataType: Json | undefined): TimeType | null {
  if (!isJsonObject(dataType) || (dataType.name !== 'numpy.datetime64' && dataType.name !== 'numpy.timedelta64')) return null
  const { unit, scale_factor: count = 1 } = isJsonObject(dataType.configuration) ? dataType.configuration : ({} as JsonObject)
  return timeType(dataType.name, dataType.name === 'numpy.datetime64', String(unit), Number(count), false)
}

function timeType(name: string, isTime: boolean, unit: string, count: number, bigEndian: boolean): TimeType {
  const found = Object.hasOwn(units, unit) ? units[unit] : undefined
  if (found === undefined || !Number.isInteger(count) || count < 1) {
    const why =
      unit === 'Y' || unit === 'M' ? `counts in ${unit === 'Y' ? 'years' : 'months'}, which have no fixed length` : `counts in "${unit}"`
    return { bigEndian, attributes: {}, fault: `data type ${JSON.stringify(name)} ${why}: weeks to nanoseconds are read` }
  }
  const [word, times] = found
  const scale = times * count
  return {
    bigEndian,
    attributes: {
      units: isTime ? `${word} since 1970-01-01` : word,
      ...(isTime ? { calendar: 'proleptic_gregorian' } : {}),
      _FillValue: notATime,
      ...(scale === 1 ? {} : { scale_factor: scale }),
    },
    fault: null,
  }
}

/** The fill value of times: `NaT` is a number of its own. */
export function timeFill(fill: Json | undefined): Json | undefined {
  return fill === 'NaT' ? notATime : fill
}
