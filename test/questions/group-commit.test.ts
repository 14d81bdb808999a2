import { expect, test } from 'vitest'
import { groupCommits } from '../../src/questions/group-commit.ts'

const always = () => true
const never = () => false

test('what is added together is committed together', async () => {
  const commits: number[][] = []
  const group = groupCommits<number>(async (items) => void commits.push(items), never)
  await Promise.all([1, 2, 3].map((item) => group.add(item)))
  await group.add(4)
  expect(commits).toEqual([[1, 2, 3], [4]])
})

test('what is added while a commit runs goes into the next', async () => {
  const commits: number[][] = []
  const later: Promise<void>[] = []
  const group = groupCommits<number>(async (items) => {
    commits.push(items)
    if (items.includes(1)) later.push(group.add(2), group.add(3))
  }, never)
  await group.add(1)
  await Promise.all(later)
  expect(commits).toEqual([[1], [2, 3]])
})

test('as long as each turn of the loop brings more, a commit waits for them', async () => {
  const commits: number[][] = []
  const group = groupCommits<number>(async (items) => void commits.push(items), never)
  const added = [group.add(0)]
  for (let item = 1; item < 5; item++) {
    added.push(group.add(item))
    await new Promise((resolve) => setImmediate(resolve))
  }
  await Promise.all(added)
  expect(commits).toEqual([[0, 1, 2, 3, 4]])
})

test('a crowd is committed in groups of bounded size, in order', async () => {
  const commits: number[][] = []
  const group = groupCommits<number>(async (items) => void commits.push(items), never)
  const crowd = Array.from({ length: 1000 }, (_, n) => n)
  await Promise.all(crowd.map((item) => group.add(item)))
  expect(Math.max(...commits.map((items) => items.length))).toBeLessThanOrEqual(64)
  expect(commits.flat()).toEqual(crowd)
})

test('nobody is told before the commit is over', async () => {
  const events: string[] = []
  const group = groupCommits<number>(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    events.push('committed')
  }, never)
  await group.add(1).then(() => events.push('told'))
  expect(events).toEqual(['committed', 'told'])
})

test('all of a group are told when the database fails, and the next group is tried', async () => {
  let broken = true
  const group = groupCommits<number>(async () => {
    if (broken) throw new Error('gone')
  }, never)
  const results = await Promise.allSettled([group.add(1), group.add(2)])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  broken = false
  await group.add(3)
})

test('a bad item fails alone', async () => {
  const committed: number[] = []
  const group = groupCommits<number>(async (items) => {
    if (items.includes(2)) throw new Error('no 2')
    committed.push(...items)
  }, always)
  const results = await Promise.allSettled([1, 2, 3].map((item) => group.add(item)))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(committed).toEqual([1, 3])
})

test('draining waits for everything that was added, failures included', async () => {
  const committed: number[] = []
  const group = groupCommits<number>(async (items) => {
    if (items.includes(99)) throw new Error('no')
    committed.push(...items)
  }, never)
  for (let item = 0; item < 100; item++) group.add(item).catch(() => {})
  await group.drain()
  expect(committed).toHaveLength(64)
  await group.drain()
})
