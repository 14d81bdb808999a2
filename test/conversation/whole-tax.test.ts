import { expect, test } from 'vitest'
import { talking } from './talking.ts'

test.each([
  '一单刚好5000元，包邮，要不要交全额税',
  '一單剛好5000蚊，包郵，使唔使俾全稅',
  'an order of exactly 5000 yuan, is full tax due?',
])('whether the whole tax is due is told without asking which goods: %s', async (question) => {
  const { outcome, text } = await talking()(question)
  expect(['answered', 'clarified']).toContain(outcome)
  expect(text).toMatch(/不算超|Not over/)
})

test('the tax on what nobody named is still asked about', async () => {
  expect(await talking()('一单刚好5000元，包邮，税多少')).toMatchObject({ outcome: 'asked' })
})
