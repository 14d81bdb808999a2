import { Big } from 'big.js'
import type { Figure } from '../../core/figure.ts'
import { type Locale, writtenFor } from '../../core/locale.ts'
import { entryPath } from '../../core/page-paths.ts'
import type { Translate } from '../../core/translate.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { fill } from '../fill.ts'
import { formatDay, formatValue } from '../format-figure.ts'

/** A change of an entry to be told to whoever asked for it. Values as they stand in the files. */
export type Tidings = {
  entry: string
  difference: {
    figures: { figure: string; before: string | undefined; after: string | undefined }[]
    announced: { figure: string; before: string | undefined; after: string | undefined; from?: string }[]
    words: boolean
    inForce?: 'begun' | 'ended'
  }
}

/** The message to somebody who wanted to be told: what changed, old and new side by side, what holds now, and how to stop. */
export function phraseTidings(
  tidings: readonly Tidings[],
  context: { knowledge: Knowledge; on: string; locale: Locale; translate: Translate; publicUrl: string | undefined },
): string {
  const { knowledge, locale, translate, on, publicUrl } = context
  const language = writtenFor(locale)
  const say = (key: string, values?: Record<string, string>) => translate(locale, key, values)
  const parts = tidings.flatMap(({ entry: id, difference }) => {
    const entry = knowledge.entries.get(id)
    if (!entry) return []
    const value = (figure: Figure, text: string | undefined) =>
      text === undefined
        ? say('changes.none')
        : formatValue(/^\d{4}-|^\d\d-\d\d$/.test(text) ? text : new Big(text), figure, locale, translate)
    const line = (
      key: string,
      one: { figure: string; before: string | undefined; after: string | undefined; from?: string },
    ) => {
      const figure = knowledge.figures.get(one.figure)
      if (!figure) return []
      const [before, after] = [value(figure, one.before), value(figure, one.after)]
      const from = one.from === undefined ? '' : formatDay(one.from, locale)
      return [`- ${say(key, { name: figure.name[language], before, after, from })}`]
    }
    const lines = [
      ...difference.figures.flatMap((one) => line('tidings.figure', one)),
      ...difference.announced.flatMap((one) => line('tidings.announced', one)),
    ]
    const heading = difference.inForce === undefined ? 'tidings.changed' : `tidings.${difference.inForce}`
    const link = publicUrl === undefined ? '' : `\n\n[${say('reply.page')}](${publicUrl}${entryPath(locale, id)})`
    const now =
      difference.inForce === 'ended'
        ? ''
        : `\n\n${say('tidings.now', { answer: fill(entry.texts[language].answer, { knowledge, on, locale, translate }) })}`
    return [
      `${say(heading, { title: entry.texts[language].title })}${lines.length > 0 ? `\n\n${lines.join('\n')}` : ''}${now}${link}`,
    ]
  })
  return [...parts, say('tidings.stop')].join('\n\n')
}
