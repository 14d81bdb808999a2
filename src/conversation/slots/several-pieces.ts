import type { Regime } from '../../core/slots.ts'
import { SEVERAL } from './counts.ts'
import type { Goods } from './items.ts'

/** Goods of which a sum is never the price of one piece. */
const MANY =
  /衣服|化妆品|护肤品|零食|东西|礼物|特产|文具|书籍|\b(?:clothes|clothing|stuff|things|goods|gifts|cosmetics|snacks|souvenirs)\b/
/** Kinds of things, named one after the other. */
const LISTED =
  /衣服[^。]{0,3}(?:包|鞋|化妆品)|东西[^。]{0,8}(?:衣服|包包|鞋|化妆品)|(?:和|、)(?:衣服|化妆品|护肤品|零食)/
const ALTOGETHER = /一共|总共|共|加起来|\b(?:altogether|in total|total|combined|in all|together)\b/

/** Whether the goods with a price are several pieces, nobody knows how many. */
export const isSeveral = (folded: string, { items }: Goods, regimes: Regime[]): boolean =>
  items.some(({ total, each }) => total ?? each) &&
  items.every(({ pieces }) => pieces === undefined) &&
  (SEVERAL.test(folded) ||
    (MANY.test(folded) && (regimes.includes('luggage') || ALTOGETHER.test(folded) || LISTED.test(folded))))
