import { addDays } from '../../src/core/day.ts'
import type { Asked } from './counted.ts'

/** Numbers between 0 and 1 that are the same at every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const TOPICS: [id: string, weight: number][] = [
  ['quota.annual', 18],
  ['quota.single', 14],
  ['tax.cosmetics', 9],
  ['tax.rates', 8],
  ['channel.parcel', 8],
  ['list.milk-powder', 6],
  ['return.goods', 6],
  ['identity.verification', 4],
  ['mode.1210', 4],
  ['mode.9610', 3],
  ['merchant.registration', 2],
  ['other', 10],
  ['enforcement.ip', 0.4],
  ['export.warehouse', 0.2],
]
const GAPS = [
  '奶粉 能带 几罐 入境',
  '奶粉 几罐 要不要 申报',
  '二手奢侈品包包 怎么 申报',
  'can I bring cat food parcels',
  '宠物粮 邮寄 检疫',
  '茅台 出口 再 带回来',
]

/** A day's questions are drawn from this many people. */
const PEOPLE = 400

/** More than a year of questions up to a day: seasons, one topic that rises at the end and one that falls, gaps and false beliefs. The same at every run. */
export function aYear({
  until,
  days = 480,
  daily = 60,
  seed = 1,
}: {
  until: string
  days?: number
  daily?: number
  seed?: number
}): Asked[] {
  const random = seeded(seed)
  const pick = <T>(list: readonly (readonly [T, number])[]): T => {
    let left = random() * list.reduce((all, [, weight]) => all + weight, 0)
    for (const [value, weight] of list) {
      left -= weight
      if (left < 0) return value
    }
    return (list[0] as readonly [T, number])[0]
  }
  const log: Asked[] = []
  for (let ago = days - 1; ago >= 0; ago--) {
    const day = addDays(until, -ago)
    const season = day.slice(5) > '11-01' && day.slice(5) < '11-20' ? 1.6 : 1
    const count = Math.round(daily * season * (0.8 + 0.4 * random()))
    for (let each = 0; each < count; each++) {
      const topic = pick(
        TOPICS.map(([id, weight]) => {
          const late = ago < 35
          return [
            id,
            id === 'list.milk-powder' && late ? weight * 3 : id === 'tax.rates' && late ? weight / 3 : weight,
          ] as const
        }),
      )
      const gap = topic === 'other' || random() < 0.08
      const outcome = gap
        ? pick([
            ['declined', 5],
            ['clarified', 3],
          ])
        : pick([
            ['answered', 20],
            ['calculated', 5],
            ['asked', 2],
            ['signposted', 1],
            ['refused', 0.3],
          ])
      const rated = random()
      log.push({
        day,
        asker: `asker ${Math.floor(random() * PEOPLE)}`,
        topic,
        outcome,
        why:
          outcome === 'declined'
            ? pick([
                ['no-match', 6],
                ['unclear', 2],
                ['out-of-scope', 2],
              ])
            : null,
        entry:
          outcome === 'answered'
            ? topic === 'quota.annual'
              ? 'annual-limit'
              : topic === 'quota.single'
                ? 'single-limit'
                : null
            : null,
        misconception:
          outcome === 'answered' && random() < 0.08
            ? pick([
                ['reset-by-phone', 3],
                ['limits-raised-in-2024', 2],
                ['limit-per-platform', 1],
              ])
            : null,
        channel: pick([
          ['web', 60],
          ['api', 10],
          ['direct-line', 20],
          ['wechat', 9],
          ['terminal', 0.2],
        ]),
        locale: pick([
          ['zh-Hans', 80],
          ['zh-Hant', 6],
          ['en', 14],
        ]),
        audience: pick([
          ['consumer', 50],
          ['merchant', 15],
          [null, 35],
        ]),
        ...(rated < 0.09 && { helpful: rated < 0.06 }),
        text: gap ? pick(GAPS.map((text, index) => [text, 6 - index] as const)) : '年度额度是多少',
      })
    }
  }
  return log
}
