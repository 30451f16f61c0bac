// A sum and how many pixels it is of in one uint32: of 16-bit integers up to 64 (24 bits of sum, 8 of count), of 8-bit ones up to 1024 (20 and
// 12). Signed integers are lifted to 0 and above. Packed sums add up as they are.

/** The bit at which the count begins. */
@inline
export function countShift<T>(): i32 {
  return sizeof<T>() == 1 ? 20 : 24
}

/** What is added to a value so that it is not below 0. */
@inline
export function liftOf<T>(): i32 {
  if (!isSigned<T>()) return 0
  return sizeof<T>() == 1 ? 128 : 32768
}
