import type { Day } from '../../core/day.ts'
import type { EntryId } from '../../core/entry.ts'
import type { WrittenLocale } from '../../core/locale.ts'
import { type Count, estimate } from '../disclosure/count.ts'
import type { Direction, Ratio } from '../trends/rate-ratio.ts'
import { type Copy, type TellEntry, writeCopy } from './copy.ts'

/** How much harm a false belief does to whoever holds it; stands in the knowledge. */
export type Harm = 'low' | 'medium' | 'high'

/** Where something was asked about most, as far as that may be seen. */
export type Place = { audience: string | undefined; channel: string | undefined }

/** What the numbers of a period say, in one language for what has a name. Everything in it has been through disclosure control. */
export type BriefView = {
  asked: Count
  before: Count
  channels: { id: string; count: Count }[]
  /** Numbers that were looked at for the brief, and how many of them were held back, in whole or in part. */
  numbers: { looked: number; held: number }
  topics: {
    id: string
    name: string
    asked: Count
    against: Ratio | undefined
    direction: Direction
    /** The entry that was told most; undefined when that may not be seen. */
    entry: EntryId | undefined
    helpful: Count
    notHelpful: Count
    place: Place
  }[]
  /** What nobody could be told, by the words that questions share. */
  gaps: { words: string[]; count: Count }[]
  beliefs: {
    id: string
    belief: string
    topic: string
    entry: EntryId
    harm: Harm
    asked: Count
    change: Ratio | undefined
    place: Place
  }[]
}

/** What to do about something. */
export const ACTIONS = ['correct-first', 'correct', 'explain', 'point-out', 'mend-entry', 'write-entry'] as const
export type Action = (typeof ACTIONS)[number]

/** One thing to do something about. */
export type BriefItem = {
  kind: 'belief' | 'rising' | 'gap'
  /** Id of the belief or the topic; the words of a gap. */
  id: string
  title: string
  asked: Count
  ratio: Ratio | undefined
  harm: Harm
  /** Reach times harm. */
  weight: number
  place: Place
  action: Action
  entry: EntryId | undefined
  copy: Partial<Record<WrittenLocale, Copy>>
}

/** What to publish next, why, and in which words. */
export type Brief = {
  /** The day on which the words are right. */
  on: Day
  asked: Count
  before: Count
  channels: BriefView['channels']
  numbers: BriefView['numbers']
  /** Heaviest first. */
  items: BriefItem[]
}

/** How much each grade of harm counts. A gap is of medium harm: whoever asks acts on a guess. What rises and is answered is of low harm. */
const HARM: Record<Harm, number> = { low: 1, medium: 2, high: 3 }

/** Things of a kind that a brief names at most: more than a team can publish in a month helps nobody. */
const MOST_OF_A_KIND = 5

/**
 * Makes a brief of what the numbers say: what circulates and is false, what rises, and what nobody could be told, ranked by reach times harm, each with what to do and
 * with words to do it in. Pure: the same view gives the same brief.
 * @param tell words an entry, or the correction of a belief, as of a day
 */
export function makeBrief(view: BriefView, { on, tell }: { on: Day; tell: TellEntry }): Brief {
  const items: Omit<BriefItem, 'weight' | 'copy'>[] = [
    ...view.beliefs.map(
      ({ id, belief, entry, harm, asked, change, place }) =>
        ({
          kind: 'belief',
          id,
          title: belief,
          asked,
          ratio: change,
          harm,
          place,
          entry,
          action: harm === 'high' || (change !== undefined && change.low > 1) ? 'correct-first' : 'correct',
        }) as const,
    ),
    ...view.topics
      .filter(({ direction }) => direction === 'rising')
      .map((topic) => {
        const poor = estimate(topic.notHelpful).mean > estimate(topic.helpful).mean && topic.notHelpful.shown > 0
        return {
          kind: 'rising',
          id: topic.id,
          title: topic.name,
          asked: topic.asked,
          ratio: topic.against,
          harm: poor ? 'medium' : 'low',
          place: topic.place,
          entry: topic.entry,
          action: poor ? 'mend-entry' : 'explain',
        } as const
      }),
    ...view.gaps.map(
      ({ words, count }) =>
        ({
          kind: 'gap',
          id: words.join(' '),
          title: words.join(' · '),
          asked: count,
          ratio: undefined,
          harm: 'medium',
          place: { audience: undefined, channel: undefined },
          entry: undefined,
          action: 'write-entry',
        }) as const,
    ),
  ]
  const weighed = items
    .map((item) => ({ ...item, weight: estimate(item.asked).mean * HARM[item.harm] }))
    .sort((one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1))
  const chosen = (['belief', 'rising', 'gap'] as const).flatMap((kind) =>
    weighed.filter((item) => item.kind === kind).slice(0, MOST_OF_A_KIND),
  )
  return {
    on,
    asked: view.asked,
    before: view.before,
    channels: view.channels,
    numbers: view.numbers,
    items: weighed.filter((item) => chosen.includes(item)).map((item) => withCopy(item, copyFor(item, on, tell))),
  }
}

/** An item with its words. What cannot be explained in words of ours is not to be explained. */
const withCopy = (item: Omit<BriefItem, 'copy'>, copy: BriefItem['copy']): BriefItem => ({
  ...item,
  copy,
  action: item.action === 'explain' && Object.keys(copy).length === 0 ? 'point-out' : item.action,
})

/** Words to publish, in both written languages; none for a gap, for which there is no answer yet, and none where nothing is in force. */
function copyFor(
  { kind, id, entry }: Pick<BriefItem, 'kind' | 'id' | 'entry'>,
  on: Day,
  tell: TellEntry,
): BriefItem['copy'] {
  if (entry === undefined) return {}
  const copy: BriefItem['copy'] = {}
  for (const locale of ['zh-Hans', 'en'] as const) {
    const told = tell({ entry, misconception: kind === 'belief' ? id : undefined }, on, locale)
    if (told !== undefined) copy[locale] = writeCopy(told, locale)
  }
  return copy
}
