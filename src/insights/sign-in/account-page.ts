import { Router } from 'express'
import type { Translate } from '../../core/translate.ts'
import { localeOf } from '../page-locale.ts'
import type { Link } from '../sections.ts'
import type { SendPage } from '../send-page.ts'
import type { SignIn } from './sign-in.ts'
import { accountView } from './views.ts'

const ACCOUNT: Link = { path: '/insights/account', title: 'signin.account', numbers: false }

/** The page that says who one is here, and lets one leave. */
export function accountPage(
  { requires, account, csrf }: SignIn,
  { translate, sendPage }: { translate: Translate; sendPage: SendPage },
): Router {
  const routes = Router()
  routes.get(ACCOUNT.path, requires('reader'), async (request, response) => {
    const who = account(request)
    if (who === undefined) return
    const locale = localeOf(request)
    const say = (key: string) => translate(locale, key)
    sendPage(request, response, ACCOUNT, { locale }, accountView({ say, account: who, csrf: await csrf(request) }))
  })
  return routes
}
