import { Converter } from 'opencc-js'
import { understand } from '../../../src/conversation/understanding.ts'
import type { Day } from '../../../src/core/day.ts'
import { changesPage } from '../../../src/http/changes-page/routes.ts'
import { assets } from '../../../src/http/pages/assets.ts'
import { languagePrefix } from '../../../src/http/pages/page-locale.ts'
import { lostPage } from '../../../src/http/pages/page-sender.ts'
import { type ReadingPagesParts, readingPages } from '../../../src/http/pages/routes.ts'
import { keptIndex } from '../../../src/kept-index.ts'
import { createSite } from '../../../src/reading/site.ts'
import { WEIGHTS } from '../../../src/search/weights.ts'
import { readWording } from '../../../src/wording.ts'
import { shipped, TODAY } from '../../content/shipped.ts'
import { openApp } from '../opened.ts'

const understanding = understand(shipped(), keptIndex())

/** The pages as values, over the knowledge that is shipped. */
export const shippedSite = (today: Day = TODAY) =>
  createSite({ understanding: () => understanding, weights: WEIGHTS, translate: wording, today: () => today })

/** The wording, its traditional Chinese with the reviewed words. */
export const wording = await readWording('locales', understanding.toTraditional)

export const { knowledge } = understanding
export const toSimplified = Converter({ from: 'tw', to: 'cn' })
export const toTraditional = understanding.toTraditional

/** The pages over the knowledge that is shipped, on a port of their own. */
export async function openPages({ publicUrl, ...parts }: Partial<ReadingPagesParts> = {}) {
  const site = shippedSite()
  const shared = { translate: wording, publicUrl }
  return openApp({
    pages: [
      languagePrefix,
      assets(),
      changesPage({ changes: site.changes, today: site.today, ...shared }),
      readingPages({ site, takeTurn: () => 0, retainTextDays: 90, ...shared, ...parts }),
    ],
    lost: lostPage(shared),
  })
}

/** A page as it is sent. */
export async function load(url: string, init?: RequestInit) {
  const response = await fetch(url, { redirect: 'manual', ...init })
  return { status: response.status, headers: response.headers, markup: await response.text() }
}
