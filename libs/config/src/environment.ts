import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Everything that the processes take from their environment. Folders are relative to where the process was started. */
export interface Environment {
  /** Both undefined: the embedded mode. */
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  host: string;
  port: number;
  dataFolder: string;
  configFolder: string;
  seedsFolder: string;
  /** The only stages that this worker runs; undefined: all. */
  stages: string[] | undefined;
  /** Host names beyond the loopback ones under which the dashboard may be asked for. */
  allowedHosts: string[];
  proxy: { http: string | undefined; https: string | undefined; except: string[] };
  logLevel: LogLevel;
  /** A channel's secret by the name of its variable, or undefined where it is not set. Only names with ALERT_. */
  secret: (name: string) => string | undefined;
}

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

type Variables = Readonly<Record<string, string | undefined>>;

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

const variablesSchema = z.object({
  DATABASE_URL: addressOf(
    ['postgres:', 'postgresql:'],
    'postgresql://user:password@host:5432/name',
  ).optional(),
  REDIS_URL: addressOf(['redis:', 'rediss:'], 'redis://host:6379').optional(),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'must be an address to listen on, such as 127.0.0.1')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535, such as 8090')
    .default('8090')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535, such as 8090'),
  FRAMEWATCH_DATA: z.string().default('data'),
  FRAMEWATCH_CONFIG: z.string().default('config'),
  FRAMEWATCH_SEEDS: z.string().default('seeds'),
  FRAMEWATCH_STAGES: list.refine(
    (stages) => stages.every((stage) => /^[a-z]+(-[a-z]+)*$/.test(stage)),
    'must be names of stages with commas between them, such as poll-feed,read-article',
  ),
  FRAMEWATCH_ALLOWED_HOSTS: list.refine(
    (hosts) => hosts.every((host) => /^[A-Za-z0-9.-]+(:\d+)?$/.test(host)),
    'must be host names with commas between them, such as news.example.org, without https://',
  ),
  HTTP_PROXY: proxyAddress().optional(),
  HTTPS_PROXY: proxyAddress().optional(),
  NO_PROXY: list,
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/** Names whose value may stand in a file instead, named by NAME_FILE, as Docker hands secrets over. */
const secretNames = ['DATABASE_URL', 'REDIS_URL'];

/**
 * Reads the environment once, at the start of a process. An empty variable counts as not set.
 * Throws one error that names every mistake; values that may hold passwords are not repeated in it.
 * @param readFile reads what the NAME_FILE variables name
 */
export function readEnvironment(
  env: Variables,
  readFile: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): Environment {
  const mistakes: string[] = [];
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const lookUp = (name: string) => valueOrFile(given, name, readFile);
  for (const name of secretNames) {
    const found = lookUp(name);
    if (found.mistake) mistakes.push(found.mistake);
    else if (found.value !== undefined) given[name] = found.value;
  }
  // Many tools write proxies in lower case; the upper case wins where both are given.
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']) given[name] ??= given[name.toLowerCase()];
  const parsed = variablesSchema.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) mistakes.push(`${String(issue.path[0])} ${issue.message}.`);
  if (given.REDIS_URL && !given.DATABASE_URL) mistakes.push('REDIS_URL needs DATABASE_URL beside it.');
  if (!parsed.success || mistakes.length > 0)
    throw new Error(`The environment has mistakes:\n${mistakes.join('\n')}`);
  return environmentFrom(parsed.data, (name) => secretFrom(lookUp, name));
}

function environmentFrom(
  variables: z.output<typeof variablesSchema>,
  secret: Environment['secret'],
): Environment {
  return {
    databaseUrl: variables.DATABASE_URL,
    redisUrl: variables.REDIS_URL,
    host: variables.HOST,
    port: variables.PORT,
    dataFolder: variables.FRAMEWATCH_DATA,
    configFolder: variables.FRAMEWATCH_CONFIG,
    seedsFolder: variables.FRAMEWATCH_SEEDS,
    stages: variables.FRAMEWATCH_STAGES.length > 0 ? variables.FRAMEWATCH_STAGES : undefined,
    allowedHosts: variables.FRAMEWATCH_ALLOWED_HOSTS.map((host) => host.toLowerCase()),
    proxy: { http: variables.HTTP_PROXY, https: variables.HTTPS_PROXY, except: variables.NO_PROXY },
    logLevel: variables.LOG_LEVEL,
    secret,
  };
}

type Found = { value?: string; mistake?: string };

/** Whoever may edit alert rules must not be able to send the database's password to an address of their own. */
function secretFrom(lookUp: (name: string) => Found, name: string): string | undefined {
  if (!/^ALERT_[A-Z0-9_]+$/.test(name))
    throw new Error(`${name} does not begin with ALERT_ and is not handed out.`);
  const { value, mistake } = lookUp(name);
  if (mistake) throw new Error(mistake);
  return value;
}

function valueOrFile(
  given: Record<string, string | undefined>,
  name: string,
  readFile: (path: string) => string,
): Found {
  const value = given[name];
  const path = given[`${name}_FILE`];
  if (path === undefined) return value === undefined ? {} : { value };
  if (value !== undefined) return { mistake: `${name} and ${name}_FILE are both set; keep one of them.` };
  try {
    const content = readFile(path).trim();
    return content === '' ? { mistake: `${name}_FILE names an empty file: ${path}.` } : { value: content };
  } catch {
    return { mistake: `${name}_FILE names a file that cannot be read: ${path}.` };
  }
}

function addressOf(protocols: string[], example: string) {
  const fits = (text: string) => URL.canParse(text) && protocols.includes(new URL(text).protocol);
  return z.string().refine(fits, `must be an address such as ${example}`);
}

function proxyAddress() {
  return addressOf(['http:', 'https:'], 'http://proxy.example.org:3128');
}
