import type { Config } from './config.ts'
import { calendarOf } from './conversation/deadlines-calendar.ts'
import { formatDay } from './conversation/format-figure.ts'
import { redact } from './conversation/redact.ts'
import { createResponder } from './conversation/respond.ts'
import { sessionsInMemory } from './conversation/sessions.ts'
import { turnsInMemory } from './conversation/turn-memory.ts'
import { type Understanding, understand } from './conversation/understanding.ts'
import type { Controls } from './core/controls.ts'
import { dayInChina } from './core/day.ts'
import type { Desk } from './core/desk.ts'
import type { DueDates } from './core/due-date.ts'
import type { EntryId } from './core/entry.ts'
import { type Locale, writtenFor } from './core/locale.ts'
import type { EntryNote, Site } from './core/reading.ts'
import type { Rate, Respond } from './core/reply.ts'
import type { Translate } from './core/translate.ts'
import type { Database } from './database/database.ts'
import { openDatabase } from './database/open.ts'
import { openDesk } from './desk.ts'
import { keptIndex } from './kept-index.ts'
import { keptKnowledge } from './kept-knowledge.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import { describeProblem } from './knowledge/problem.ts'
import { type WatchedKnowledge, watchKnowledge } from './knowledge/watch.ts'
import { controlSettings, watchControls } from './office/controls.ts'
import { type Correction, correctionsIn } from './office/corrections.ts'
import { type Watched, watch } from './office/watched.ts'
import { questionLogIn } from './questions/open.ts'
import type { QuestionLog } from './questions/question-log.ts'
import { createSite } from './reading/site.ts'
import { WEIGHTS } from './search/weights.ts'
import type { Logger } from './telemetry/log.ts'
import { readWording } from './wording.ts'

/** What every way of running the service shares: the conversation over live knowledge and the log behind it. */
export type Service = {
  respond: Respond
  rate: Rate
  knowledge: WatchedKnowledge
  understanding: () => Understanding
  questions: QuestionLog
  /** Where the question log is kept, for others who keep their tables beside it. */
  database: Database
  /** What is done beyond an answer. */
  desk: Desk
  /** What is switched off and announced, now. */
  controls: Watched<Controls>
  /** What was told and was wrong, latest first, as it was known a moment ago. */
  corrections: Watched<Correction[]>
  /** Corrections as remarks at an entry's page. */
  notes: (entry: EntryId, locale: Locale) => EntryNote[]
  /** The announcement in a language, for pages. */
  banner: (locale: Locale) => string | undefined
  translate: Translate
  /** Our pages, as values. */
  site: Site
  /** Last days that follow from a date, as a calendar file; undefined where none follow. */
  calendar: (question: DueDates['question'], locale: Locale) => string | undefined
}

/** Milliseconds between two looks at the corrections. */
const CORRECTIONS_EVERY = 10 * 1000

/** Records that may wait while the database is away: half a day of ten million questions a month, and a few hundred megabytes. */
const MOST_SPOOLED = 200_000

/** Puts the conversation together. Resources are handed to `parts`, which closes them in reverse order. */
export async function createService(config: Config, log: Logger, parts: AsyncDisposableStack): Promise<Service> {
  const now = () => new Date()
  const keep = keptIndex()
  const knowledge = parts.use(
    await watchKnowledge({
      folder: config.KNOWLEDGE_DIR,
      today: () => dayInChina(now()),
      reviewAfterDays: config.REVIEW_AFTER_DAYS,
      keep: keptKnowledge(),
      onChange: (result) => {
        if ('knowledge' in result) {
          understanding = understand(result.knowledge, keep)
          log.info(
            { revision: result.knowledge.revision, entries: result.knowledge.entries.size },
            'knowledge reloaded',
          )
        } else
          log.error(
            { problems: result.problems.slice(0, 20).map(describeProblem) },
            'the knowledge has errors; the last good one keeps serving',
          )
      },
    }),
  )
  let understanding = understand(knowledge.current(), keep)
  const translate = await readWording(config.LOCALES_DIR, (text) => understanding.toTraditional(text))
  const database = parts.use(await openDatabase(config.DATABASE_URL))
  const questions = parts.use(
    await questionLogIn(database, {
      now,
      spool: {
        file: config.SPOOL_FILE,
        most: MOST_SPOOLED,
        onSpool: (event) =>
          event.database === 'away'
            ? log.error({ error: event.error }, 'the database is away; records are spooled')
            : log.info({ handedOver: event.handedOver }, 'the database is back; what was spooled is there'),
      },
    }),
  )
  const controls = parts.use(
    await watchControls(controlSettings(database, now), {
      onProblem: (error) => log.error({ error }, 'the controls cannot be looked at; the last ones hold'),
    }),
  )
  const corrections = parts.use(
    await watch(correctionsIn(database, now).list, {
      first: [],
      every: CORRECTIONS_EVERY,
      onProblem: (error) => log.error({ error }, 'the corrections cannot be looked at; the last ones hold'),
    }),
  )
  const desk = openDesk(database, { askAPerson: config.ASK_A_PERSON === 'on', now })
  const respond = createResponder({
    desk,
    controls: controls.current,
    understanding: () => understanding,
    weights: WEIGHTS,
    sessions: sessionsInMemory({ now: Date.now }),
    memory: turnsInMemory(),
    questions,
    translate,
    publicUrl: config.PUBLIC_URL,
    now,
    tick: () => performance.now(),
    onTurn: ({ reply, channel, milliseconds }) =>
      log.info(
        {
          reply: reply.id,
          channel,
          locale: reply.locale,
          outcome: reply.outcome,
          why: reply.why,
          topic: reply.topic,
          entry: reply.entry,
          milliseconds: Math.round(milliseconds * 100) / 100,
        },
        'turn',
      ),
    onFailure: ({ reply, error, during }) => log.error({ reply, error, during }, 'turn failed'),
  })
  const rate: Rate = (reply, helpful, reason) =>
    questions.rate(reply, helpful, reason === undefined ? undefined : redact(reason))
  const site = createSite({
    understanding: () => understanding,
    weights: WEIGHTS,
    translate,
    today: () => dayInChina(now()),
  })
  const calendar: Service['calendar'] = (question, locale) =>
    calendarOf(question, { knowledge: understanding.knowledge, locale, translate, stamp: now() })
  const notes: Service['notes'] = (entry, locale) =>
    corrections
      .current()
      .filter((one) => one.entry === entry)
      .map(({ at, since, until, wrong, right }) => {
        const written = writtenFor(locale)
        const [from, to] = [formatDay(since, locale), formatDay(until, locale)]
        const values = { from, to, wrong: wrong[written], right: right[written] }
        const text = translate(locale, 'corrections.note', values)
        return { on: dayInChina(new Date(at)), text: locale === 'zh-Hant' ? understanding.toTraditional(text) : text }
      })
  const banner: Service['banner'] = (locale) => {
    const text = controls.current().banner?.text[writtenFor(locale)]
    return text !== undefined && locale === 'zh-Hant' ? understanding.toTraditional(text) : text
  }
  return {
    respond,
    rate,
    knowledge,
    understanding: () => understanding,
    questions,
    database,
    desk,
    controls,
    corrections,
    notes,
    banner,
    translate,
    site,
    calendar,
  }
}

/** What the API tells about the knowledge that serves. */
export const knowledgeSummary = ({ revision, entries, topics, documents, figures }: Knowledge) => ({
  revision,
  entries: { 'zh-Hans': entries.size, 'zh-Hant': entries.size, en: entries.size },
  topics: topics.size,
  documents: documents.size,
  figures: figures.size,
})
