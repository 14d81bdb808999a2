import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'

/** Every value stays text: ids have more digits than a number holds. */
const parser = new XMLParser({ parseTagValue: false, trimValues: false, maxNestedTags: 8 })
const TEXT = '#text'
const builder = new XMLBuilder({ cdataPropName: TEXT })

/** Sections of literal text, in which anything may stand. */
const LITERAL = /<!\[CDATA\[[\s\S]*?\]\]>/g
const DECLARATION = /^\s*<\?xml [^<>]*\?>/
/** Anything but plain tags: document types, comments, instructions, attributes. In any of them a document type could be hidden. */
const NOT_A_TAG = /<(?!\/?[\w.-]+\s*\/?>)/

/**
 * The fields of a message, by name; undefined for what is no XML of the platform's shape. Nothing but tags and text is taken: no document type, and
 * so no entities; a field that comes twice, or has fields of its own, is left out.
 */
export function readXml(text: string): Map<string, string> | undefined {
  // A section that never ends is malformed, and looking for its end from each of many beginnings takes for ever.
  if (text.lastIndexOf('<![CDATA[') > text.lastIndexOf(']]>')) return undefined
  if (NOT_A_TAG.test(text.replace(DECLARATION, '').replace(LITERAL, ''))) return undefined
  try {
    if (XMLValidator.validate(text) !== true) return undefined
    const root: unknown = parser.parse(text).xml
    if (typeof root !== 'object' || root === null) return undefined
    return new Map(Object.entries(root).filter((field): field is [string, string] => typeof field[1] === 'string'))
  } catch {
    // The parser throws at what the validator lets pass: unclosed sections, tags nested too deep, names that are traps.
    return undefined
  }
}

/** Everything that must not stand in XML 1.0: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const NOT_XML = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Fields as the platform writes them: numbers bare, text in CDATA sections, which nothing in it can end. */
export const writeXml = (fields: Record<string, string | number>): string =>
  builder.build({
    xml: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === 'number' ? value : { [TEXT]: value.replace(NOT_XML, '') },
      ]),
    ),
  })
