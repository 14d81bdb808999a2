import { beforeAll, describe, expect, test } from 'vitest'
import { inForce } from '../../src/core/effective-period.ts'
import { valueOn } from '../../src/core/figure.ts'
import { type Good, listingOn } from '../../src/core/good.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { errorsOf, filesWithoutEntries, realKnowledge } from './real-knowledge.ts'

let knowledge: Knowledge
beforeAll(async () => {
  knowledge = await realKnowledge()
})

const good = (id: string): Good => {
  const found = knowledge.goods.get(id)
  if (!found) throw new Error(`no good ${id}`)
  return found
}
const vatOn = (id: string, on: string) => {
  const rate = good(id).vat.find(({ effective }) => inForce(effective, on))?.rate
  const figure = rate === undefined ? undefined : knowledge.figures.get(rate)
  return figure ? valueOn(figure, on)?.value?.toString() : rate
}

describe('the goods people ask about', () => {
  test('are at least 230, each with a name in both languages', () => {
    expect(knowledge.goods.size).toBeGreaterThanOrEqual(230)
    for (const { name } of knowledge.goods.values()) {
      expect(name['zh-Hans']).toMatch(/\p{Script=Han}/u)
      expect(name.en).toMatch(/[A-Za-z]/)
    }
  })

  test.each([
    ['diapers', '2017-01-01', '0.17'],
    ['diapers', '2018-05-01', '0.16'],
    ['diapers', '2019-03-31', '0.16'],
    ['diapers', '2019-04-01', '0.13'],
    ['condoms', '2025-12-31', '0'],
    ['condoms', '2026-01-01', '0.13'],
    ['raw-nuts', '2026-11-23', '0.09'],
    ['roasted-nuts', '2026-11-23', '0.13'],
    ['vegetable-oil', '2026-11-23', '0.09'],
    ['flavoured-milk', '2026-11-23', '0.13'],
    ['fresh-milk', '2026-11-23', '0.09'],
    ['tea', '2026-11-23', 'unsettled'],
    ['cat-food', '2026-11-23', 'unsettled'],
    ['raw-nuts', '2018-01-01', undefined],
  ])('%s takes VAT by day: on %s it is %s', (id, on, rate) => {
    expect(vatOn(id, on)).toBe(rate)
  })

  test.each([
    ['lipstick', 'high-end-cosmetics', 'g', 'by-threshold'],
    ['sheet-mask', 'high-end-cosmetics', 'sheet', 'by-threshold'],
    ['cleanser', 'none', 'piece', 2],
    ['whisky', 'spirits', 'litre', 3],
    ['sake', 'wine', 'litre', 3],
    ['yellow-wine', 'yellow-wine', 'litre', 3],
    ['gold-jewellery', 'none', 'piece', 'unsettled'],
    ['pearls', 'jewellery', 'piece', 3],
    ['imitation-jewellery', 'none', 'piece', 2],
    ['watch', 'watch', 'piece', 'by-threshold'],
    ['vitamins', 'none', 'piece', 1],
    ['handbag', 'none', 'piece', 2],
    ['laptop', 'none', 'piece', 1],
    ['golf-clubs', 'golf', 'piece', 3],
    ['toys', 'none', 'piece', 1],
  ] as const)(
    '%s bears consumption tax “%s”, is counted by %s and belongs to class %s of a parcel',
    (id, tax, unit, parcelClass) => {
      expect(good(id)).toMatchObject({ consumptionTax: tax, unit, parcelClass })
    },
  )

  test.each([
    ['game-console', '2022-02-28', 'not-listed'],
    ['game-console', '2022-03-01', 'listed'],
    ['beer', '2018-12-31', 'not-listed'],
    ['beer', '2019-01-01', 'listed'],
    ['wine', '2016-04-08', 'listed'],
    ['wine', '2016-04-07', 'unknown'],
    ['swords', '2022-02-28', 'listed'],
    ['swords', '2022-03-01', 'not-listed'],
    ['sugar', '2026-11-23', 'listed'],
    ['sugar', '2021-01-01', 'unknown'],
    ['diapers', '2026-11-23', 'unknown'],
    ['cigarettes', '2026-11-23', 'not-listed'],
  ])('%s on %s is %s', (id, on, listing) => {
    expect(listingOn(good(id), on)).toBe(listing)
  })

  test('tells what may not be sent, and through which channel', () => {
    expect(good('cheese').barred).toEqual(['cbec-direct', 'parcel', 'luggage'])
    expect(good('infant-formula').barred).toEqual([])
    expect(good('e-cigarettes').barred).toEqual(['cbec'])
  })
})

