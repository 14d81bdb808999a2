import { type Request, Router } from 'express'
import { z } from 'zod'
import { validated } from '../channels/validated.ts'
import { type Day, day } from '../core/day.ts'
import { DEADLINE_MATTERS, type DeadlineMatter } from '../core/deadline-matter.ts'
import { type Locale, toLocale } from '../core/locale.ts'
import { Problem } from '../core/problem-details.ts'
import { acceptedLocale } from './accepted-locale.ts'

/** What a calendar is asked for. */
export type CalendarQuestion = { matter: DeadlineMatter; date: Day; mode?: string | undefined }

/** An iCalendar file of the last days that follow from a date; undefined where none follow. */
export type Calendar = (question: CalendarQuestion, locale: Locale) => string | undefined

const query = z.object({
  matter: z.enum(DEADLINE_MATTERS),
  date: day,
  mode: z.string().max(8).optional(),
  lang: z.string().max(35).optional(),
})

/**
 * `GET /deadlines.ics?matter=…&date=…&mode=…&lang=…`: last days as a calendar file.
 * @throws Problem `bad-request` for a question from which no day follows
 */
export function deadlinesCalendar({ calendar }: { calendar: Calendar }): Router {
  const routes = Router()
  routes.get('/deadlines.ics', (request, response) => {
    const { lang, ...question } = validated(query, request.query)
    const locale = localeOf(request, lang)
    const file = calendar(question, locale)
    if (file === undefined) throw new Problem(400, 'bad-request', { fields: [{ field: 'date', fault: 'invalid' }] })
    response
      .set({
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': `attachment; filename="deadlines-${question.date}.ics"`,
        Vary: 'Accept-Language',
      })
      .send(file)
  })
  return routes
}

const localeOf = (request: Request, lang: string | undefined): Locale =>
  (lang === undefined ? undefined : toLocale(lang)) ?? acceptedLocale(request) ?? 'zh-Hans'
