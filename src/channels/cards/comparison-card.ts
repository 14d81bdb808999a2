import { type Card, markdown, words } from './card.ts'

/** What stands side by side, one below the other so that a phone shows it: each by its name, with what was found. */
export const comparisonCard = (columns: { name: string; found: string }[]): Card => ({
  body: columns.map(({ name, found }, index) => ({
    type: 'Container',
    separator: index > 0,
    items: [words(name, { weight: 'bolder', size: 'medium' }), markdown(found)],
  })),
})
