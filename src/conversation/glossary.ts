import type { GlossaryTerm } from '../core/glossary-term.ts'
import type { WrittenLocale } from '../core/locale.ts'
import { fold } from '../search/fold.ts'

/** Terms as questions ask for them and as texts hold them. */
export type Glossary = {
  /** The term a message asks the meaning of, or consists of; `loosely`, also one among a few other words. */
  asked(text: string, loosely: boolean): GlossaryTerm | undefined
  /** Terms a text uses, in the order of their first mention. */
  mentioned(text: string, locale: WrittenLocale): GlossaryTerm[]
}

const ASKS_MEANING =
  /^(?:请问|什么是|啥是|啥叫|什么叫|何谓|解释一?下?|what(?:'s| is| are)(?: an?| the)? |what does |meaning of |define |explain )|(?:是什么(?:东西|意思|玩意)?|是啥(?:东西|意思)?|什么意思|啥意思|系(?:咩|乜嘢|乜)(?:嚟|来)?[㗎嘎架呀]?|是指什么|指的是什么|怎么解释|的?定义|的?含义| mean(?:ing)?| stand for)[?？。.！!\s]*$/gu
/** Words that set one thing beside another: then no single one is meant. */
const SEVERAL = /分别|区别|不同|差别|和|与|跟|\b(?:and|or|versus|vs)\b/u
const MARKS = /[\s\p{P}\p{S}]+/gu

/** A word shorter than this is part of too many others; a text longer than this asks for more than a word. */
const [SHORTEST_AMONG, LONGEST_AROUND] = [3, 16]

const bare = (text: string) => fold(text).replace(MARKS, ' ').trim()
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Builds the look-ups over the glossary. */
export function createGlossary(terms: Iterable<GlossaryTerm>): Glossary {
  const byName = new Map<string, GlossaryTerm>()
  const inTexts = { 'zh-Hans': new Map<string, GlossaryTerm>(), en: new Map<string, GlossaryTerm>() }
  for (const term of terms) {
    const { name, traditional, slang } = term
    for (const word of [
      name['zh-Hans'],
      name.en,
      traditional.mainland,
      traditional.tw,
      traditional.hk,
      ...slang.zh,
      ...slang.en,
    ])
      if (word !== undefined && !byName.has(bare(word))) byName.set(bare(word), term)
    inTexts['zh-Hans'].set(name['zh-Hans'], term)
    inTexts.en.set(name.en.toLowerCase(), term)
  }
  const finders = Object.fromEntries(
    Object.entries(inTexts).map(([locale, names]) => {
      const words = [...names.keys()].sort((a, b) => b.length - a.length).map(escaped)
      const edge = locale === 'en' ? '(?![a-z])' : ''
      return [
        locale,
        words.length === 0
          ? undefined
          : new RegExp(`${locale === 'en' ? '(?<![a-z])' : ''}(?:${words.join('|')})${edge}`, 'giu'),
      ]
    }),
  )
  return {
    asked(text, loosely) {
      const whole = bare(text)
      const known = byName.get(whole)
      if (known) return known
      const rest = bare(fold(text).trim().replace(ASKS_MEANING, ' '))
      if (rest === whole) return undefined
      const named = byName.get(rest) ?? byName.get(rest.replace(/ /g, ''))
      if (named || !loosely || SEVERAL.test(rest)) return named
      // `海淘的综合税率是啥意思`: one word of ours among others is the one that is meant.
      const among = new Set(
        [...byName].filter(([name]) => name.length >= SHORTEST_AMONG && rest.includes(name)).map(([, term]) => term),
      )
      const [only] = among
      return among.size === 1 && rest.length <= LONGEST_AROUND ? only : undefined
    },
    mentioned(text, locale) {
      const finder = finders[locale]
      if (!finder) return []
      const found = new Set<GlossaryTerm>()
      for (const [word] of text.matchAll(finder)) {
        const term = inTexts[locale].get(locale === 'en' ? word.toLowerCase() : word)
        if (term) found.add(term)
      }
      return [...found]
    },
  }
}
