/** Gives what was made for a key before, or makes it. */
export type Remembered<T> = (key: string, make: () => T) => T

/**
 * A memory of what was made last, by key: for values that take longer to make than to look up, of which the same few are asked for again and again.
 * At most `most` are held; the one made first is given up first. What `make` throws is not remembered.
 */
export function remembered<T>(most: number): Remembered<T> {
  const held = new Map<string, T>()
  return (key, make) => {
    const known = held.get(key)
    if (known !== undefined || held.has(key)) return known as T
    const made = make()
    held.set(key, made)
    if (held.size > most) held.delete(held.keys().next().value as string)
    return made
  }
}
