import type { Locale } from '../../core/locale.ts'
import type { Selection } from '../filters.ts'
import { valueName } from '../reports/names.ts'
import type { Say } from '../reports/report.ts'
import { countInWords, dayInWords, filtersInWords, periodInWords, ratioInWords } from '../view/words.ts'
import type { Brief, BriefItem } from './brief.ts'

/** What a brief is put into words with. */
export type BriefWords = {
  brief: Brief
  selection: Selection
  locale: Locale
  say: Say
  knowledge: string
  madeUp: boolean
}

/** What is known of an item, in lines: how many, how that changed, where, harm, and what to do. */
export function factsOf(item: BriefItem, { locale, say }: Pick<BriefWords, 'locale' | 'say'>): [string, string][] {
  const { asked, ratio, place, harm, kind, action } = item
  const where = [
    place.audience && valueName(say, 'audience', place.audience),
    place.channel && valueName(say, 'channel', place.channel),
  ].filter((one) => one !== undefined)
  return [
    [say('brief.reach'), countInWords(locale, say, asked)],
    ...(kind === 'gap'
      ? []
      : [
          [
            say(kind === 'belief' ? 'brief.against-before' : 'brief.against-expected'),
            ratioInWords(locale, say, ratio),
          ] as [string, string],
        ]),
    ...(kind === 'gap'
      ? []
      : [
          [say('brief.where'), where.length > 0 ? where.join(say('insights.list')) : say('brief.where-unknown')] as [
            string,
            string,
          ],
        ]),
    [say('brief.harm'), say(`brief.harm.${harm}`)],
    [say('brief.action'), say(`brief.action.${action}`)],
  ]
}

/** What the brief is worth: how much was asked, through which channels, and how much was held back. */
export function coverageOf({ brief, say, locale, knowledge }: BriefWords): string[] {
  const { asked, before, channels, numbers, on } = brief
  const shown = channels.map(({ id, count }) =>
    say('brief.coverage.channel', { channel: valueName(say, 'channel', id), count: countInWords(locale, say, count) }),
  )
  return [
    say('brief.coverage.asked', {
      asked: countInWords(locale, say, asked),
      before: countInWords(locale, say, before),
    }),
    say('brief.coverage.channels', { channels: shown.join(say('insights.list')) }),
    say('brief.coverage.held', { held: numbers.held, looked: numbers.looked }),
    say('brief.coverage.rank'),
    say('brief.coverage.words', { day: dayInWords(locale, on), knowledge: knowledge.slice(0, 12) }),
    say('brief.coverage.who'),
  ]
}

/** Words of others cannot make Markdown of their own. */
const plain = (text: string): string => text.replace(/[\\`*_[\]#|<>~]/g, '\\$&').replace(/\s+/g, ' ')

/** The brief as Markdown, to be mailed, pasted or printed. */
export function briefMarkdown(words: BriefWords): string {
  const { brief, selection, locale, say, madeUp } = words
  const lines = [
    `# ${say('brief.title')}`,
    '',
    [periodInWords(locale, say, selection.weeks), filtersInWords(say, selection.filters)].filter(Boolean).join(' · '),
    '',
    ...(madeUp ? [`**${say('insights.made-up')}**`, ''] : []),
  ]
  if (brief.items.length === 0) lines.push(say('brief.empty'), '')
  brief.items.forEach((item, index) => {
    lines.push(`## ${index + 1}. ${say(`brief.kind.${item.kind}`)} ${plain(item.title)}`, '')
    for (const [name, value] of factsOf(item, words)) lines.push(`- **${name}** ${plain(value)}`)
    lines.push('')
    for (const language of ['zh-Hans', 'en'] as const) {
      const copy = item.copy[language]
      if (copy === undefined) continue
      lines.push(`### ${say('brief.copy', { language: say(`insights.language.${language}`) })}`, '')
      lines.push(`**${say('brief.post')}**`, '', `> ${plain(copy.post)}`, '')
      lines.push(`**${say('brief.notice')}**`, '', `> ${plain(copy.notice)}`, '')
      lines.push(
        `**${say('brief.card')}**`,
        '',
        `> **${plain(copy.card.question)}**`,
        '>',
        `> ${plain(copy.card.answer)}`,
        '',
      )
    }
  })
  lines.push(`## ${say('brief.coverage')}`, '', ...coverageOf(words).map((line) => `- ${plain(line)}`), '')
  return lines.join('\n')
}
