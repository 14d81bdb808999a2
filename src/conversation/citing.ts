import type { Entry } from '../core/entry.ts'
import type { Figure } from '../core/figure.ts'
import type { DocumentId } from '../core/official-document.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { figuresIn } from './told.ts'

/** Entries that cite a document themselves or through a figure they show. */
export function citing(id: DocumentId, knowledge: Knowledge): Entry[] {
  return [...knowledge.entries.values()].filter(
    ({ sources, texts }) =>
      sources.some(({ document }) => document === id) ||
      figuresIn(`${texts.en.answer}\n${texts.en.detail}`, knowledge).some((figure) => restsOn(figure, id)),
  )
}

const restsOn = ({ values }: Figure, id: DocumentId): boolean =>
  values.some(({ sources }) => sources.some(({ document }) => document === id))
