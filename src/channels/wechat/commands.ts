/** What a message asks of the channel itself rather than of the conversation. */
export type ChannelCommand = { kind: 'continue' } | { kind: 'rate'; helpful: boolean; reason?: string }

const CONTINUE = /^(?:请|請)?(?:继续|繼續|接着说|接著說|下一页|下一頁|更多|(?:go on|continue|more|next)(?: please)?)$/i
const HELPFUL = /^(?:很)?(?:有用|有帮助|有幫助)$|^(?:helpful|useful)$/i
const USELESS =
  /^(?:没用|沒用|没有用|沒有用|没帮助|沒幫助|没有帮助|沒有幫助)$|^(?:not|un)[ -]?(?:helpful|useful)$|^useless$/i
const LONGEST_REASON = 1000

/** Reads a message that may be a command; a rating may give its reason behind a colon (`没用：没写日期`). */
export function readCommand(text: string): ChannelCommand | undefined {
  const said = text.trim().replace(/[。.!！~～]+$/u, '')
  if (CONTINUE.test(said)) return { kind: 'continue' }
  const [word = '', ...more] = said.split(/[:：]/)
  const helpful = HELPFUL.test(word.trim())
  if (!helpful && !USELESS.test(word.trim())) return undefined
  const reason = more.join('：').trim().slice(0, LONGEST_REASON)
  return { kind: 'rate', helpful, ...(reason && { reason }) }
}

/** The number of a choice that a message names and nothing else; undefined for any other message. */
export function numberIn(text: string): number | undefined {
  const digit = /^\s*[（(]?([1-9])[)）.、。]?\s*$/.exec(text.normalize('NFKC'))?.[1]
  return digit === undefined ? undefined : Number(digit)
}
