/** Letters and digits of a reference after its `TG-`. */
export const REFERENCE_LENGTH = 10

const WRITTEN = new RegExp(`(?<![A-Z0-9])TG[-\\s]?([0-9A-Z]{${REFERENCE_LENGTH}})(?![A-Z0-9])`, 'i')

/** The reference in a text, read as people write it: any case, with O for 0 and I or L for 1. */
export function referenceIn(text: string): string | undefined {
  const letters = WRITTEN.exec(text.normalize('NFKC'))?.[1]?.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  return letters === undefined || letters.includes('U') ? undefined : `TG-${letters}`
}
