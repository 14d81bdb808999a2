import { expect, test } from 'vitest'
import { talking } from './talking.ts'

test.each([
  ['纸尿裤500元包邮 税多少', 'tax.formula'],
  ['啤酒两箱300元包邮，税多少', 'tax.alcohol'],
  ['香水50ml 900元包邮要交多少税', 'tax.cosmetics'],
  ['单件手表8800元包邮 关税10% 增值税13% 走跨境要交多少', 'tax.over-limit'],
  ['a single drone, 6,300 yuan delivered, tariff 5%, VAT 13%, cross-border. total?', 'tax.over-limit'],
  ['my uncle mails me a bag worth 1,500 yuan, import tax?', 'channel.parcel'],
  ['800元的衣服，跨境买还是行李带划算，税多少', 'channel.compare'],
])('“%s” is worked out, and counted under %s', async (question, topic) => {
  const reply = await talking()(question)
  expect(['calculated', 'compared', 'asked']).toContain(reply.outcome)
  expect(reply.topic).toBe(topic)
})

test('a rule that is only called new is not asked for its changes', async () => {
  expect((await talking()('主动披露的新规什么时候到期')).outcome).not.toBe('changed')
  expect((await talking()('最近有什么新规')).outcome).toBe('changed')
})

test('what goods cost without tax is worked out backwards', async () => {
  expect((await talking()('含税价545.5元的普通商品，倒推完税价格')).text).toContain('500')
})
