import { expect, test } from 'vitest'
import { documentsBlock } from '../../src/conversation/phrase-entry.ts'
import { citationsOn } from '../../src/conversation/told.ts'
import { shipped, TODAY } from '../content/shipped.ts'

const knowledge = shipped()
const noted = [...knowledge.documents.values()].filter(({ note }) => note !== undefined)

test.each(['zh-Hans', 'en'] as const)(
  'what the register says is not certain stands beside the document, in %s',
  (locale) => {
    const context = {
      knowledge,
      on: TODAY,
      locale,
      translate: (_: string, key: string, values = {}) => `${key} ${Object.values(values).join(' ')}`,
    }
    expect(noted.length).toBeGreaterThan(0)
    for (const { id, note } of noted) {
      const citations = citationsOn([{ document: id }], TODAY, locale, knowledge)
      if (citations.length > 0) expect(documentsBlock(citations, context)).toContain(note?.[locale])
    }
  },
)
