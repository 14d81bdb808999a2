import { describe, expect, test } from 'vitest'
import { draftFiles, draftPath, ENTRY_ID } from '../../../src/insights/loop/draft.ts'
import { describeProblem } from '../../../src/knowledge/problem.ts'
import { buildShipped } from '../../content/shipped.ts'

const draft = {
  topic: 'channel.parcel',
  id: 'cat-food-parcels',
  words: ['猫粮', '检疫', 'cat', 'food: "dried"'],
  phrases: ['猫粮能寄吗'],
  audience: 'both' as const,
  today: '2026-11-23',
}

describe('a draft', () => {
  const files = draftFiles(draft)

  test('put where its name says is read, and the check names what an author has to write', () => {
    const { knowledge, problems } = buildShipped({
      [draftPath(draft, 'zh-Hans')]: files['zh-Hans'],
      [draftPath(draft, 'en')]: files.en,
    })
    const mine = problems.map(describeProblem).filter((problem) => problem.includes(draft.id))
    expect(knowledge).toBeUndefined()
    for (const missing of ['title', 'citations', 'next']) expect(mine.join('\n')).toContain(missing)
    expect(mine.join('\n')).not.toMatch(/YAML|unexpected|questions: not/i)
  })

  test('holds the words of the gap as ways to ask it, each in its language, and nothing else that somebody wrote', () => {
    expect(files['zh-Hans']).toContain('  - "猫粮 检疫"\n  - "猫粮能寄吗"')
    expect(files.en).toContain('  - "cat food: \\"dried\\""')
    expect(files.en).not.toMatch(/\p{Script=Han}/u)
  })

  test.each(['../../etc/passwd', 'A', 'a b', '', '-a', 'a--b', 'xxxxxxxxxx/y'])('is never named %j', (id) => {
    expect(ENTRY_ID.test(id)).toBe(false)
  })
})
