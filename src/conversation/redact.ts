import { ACCOUNTS, EMAILS } from './redaction/accounts.ts'
import { ADDRESS_FINDERS } from './redaction/addresses.ts'
import { ANNOUNCED_CARDS, CARDS } from './redaction/cards.ts'
import { foldInPlace, markKept, markRemoved } from './redaction/fold.ts'
import { OTHER_IDS, RESIDENT_IDS, TRAVEL_DOCUMENTS } from './redaction/identity.ts'
import { KEPT } from './redaction/kept.ts'
import { NAME_FINDERS } from './redaction/names.ts'
import { ANNOUNCED_PARCELS, LONG_NUMBERS, NUMBERS_OF_SOMETHING, PARCELS } from './redaction/parcels.ts'
import { AREA, INTERNATIONAL, MOBILES, OTHER_PHONES, REGIONAL } from './redaction/phones.ts'
import { type Finder, findAll, finder, type Rule, type Span } from './redaction/rule.ts'

const finders = (...rules: Rule[][]): Finder[] => rules.flat().map(finder)

/** Identifiers that show by themselves what they are: removed whatever stands around them. */
const CERTAIN = [
  ...finders(EMAILS, RESIDENT_IDS, PARCELS, CARDS, MOBILES),
  INTERNATIONAL,
  ...finders(REGIONAL, LONG_NUMBERS),
]

/** Identifiers told by the words around them or by a weaker shape: never at the cost of an amount, a date or a tariff code. */
const PROBABLE = [
  ...finders(OTHER_IDS, TRAVEL_DOCUMENTS),
  AREA,
  ...finders(OTHER_PHONES, ANNOUNCED_PARCELS, ANNOUNCED_CARDS, ACCOUNTS, NUMBERS_OF_SOMETHING),
  ...NAME_FINDERS,
  ...ADDRESS_FINDERS,
]

/**
 * Rounds at most: a removal may free what stood right beside it, and one round more shows that nothing is left. Two are the rule
 * for a text that holds anything, one for all others.
 */
const ROUNDS = 8

/**
 * Replaces what identifies a person or a parcel by a token such as `[id]`, `[phone]` or `[parcel]` (see `Token`), and leaves
 * everything else as it was, character by character: amounts, tariff codes, numbers of official documents, dates, quantities and
 * hotlines stay. Redacting twice changes nothing more. The work grows with the length of the text, whatever is in it.
 *
 * It finds what has a check digit, a shape of its own, or a word that announces it. A name in the middle of a sentence it does not find.
 */
export function redact(text: string): string {
  const spans: Span[] = []
  let folded = foldInPlace(text)
  for (let round = 0; round < ROUNDS; round++) {
    const certain = findAll(folded, CERTAIN)
    const probable = findAll(KEPT.reduce(markKept, certain.text), PROBABLE)
    const found = [...certain.spans, ...probable.spans]
    if (found.length === 0) break
    spans.push(...found)
    for (const { start, end } of found) folded = markRemoved(folded, start, end)
  }
  spans.sort((a, b) => b.start - a.start)
  return spans.reduce((rest, { start, end, token }) => `${rest.slice(0, start)}[${token}]${rest.slice(end)}`, text)
}
