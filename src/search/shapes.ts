/** Characters taken for one another by the eye, or by an input method of strokes. Each stands in one group only. */
const LOOK_ALIKE = [
  '酒洒',
  '货贷',
  '免兔',
  '未末',
  '已己巳',
  '入人',
  '拆折',
  '拔拨',
  '候侯',
  '遗遣',
  '邮油',
  '税悦',
  '包句',
  '土士',
]
/** What is a word of its own, though it looks like one of the subject. */
const OWN_WORDS = new Set(['贷款'])

const others = new Map(
  LOOK_ALIKE.flatMap((group) => [...group].map((one) => [one, [...group].filter((other) => other !== one)] as const)),
)

/** Ways of writing a word with one character taken for another that looks like it: `红洒` for `红酒`. */
export const misread = (word: string): string[] =>
  [...word]
    .flatMap((character, at) =>
      (others.get(character) ?? []).map((other) => word.slice(0, at) + other + word.slice(at + 1)),
    )
    .filter((written) => !OWN_WORDS.has(written))
