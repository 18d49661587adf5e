import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './environment.ts';

const files: Record<string, string> = {
  '/run/secrets/db': 'postgresql://u:p@db/framewatch\n',
  '/run/secrets/slack': 'https://hooks.example.org/x\n',
  '/run/secrets/empty': '\n',
};

function read(env: Record<string, string>) {
  return readEnvironment(env, (path) => {
    const content = files[path];
    if (content === undefined) throw new Error('ENOENT');
    return content;
  });
}

describe('readEnvironment', () => {
  it('needs nothing: embedded mode on loopback', () => {
    expect(read({})).toMatchObject({
      databaseUrl: undefined,
      redisUrl: undefined,
      host: '127.0.0.1',
      port: 8090,
      stages: undefined,
      allowedHosts: [],
      proxy: { http: undefined, https: undefined, except: [] },
      logLevel: 'info',
    });
  });

  it('takes empty variables as not set, as compose files write them', () => {
    expect(read({ PORT: '', DATABASE_URL: '', LOG_LEVEL: ' ', FRAMEWATCH_STAGES: '' })).toMatchObject({
      port: 8090,
      databaseUrl: undefined,
      logLevel: 'info',
      stages: undefined,
    });
  });

  it('reads lists, numbers and proxies in either case', () => {
    const environment = read({
      PORT: '0',
      FRAMEWATCH_STAGES: 'poll-feed, read-article',
      FRAMEWATCH_ALLOWED_HOSTS: 'News.example.org,desk:8443',
      https_proxy: 'http://proxy:3128',
      NO_PROXY: 'localhost, .example.org',
    });
    expect(environment).toMatchObject({
      port: 0,
      stages: ['poll-feed', 'read-article'],
      allowedHosts: ['news.example.org', 'desk:8443'],
      proxy: { http: undefined, https: 'http://proxy:3128', except: ['localhost', '.example.org'] },
    });
  });

  it('reads secrets from the files that Docker mounts', () => {
    const environment = read({
      DATABASE_URL_FILE: '/run/secrets/db',
      ALERT_SLACK_URL_FILE: '/run/secrets/slack',
    });
    expect(environment.databaseUrl).toBe('postgresql://u:p@db/framewatch');
    expect(environment.secret('ALERT_SLACK_URL')).toBe('https://hooks.example.org/x');
    expect(environment.secret('ALERT_OTHER')).toBeUndefined();
  });

  it('hands no variable to an alert channel but those for alerts', () => {
    const environment = read({ DATABASE_URL: 'postgres://u:p@db/f', ALERT_X: 'y' });
    expect(environment.secret('ALERT_X')).toBe('y');
    expect(() => environment.secret('DATABASE_URL')).toThrow('ALERT_');
    expect(() => environment.secret('DATABASE_URL_FILE')).toThrow('ALERT_');
  });

  it('names every mistake at once and repeats no secret', () => {
    const mistakes = () =>
      read({
        PORT: '70000',
        DATABASE_URL: 'mysql://root:hunter2@db',
        LOG_LEVEL: 'loud',
        HTTP_PROXY: 'proxy:3128',
      });
    expect(mistakes).toThrow(/DATABASE_URL must .*\n*PORT must [\s\S]*HTTP_PROXY must [\s\S]*LOG_LEVEL must/);
    expect(mistakes).not.toThrow(/hunter2/);
  });

  it.each([
    [{ REDIS_URL: 'redis://r:6379' }, 'REDIS_URL needs DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://d', DATABASE_URL_FILE: '/run/secrets/db' }, 'both set'],
    [{ DATABASE_URL_FILE: '/nowhere' }, 'cannot be read: /nowhere'],
    [{ DATABASE_URL_FILE: '/run/secrets/empty' }, 'empty file'],
    [{ FRAMEWATCH_ALLOWED_HOSTS: 'https://news.example.org' }, 'without https://'],
    [{ HOST: 'http://0.0.0.0' }, 'HOST must'],
  ])('refuses %j', (env: Record<string, string>, message) => {
    expect(() => read(env)).toThrow(message);
  });
});
