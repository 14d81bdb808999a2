import type { AdvisorId } from '../../src/advisors/advisor.ts'
import type { Day } from '../../src/core/day.ts'
import type { Slots } from '../../src/core/slots.ts'
import { big, said, TODAY } from './context.ts'

/** Something asked of an advisor that leads to a result, for what has to hold of every result. */
export type Scene = { advisor: AdvisorId; name: string; slots: Slots; day: Day }

const scene = (advisor: AdvisorId, name: string, slots: Slots, day: Day = TODAY): Scene => ({
  advisor,
  name,
  slots,
  day,
})
const bag = { good: 'bag', total: '1000', pieces: 1 }
const resident = { resident: true, from: 'elsewhere' } as const
const fromMacao = { resident: true, from: 'hk-macao' } as const

/** One of every kind of result. */
export const SCENES: Scene[] = [
  scene('import-tax', 'within the limits', said(bag)),
  scene('import-tax', 'with everything said', {
    ...said([bag, { good: 'serum', each: '300', pieces: 2, content: '30 ml' }], {
      freight: '10',
      insurance: '1',
      openDiscount: '50',
      voucher: '20',
      spentThisYear: '100',
      date: '2026-12-01',
    }),
  }),
  scene('import-tax', 'with rates said', said({ total: '100' }, { vatRate: '0.13', consumptionTaxRate: '0.15' })),
  scene(
    'import-tax',
    'in dollars',
    said({ good: 'bag' }, { foreign: { amount: big('80'), currency: 'USD' }, exchangeRate: '7.1' }),
  ),
  scene(
    'import-tax',
    'in dollars, goods said by their rates',
    said([], { foreign: { amount: big('80'), currency: 'USD' }, exchangeRate: '7.1', vatRate: '0.13' }),
  ),
  scene('import-tax', 'without tax', said({ good: 'book', total: '100' })),
  scene('import-tax', 'one item over the single limit', said({ ...bag, total: '8000' }, { tariffRate: '0.06' })),
  scene('import-tax', 'over a limit of 2018', said({ ...bag, total: '3000' }, { tariffRate: '0.06' }), '2018-12-31'),
  scene('import-tax', 'several over the single limit', said({ ...bag, total: '6000', pieces: 2 })),
  scene('import-tax', 'over the annual limit', said(bag, { spentThisYear: '25500' })),
  scene('import-tax', 'at the ceiling of one item', said({ ...bag, total: '26000' })),
  scene(
    'import-tax',
    'with the tax in the price',
    said({ good: 'serum', total: '523', content: '20 g' }, { taxIncluded: true }),
  ),
  scene(
    'import-tax',
    'with the tax in a price by volume',
    said({ good: 'whisky', total: '387.25', content: '700 ml' }, { taxIncluded: true }),
  ),
  scene(
    'import-tax',
    'with the tax in the prices of several',
    said([bag, { good: 'wine', total: '500' }], { taxIncluded: true }),
  ),
  scene('import-tax', 'of spirits', said({ good: 'whisky', total: '300', pieces: 1, content: '700 ml' })),
  scene(
    'import-tax',
    'of beer, at a rate',
    said({ good: 'beer', total: '1', pieces: 1, content: '500 ml' }, { exchangeRate: '7.1' }),
  ),
  scene('import-tax', 'of beer, without a rate', said({ good: 'beer', total: '60', pieces: 24, content: '330 ml' })),
  scene('import-tax', 'with unsettled VAT', said({ good: 'tea', total: '100' })),
  scene('import-tax', 'with a cap on the quantity', said({ good: 'rice', total: '100' })),
  scene(
    'import-tax',
    'of bonded goods only',
    said([
      { good: 'seafood', total: '100' },
      { good: 'seafood', total: '50' },
    ]),
  ),
  scene('import-tax', 'of cosmetics in 2016', said({ good: 'serum', total: '100', pieces: 1 }), '2016-05-01'),
  scene('import-tax', 'of sheets', said({ good: 'serum', total: '140', pieces: 1, content: '10 sheet' })),
  scene('import-tax', 'of a watch', said({ good: 'watch', total: '4000', pieces: 1 })),
  scene('general-trade', 'of wine', said({ good: 'wine', total: '100' }, { tariffRate: '0.14' })),
  scene('quota', 'left', said([], { spentThisYear: '20000' })),
  scene('quota', 'used up', said([], { spentThisYear: '26000' })),
  scene('quota', 'overspent', said([], { spentThisYear: '27000' })),
  scene('quota', 'that fits', said(bag, { spentThisYear: '20000' })),
  scene('quota', 'that fits exactly', said({ ...bag, total: '3000' }, { spentThisYear: '23000' })),
  scene('quota', 'that fits as one item', said({ ...bag, total: '6000' }, { spentThisYear: '0' })),
  scene('quota', 'that fits with the full tax', said({ ...bag, total: '3000' }, { spentThisYear: '0' }), '2018-12-31'),
  scene('quota', 'that does not fit', said(bag, { spentThisYear: '25500' })),
  scene(
    'quota',
    'of several over the single limit',
    said({ ...bag, total: '6000', pieces: 2 }, { spentThisYear: '0' }),
  ),
  scene('quota', 'at the ceiling of one item', said({ ...bag, total: '26000' }, { spentThisYear: '0' })),
  scene('quota', 'of an order next year', said(bag, { spentThisYear: '26000', date: '2027-01-02' })),
  scene('quota-orders', 'that all fit', said([bag, bag], { spentThisYear: '0' })),
  scene(
    'quota-orders',
    'that fit in part',
    said([{ ...bag, total: '6000', pieces: 2 }, bag, { ...bag, total: '6000' }], { spentThisYear: '0' }),
  ),
  scene('quota-orders', 'of 2018', said([{ ...bag, total: '3000' }], { spentThisYear: '0' }), '2018-12-31'),
  scene('quota-orders', 'that do not fit', said(bag, { spentThisYear: '26000' })),
  scene('parcel-tax', 'taxed', said(bag)),
  scene('parcel-tax', 'exempt', said({ ...bag, total: '250' })),
  scene(
    'parcel-tax',
    'of several',
    said([bag, { good: 'milk-powder', total: '100' }], { freight: '20', voucher: '5', openDiscount: '3' }),
  ),
  scene('parcel-tax', 'of one piece over the limit', said({ ...bag, total: '3000' })),
  scene('parcel-tax', 'over the limit', said({ ...bag, total: '3000', pieces: 2 })),
  scene('parcel-tax', 'close to the limit with postage', said({ ...bag, total: '1990' }, { freight: '20' })),
  scene('parcel-tax', 'of 2020', said(bag, { from: 'hk-macao' }), '2020-01-01'),
  scene('parcel-tax', 'of a class that is not settled', said({ good: 'gadget', total: '1000', pieces: 1 })),
  scene('parcel-tax', 'of cosmetics', said({ good: 'serum', total: '100', content: '50 ml' })),
  scene('luggage-tax', 'free', said(bag)),
  scene('luggage-tax', 'with an excess', said({ ...bag, total: '5100', pieces: 5 }, resident)),
  scene('luggage-tax', 'of a piece in full', said({ ...bag, total: '8000' }, resident)),
  scene(
    'luggage-tax',
    'of both',
    said(
      [
        { ...bag, total: '8000' },
        { ...bag, total: '6000', pieces: 3 },
      ],
      resident,
    ),
  ),
  scene(
    'luggage-tax',
    'with rates that differ',
    said(
      [
        { ...bag, total: '4000' },
        { good: 'milk-powder', total: '4000', pieces: 9 },
      ],
      resident,
    ),
  ),
  scene('luggage-tax', 'from Macao in July 2024', said({ ...bag, total: '9000' }, fromMacao), '2024-07-15'),
  scene('luggage-tax', 'with the arrival shop', said({ ...bag, total: '5000' }, { ...resident, dutyFreeShop: '3000' })),
  scene(
    'luggage-tax',
    'with too much from the arrival shop',
    said({ ...bag, total: '5000' }, { ...resident, dutyFreeShop: '4000' }),
  ),
  scene('luggage-tax', 'of wine, free', said({ good: 'wine', total: '400', pieces: 1, content: '750 ml' }, resident)),
  scene('luggage-tax', 'of wine, taxed', said({ good: 'wine', total: '1200', pieces: 3, content: '750 ml' }, resident)),
  scene(
    'luggage-tax',
    'of goods and wine',
    said([bag, { good: 'wine', total: '400', pieces: 1, content: '750 ml' }], resident),
  ),
  scene(
    'luggage-tax',
    'of goods and taxed wine',
    said([bag, { good: 'wine', total: '1200', pieces: 3, content: '750 ml' }], resident),
  ),
  scene('one-order', 'at the single limit', said({ good: 'bag', each: '2490', pieces: 2 }, { freight: '20' })),
  scene('one-order', 'of one dear item', said({ good: 'bag', total: '5200', pieces: 1 })),
  scene('one-order', 'of several above the limit', said({ total: '5150', pieces: 2 }, { voucher: '300' })),
  scene('one-order', 'over a limit of 2018', said({ total: '2500', pieces: 2 }), '2018-12-31'),
  scene('compare-channels', 'of a bag', said({ good: 'bag', total: '3000' })),
  scene('compare-channels', 'of something perhaps not listed', said({ good: 'doubtful', total: '300' })),
  scene('compare-channels', 'of cosmetics without their content', said({ good: 'serum', total: '300' })),
  scene('compare-channels', 'of tea', said({ good: 'tea', total: '3000', pieces: 4 }, fromMacao)),
  scene('compare-channels', 'of something dear', said({ good: 'bag', total: '110000', pieces: 50 })),
  scene('compare-channels', 'of beer', said({ good: 'beer', total: '60', pieces: 24, content: '330 ml' })),
  scene('compare-channels', 'of meat', said({ good: 'meat', total: '60' }, { resident: false })),
  scene('compare-channels', 'before Hainan had a quota', said({ good: 'bag', total: '60' }), '2019-06-01'),
  scene('compare-channels', 'of something dear before Hainan', said({ good: 'bag', total: '9000' }), '2019-06-01'),
  scene(
    'compare-channels',
    'of something without tariff',
    said({ good: 'bag', total: '9000' }, { tariffRate: '0' }),
    '2019-06-01',
  ),
  scene('compare-channels', 'of very much meat', said({ good: 'meat', total: '200000' })),
  scene(
    'compare-channels',
    'in dollars',
    said({ good: 'bag' }, { foreign: { amount: big('80'), currency: 'USD' }, exchangeRate: '7.1' }),
  ),
]
