import { englishNumber } from './english-numbers.ts'
import type { Finder, Mention } from './mentions.ts'
import type { FoundGood } from './reading.ts'

/** Words between a number and the goods that make it the number of something else: a parcel of tea, one of the bags. */
const BETWEEN =
  '(?:(?!(?:of|on|for|in|at|with|from|via|to|is|are|per|and|or|the|any|my|parcel|package|order|year|lot|few|bit|little|pair|couple|day|than|tourist|visitor|travell?er|friend|student|resident|foreigner|citizen|national|[a-z]+ing)\\b)[a-z][a-z-]{0,14}\\s){0,2}'
const PRICE = '(?:(?:¥|rmb |cny )?\\d[\\d.]{0,9}\\s?(?:yuan|rmb|cny|kuai)?\\s)?'
const NUMBER = '\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const ENGLISH = new RegExp(`(?<![\\w.$€£¥/,-])(?<number>${NUMBER})\\s(?=${BETWEEN}${PRICE}${BETWEEN}$)`)
const CHINESE = /(?<![\d.a-z])(?<number>[2-9])$/

/** Names of goods that a table may not know, told by their plural: 3 gadgets. */
const PLURAL =
  /(?<![\w.$€£¥/,-])(?<number>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?=(?:(?!with|from|plus|for|and|per|off|via|tax|yuan|rmb|the)[a-z]{3,12}\s)?(?!yuan|dollars|bucks|euros|pounds|days|weeks|months|years|hours|minutes|times|orders|people|persons|limits|taxes|rates|questions|ways|accounts|platforms|others|was\b|is\b|this|plus|has\b|does|goods|cents|percents?|stars|regimes|channels|regions|cities|countries|zones|parcels|kids|friends|customs|less)[a-z]{2,14}s\b)/g

/** Finds numbers of pieces right before goods: two lipsticks, a 300 yuan cream, 3口红. */
export const countsBefore =
  (folded: string, goods: FoundGood[]): Finder =>
  (open) => {
    const found = goods.flatMap(({ start, end }): Mention[] => {
      const from = Math.max(0, start - 60)
      const before = open.slice(from, start)
      const name = folded.slice(start, end)
      const match = (/^[a-z]/.test(name) ? ENGLISH : CHINESE).exec(before)
      return match ? mentionOf(match.groups?.number, from + match.index) : []
    })
    const plural = [...open.matchAll(PLURAL)].flatMap((match) => mentionOf(match.groups?.number, match.index))
    return [...found, ...plural]
  }

function mentionOf(number = '', start: number): Mention[] {
  const pieces = number === 'a' || number === 'an' ? 1 : (englishNumber(number) ?? Number(number))
  return pieces > 0 ? [{ kind: 'count', pieces, ofNext: true, start, end: start + number.length }] : []
}
