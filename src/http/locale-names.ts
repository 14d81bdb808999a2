import type { Locale } from '../core/locale.ts'

/** Languages by their own names. */
export const LOCALE_NAMES: Record<Locale, string> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' }
