import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { SourceError } from '../../base/errors.js'

/** An element of an XML document, with its own text. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly XmlElement[]
}

/** A node as the parser gives it: one key is the element's name, `:@` holds its attributes. */
type ParsedNode = Readonly<Record<string, unknown>>

/** The root element of a document. Throws `E_SOURCE` for text that is no XML, and for a document type, whose entities could be of any size. */
export function parseXml(text: string, uri: string): XmlElement {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new SourceError(`${uri}: the XML has a document type, which is not read`, { uri })
  const fault = XMLValidator.validate(text)
  if (fault !== true) {
    const { line, msg } = fault.err
    throw new SourceError(`${uri}: is no whole XML document: line ${line}: ${msg}`, { uri })
  }
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: 100,
  })
  try {
    const [root] = (parser.parse(text) as ParsedNode[]).flatMap(elementsOf)
    if (root !== undefined) return root
  } catch (cause) {
    throw new SourceError(`${uri}: the XML cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { uri }, { cause })
  }
  throw new SourceError(`${uri}: the XML has no element`, { uri })
}

function elementsOf(node: ParsedNode): XmlElement[] {
  const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text')
  if (name === undefined) return []
  const inner = node[name] as readonly ParsedNode[]
  return [
    {
      name,
      attributes: (node[':@'] ?? {}) as Record<string, string>,
      text: inner.flatMap((each) => ('#text' in each ? [String(each['#text'])] : [])).join(''),
      children: inner.flatMap(elementsOf),
    },
  ]
}

/** The first child of a name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((each) => each.name === name)
}

/** All children of a name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((each) => each.name === name)
}

/** The text of the first child of a name, without blanks around it; null where there is no such child or it is empty. */
export function childText(element: XmlElement, name: string): string | null {
  const text = child(element, name)?.text.trim() ?? ''
  return text === '' ? null : text
}
