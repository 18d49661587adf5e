import type {
  Alert,
  AlertRuleConfig,
  AlertRulesAnswer,
  ArticleDetail,
  DeliveryLog,
  MarkReadRequest,
  RulePreview,
  SaveRuleRequest,
  Snooze,
  SnoozeRequest,
} from '@framewatch/contracts';
import { addDays, dayOf } from '../src/api/zone.ts';
import { makeAlerts, makeChannels, makeDeliveries, rules as madeUpRules } from './synthetic-alerts.ts';
import { beat } from './synthetic.ts';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}
export type Answered = { status?: number; body: unknown };

/** The made-up API's alerts: it remembers what is changed, as a real one would, until it is started again. */
export class AlertDesk {
  readonly #articles: readonly ArticleDetail[];
  readonly #alerts: Alert[];
  #rules: AlertRuleConfig[];
  #snoozes: Snooze[] = [];
  #version = 1;

  constructor(articles: readonly ArticleDetail[]) {
    this.#articles = articles;
    this.#alerts = makeAlerts(articles);
    this.#rules = articles.length > 0 ? madeUpRules : [];
  }

  /** The answer to one request, or undefined where it is none of alerts. */
  answer({ method, path, query, body }: Asked): Answered | undefined {
    const [, collection = '', id = '', action = ''] =
      /^\/([\w-]+)(?:\/([\w-]+))?(?:\/(\w+))?$/.exec(path) ?? [];
    switch (`${method} ${collection}`) {
      case 'GET alerts':
        return { body: this.#page(query) };
      case 'POST alerts':
        return { body: { changed: this.#mark(body as MarkReadRequest) } };
      case 'GET alert-rules':
        return { body: this.#answerRules() };
      case 'POST alert-rules':
        return id === 'preview' ? { body: this.#preview() } : this.#save(body as SaveRuleRequest, null);
      case 'PUT alert-rules':
        return this.#save(body as SaveRuleRequest, id);
      case 'DELETE alert-rules':
        this.#rules = this.#rules.filter((rule) => rule.id !== id);
        return { body: this.#saved('') };
      case 'GET alert-channels':
        return { body: makeChannels(new Date()).slice(0, this.#articles.length > 0 ? 5 : 1) };
      case 'POST alert-channels':
        return { body: id === 'newsroom' ? refused : { sent: true, message: null } };
      case 'GET alert-snoozes':
        return { body: this.#snoozes };
      case 'POST alert-snoozes':
        return { body: this.#snooze(body as SnoozeRequest) };
      case 'DELETE alert-snoozes':
        this.#snoozes = this.#snoozes.filter((snooze) => snooze.id !== id);
        return { body: {} };
      case 'GET alert-deliveries':
        return { body: this.#log(query) };
      case 'POST alert-deliveries':
        return { body: { id, action } };
      default:
        return undefined;
    }
  }

  #page(query: URLSearchParams) {
    const [rule, kind] = [query.get('rule'), query.get('kind')];
    const found = this.#alerts.filter(
      (alert) =>
        (!rule || alert.ruleId === rule) &&
        (!kind || alert.on === kind) &&
        (!query.has('unread') || !alert.read),
    );
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    return {
      items: found.slice(from, from + limit),
      total: found.length,
      unread: found.filter(({ read }) => !read).length,
      nextCursor: from + limit < found.length ? String(from + limit) : null,
    };
  }

  #mark({ ids, rule, kind, read = true }: MarkReadRequest): string[] {
    const meant = this.#alerts.filter(
      (alert) =>
        (ids === 'all' || ids.includes(alert.id)) &&
        (!rule || alert.ruleId === rule) &&
        (!kind || alert.on === kind) &&
        alert.read !== read,
    );
    for (const alert of meant) alert.read = read;
    return meant.map(({ id }) => id);
  }

  #answerRules(): AlertRulesAnswer {
    return {
      rules: this.#rules.map((rule) => {
        const raised = this.#alerts.filter(({ ruleId }) => ruleId === rule.id);
        return {
          id: rule.id,
          name: rule.name,
          on: rule.on,
          beat: rule.beat ?? null,
          enabled: rule.enabled,
          channels: rule.channels,
          when: '',
          fired7Days: raised.length,
          lastFiredAt: raised[0]?.raisedAt ?? null,
          rule,
          snoozedUntil: null,
        };
      }),
      problems: this.#rules.length > 0 ? [problem] : [],
      version: String(this.#version),
      writable: true,
    };
  }

  #save({ rule, version }: SaveRuleRequest, id: string | null): Answered {
    if (version !== undefined && version !== String(this.#version)) return conflict;
    if (rule.name.includes('refuse')) return refusedFields;
    this.#rules =
      id === null ? [...this.#rules, rule] : this.#rules.map((one) => (one.id === id ? rule : one));
    return { body: this.#saved(`  - id: ${rule.id}\n    name: ${rule.name}\n`) };
  }

  #saved(yaml: string) {
    this.#version += 1;
    return { saved: true, yaml, version: String(this.#version) };
  }

  #snooze({ ruleId, channelId, until }: SnoozeRequest): Snooze {
    const snooze = { ruleId, channelId, until, id: String(Date.now()), since: new Date().toISOString() };
    this.#snoozes = [...this.#snoozes, snooze];
    return snooze;
  }

  #preview(): RulePreview {
    const today = dayOf(new Date(), 'Asia/Tokyo');
    const counts = Array.from({ length: 30 }, (_, n) => (n === 11 || n === 12 ? null : (n * 7 + 3) % 9));
    const period = (days: number) => {
      const perDay = counts.slice(-days).map((count, n) => ({ day: addDays(today, n - days + 1), count }));
      return { days, perDay, wouldHaveFired: perDay.reduce((sum, { count }) => sum + (count ?? 0), 0) };
    };
    return {
      periods: [period(7), period(30)],
      shown: this.#alerts
        .filter(({ articleId }) => articleId !== null)
        .slice(0, 3)
        .map(({ title, raisedAt, articleId, outlet, why, quotes }) => ({
          title,
          at: raisedAt,
          articleId,
          outlet,
          why,
          quotes,
        })),
      caveats: ['Made up: the history is 180 days long.', `Judged by the model in force (${beat.id}).`],
    };
  }

  #log(query: URLSearchParams): DeliveryLog {
    const meant = (name: string, value: string) => !query.get(name) || query.get(name) === value;
    const items = makeDeliveries(this.#alerts).filter(
      ({ channel, ruleId, state }) =>
        meant('channel', channel) && meant('rule', ruleId) && meant('state', state),
    );
    return { items: items.slice(0, 50), nextCursor: null };
  }
}

const problem = {
  line: 41,
  message: 'minimumScore is 8: a number from 0 to 1 is wanted. Write 0.8.',
};
const refused = { sent: false, message: 'The server answered 503 Service Unavailable.' };
const conflict: Answered = {
  status: 409,
  body: {
    type: 'about:blank',
    title: 'Conflict',
    status: 409,
    detail: 'config/alerts.yaml was changed meanwhile, and nothing was written.',
  },
};
const refusedFields: Answered = {
  status: 400,
  body: {
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    detail: 'rule.name: some other text',
    errors: [{ field: 'rule.name', message: 'some other text' }],
  },
};
