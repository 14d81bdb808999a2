/** Stands where something was removed: no digit, no letter, no Han character, so that nothing matches across it. */
const REMOVED = '\uE000'
/** Stands where something must stay as it is. */
const KEPT = '\uE001'

/** What is put in place of an identifier. The same in every language, and told apart from anything people write. */
const TOKENS = [
  'id',
  'permit',
  'passport',
  'phone',
  'email',
  'account',
  'card',
  'parcel',
  'order',
  'name',
  'address',
] as const
export type Token = (typeof TOKENS)[number]

const TOKEN = new RegExp(`\\[(?:${TOKENS.join('|')})\\]`, 'g')
const FULL_WIDTH = /[\uFF01-\uFF5E]/g
const SPACES = /[\s\u3000]/g
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63]/g
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g
const SPELLED_OUT = /[〇零一幺二三四五六七八九]{11,}/g
const NUMERALS = '〇零一幺二三四五六七八九'
const VALUES = '001123456789'

const hide = (mark: string) => (text: string) => mark.repeat(text.length)

/**
 * The text in the form the rules are written for, every character in its place, so that what is found in it can be cut from the
 * original: full width → half width; any space, dash or invisible character → one of its kind; eleven and more numerals in a row
 * (a telephone number spelled out, never an amount, which has 十, 百, 千, 万) → digits; what an earlier redaction left → hidden.
 */
export const foldInPlace = (text: string): string =>
  text
    .replace(TOKEN, hide(REMOVED))
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/￥/g, '¥')
    .replace(SPACES, ' ')
    .replace(DASHES, '-')
    .replace(INVISIBLE, '\u200B')
    .replace(SPELLED_OUT, (run) => Array.from(run, (numeral) => VALUES[NUMERALS.indexOf(numeral)]).join(''))

const covered = (text: string, start: number, end: number, mark: string) =>
  text.slice(0, start) + mark.repeat(end - start) + text.slice(end)

/** Hides what was removed from the rules that follow. */
export const markRemoved = (text: string, start: number, end: number): string => covered(text, start, end, REMOVED)

/** Hides what must stay from the rules that follow. */
export const markKept = (text: string, pattern: RegExp): string => text.replace(pattern, hide(KEPT))
