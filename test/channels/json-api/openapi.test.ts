import { expect, test } from 'vitest'
import { openApi } from '../../../src/channels/json-api/openapi.ts'

const document = JSON.parse(JSON.stringify(openApi()))

test('every path of the contract is described', () => {
  expect(document.openapi).toBe('3.1.1')
  expect(Object.keys(document.paths)).toEqual([
    '/api/answers',
    '/api/answers/{id}/rating',
    '/api/knowledge',
    '/api/openapi.json',
  ])
})

test('the question is described as it is checked', () => {
  expect(document.components.schemas.Question).toMatchObject({
    required: ['question'],
    additionalProperties: false,
    properties: {
      audience: { enum: ['consumer', 'merchant'] },
      asOf: { type: 'string', format: 'date' },
      conversation: { maxLength: 200 },
    },
  })
})

test('the reply has the fields of the contract', () => {
  const { properties, required } = document.components.schemas.Reply
  expect(Object.keys(properties)).toEqual(
    'id outcome why topic entry misconception locale asOf inForce text citations choices calculation knowledge'.split(
      ' ',
    ),
  )
  expect(required).toEqual('id outcome topic locale asOf text citations choices knowledge'.split(' '))
})

test('every error of the contract is described as a problem', () => {
  const { responses } = document.paths['/api/answers'].post
  expect(Object.keys(responses)).toEqual(['200', '400', '413', '415', '429', '503'])
  expect(responses[429].headers).toHaveProperty('Retry-After')
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)]
  expect(references.length).toBeGreaterThan(5)
  for (const [, name = ''] of references) expect(document.components.schemas).toHaveProperty(name)
})
