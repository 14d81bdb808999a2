const HIGH_END =
  /(?<!非|不是|不算|不到|算不算|是不是)高[档端级](?!不高档|吗|么|还是)|贵妇|\b(?<!not )(?:high[- ]end|luxury|premium)\b/
const NOT_HIGH_END =
  /非高[档端级]|不(?:是|算|到)高[档端级]|平价|开架|普通(?:的)?(?:护肤|化妆|彩妆|面|口红|精华|香水|那种|款)|\b(?:not high[- ]end|drugstore|ordinary|non-high-end|mass[- ]market)\b/
/** Whether it is just what is asked. */
const CLASS_ASKED =
  /算不算|按高[档挡]|high[- ]end or not|是不是|是否|还是普通|算高[档端级]吗|\bis (?:it|this|that) (?:high|luxury|premium)|\bcount(?:s|ed)? as\b|does it count/

/** Cosmetics that somebody calls high-end, or ordinary. */
export function highEndIn(folded: string): boolean | undefined {
  if (CLASS_ASKED.test(folded)) return undefined
  if (NOT_HIGH_END.test(folded)) return false
  return HIGH_END.test(folded) ? true : undefined
}
