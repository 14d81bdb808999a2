import type { Day } from '../core/day.ts'
import { addDays } from '../core/day.ts'
import type { TopicId } from '../core/topic.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { QuestionRow } from '../questions/schema.ts'
import { isoWeek } from '../questions/spans.ts'
import { type Chance, chance, chooser, type Weighted, zipf } from './random.ts'
import { seasonOf, storyOf } from './seasons.ts'
import UNANSWERED from './unanswered.json' with { type: 'json' }

/** What stands in `knowledge` of every made-up question, where the revision of the knowledge stands otherwise. */
export const SYNTHETIC = 'synthetic'

/** A made-up question; `again` as the roll-ups count it. */
export type Synthetic = { row: QuestionRow; text: string; again: boolean }

/** The made-up questions of one day, in order of time. */
export type SyntheticDay = { day: Day; questions: Synthetic[] }

type Subject = {
  topic: TopicId
  audience: 'consumer' | 'merchant' | 'both'
  entry: (chance: Chance) => string | undefined
  misconception: ((chance: Chance) => string) | undefined
}

const CHANNELS: Weighted<string> = [
  ['web', 52],
  ['wechat', 18],
  ['direct-line', 14],
  ['api', 9],
  ['bot-framework', 7],
]
const LOCALES: Weighted<string> = [
  ['zh-Hans', 84],
  ['zh-Hant', 6],
  ['en', 10],
]
const DECLINED: Weighted<string> = [
  ['no-match', 48],
  ['none-of-these', 14],
  ['unclear', 16],
  ['out-of-scope', 12],
  ['not-in-force', 5],
  ['noise', 5],
]
const OUTCOMES: Weighted<string> = [
  ['answered', 70],
  ['calculated', 4],
  ['compared', 2],
  ['asked', 4],
  ['clarified', 9],
  ['declined', 11],
]
const TAX_OUTCOMES: Weighted<string> = [
  ['answered', 42],
  ['calculated', 30],
  ['compared', 6],
  ['asked', 9],
  ['clarified', 6],
  ['declined', 7],
]

/** Questions for each asker and week. */
const EACH = 1.7
/** How often the one who asks next is one who has just asked. */
const ONCE_MORE = 0.22
/** Share of questions in which a false belief shows, where there is one about the topic. */
const BELIEVING = 0.12
const RATED = 0.14

/**
 * A year of made-up questions, ending with a day: plausible, the same for the same seed, about the topics, entries and false beliefs
 * of the knowledge, in the words of its entries. Nobody has asked them.
 * @param total about how many in all.
 * @param wordsSince the first day whose questions have words.
 */
export function* syntheticYear(
  knowledge: Pick<Knowledge, 'topics' | 'entries' | 'misconceptions'>,
  {
    today,
    total,
    seed,
    wordsSince,
    days = 365,
  }: { today: Day; total: number; seed: number; wordsSince: Day; days?: number },
): Iterable<SyntheticDay> {
  const story = storyOf(today)
  const luck = chance(seed)
  const subjects = subjectsOf(knowledge, luck)
  const list = Array.from({ length: days }, (_, n) => addDays(today, n - days + 1))
  const seasons = list.map((day) => seasonOf(day, story))
  const ordinary = total / seasons.reduce((sum, { much }) => sum + much, 0)
  const [channel, locale, declined] = [chooser(CHANNELS), chooser(LOCALES), chooser(DECLINED)]
  const [outcomes, taxOutcomes] = [chooser(OUTCOMES), chooser(TAX_OUTCOMES)]
  const speak = speaker(knowledge)
  let week = ''
  let seen = new Set<string>()
  let made = 0

  for (const [n, day] of list.entries()) {
    const season = seasons[n] as (typeof seasons)[number]
    if (isoWeek(day) !== week) {
      week = isoWeek(day)
      seen = new Set()
    }
    const times = (topic: TopicId) =>
      season.topics.reduce((by, [prefix, more]) => (topic.startsWith(prefix) ? by * more : by), 1)
    const subject = chooser(subjects.map(([one, weight]) => [one, weight * times(one.topic)] as const))
    const count = Math.round(ordinary * season.much * (0.92 + 0.16 * luck.next()))
    const crowd = Math.max(1, Math.round((count * 7) / EACH))
    let last: { who: number; about: Subject; row: QuestionRow } | undefined
    const questions: Synthetic[] = []
    for (let k = 0; k < count; k++) {
      const more: typeof last = last && luck.happens(ONCE_MORE) ? last : undefined
      const who = more?.who ?? luck.below(crowd)
      const about: Subject = more && luck.happens(0.7) ? more.about : subject(luck)
      const pseudonym = pseudonymOf(seed, week, who)
      const audience = about.audience === 'both' ? (luck.happens(0.6) ? 'consumer' : 'merchant') : about.audience
      const outcome =
        about.topic === 'service.status'
          ? 'signposted'
          : (about.topic.startsWith('tax.') ? taxOutcomes : outcomes)(luck)
      const answered = outcome === 'answered' || outcome === 'calculated' || outcome === 'compared'
      const helpful = luck.happens(RATED) ? (luck.happens(answered ? 0.84 : 0.2) ? 1 : 0) : null
      // People of a week keep to their way in and their language.
      const own = chance(who * 31 + seed)
      const row: QuestionRow = {
        id: `synthetic-${seed}-${String(made++).padStart(9, '0')}`,
        at: momentOf(day, count, k),
        day,
        channel: more?.row.channel ?? channel(own),
        locale: more?.row.locale ?? locale(own),
        audience: luck.happens(0.45) ? audience : null,
        outcome,
        why: outcome === 'declined' ? declined(luck) : outcome === 'signposted' ? 'personal-case' : null,
        topic: about.topic,
        entry: outcome === 'answered' ? (about.entry(luck) ?? null) : null,
        misconception:
          outcome === 'answered' && about.misconception && luck.happens(BELIEVING * season.believing(about.topic))
            ? about.misconception(luck)
            : null,
        boundary: outcome === 'signposted' ? 'where-is-my-parcel' : null,
        as_of: day,
        knowledge: SYNTHETIC,
        milliseconds: 1 + Math.floor(luck.next() ** 3 * 20),
        pseudonym,
        helpful,
      }
      const key = `${pseudonym} ${row.topic}`
      const again = seen.has(key)
      seen.add(key)
      questions.push({ row, text: day >= wordsSince ? speak(row, luck) : '', again })
      last = { who, about, row }
    }
    yield { day, questions }
  }
}

