import type { Secrets } from './alert-channel.types.ts';

/** A channel cannot be set up as configured; the message says how to mend it and holds no secret. */
export class SetUpMistake extends Error {}

/** A secret's value; a SetUpMistake names the variable where it is not set. */
export function requireSecret(secrets: Secrets, name: string): string {
  const value = secrets(name)?.trim();
  if (value) return value;
  throw new SetUpMistake(`Set the environment variable ${name}: this channel takes its secret from it.`);
}

/** A web address from a secret; a SetUpMistake names the variable, never the value. */
export function requireAddress(secrets: Secrets, name: string): string {
  const value = requireSecret(secrets, name);
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new SetUpMistake(
    `The environment variable ${name} should hold an address that begins with https://.`,
  );
}
