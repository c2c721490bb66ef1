/**
 * Work in small steps: whoever runs it may pause between any two and let others have their turn. A single document is always one
 * step, so that nothing is ever half done between them.
 */
export type Steps<Result> = Generator<undefined, Result>;

/** Runs all steps at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