/** What is asked about most, in this order; what comes after them is left to luck. */
const LEADING: readonly TopicId[] = [
  'quota.annual',
  'channel.parcel',
  'tax.rates',
  'tax.formula',
  'list.eligibility',
  'channel.luggage',
  'quota.single',
  'resale.ban',
  'list.milk-powder',
  'return.goods',
]
/** False beliefs about a topic: one is common, the others are held by few. */
const COMMONEST_BELIEF = 1.8

/** The topics, most asked about first, with what can be asked about each. */
function subjectsOf(
  knowledge: Pick<Knowledge, 'topics' | 'entries' | 'misconceptions'>,
  luck: Chance,
): Weighted<Subject> {
  const shuffled = [...knowledge.topics.values()]
    .map((topic) => ({ topic, at: luck.next() * (topic.audience === 'merchant' ? 1.6 : 1) }))
    .map(({ topic, at }) => ({
      topic,
      at: LEADING.includes(topic.id) ? LEADING.indexOf(topic.id) - LEADING.length : at,
    }))
    .sort((a, b) => a.at - b.at)
    .map(({ topic }) => topic)
  return zipf(
    shuffled.map(({ id, audience }): Subject => {
      // What has many ways of asking is asked most.
      const entries = [...knowledge.entries.values()]
        .filter(({ topic }) => topic === id)
        .sort((a, b) => b.texts['zh-Hans'].questions.length - a.texts['zh-Hans'].questions.length)
        .map(({ id }) => id)
      const beliefs = [...knowledge.misconceptions.values()].filter(({ topic }) => topic === id).map(({ id }) => id)
      const entry = entries.length > 0 ? chooser(zipf(entries)) : undefined
      return {
        topic: id,
        audience,
        entry: (chance) => entry?.(chance),
        misconception: beliefs.length > 0 ? chooser(zipf(beliefs, COMMONEST_BELIEF)) : undefined,
      }
    }),
    0.7,
  )
}

/** How a question is put: as the entries say that people ask it, or, where nothing was found, something that no entry covers. */
function speaker(knowledge: Pick<Knowledge, 'entries'>): (row: QuestionRow, luck: Chance) => string {
  const byTopic = Map.groupBy(knowledge.entries.values(), ({ topic }) => topic)
  return (row, luck) => {
    const language = row.locale === 'en' ? 'en' : 'zh-Hans'
    if (row.why === 'no-match' || row.why === 'none-of-these') {
      const near = UNANSWERED.filter(({ topic }) => topic === row.topic)
      const group = (near.length > 0 ? near : UNANSWERED)[luck.below(near.length > 0 ? near.length : UNANSWERED.length)]
      const ways = group?.[language] ?? []
      return ways[luck.below(ways.length)] ?? ''
    }
    const entry = row.entry === null ? undefined : knowledge.entries.get(row.entry)
    const others = byTopic.get(row.topic) ?? []
    const ways = (entry ?? others[luck.below(others.length)])?.texts[language].questions ?? []
    return ways[luck.below(ways.length)] ?? ''
  }
}

/** Thirty-two hexadecimal digits that stand for one made-up person in one week. */
function pseudonymOf(seed: number, week: string, who: number): string {
  let text = ''
  const parts = chance(
    Math.imul(seed ^ who, 0x9e3779b1) ^ Math.imul(Number(week.slice(0, 4) + week.slice(6)), 0x85ebca6b),
  )
  for (let n = 0; n < 4; n++)
    text += Math.floor(parts.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')
  return text
}

/** Spread over the day, little at night. */
function momentOf(day: Day, count: number, n: number): string {
  const share = (n + 0.5) / count
  // A day's curve in three straight pieces: a tenth until eight, half until six, the rest in the evening.
  const hours = share < 0.1 ? share * 80 : share < 0.6 ? 8 + (share - 0.1) * 20 : 18 + (share - 0.6) * 15
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + Math.floor(hours * 3_600_000)).toISOString()
}
