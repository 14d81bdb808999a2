/** What a correction says it is not, in Chinese: 也不是零食 是一双运动鞋, 唔係跨境 係朋友寄返嚟, 不走跨境. The ways of sending that are denied are read where they stand. */
const NOT_THIS_ZH =
  /(?:^|(?<=[\s,，。;；]))(?:也|并|都|其实|搞错了|错了|打错了)?(?:不是|唔系|唔係)\s?[^,，。;；?？\d]{1,12}?(?:[\s,，。;；]+(?:而|就|其实)?[是系係]|而是)\s*/gu
/** And in English: it's not snacks, it's a pair of shoes; not a mask but a jumper. */
const NOT_THIS_EN =
  /(?:^|(?<=[\s,.;]))(?:and |but |no,? |sorry,? |actually,? )*(?:(?:it|that|this|they|these|those)(?:['’]?s| is| was| are|['’]?re| were) )?(?:not|isn['’]?t|wasn['’]?t|aren['’]?t) (?:really |actually )?(?:an? |the |any )?[a-z][a-z -]{1,24}?(?:[,.;]+ (?:but |rather )?(?:(?:it|that|this|they|these|those)(?:['’]?s| is| was| are|['’]?re| were) )?| but (?:rather )?)(?=\S)/giu

/** A correction without what it denies, which is said only to be taken back. */
export const withoutDenied = (text: string): string => {
  const said = text.replace(NOT_THIS_ZH, ' ').replace(NOT_THIS_EN, ' ').trim()
  return said === '' ? text : said
}
