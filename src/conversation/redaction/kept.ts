import { LINK } from './rule.ts'

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const NUMBER = '(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})(?:\\.\\d{1,6})?'
/** Not in the middle of a number: a comma is part of one only after three digits at most. Nor after an area code. */
const NUMBER_BEGINS = '(?<!\\d|\\d\\.|(?<!\\d)\\d{1,3},|(?<!\\d)0\\d{2,3}[ )-]{1,2})'
const CURRENCY_BEFORE =
  '(?:[¥$€£₩]|(?<!\\d ?)(?:rmb|cny|usd|hkd|twd|ntd|jpy|eur|gbp|krw)|人民币|人民幣|(?:金额|金額|价格|價格|价值|價值|总价|總價|amount|price|value|total)(?:是|为|為|:| is| of)?)'
const CURRENCY_AFTER =
  '(?:元|块|塊|圆|圓|蚊|刀|美元|美金|欧|歐|英镑|英鎊|日元|日圓|韩元|韓元|港币|港幣|港元|澳币|镑|rmb|cny|usd|hkd|twd|jpy|eur|gbp|krw|yuan|kuai|dollars?|euros?|pounds?|bucks)'
const UNIT = '(?:ml|kg|g|l|lbs?|oz|pcs|pieces|units|克|千克|公斤|毫升|升|件|个|個|瓶|盒|罐|片|套|箱|票)'

/**
 * What questions here are about and must stay as it is, though its digits may look like part of an identifier. Hidden from every
 * rule that goes by the words around a number; a number with a check digit of its own, a mobile number and a run of fifteen
 * digits are removed before, since none of these is ever one.
 */
export const KEPT: RegExp[] = [
  // Dates: 2026-11-23, 2018年1月1日, 20261123, 23/11/2026, 1 January 2026, January 1, 2026.
  /(?<!\d)(?:19|20)\d{2} ?[-/.年] ?(?:0?[1-9]|1[0-2]) ?[-/.月] ?(?:0?[1-9]|[12]\d|3[01])(?!\d) ?日?/g,
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:19|20)\d{2}(?!\d)/g,
  /(?<![\dA-Za-z])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
  /(?<!\d)(?:19|20)\d{2} ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?[日号號])?)?/g,
  new RegExp(`(?<!\\d)\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? (?:19|20)\\d{2}(?!\\d)`, 'gi'),
  new RegExp(`\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}(?!\\d)`, 'gi'),
  // Amounts and quantities.
  new RegExp(`${CURRENCY_BEFORE} {0,2}(?!0\\d)${NUMBER}`, 'gi'),
  new RegExp(`${NUMBER_BEGINS}${NUMBER} {0,2}(?:[十百千万萬亿億kw]{0,2}[多余餘]?${CURRENCY_AFTER}|[万萬亿億%‰])`, 'gi'),
  new RegExp(`${NUMBER_BEGINS}\\d{5,7} ?${UNIT}(?![a-z])`, 'gi'),
  new RegExp(`${NUMBER_BEGINS}\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,2})?(?!\\d|,\\d)`, 'g'),
  // Tariff codes: after their name, or with dots.
  new RegExp(
    `(?:\\bhs(?=\\b|\\d)|\\bhts\\b|税号|稅號|税则|稅則|(?:商品|海关|海關|税则|稅則)(?:编码|編碼|编号|編號|代码|代碼)|tariff|commodity code)(?: ?(?:code|number|heading|编码|編碼|代码|代碼|税号|稅號))?${LINK}(?:\\d{4,8}(?:\\.\\d{2,4}){1,4}|\\d{4}(?: \\d{2}){1,3}(?: \\d{2,3})?|\\d{4,13})(?!\\d|-\\d)`,
    'gi',
  ),
  /(?<![\d.])\d{4}\.\d{2}(?:\.\d{2,4}){1,3}(?![\d])/g,
  // Official documents: 〔2018〕49号, 第194号, No. 194 of 2018, 2024 No. 176.
  /[[〔(【]\d{4}[\]〕)】] ?第?\d{1,5} ?[号號]/g,
  /第 ?\d{1,5} ?[号號]/g,
  /\b(?:\d{4} )?no\.? ?\d{1,5}(?: of \d{4}| \(\d{4}\))?(?!(?: [a-z]{2,20}){1,4} (?:road|rd|street|st|avenue|ave|lane)\b)(?![\d-])/gi,
  // Hotlines, also with an area code, and numbers of firms that anybody may call.
  /(?<![\w-])(?:\+?86[ -])?(?:0\d{2,3}[ -])?(?:12360|95198|12366|12315|12345|12388|11185|11183|95\d{3})(?!\d)/g,
  /(?<!\d)[48]00[ -]?\d{3}[ -]?\d{4}(?!\d)/g,
]
