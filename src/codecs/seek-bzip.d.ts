/** What is used of the library, which has no types of its own. */
declare module 'seek-bzip' {
  const library: {
    decode(input: Uint8Array, output: { writeByte(byte: number): void }, multistream: boolean): void
  }
  export default library
}
