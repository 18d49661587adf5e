/**
 * Answers single questions together: those that are asked within one turn of the event loop become one query. Whoever
 * asks knows nothing of it. A failure is everybody's who asked.
 */
export function together<Question, Answer>(
  askAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  let waiting: { question: Question; answer: (a: Answer) => void; fail: (e: unknown) => void }[] = [];
  const ask = (): void => {
    const asked = waiting;
    waiting = [];
    askAll(asked.map(({ question }) => question)).then(
      (answers) => {
        for (const [n, { answer }] of asked.entries()) answer(answers[n] as Answer);
      },
      (error: unknown) => {
        for (const { fail } of asked) fail(error);
      },
    );
  };
  return (question) =>
    new Promise((answer, fail) => {
      if (waiting.length === 0) setImmediate(ask);
      waiting.push({ question, answer, fail });
    });
}
