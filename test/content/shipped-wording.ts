import { createTraditional } from '../../src/knowledge/traditional.ts'
import { readWording } from '../../src/wording.ts'

/** The wording that is shipped. */
export const translate = await readWording('locales', createTraditional({}))
