import type { Day } from '../../core/day.ts'
import type { WrittenLocale } from '../../core/locale.ts'
import type { TopicId } from '../../core/topic.ts'

/** What a draft is made of: what may be shown of a gap, and where the entry is to belong. */
export type Draft = {
  topic: TopicId
  id: string
  /** Words that questions of the gap share, as they were released. */
  words: readonly string[]
  /** Whole questions that were proved to be frequent. Nobody's words otherwise. */
  phrases: readonly string[]
  audience: 'consumer' | 'merchant' | 'both'
  today: Day
}

/** What an entry's id is like. */
export const ENTRY_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+){0,9}$/

/** Where a file of a draft belongs in the knowledge. */
export const draftPath = ({ topic, id }: Pick<Draft, 'topic' | 'id'>, locale: WrittenLocale): string =>
  `entries/${topic}/${id}.${locale}.md`

/**
 * The beginnings of an entry, in both languages, for an author to finish: what is known stands in it, what is missing is empty, and `npm run check` names
 * each thing that is still missing. The words of the gap stand as the ways people ask it, until the author writes real ones.
 */
export function draftFiles({ words, phrases, audience, today }: Draft): Record<WrittenLocale, string> {
  const isChinese = (text: string) => /\p{Script=Han}/u.test(text)
  const asked = (chinese: boolean) => {
    const mine = words.filter((word) => isChinese(word) === chinese)
    return [...(mine.length > 0 ? [mine.join(' ')] : []), ...phrases.filter((phrase) => isChinese(phrase) === chinese)]
  }
  const questions = (chinese: boolean) => {
    const found = asked(chinese)
    return found.length === 0 ? ['questions: []'] : ['questions:', ...found.map((one) => `  - ${JSON.stringify(one)}`)]
  }
  return {
    'zh-Hans': [
      '---',
      'title: ""',
      `audiences: [${audience === 'both' ? 'consumer, merchant' : audience}]`,
      ...questions(true),
      `effective: { from: ${today} }`,
      `reviewed: ${today}`,
      'citations: []',
      'related: []',
      'next: ""',
      '---',
      '',
    ].join('\n'),
    en: ['---', 'title: ""', ...questions(false), 'next: ""', '---', ''].join('\n'),
  }
}
