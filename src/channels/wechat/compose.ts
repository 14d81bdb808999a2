import type { Locale } from '../../core/locale.ts'
import type { Reply } from '../../core/reply.ts'
import type { Translate } from '../../core/translate.ts'
import type { Said } from './listeners.ts'
import { inParts, MOST_BYTES } from './parts.ts'
import { toWeChatText, withoutPageLink } from './text.ts'

/** What putting a reply into WeChat's shape needs. */
export type ComposeParts = { translate: Translate; publicUrl?: string | undefined }

/** Replies that tell something, and so can be rated. */
const TELLING = new Set<Reply['outcome']>(['answered', 'calculated', 'compared', 'changed'])

const paragraphs = (...blocks: (string | undefined)[]): string => blocks.filter(Boolean).join('\n\n')

/**
 * A reply as WeChat shows it: its text, its page, what may be asked next as numbers, and how to rate it; in parts where that is more than one
 * passive reply holds. The first part links to the page, where all of it stands.
 * @param before what is said before the answer
 */
export function composeReply(reply: Reply, { translate, publicUrl }: ComposeParts, before?: string): Said {
  const { locale, choices } = reply
  const { text, link } = withoutPageLink(toWeChatText(reply.text), publicUrl)
  const [first] = choices
  // A question back numbers its choices itself, and the conversation knows its numbers.
  const numbered = first === undefined || reply.text.includes(`1. ${first.label}`)
  const rateable = TELLING.has(reply.outcome)
  const foot = paragraphs(
    numbered ? undefined : offer(reply, translate),
    rateable ? translate(locale, 'wechat.rate') : undefined,
  )
  const whole = paragraphs(before, text, link, foot)
  return {
    parts:
      Buffer.byteLength(whole) <= MOST_BYTES
        ? [whole]
        : inSeveral(paragraphs(before, text, foot), link, locale, translate),
    locale,
    choices: numbered || reply.outcome === 'asked' ? [] : choices.map(({ utterance }) => utterance),
    // 没用 answers a question for what was spent.
    ...(rateable ? { reply: reply.id } : reply.outcome === 'asked' && { reply: null }),
  }
}

/** What may be said next: answers to a question by their words, since a number may be an answer itself; anything else by number. */
function offer({ choices, locale, outcome }: Reply, translate: Translate): string {
  const labels = choices.map(({ label }) => label)
  if (outcome === 'asked') return translate(locale, 'wechat.choose-words', { choices: labels.join(' / ') })
  return numberedChoices(labels, locale, translate)
}

/** Choices as numbered lines. */
export const numberedChoices = (labels: string[], locale: Locale, translate: Translate): string =>
  [translate(locale, 'wechat.choose'), ...labels.map((label, index) => `${index + 1}. ${label}`)].join('\n')

function inSeveral(text: string, link: string | undefined, locale: Locale, translate: Translate): string[] {
  const hint = (left: number) =>
    left === 1 ? translate(locale, 'wechat.more.one') : translate(locale, 'wechat.more', { n: left })
  const longestHint = Math.max(...[hint(1), hint(999)].map((one) => Buffer.byteLength(one)))
  const parts = inParts(text, MOST_BYTES - Buffer.byteLength(`\n\n${link ?? ''}\n\n`) - longestHint)
  return parts.map((part, index) => {
    const left = parts.length - 1 - index
    return paragraphs(part, index === 0 ? link : undefined, left > 0 ? hint(left) : undefined)
  })
}
