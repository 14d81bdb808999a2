import { Converter } from 'opencc-js'
import { typist } from '../../src/eval/typos.ts'
import { seeded } from '../../src/search/seeded.ts'

/** Writes a question another way that means the same; undefined where it does not apply. */
export type Transformation = (text: string) => string | undefined

const random = seeded(20261129)
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)
const changed = (text: string, other: string): string | undefined => (other === text ? undefined : other)

const toTaiwan = Converter({ from: 'cn', to: 'tw' })
const toHongKong = Converter({ from: 'cn', to: 'hk' })

const POLITE = {
  zh: [
    ['您好，请问', ''],
    ['麻烦问一下，', '，谢谢'],
    ['打扰了，想咨询一下', '，辛苦了'],
    ['', '，多谢'],
  ],
  en: [
    ['Hello, could you please tell me: ', ''],
    ['Hi, ', ' Thanks!'],
    ['Excuse me, ', ' thank you very much'],
    ['I would like to know, ', ''],
  ],
} as const
const FILLER = {
  zh: [
    ['那个，', '啊'],
    ['嗯，', '呢'],
    ['话说，', '哈'],
    ['', '呀'],
  ],
  en: [
    ['um, ', ''],
    ['so, ', ''],
    ['well, ', ''],
    ['ok, ', ''],
  ],
} as const
const around = (ways: {
  zh: readonly (readonly [string, string])[]
  en: readonly (readonly [string, string])[]
}): Transformation => {
  return (text) => {
    const [before, after] = pick(isChinese(text) ? ways.zh : ways.en)
    return `${before}${text}${after}`
  }
}

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　')

const DIGITS = '零一二三四五六七八九'
/** A round number as it is spoken; undefined for others. */
const spoken = (number: string): string | undefined => {
  const match = /^([1-9])(0{2,3})$/.exec(number)
  return match === null ? undefined : `${DIGITS[Number(match[1])]}${match[2] === '00' ? '百' : '千'}`
}
const numbers =
  (write: (number: string) => string | undefined): Transformation =>
  (text) =>
    changed(
      text,
      text.replace(/(?<![\d.,年])\d{3,5}(?![\d.,年%号]|ml|毫升|条)/g, (number) =>
        // Names and years are no amounts.
        /^(?:20[1-3]\d|9610|1210|1239|9710|9810|1039|0110|12360|12345|12366|12315|95198)$/.test(number)
          ? number
          : (write(number) ?? number),
      ),
    )

const MIXED: [RegExp, string][] = [
  [/额度/u, 'quota'],
  [/限额/u, 'limit'],
  [/跨境电商/u, 'CBEC'],
  [/税率/u, 'tax rate'],
  [/\bquota\b/iu, '额度'],
  [/\bcross-border\b/iu, '跨境'],
  [/\bparcel\b/iu, '包裹'],
]

/** The ways of writing that leave entry and amounts as they are, by name. */
export function transformations(corpus: string[]): Record<string, Transformation> {
  const mistyped = typist(corpus, seeded(20261130))
  return {
    politeness: around(POLITE),
    filler: around(FILLER),
    typo: (text) => changed(text, mistyped(text)),
    'script of Taiwan': (text) => (isChinese(text) ? changed(text, toTaiwan(text)) : undefined),
    'script of Hong Kong': (text) => (isChinese(text) ? changed(text, toHongKong(text)) : undefined),
    width: (text) => changed(text, wide(text)),
    case: (text) => changed(text, text.toUpperCase()),
    'thousands with commas': numbers((number) =>
      number.length < 4 ? undefined : `${number.slice(0, -3)},${number.slice(-3)}`,
    ),
    'numbers in Chinese': (text) => (isChinese(text) ? numbers(spoken)(text) : undefined),
    'thousands as k': numbers((number) => (/^\d{1,2}000$/.test(number) ? `${number.slice(0, -3)}k` : undefined)),
    unit: (text) =>
      changed(
        text,
        text
          .replace(/(?<=\d)元/gu, pick(['块', '块钱', '人民币', ' rmb']))
          .replace(/(?<=\d )yuan\b/gu, pick(['RMB', 'rmb', 'CNY'])),
      ),
    'no punctuation': (text) => changed(text, text.replace(/[，。？！、,?!]/gu, ' ').trim()),
    'more punctuation': (text) => `${text.replace(/[?？。.!！]$/u, '')}？？！！`,
    emoji: (text) => `${text}🙏😀`,
    'code mixing': (text) => {
      const [pattern, word] = MIXED.find(([one]) => one.test(text)) ?? []
      return pattern && word ? text.replace(pattern, word) : undefined
    },
    'spaces between words': (text) =>
      isChinese(text) ? changed(text, text.replace(/[，,]/gu, ' ')) : ` ${text.replaceAll(' ', '  ')} `,
  }
}

/** The parts of a calculator's question in another order. */
export const reordered: Transformation = (text) => {
  const parts = text.split(/[，,]\s*/u)
  if (parts.length < 3) return undefined
  const [first = '', ...rest] = parts
  const last = rest.pop() ?? ''
  return [first, ...rest.reverse(), last].join(isChinese(text) ? '，' : ', ')
}
