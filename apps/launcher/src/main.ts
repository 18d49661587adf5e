import { readEnvironment } from '@framewatch/config';
import { COMMANDS, isCommand, usage } from './commands.ts';

/** The command line: `start` where nothing is said. Mistakes are told in words, without a stack. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const [, , name = 'start', ...args] = process.argv;

try {
  if (!isCommand(name)) throw new Error(usage(name));
  await COMMANDS[name].run(readEnvironment(process.env), say, args);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
