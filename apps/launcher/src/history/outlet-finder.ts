import { type ForeignArticle, type Refusal, refused } from '@framewatch/archives';
import { type ArchivedOutlet, archivedOutletSchema } from '@framewatch/contracts';
import type { Store } from '@framewatch/store';
import type { ImportOptions } from './import-options.ts';

export interface FoundOutlet {
  id: string;
  language: string;
}

/** Finds the outlet of each article, and makes those that are missing where enough is known of them. */
export interface OutletFinder {
  /** By name, else by host, else made of the record's facts and the options; or why none can be. */
  find(article: Pick<ForeignArticle, 'url' | 'outlet' | 'language'>): Promise<FoundOutlet | Refusal>;
  /** An outlet of our own archive: known by its name, or made. */
  add(outlet: ArchivedOutlet): Promise<FoundOutlet>;
  byName(name: string): FoundOutlet | undefined;
}

/** A dry run makes no outlets: those that would be made get this id, and nothing is stored with it. */
const NOT_MADE = '0';

export async function createOutletFinder(store: Store, options: ImportOptions): Promise<OutletFinder> {
  const known = await store.imports.findOutlets();
  const byId = new Map(known.map((outlet) => [outlet.id, outlet]));
  const exact = new Map<string, FoundOutlet>(known.map((outlet) => [outlet.name, outlet]));
  const loose = new Map<string, FoundOutlet>(known.map((outlet) => [looseName(outlet.name), outlet]));
  const hosts = new Map<string, FoundOutlet>();
  for (const [host, id] of await store.imports.findOutletsOfHosts()) {
    const outlet = byId.get(id);
    if (outlet) hosts.set(host, outlet);
  }
  const byName = (name: string) => exact.get(name) ?? loose.get(looseName(name));

  const make = async (outlet: Omit<ArchivedOutlet, 'framewatch'>): Promise<FoundOutlet> => {
    const id = options.dryRun ? NOT_MADE : await store.imports.addOutlet(outlet);
    const made = { id, language: outlet.language };
    exact.set(outlet.name, made);
    loose.set(looseName(outlet.name), made);
    return made;
  };

  return {
    byName: (name) => exact.get(name),
    add: async (outlet) => exact.get(outlet.name) ?? make(outlet),
    async find({ url, outlet, language }) {
      const host = hostOf(url);
      const said = outlet.name ?? options.outlet;
      const found =
        (said === null ? undefined : byName(said)) ??
        (outlet.name === null && options.outlet ? undefined : fromHost(hosts, host));
      if (found) return found;
      const facts = {
        framewatch: 'outlet' as const,
        name: said ?? host,
        country: outlet.country?.toUpperCase() ?? options.country,
        group: outlet.group?.toLowerCase() ?? options.group,
        language: options.language ?? language,
      };
      const missing = (['country', 'group', 'language'] as const).filter((name) => facts[name] === null);
      if (missing.length > 0)
        return refused(
          said === null ? 'no-outlet' : 'unknown-outlet',
          `The outlet ${facts.name} is not known. To make it, give ${missing.map((name) => `--${name}`).join(', ')}${said === null ? ' (and --outlet, or it is called by its host)' : ''}.`,
        );
      const checked = archivedOutletSchema.safeParse(facts);
      if (checked.success) return make(checked.data);
      const [issue] = checked.error.issues;
      const field = String(issue?.path[0] ?? 'name');
      return refused(
        'bad-outlet',
        `The outlet ${facts.name} cannot have the ${field} "${String(facts[field as 'country'])}": ${issue?.message ?? ''}.`,
      );
    },
  };
}

const looseName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** As keys of addresses begin. */
const hostOf = (url: string): string =>
  new URL(url).host.replace(/^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)/, '');

/** The host's outlet, or that of a domain above it: `english.press.example` is `press.example`'s. */
function fromHost(hosts: ReadonlyMap<string, FoundOutlet>, host: string): FoundOutlet | undefined {
  const labels = host.split('.');
  for (let at = 0; at <= labels.length - 2; at += 1) {
    const found = hosts.get(labels.slice(at).join('.'));
    if (found) return found;
  }
  return undefined;
}
