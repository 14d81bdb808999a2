import { COUNT, GOOD } from './mentions.ts'

/** What may stand between a word and the value it announces, in Chinese and English: 是, 要, of, is about, colon. Bounded on purpose. */
export const LINK =
  '(?:[\\s:=~≈是系为要有才只就还另约共了咗收付花到算加差也都得按的嘅]|大概|大约|差不多|将近|仅|税率|rate|is|was|are|of|at|for|about|around|only|just|roughly|approximately|approx|comes?|came|to|be|the|costs?|some|like){0,6}'

/** The particle between a value and the word after it. */
export const OF = '\\s?(?:的|嘅|元的|of|in|for|worth of)?\\s?'

/** Joins things that are said side by side. */
export const AND = '\\s?(?:和|、|跟|与|加上?|同埋?|以?及|还有|plus|and|&|\\+|with)\\s?'

/** Units in which pieces are counted in Chinese. */
export const CLASSIFIER =
  '(?:件|个|卷|瓶|支|包|盒|罐|桶|袋|箱|双|只|条|台|部|款|份|套|枚|顶|副|对|把|本|听|提|组|串|枝|管|樽|片|张|斤|公斤|千克|克|块|样|kg)'
/** And in English, one of them. */
export const UNIT_EN =
  '(?:bottle|box|pack|packet|can|tin|jar|tube|pair|piece|pc|set|unit|item|carton|pot|stick|tub|kg|kilo|bag|one)'

/** Text without a mention and without the end of a sentence, of a bounded length. */
export const some = (most: number): string => `[^\\ue000-\\uf8ff。;；?？!！]{0,${most}}`

/** Not the price of goods that follow: 今年买了24000 is none, 今年买了3000的包 is. */
export const NOT_OF_GOODS = `(?!${OF}(?:${COUNT})?${GOOD})`
/** Nor of anything else: 能带5000吗 is none, 能带5000的东西吗 may be. */
export const OF_NOTHING = `(?!${OF}(?:${COUNT})?${GOOD}|[块元]?的)`
