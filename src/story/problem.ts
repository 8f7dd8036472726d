/** Something wrong with what a person wrote, at a place they can go to. */
export interface Problem {
  /** Path from the project's root, with forward slashes. */
  file: string
  /** From 1. Left out where the file is not there at all. */
  line?: number
  /** From 1. */
  column?: number
  /** What is wrong, the value received, what was expected. */
  message: string
}

/** `FILE:LINE:COLUMN MESSAGE`, the form every editor and terminal makes a link of. */
export function formatProblem({ file, line, column, message }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return `${place} ${message}`
}

/** Thrown when content cannot be built; carries every problem found, not the first only. */
export class ContentError extends Error {
  override name = 'ContentError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.problems = problems
  }
}
