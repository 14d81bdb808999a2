/** Weights of GB 11643-1999, which are powers of two modulo 11. */
const GB_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const weighted = (digits: string, weights: number[]) =>
  weights.reduce((sum, weight, n) => sum + weight * Number(digits[n]), 0)

/** Whether 18 characters are a citizen's identity number of mainland China by its check digit (GB 11643-1999, ISO 7064 MOD 11-2). */
export const isResidentId = (id: string): boolean =>
  /^\d{17}[\dX]$/i.test(id) && '10X98765432'[weighted(id, GB_WEIGHTS) % 11] === id[17]?.toUpperCase()

/** Whether eight digits can be a date of birth or another day since 1900. */
export const isCompactDate = (digits: string): boolean =>
  /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits)

/** Whether digits pass the Luhn test of bank cards (ISO/IEC 7812-1). */
export function isLuhn(digits: string): boolean {
  let sum = 0
  for (let n = 0; n < digits.length; n++) {
    const digit = Number(digits[digits.length - 1 - n])
    sum += n % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

/** Whether nine digits are a postal item's serial number with its check digit (UPU S10). */
export function isPostalItem(digits: string): boolean {
  const rest = 11 - (weighted(digits, [8, 6, 4, 2, 3, 5, 9, 7]) % 11)
  return Number(digits[8]) === (rest === 10 ? 0 : rest === 11 ? 5 : rest)
}

const letterValue = (letter: string) => letter.toUpperCase().charCodeAt(0) - 55

/** Whether letters, six digits and a check character are a Hong Kong identity card: MOD 11 over eight places, a missing letter counting 36. */
export function isHongKongId(letters: string, digits: string, check: string): boolean {
  const places = [
    ...(letters.length === 1 ? [36] : []),
    ...Array.from(letters, letterValue),
    ...Array.from(digits, Number),
  ]
  const sum = places.reduce((total, value, n) => total + value * (9 - n), 0)
  return (sum + (check.toUpperCase() === 'A' ? 10 : Number(check))) % 11 === 0
}

/** The number that stands for each letter of a Taiwan identity card, in the order A to Z. */
const TAIWAN_LETTERS = [
  10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
]

/** Whether a letter and nine digits are a Taiwan identity card by its check digit. */
export function isTaiwanId(id: string): boolean {
  const letter = TAIWAN_LETTERS[id.toUpperCase().charCodeAt(0) - 65] ?? 0
  const sum = Math.floor(letter / 10) + (letter % 10) * 9 + weighted(id.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1])
  return sum % 10 === 0
}
