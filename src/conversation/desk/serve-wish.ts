import type { Address } from '../../core/address.ts'
import type { DONE } from '../../core/answer.ts'
import type { Desk } from '../../core/desk.ts'
import type { Handover } from '../../core/handover.ts'
import type { Locale } from '../../core/locale.ts'
import { changesPath } from '../../core/page-paths.ts'
import type { Choice } from '../../core/reply.ts'
import type { Subject } from '../../core/subscription.ts'
import { OTHER_TOPIC, type TopicId } from '../../core/topic.ts'
import type { Translate } from '../../core/translate.ts'
import type { Worded } from '../phrase.ts'
import type { Session } from '../sessions.ts'
import type { Understanding } from '../understanding.ts'
import { expectedTime, hoursInWords } from './office-hours.ts'
import type { Wish } from './wish.ts'

/** What serving a wish needs to know. */
export type WishContext = {
  desk: Desk
  session: Session | undefined
  understanding: Understanding
  translate: Translate
  locale: Locale
  now: Date
  /** Who asks; `to` where they can be written to later. */
  asker: Omit<Address, 'to'> & { to?: string | undefined }
  /** What a text is about, as a question would find it. */
  aboutWhat: (text: string) => { entry?: string | undefined; topic: TopicId }
  /** Where pages are to be had; undefined where a link would lead nowhere. */
  base: string | undefined
}

/** What was done, in words, and what the next turn has to know. */
export type Served = {
  of: Of
  worded: Worded
  handing?: string | undefined
  /** The language it was said in, where the message itself has none. */
  locale?: Locale
}

type Of = (typeof DONE)[number]

const said = (of: Of, text: string, choices: Choice[] = [], topic: TopicId = OTHER_TOPIC): Served => ({
  of,
  worded: { outcome: 'courtesy', why: of, topic, text, citations: [], choices },
})

/** Does what somebody wishes; undefined when the service does not keep such things, or nothing was to be confirmed. */
export async function serveWish(wish: Wish, context: WishContext): Promise<Served | undefined> {
  switch (wish.kind) {
    case 'subscribe':
      return subscribe(wish, context)
    case 'unsubscribe':
      return unsubscribe(wish, context)
    case 'subscriptions':
      return list(context)
    case 'hand-over':
      return offer(context)
    case 'confirm':
      return hand(context)
  }
}

const titleOf = (subject: Subject, { understanding: { knowledge }, locale }: WishContext): string => {
  const language = locale === 'en' ? 'en' : 'zh-Hans'
  return 'entry' in subject
    ? (knowledge.entries.get(subject.entry)?.texts[language].title ?? subject.entry)
    : (knowledge.topics.get(subject.topic)?.name[language] ?? subject.topic)
}

function subjectOf(
  { about, wholeTopic }: Wish,
  { session, aboutWhat, understanding }: WishContext,
): Subject | undefined {
  const named = understanding.terms(about).length > 0 ? aboutWhat(about) : undefined
  const entry = named?.entry ?? session?.entry
  const topic = entry === undefined ? named?.topic : understanding.knowledge.entries.get(entry)?.topic
  if (entry !== undefined && !wholeTopic) return { entry }
  return topic === undefined || topic === OTHER_TOPIC ? undefined : { topic }
}

async function subscribe(wish: Wish, context: WishContext): Promise<Served | undefined> {
  const { desk, translate, locale, asker, base } = context
  if (!desk.subscriptions) return undefined
  const say = (key: string, values?: Record<string, string>) => translate(locale, key, values)
  if (asker.to === undefined) {
    const where = base === undefined ? '' : `\n\n[${say('wish.changes-page')}](${base}${changesPath(locale)})`
    return said('subscribe', `${say('wish.cannot-be-written-to')}${where}`)
  }
  const subject = subjectOf(wish, context)
  if (!subject) return said('subscribe', say('wish.subscribe-what'))
  const { channel, speaker, to } = asker
  const kept = await desk.subscriptions.add({ channel, speaker, to }, subject, locale)
  const title = titleOf(subject, context)
  if (!kept) return said('subscribe', say('wish.too-many'))
  return said('subscribe', say('wish.subscribed', { title }), [
    { label: say('wish.my-subscriptions'), utterance: say('wish.my-subscriptions') },
    { label: say('wish.unsubscribe'), utterance: `${say('wish.unsubscribe')} ${title}` },
  ])
}

