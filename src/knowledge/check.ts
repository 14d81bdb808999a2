import { checkContradictions } from './check-contradictions.ts'
import { type CheckOptions, checkEntry } from './check-entry.ts'
import { checkTree } from './check-modes.ts'
import { checkMeanings } from './check-phrases.ts'
import { checkSums } from './check-sums.ts'
import { checkText } from './check-text.ts'
import type { Knowledge } from './knowledge.ts'
import { type KnowledgeProblem, unknown } from './problem.ts'

/** The rules that hold across files. Pure; finds everything at once, never only the first problem. */
export function check(knowledge: Knowledge, options: CheckOptions): KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = []
  for (const entry of knowledge.entries.values()) problems.push(...checkEntry(entry, knowledge, options))
  problems.push(...checkRepeatedQuestions(knowledge), ...checkContradictions(knowledge))

  const refer = (file: string, what: string, id: string, known: ReadonlyMap<string, unknown>) => {
    if (!known.has(id)) problems.push(unknown(file, what, id, known.keys()))
  }
  for (const figure of knowledge.figures.values())
    for (const { sources } of figure.values)
      for (const { document } of sources) refer(`figures/${figure.id}.yaml`, 'document', document, knowledge.documents)

  for (const document of knowledge.documents.values())
    for (const field of ['amends', 'supersedes', 'repeals'] as const)
      for (const other of document[field]) refer(`documents (${document.id})`, field, other, knowledge.documents)

  for (const boundary of knowledge.boundaries.values()) {
    const file = `boundaries (${boundary.id})`
    refer(file, 'topic', boundary.topic, knowledge.topics)
    for (const contact of boundary.ask) refer(file, 'ask', contact, knowledge.contacts)
    if (boundary.entry) refer(file, 'entry', boundary.entry, knowledge.entries)
    if (boundary.outcome === 'refused' && !boundary.entry)
      problems.push({
        level: 'error',
        file,
        what: 'a refusal states the rule',
        hint: 'Name the entry that states it: `entry: …`.',
      })
    problems.push(
      ...checkText(boundary.text, file, knowledge),
      ...checkMeanings(Object.values(boundary.phrases).flat(), file, knowledge.meanings),
    )
  }
  for (const misconception of knowledge.misconceptions.values()) {
    const file = `misconceptions.yaml (${misconception.id})`
    refer(file, 'topic', misconception.topic, knowledge.topics)
    refer(file, 'entry', misconception.entry, knowledge.entries)
    for (const { document } of misconception.sources) refer(file, 'citations', document, knowledge.documents)
    problems.push(
      ...checkText(misconception.correction, file, knowledge),
      ...checkMeanings(Object.values(misconception.phrases).flat(), file, knowledge.meanings),
    )
  }
  for (const term of knowledge.glossary.values()) {
    const file = `glossary.yaml (${term.id})`
    if (term.entry) refer(file, 'entry', term.entry, knowledge.entries)
    for (const topic of term.compared) refer(file, 'compared', topic, knowledge.topics)
    for (const { document } of term.sources) refer(file, 'citations', document, knowledge.documents)
    problems.push(...checkText(term.explanation, file, knowledge))
  }
  problems.push(...checkTree(knowledge.modes, 'modes.yaml', knowledge))
  problems.push(...checkTree(knowledge.exportTaxPositions, 'export-tax-positions.yaml', knowledge))
  problems.push(...checkSums(knowledge))
  return problems
}

const bare = (question: string) => question.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '')

/** The same question under two entries could only be answered by one of them. */
function checkRepeatedQuestions(knowledge: Knowledge): KnowledgeProblem[] {
  const seen = new Map<string, string>()
  const problems: KnowledgeProblem[] = []
  for (const entry of knowledge.entries.values())
    for (const { questions, file } of Object.values(entry.texts))
      for (const question of questions) {
        const key = bare(question)
        const other = seen.get(key)
        if (other !== undefined)
          problems.push({
            level: 'error',
            file,
            what: `question "${question}" stands under ${other === entry.id ? 'this entry twice' : `"${other}" too`}`,
            hint: 'Keep it where the answer is best.',
            about: { field: 'questions', text: question },
          })
        else seen.set(key, entry.id)
      }
  return problems
}
