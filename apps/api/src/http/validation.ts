import { StandardSchemaValidationPipe } from '@nestjs/common';
import { invalid } from './problem.ts';

/** Checks parameters and bodies by the zod shape beside them; a mistake is answered with the names of its fields. */
export function validation(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      invalid(issues.map(({ path = [], message }) => ({ field: path.map(stepOf).join('.'), message }))),
  });
}

const stepOf = (step: PropertyKey | { key: PropertyKey }): string =>
  String(typeof step === 'object' ? step.key : step);
