const DIGITS = new Map([...'零一二三四五六七八九十'].map((sign, value) => [sign, String(value)]))

/** Decimal text of digits or of one Chinese digit (两, 俩 and 仨 included); undefined for anything else. */
export function numeral(text: string): string | undefined {
  if (/^\d{1,12}(?:\.\d{1,6})?$/.test(text)) return text
  if (text === '两' || text === '俩') return '2'
  return text === '仨' ? '3' : DIGITS.get(text)
}
