export type { ChartContext, Drawing, Form, Frame, Mark, Size, Table } from './contract.ts'
export * from './draw.ts'
export { createDocument, serialize } from './svg.ts'
