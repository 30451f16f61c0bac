/** An element of an XML text: what stands in it as text, without that of its children. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Partial<Record<string, string>>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

/** Deeper than any metadata: what lies deeper still is left out. */
const mostDepth = 64

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/**
 * Reads XML as far as GDAL's metadata goes: elements, attributes, text, CDATA; comments, declarations and document types are skipped, entities
 * are the five of XML and characters by number. Damaged text is read as far as it makes sense: never an error, each character looked at once or
 * twice.
 */
export function readXml(xml: string): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' }
  const open: OpenElement[] = [root]
  let skipped = 0
  for (let at = 0; ; ) {
    const start = xml.indexOf('<', at)
    const top = open[open.length - 1] as OpenElement
    if (skipped === 0) top.text += unescapeXml(xml.slice(at, start < 0 ? xml.length : start))
    if (start < 0) return root
    const special = specialEnd(xml, start)
    const end = special ?? tagEnd(xml, start)
    if (end < 0) return root
    at = end
    if (special !== null) {
      if (skipped === 0 && xml.startsWith('<![CDATA[', start)) top.text += xml.slice(start + 9, Math.max(start + 9, end - 3))
      continue
    }
    if (xml[start + 1] === '/') {
      if (skipped > 0) skipped--
      else closeElement(open, xml.slice(start + 2, end - 1).trim())
      continue
    }
    const isEmpty = xml[end - 2] === '/'
    const element = elementOf(xml.slice(start + 1, isEmpty ? end - 2 : end - 1))
    if (skipped > 0 || open.length > mostDepth) {
      if (!isEmpty) skipped++
      continue
    }
    top.children.push(element)
    if (!isEmpty) open.push(element)
  }
}

/** The elements of a name within an element, at any depth, in order. */
export function* elementsNamed(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child
    yield* elementsNamed(child, name)
  }
}

/** The first child of a name. */
export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name)
}

/** Texts with the entities of XML replaced; others stay as they are. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,8})|#(\d{1,9})|(\w{1,8}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return codePoint(Number.parseInt(hex, 16), whole)
    if (decimal !== undefined) return codePoint(Number(decimal), whole)
    return entities[name ?? ''] ?? whole
  })
}

function codePoint(code: number, whole: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/** Where a comment, declaration, document type or CDATA section ends that begins at a place; null for a tag, -1 where it has no end. */
function specialEnd(xml: string, start: number): number | null {
  const [closing, from] = xml.startsWith('<!--', start)
    ? ['-->', start + 4]
    : xml.startsWith('<![CDATA[', start)
      ? [']]>', start + 9]
      : xml[start + 1] === '?'
        ? ['?>', start + 2]
        : xml[start + 1] === '!'
          ? ['>', start + 2]
          : [null, start]
  if (closing === null) return null
  const end = xml.indexOf(closing, from)
  return end < 0 ? -1 : end + closing.length
}

function tagEnd(xml: string, start: number): number {
  const end = xml.indexOf('>', start)
  return end < 0 ? -1 : end + 1
}

/** Closes the element of a name, and what in it was not closed; a name that is not open is ignored. */
function closeElement(open: OpenElement[], name: string): void {
  for (let depth = open.length - 1; depth > 0; depth--) {
    if ((open[depth] as OpenElement).name !== name) continue
    open.length = depth
    return
  }
}

function elementOf(text: string): OpenElement {
  const name = /^[^\s/>=]{0,256}/.exec(text)?.[0] ?? ''
  return { name, attributes: parseAttributes(text.slice(name.length)), children: [], text: '' }
}

function parseAttributes(text: string): Partial<Record<string, string>> {
  // What stands before each equals sign is looked at from there backwards, so that no text is searched twice.
  const attributes: Record<string, string> = {}
  for (const match of text.matchAll(/=\s{0,64}(?:"([^"]*)"|'([^']*)')/g)) {
    const name = /[\w:]{1,64}\s{0,64}$/.exec(text.slice(Math.max(0, match.index - 128), match.index))?.[0].trimEnd()
    // Named twice, the first counts.
    if (name === undefined || Object.hasOwn(attributes, name)) continue
    Object.defineProperty(attributes, name, { value: unescapeXml(match[1] ?? match[2] ?? ''), enumerable: true })
  }
  return attributes
}
