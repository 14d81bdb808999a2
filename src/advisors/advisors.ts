import type { Advisor } from './advisor.ts'
import { compareChannels } from './compare-channels.ts'
import { generalTrade } from './general-trade.ts'
import { importTax } from './import-tax.ts'
import { luggageTax } from './luggage-tax.ts'
import { oneOrder } from './one-order.ts'
import { parcelTax } from './parcel-tax.ts'
import { quota } from './quota.ts'
import { quotaOrders } from './quota-orders.ts'

/** The calculators of limits and taxes. */
export const ADVISORS: Advisor[] = [
  {
    id: 'import-tax',
    needs: ['good', 'price', 'pieces', 'content', 'vatRate', 'tariffRate', 'exchangeRate'],
    run: importTax,
  },
  {
    id: 'general-trade',
    needs: ['good', 'price', 'content', 'vatRate', 'tariffRate', 'exchangeRate'],
    run: generalTrade,
  },
  { id: 'quota', needs: ['spentThisYear', 'price', 'pieces', 'exchangeRate'], run: quota },
  { id: 'one-order', needs: ['price', 'pieces', 'exchangeRate'], run: oneOrder },
  { id: 'quota-orders', needs: ['spentThisYear', 'price', 'pieces', 'exchangeRate'], run: quotaOrders },
  { id: 'parcel-tax', needs: ['good', 'price', 'pieces', 'content', 'from', 'exchangeRate'], run: parcelTax },
  {
    id: 'luggage-tax',
    needs: ['price', 'resident', 'from', 'pieces', 'good', 'content', 'exchangeRate'],
    run: luggageTax,
  },
  { id: 'compare-channels', needs: ['good', 'price', 'content', 'vatRate', 'exchangeRate'], run: compareChannels },
]
