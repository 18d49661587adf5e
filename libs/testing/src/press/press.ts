import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import { answerWith, type RequestRecord } from './answer.ts';
import type { PressDesign } from './assign.ts';
import { createFaultBook, type Fault, type FaultHandle } from './faults.ts';
import { feedsYaml, type PressFeed } from './feeds-yaml.ts';
import { createLibrary } from './library.ts';
import { pressOutlets } from './outlets.ts';
import { createNewsroom, type EditOrder, type PublishOrder } from './publish.ts';
import { randomFor } from './random.ts';
import { type ArticleRecord, viewRecord } from './record.ts';
import { type HostedServer, startServer } from './server.ts';
import type { HubPlace, Site } from './site.ts';
import { type CoverageDay, coverageByDay, type DayQuery, type FramesDay, framesByDay } from './truth.ts';
import type { ArticleTruth, PageState, PressArticle, PressOutlet } from './types.ts';

export type PressOptions = {
  seed: number | string;
  clock: Clock;
  /** Left out: a free one. With more hosts than one, the first of them. */
  port?: number;
  /** On how many ports the outlets are spread; each is a host of its own to a polite reader. */
  hosts?: number;
  /** Slugs of the outlets wanted; left out means all. */
  outlets?: readonly string[];
  /** Days of articles before the clock's start. */
  historyDays: number;
  articlesPerDay: number;
  /** Address of a WebSub hub that every feed names; `setHub` changes it. */
  hub?: string;
  /** Whether the plan goes on as the clock moves; without it only `publish` brings new articles. */
  ongoing?: boolean;
};

export type Press = {
  /** The first host's address, without a slash at the end. */
  url: string;
  outlets: readonly PressOutlet[];
  design: PressDesign;
  feeds(): PressFeed[];
  feedsYaml(): string;
  /** What is true of everything published until now, oldest first. */
  truth(): ArticleTruth[];
  coverageByDay(query: DayQuery): CoverageDay[];
  framesByDay(query: DayQuery): FramesDay[];
  /** Everything published until now with its text, oldest first. */
  articles(): PressArticle[];
  /** The same after reaching back so many months; what is planned already stays as it is. */
  history(order: { months: number; articlesPerDay: number }): PressArticle[];
  publish(order?: PublishOrder): PressArticle;
  edit(id: string, order: EditOrder): PressArticle;
  /** Withdraws an article, puts it behind a paywall, or opens it again, from now on; its feed shows it still. */
  setPage(id: string, state: PageState): PressArticle;
  /** Publishes one article, every other one relevant, every so many milliseconds of real time; the answer stops it. */
  startPublishing(order: { everyMs: number; onPublish?: (article: PressArticle) => void }): () => void;
  /** Names another hub in every feed, or none, in the document or in the Link header. */
  setHub(hub: string | null, where?: HubPlace): void;
  /** Makes a feed, an article (URL or id), an outlet (slug or name) or all (`*`) misbehave. */
  fault(target: string, fault: Fault): FaultHandle;
  clearFaults(): void;
  requests(): RequestRecord[];
  clearRequests(): void;
  close(): Promise<void>;
};

const day = 86_400_000;

/** Starts the local press: a synthetic news world on loopback that knows the truth about itself. */
export async function createPress(options: PressOptions): Promise<Press> {
  const { seed, clock, historyDays, articlesPerDay, ongoing = true } = options;
  const outlets = chooseOutlets(options.outlets);
  const design = designOf(clock.now(), historyDays);
  const library = createLibrary({ seed, outlets, articlesPerDay, design }, clock.now(), historyDays, ongoing);
  const faults = createFaultBook();
  const log: RequestRecord[] = [];
  const hosts: HostedServer[] = [];
  const baseOf = (slug: string) => {
    const index = outlets.findIndex((outlet) => outlet.slug === slug);
    return `http://127.0.0.1:${hosts[index % hosts.length]?.port}/${slug}`;
  };
  const site: Site = { library, outlets, baseOf, hub: options.hub ?? null, hubPlace: 'document' };
  const handle = (request: IncomingMessage, response: ServerResponse) =>
    answerWith({ site, faults, log, clock }, request, response);
  for (let host = 0; host < (options.hosts ?? 1); host++) {
    hosts.push(await startServer(options.port === undefined ? 0 : options.port + host, handle));
  }

  const newsroom = createNewsroom({ seed, outlets, library, design, now: () => clock.now() });
  const view = (record: ArticleRecord) => viewRecord(record, clock.now(), baseOf);
  const articles = () => library.published(clock.now()).map(view);
  const truth = () => articles().map(truthOf);
  const timers = new Set<NodeJS.Timeout>();

  return {
    url: `http://127.0.0.1:${hosts[0]?.port}`,
    outlets,
    design,
    feeds: () => feedsOf(outlets, baseOf),
    feedsYaml: () => feedsYaml(feedsOf(outlets, baseOf)),
    truth,
    coverageByDay: (query) => coverageByDay(truth(), query),
    framesByDay: (query) => framesByDay(truth(), query),
    articles,
    history(order) {
      library.reachBackTo(new Date(clock.now().getTime() - order.months * 30.44 * day), order.articlesPerDay);
      return articles();
    },
    publish: (order = {}) => view(newsroom.publish(order)),
    edit: (id, order) => view(newsroom.edit(id, order)),
    setPage: (id, state) => view(newsroom.setPage(id, state)),
    startPublishing({ everyMs, onPublish }) {
      let released = 0;
      const timer = setInterval(() => {
        const relevant = randomFor(seed, 'release', released++).chance(0.5);
        const article = view(newsroom.publish({ relevant }));
        onPublish?.(article);
      }, everyMs);
      timers.add(timer);
      return () => {
        clearInterval(timer);
        timers.delete(timer);
      };
    },
    setHub: (hub, where = 'document') => {
      site.hub = hub;
      site.hubPlace = where;
    },
    fault: (target, fault) => faults.add(target, fault),
    clearFaults: () => faults.clear(),
    requests: () => [...log],
    clearRequests: () => {
      log.length = 0;
    },
    async close() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(hosts.map((host) => host.close()));
    },
  };
}

function chooseOutlets(slugs: readonly string[] | undefined): readonly PressOutlet[] {
  if (slugs === undefined) return pressOutlets;
  return slugs.map((slug) => {
    const outlet = pressOutlets.find((candidate) => candidate.slug === slug);
    if (outlet === undefined) throw new Error(`the press has no outlet ${slug}`);
    return outlet;
  });
}

/** Halfway through the history who pays becomes the question; after four fifths a trade quarrel breaks out. */
function designOf(start: Date, historyDays: number): PressDesign {
  const at = (share: number) => start.getTime() - historyDays * (1 - share) * day;
  return { burdenSharingRisesAt: new Date(at(0.5)).toISOString(), spikeDay: Math.floor(at(0.8) / day) };
}

function feedsOf(outlets: readonly PressOutlet[], baseOf: (slug: string) => string): PressFeed[] {
  return outlets.flatMap(({ slug, name, country, language, group, feeds }) =>
    feeds.map(({ path, format }) => ({
      url: `${baseOf(slug)}/${path}`,
      outlet: name,
      country,
      language,
      group,
      format,
    })),
  );
}

function truthOf(article: PressArticle): ArticleTruth {
  const {
    author: _author,
    section: _section,
    summary: _summary,
    paragraphs: _paragraphs,
    text: _text,
    ...truth
  } = article;
  return truth;
}
