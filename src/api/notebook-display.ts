/** Where a notebook shows things: as far as it is used here. */
export interface NotebookDisplay {
  html(text: string): void
  png(bytes: Uint8Array): void
}

interface Tslab {
  readonly display: NotebookDisplay
  newDisplay(): NotebookDisplay
}

/** The tslab kernel that runs this process; null where none does. The kernel gives itself to the code of cells by this global. */
function kernel(): Tslab | null {
  const { __tslab__: host } = globalThis as { readonly __tslab__?: { require?(name: string): Tslab } }
  if (typeof host?.require !== 'function') return null
  return host.require('tslab')
}

/** The display of the notebook that this process runs; null outside one. */
export function notebookDisplay(): NotebookDisplay | null {
  return kernel()?.display ?? null
}

/** A display whose contents are replaced each time; null outside a notebook. */
export function updatedDisplay(): NotebookDisplay | null {
  return kernel()?.newDisplay() ?? null
}
