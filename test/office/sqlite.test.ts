import { describe } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { anOffice } from './office.contract.ts'

describe('SQLite', () => {
  anOffice(() => openDatabase('sqlite::memory:'))
})
