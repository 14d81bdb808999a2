import type { ChoiceId, DecisionTree, QuestionId, TreeQuestion } from '../core/decision-tree.ts'
import type { Wording } from '../core/locale.ts'
import type { Answers } from './decision.ts'

/**
 * The choice that a reply to a question means: its id, its label in either language, its number in the list, or a word that means it and no
 * other choice.
 * @param text normalised and folded to simplified characters
 * @param shown how a label looked to whoever replies, where it holds figures
 */
export function chosen(
  { choices }: TreeQuestion,
  text: string,
  shown: (label: Wording) => string[] = Object.values,
): ChoiceId | undefined {
  const said = plain(text)
  const number = /^\(?(\d)[.)、]?$/.exec(said)?.[1]
  if (number !== undefined) return choices[Number(number) - 1]?.id
  const named = choices.find(({ id, label }) => id === said || shown(label).some((one) => plain(one) === said))
  return named?.id ?? meant(choices, text)
}

/**
 * The answers that a message gives by itself, so that only the rest has to be asked ("我卖小包给国外的消费者，没有发票"). A question that two
 * choices of would fit stays open.
 * @param text normalised and folded to simplified characters
 */
export function answersIn({ questions }: DecisionTree, text: string): Answers {
  const found: Record<QuestionId, ChoiceId> = {}
  for (const { id, choices } of questions.values()) {
    const choice = meant(choices, text)
    if (choice !== undefined) found[id] = choice
  }
  return found
}

/** The one choice whose words a text holds. */
function meant(choices: TreeQuestion['choices'], text: string): ChoiceId | undefined {
  const said = text.toLowerCase()
  const [first, ...others] = choices.filter(({ words }) =>
    [...words.zh, ...words.en].some((word) => holds(said, word.toLowerCase())),
  )
  return others.length === 0 ? first?.id : undefined
}

/** A denial right before a word turns it into its opposite, which is for the words of another choice to catch. */
const DENIED = {
  zh: '(?<![不没未无非别])(?<![不没][是有在想要用能会])',
  en: "(?<!(?:not|no|without|never|n't) (?:an? |the |any |have |in |on )?)",
}

/** Whether a text holds a word: Chinese anywhere, Latin letters and digits as whole words (`fba` in "to FBA", not in "fbar"). */
function holds(text: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (/^[ -~]+$/.test(word)) return new RegExp(`${DENIED.en}(?<![a-z0-9])${escaped}(?![a-z0-9])`).test(text)
  // 要不要退税 asks; it does not say 不要退税.
  const turned = /^[不没](.)/.exec(word)?.[1]
  return new RegExp(`${DENIED.zh}${turned === undefined ? '' : `(?<!${turned})`}${escaped}`).test(text)
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[。.？?！! ]+$/u, '')
    .trim()
