import { LINK, pattern, type Rule } from './rule.ts'

/** E-mail addresses. */
export const EMAILS: Rule[] = [
  { token: 'email', pattern: /[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![\w-])/dg },
]

/** WeChat and QQ accounts, where they are announced. Ids of WeChat: a letter, then 5 to 19 letters, digits, `_`, `-`. */
export const ACCOUNTS: Rule[] = [
  {
    token: 'account',
    pattern: pattern(
      'i',
      `(?:微信|薇信|威信|v信|\\bvx|\\bwx|\\bwe ?chat|\\bweixin)(?<link>${LINK})(?<secret>[A-Z][\\w-]{5,19})(?![\\w-])`,
    ),
    accept: ({ groups: { link = '', secret = '' } = {} }) => /[:=号號]|\bid\b|是/i.test(link) || /[\d_]/.test(secret),
  },
  { token: 'account', pattern: pattern('i', `\\bQQ(?:群)?${LINK}(?<secret>[1-9]\\d{4,10})(?!\\d)`) },
]
