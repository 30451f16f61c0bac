import { canonicalJson, isJsonObject, type Json, type JsonObject } from './json.js'

/** The first place where two JSON values differ, as text: `shape.0 was 512, is 256`; null where they are equal. */
export function firstDifference(recorded: Json, found: Json): string | null {
  return difference(recorded, found, '')
}

function difference(recorded: Json | undefined, found: Json | undefined, path: string): string | null {
  if (recorded === undefined || found === undefined) {
    if (recorded === found) return null
    return `${path} was ${shown(recorded)}, is ${shown(found)}`
  }
  if (canonicalJson(recorded) === canonicalJson(found)) return null
  if (!isBranch(recorded) || !isBranch(found)) return `${path} was ${shown(recorded)}, is ${shown(found)}`
  for (const key of new Set([...Object.keys(recorded), ...Object.keys(found)])) {
    const below = path === '' ? key : `${path}.${key}`
    const inside = difference(recorded[key], found[key], below)
    if (inside !== null) return inside
  }
  return null
}

/** Lists of numbers are shown whole: an extent alone says little. */
function isBranch(value: Json): value is JsonObject {
  return isJsonObject(value) || (Array.isArray(value) && value.some((item: Json) => typeof item === 'object'))
}

function shown(value: Json | undefined): string {
  if (value === undefined) return 'absent'
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}
