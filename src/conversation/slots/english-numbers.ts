const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES: Record<string, number> = { hundred: 100, thousand: 1000, grand: 1000, million: 1_000_000 }

const VALUES = new Map<string, number>([
  ...ONES.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
])

/** The value of an English number word below a hundred. */
export const englishNumber = (word: string): number | undefined => VALUES.get(word)

const WORD = `(?:${[...VALUES.keys(), ...Object.keys(SCALES)].join('|')})`
const START = `(?:${[...VALUES.keys()].join('|')}|an?(?=[ ]hundred|[ ]thousand|[ ]grand|[ ]million)|\\d{1,3}(?:\\.\\d{1,3})?(?=[ ](?:hundred|thousand|grand|million)))`
const RUN = new RegExp(`(?<![\\w.,$¥€£-])${START}(?:[ -](?:and[ ])?${WORD}){0,8}(?![\\w-])`, 'g')

/**
 * Writes English numbers in words in digits: `twenty-six thousand` becomes `26000`, `2.5 thousand` `2500`, `a hundred` `100`. Words below
 * thirteen stay words: they count pieces more often than money.
 * @param text in lower case
 */
export const foldEnglishNumbers = (text: string): string =>
  text.replace(RUN, (run) => {
    const value = numberIn(run)
    return value === undefined || value < ONES.indexOf('thirteen') ? run : String(value)
  })

function numberIn(run: string): number | undefined {
  let total = 0
  let section = 0
  let scaled = false
  for (const word of run.split(/[ -]/)) {
    const scale = SCALES[word]
    if (word === 'and') continue
    if (scale === undefined) {
      section += word === 'a' || word === 'an' ? 1 : (VALUES.get(word) ?? Number(word))
      continue
    }
    scaled = true
    if (scale === SCALES.hundred) section = Math.round((section || 1) * scale)
    else {
      total += Math.round((section || 1) * scale)
      section = 0
    }
  }
  const value = total + section
  // `2.5` without a scale, or two numbers side by side such as `one two`: no number in words.
  return Number.isSafeInteger(value) && (scaled || !/\b(?!\w+ty\b)\w+[ -]\w+/.test(run)) ? value : undefined
}
