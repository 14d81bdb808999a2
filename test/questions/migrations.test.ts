import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { all } from './asked.ts'
import { counted } from './places.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A question log as version 0.1.0 left it, with its own words and a rating. */
function released(file: string): void {
  const database = new DatabaseSync(file)
  database.exec(`
    pragma journal_mode = wal;
    pragma application_id = ${0x54474c47};
    create table question (id text primary key not null, at text not null, day text not null, channel text not null,
      locale text not null, audience text, outcome text not null, why text, topic text not null, entry text,
      misconception text, boundary text, as_of text not null, knowledge text not null, milliseconds integer not null,
      pseudonym text not null, text text not null, helpful integer, rating_reason text);
    create index question_in_order on question (day, at, id);
    create index question_with_words on question (day) where text <> '' or rating_reason is not null;
    create table salt (week text primary key not null, salt text not null);
    create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null);
    create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null);
    insert into kysely_migration values ('2026-11-question', '2026-11-20T00:00:00.000Z'), ('2026-11-salt', '2026-11-20T00:00:00.001Z');
    insert into kysely_migration_lock values ('migration_lock', 0);
    insert into salt values ('2026-W47', 'salt of a week');
    insert into question values
      ('a', '2026-08-01T04:00:00.000Z', '2026-08-01', 'web', 'zh-Hans', 'consumer', 'answered', null, 'tax.rates', 'rates', null, null,
       '2026-08-01', 'r1', 2, '0123456789abcdef0123456789abcdef', 'a very particular question', 1, 'a particular reason'),
      ('b', '2026-11-20T04:00:00.000Z', '2026-11-20', 'api', 'en', null, 'declined', 'no-match', 'other', null, null, null,
       '2026-11-20', 'r1', 3, '11111111111111111111111111111111', 'a recent question', 0, null),
      ('c', '2026-05-01T04:00:00.000Z', '2026-05-01', 'api', 'en', null, 'answered', null, 'tax.rates', null, null, null,
       '2026-05-01', 'r1', 3, '22222222222222222222222222222222', '', null, null);
  `)
  database.close()
}

test('a released question log is taken over with everything in it, counted, and can forget', async () => {
  const file = join(folder, 'released.db')
  released(file)
  await using place = await counted(`sqlite:${file}`, () => new Date('2026-11-23T04:00:00Z'))
  expect(await all(place.log)).toMatchObject([
    { id: 'c', text: '', pseudonym: '22222222222222222222222222222222' },
    {
      id: 'a',
      text: 'a very particular question',
      helpful: true,
      ratingReason: 'a particular reason',
      audience: 'consumer',
    },
    { id: 'b', text: 'a recent question', helpful: false, why: 'no-match' },
  ])
  expect(await place.counts.cells({ from: '2026-01-01', to: '2026-12-31' }, ['topic'])).toEqual([
    { keys: { topic: 'other' }, asked: 1, askers: 1, helpful: 0, notHelpful: 1, again: 0 },
    { keys: { topic: 'tax.rates' }, asked: 2, askers: 1, helpful: 1, notHelpful: 0, again: 0 },
  ])

  expect(await place.log.forgetTextBefore('2026-11-01')).toBe(1)
  const bytes = Buffer.concat([await readFile(file), await readFile(`${file}-wal`)])
  expect(bytes.includes('particular')).toBe(false)
  expect(bytes.includes('salt of a week')).toBe(false)
  expect(bytes.includes('a recent question')).toBe(true)
})
