export type { ChartContext, Drawing, Form, Frame, Mark, Play, Size, Table } from './contract.ts'
export * from './draw.ts'
export { createDocument, serialize } from './svg.ts'
