/** A watermark as clients hand it back: the number of activities seen; none (or `-`) means none. Undefined when it is no watermark. */
export function readWatermark(text: string): number | undefined {
  if (text === '' || text === '-') return 0
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
