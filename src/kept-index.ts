import type { KeepIndex } from './conversation/understanding.ts'
import { keptIn } from './kept.ts'
import type { IndexModel } from './search/entry-index.ts'

/** The code that makes an index. */
const CODE = [
  'search',
  'search/jieba',
  'search/pinyin',
  'core',
  'intent/meanings.ts',
  'knowledge/find-goods.ts',
  'conversation/understanding.ts',
  'conversation/searchables.ts',
]

/**
 * Keeps indexes on disk.
 * @param folder where; the folder of the packages' caches when absent
 */
export function keptIndex(folder?: string): KeepIndex {
  const kept = keptIn(folder)
  return (sources, build) => {
    const texts = inTurn(sources)
    const { value, keep } = kept.take<IndexModel>('index', { code: CODE, texts }, (read) => 'fullText' in read)
    if (value !== undefined) return value
    const model = build()
    keep(model)
    return model
  }
}

/** Each source as text when it is come to: together they are as large as the index. */
function* inTurn(sources: readonly unknown[]): Generator<string, void> {
  for (const source of sources) yield JSON.stringify(source)
}
