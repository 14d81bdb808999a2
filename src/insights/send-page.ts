import type { Request, Response } from 'express'
import { type Account, mayAct } from '../core/account.ts'
import type { Day } from '../core/day.ts'
import type { Locale } from '../core/locale.ts'
import type { Translate } from '../core/translate.ts'
import type { Html } from '../http/html.ts'
import { type Selection, toQuery, usualSelection } from './filters.ts'
import type { Link } from './sections.ts'
import { layout } from './view/layout.ts'

/** What a page's frame is made from. */
export type PageParts = {
  translate: Translate
  /** Today in China. */
  today: () => Day
  /** Who is signed in. */
  account: (request: Request) => Account | undefined
  /** Pages in the navigation beside those of numbers. */
  links: readonly Link[]
  /** Whether nobody asked what is counted: a demonstration. */
  madeUp: boolean
}

/** Sends a page in its frame. */
export type SendPage = (
  request: Request,
  response: Response,
  link: Link,
  what: { locale: Locale; selection?: Selection; status?: number },
  main: Html,
) => void

/** Makes what sends a page in its frame, with the links that whoever is signed in may follow. */
export function pageSender({ translate, today, account, links, madeUp }: PageParts): SendPage {
  return (
    request,
    response,
    { path, title, numbers = true },
    { locale, selection = usualSelection(today()), status = 200 },
    main,
  ) => {
    const who = account(request)
    const say = (key: string, values?: Record<string, string | number>) => translate(locale, key, values)
    const frame = {
      locale,
      say,
      path,
      title: say(title),
      query: (one: Locale) => toQuery(selection, one),
      links: links.filter(({ role = 'reader' }) => who === undefined || mayAct(who.role, role)),
      account: who?.name,
      numbers,
      madeUp,
    }
    response
      .status(status)
      .set({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': locale })
      .send(layout(frame, main).markup)
  }
}
