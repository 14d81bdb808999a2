import { addDays, type Day } from '../core/day.ts'
import type { TopicId } from '../core/topic.ts'

/** What the year of the demo tells, by day: the two shopping festivals, the New Year, a change of policy, a campaign. */
export type Story = {
  /** The day on which a made-up change is announced. */
  change: Day
  /** The publicity team's made-up campaign: its days, and the topic it explains. Nothing else that happens in the year is about that topic. */
  campaign: { from: Day; to: Day; topic: TopicId }
}

/** The story of the year that ends on a day. */
export const storyOf = (today: Day): Story => ({
  change: addDays(today, -140),
  campaign: { from: addDays(today, -62), to: addDays(today, -34), topic: 'channel.parcel' },
})

const DAY = 24 * 3_600_000
const inDays = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / DAY

/** A hill of height 1 around a day, some days wide to either side. */
function hill(day: Day, top: Day, before: number, after: number): number {
  const distance = inDays(top, day)
  const width = distance < 0 ? before : after
  return Math.abs(distance) >= width ? 0 : (1 + Math.cos((Math.PI * distance) / width)) / 2
}

const CHINESE_CALENDAR = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
})

/** The first day of the Chinese year that begins in a calendar year: between 21 January and 20 February. */
function newYear(year: string): Day {
  for (let day: Day = `${year}-01-21`; ; day = addDays(day, 1)) {
    const parts = CHINESE_CALENDAR.formatToParts(new Date(`${day}T12:00:00Z`))
    const value = (type: string) => parts.find((part) => part.type === type)?.value
    if ((value('month') === '1' && value('day') === '1') || day >= `${year}-02-21`) return day
  }
}

/**
 * What a day is like. `much`: how much is asked, 1 on an ordinary day. `topics`: how much more than usual of some, by the beginning of their id.
 * `believing`: how much more often than usual a false belief shows in questions about a topic.
 */
export type Season = {
  much: number
  topics: [prefix: string, times: number][]
  believing: (topic: TopicId) => number
}

/** The season of a day. */
export function seasonOf(day: Day, story: Story): Season {
  const year = day.slice(0, 4)
  const festival = hill(day, `${year}-11-11`, 22, 12)
  const summer = hill(day, `${year}-06-18`, 18, 9)
  const holiday = hill(day, addDays(newYear(year), 3), 9, 7)
  const sinceChange = inDays(story.change, day)
  const change = sinceChange < 0 ? 0 : Math.exp(-sinceChange / 12)
  const sinceCampaign = inDays(story.campaign.from, day)
  const during = sinceCampaign >= 0 && day <= story.campaign.to
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const weekend = weekday === 0 || weekday === 6
  // The year before was smaller: the service became known.
  const grown = 0.8 + 0.4 * (1 - Math.max(0, inDays(day, addDays(story.campaign.to, 34))) / 365)
  return {
    much: grown * (weekend ? 0.85 : 1) * (1 + 1.6 * festival + 0.8 * summer + 0.5 * change) * (1 - 0.55 * holiday),
    topics: [
      ['quota.', 1 + 1.4 * festival + 0.7 * summer],
      ['tax.', 1 + 0.8 * festival + 0.5 * summer + 1.2 * change],
      ['return.', 1 + 1.8 * hill(day, `${year}-11-24`, 14, 16)],
      ['identity.', 1 + 1.2 * festival],
      ['service.status', 1 + 2 * hill(day, `${year}-11-17`, 7, 14)],
      ['channel.luggage', 1 + 3 * holiday + hill(day, `${year}-10-04`, 9, 6)],
      ['channel.duty-free', 1 + 2.5 * holiday],
      ['channel.hainan', 1 + 2.5 * holiday],
      ['policy.change', 1 + 9 * change],
      ['mode.', weekend ? 0.5 : 1.1],
      ['merchant.', weekend ? 0.5 : 1.1],
      ['export.', weekend ? 0.5 : 1.1],
      ['destination.us', 1 + 1.5 * hill(day, addDays(story.change, 60), 20, 60)],
      // A campaign is asked about while it runs.
      [story.campaign.topic, during ? 1.2 : 1],
    ],
    // What the campaign explains is believed by many before it, and by few since.
    believing: (topic) => (topic === story.campaign.topic ? (sinceCampaign > 0 ? 0.7 : 2.5) : 1),
  }
}