describe('a goods file is refused', () => {
  const broken = async (change: (text: string) => string, file = 'goods/pets.yaml') => {
    const files = await filesWithoutEntries()
    const before = files.get(file) ?? ''
    const after = change(before)
    expect(after).not.toBe(before)
    return errorsOf(new Map(files).set(file, after))
  }

  test.each<[string, (text: string) => string, RegExp]>([
    [
      'when a name stands under two goods',
      (text) => text.replace('[豆腐猫砂,', '[猫粮,'),
      /pets\.yaml:\d+ cat-litter: the name "猫粮" stands under cat-food too/,
    ],
    [
      'when the name of another good is one of its names in other case',
      (text) => text.replace('en: [kitty litter,', 'en: [Cat-Food,'),
      /the name "cat food"/,
    ],
    [
      'when an id is used twice',
      (text) => text.replace('- id: dog-food', '- id: cat-food'),
      /id "cat-food" is used in goods\/pets\.yaml already/,
    ],
    [
      'when an entry does not exist',
      (text) => text.replace('entry: list-2022-changes', 'entry: list-2022-change'),
      /cat-litter: entry: there is no "list-2022-change"/,
    ],
    [
      'when a document does not exist',
      (text) => text.replace('document: mof-2022-7 }', 'document: mof-2022-8 }'),
      /cat-litter: citations: there is no "mof-2022-8"/,
    ],
    [
      'when a figure does not exist',
      (text) => text.replace('vat: vat-standard-rate', 'vat: vat-standart-rate'),
      /vat: there is no "vat-standart-rate"/,
    ],
    [
      'when a figure has no value in a period',
      (text) => text.replace('vat: vat-standard-rate', 'vat: [{ from: 2016-04-08, rate: vat-reduced-rate }]'),
      /vat-reduced-rate has no value on 2016-04-08/,
    ],
    [
      'when periods of VAT overlap',
      (text) =>
        text.replace(
          'vat: vat-standard-rate',
          'vat: [{ from: 2019-04-01, rate: vat-standard-rate }, { from: 2026-01-01, rate: vat-reduced-rate }]',
        ),
      /vat: the periods overlap/,
    ],
    [
      'when periods of the list overlap',
      (text) => text.replace('to: 2022-02-28', 'to: 2022-03-01'),
      /cat-litter: list: the periods overlap/,
    ],
    [
      'when a number of policy stands in a remark',
      (text) => text.replace('保税仓发货的要看清单。', '每人每年5公斤。'),
      /the number 5 stands in prose/,
    ],
    [
      'when it is conditional and does not say on what',
      (text) => text.replace('    parcel-class: unsettled\n    vat:', '    list: conditional\n    vat:'),
      /pet-health: is conditional, but no remark/,
    ],
    [
      'when the unit does not fit the tax',
      (text) => text.replace('consumption-tax: none', 'consumption-tax: beer'),
      /beer is counted in litre, not in piece/,
    ],
    [
      'when nothing has a threshold to follow',
      (text) => text.replace('parcel-class: 2', 'parcel-class: by-threshold'),
      /by-threshold is for goods with/,
    ],
    [
      'when a field is misspelt',
      (text) => text.replace('    remark:', '    remarks:'),
      /pets\.yaml:\d+ goods\.\d+: Unrecognized key: "remarks"/,
    ],
    [
      'when no document is behind it',
      (text) => text.replace(/citations:\n {4}- .*\n {4}- .*\n/, ''),
      /has no document behind it/,
    ],
  ])('%s', async (_, change, message) => {
    expect((await broken(change)).join('\n')).toMatch(message)
  })
})
