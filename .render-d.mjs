import { buildShipped, shipped } from './test/content/shipped.ts'
console.log(Object.keys(shipped()).slice(0,40))