async function unsubscribe({ everything, about }: Wish, context: WishContext): Promise<Served | undefined> {
  const { desk, translate, locale, asker } = context
  if (!desk.subscriptions) return undefined
  const held = await desk.subscriptions.of(asker)
  const say = (key: string, values?: Record<string, string>) => translate(locale, key, values)
  if (held.length === 0) return said('unsubscribe', say('wish.none-held'))
  const bare = (text: string) => text.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '')
  const named = held.find((subject) => bare(about) !== '' && bare(titleOf(subject, context)).includes(bare(about)))
  const one = named ?? (held.length === 1 ? held[0] : undefined)
  if (everything || !one) {
    if (!everything) {
      const choices = held.slice(0, 3).map((subject) => {
        const title = titleOf(subject, context)
        return { label: title, utterance: `${say('wish.unsubscribe')} ${title}` }
      })
      return said('unsubscribe', say('wish.unsubscribe-which'), [
        ...choices,
        { label: say('wish.unsubscribe-all'), utterance: say('wish.unsubscribe-all') },
      ])
    }
    await desk.subscriptions.remove(asker)
    return said('unsubscribe', say('wish.unsubscribed-all'))
  }
  await desk.subscriptions.remove(asker, one)
  return said('unsubscribe', say('wish.unsubscribed', { title: titleOf(one, context) }))
}

async function list(context: WishContext): Promise<Served | undefined> {
  const { desk, translate, locale, asker } = context
  if (!desk.subscriptions) return undefined
  const held = await desk.subscriptions.of(asker)
  if (held.length === 0) return said('subscriptions', translate(locale, 'wish.none-held'))
  const titles = held.map((subject) => `- ${titleOf(subject, context)}`).join('\n')
  const stop = translate(locale, 'wish.unsubscribe')
  return said('subscriptions', `${translate(locale, 'wish.held')}\n\n${titles}`, [{ label: stop, utterance: stop }])
}

async function offer(context: WishContext): Promise<Served | undefined> {
  const { desk, session, translate, locale, now, understanding } = context
  if (!desk.handovers) return undefined
  const say = (key: string, values?: Record<string, string>) => translate(locale, key, values)
  const question = session?.unanswered ?? session?.question
  if (question === undefined) return said('hand-over', say('wish.hand-over-what'))
  const { office } = understanding.knowledge
  const times = await desk.handovers.times(new Date(now.getTime() - MEASURED).toISOString())
  const text = [
    say('wish.hand-over-offer', { question }),
    `${hoursInWords(office, now, locale, translate)}${expectedTime(office, times, locale, translate)}`,
  ].join('\n\n')
  const served = said('hand-over', text, [
    { label: say('wish.confirm'), utterance: say('wish.confirm') },
    { label: say('wish.rather-not'), utterance: say('wish.rather-not') },
  ])
  return { ...served, handing: question }
}

/** How far back reply times count, in milliseconds: 90 days. */
const MEASURED = 90 * 24 * 60 * 60 * 1000

async function hand(context: WishContext): Promise<Served | undefined> {
  const { desk, session, translate, locale, asker, aboutWhat } = context
  const question = session?.handing
  if (!desk.handovers || question === undefined) return undefined
  const { channel, speaker, to } = asker
  const { topic } = aboutWhat(question)
  const reference = await desk.handovers.hand(
    { question, locale, topic, channel, ...(to !== undefined && { address: { channel, speaker, to } }) },
    speaker,
  )
  if (reference === undefined) return said('hand-over', translate(locale, 'wish.hand-over-full'), [], topic)
  const key = to === undefined ? 'wish.handed-reference' : 'wish.handed-message'
  return said('hand-over', translate(locale, key, { reference }), [], topic)
}

/** What became of a question that was handed over, for whoever names its reference; in the question's own language where the reference is all that is said. */
export async function lookUp(
  reference: string,
  { bare, ...context }: WishContext & { bare: boolean },
): Promise<Served | undefined> {
  const { desk, translate, session } = context
  if (!desk.handovers) return undefined
  const found = await desk.handovers.look(reference)
  const locale = bare ? (found?.locale ?? session?.locale ?? 'zh-Hans') : context.locale
  const served = found
    ? said('reference', translate(locale, `wish.reference.${found.state}`, wordsOf(found)), [], found.topic)
    : said('reference', translate(locale, 'wish.reference.unknown', { reference }))
  return { ...served, locale }
}

const wordsOf = ({ reference, question, answer = '' }: Handover) => ({ reference, question, answer })
