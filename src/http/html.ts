/** Markup that is already safe to send. Only the {@link html} tag and functions that escape make it. */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
  toString(): string {
    return this.markup
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it may stand in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')

type Value = string | number | Html | undefined | false | readonly (Html | undefined | false)[]

const toMarkup = (value: Value): string =>
  Array.isArray(value)
    ? value.map(toMarkup).join('')
    : value instanceof Html
      ? value.markup
      : value === undefined || value === false
        ? ''
        : escapeHtml(String(value))

/** A template whose values are escaped unless they are {@link Html} themselves; lists are joined, `undefined` and `false` show nothing. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(parts.reduce((markup, part, index) => markup + toMarkup(values[index - 1]) + part))
