import { type PageElement, textOf, visitElements } from '../dom/element.ts';
import { NAMES } from '../element-names.ts';

/** Everything in a page that may say something about it, collected in one walk. */
export interface Survey {
  readonly htmlLang: string | null;
  readonly titleTag: string;
  /** Values of meta elements by lower-case name, property or itemprop, in page order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly canonical: string | null;
  readonly baseHref: string | null;
  readonly ldScripts: readonly string[];
  /** Scripts that hold the data or the state that an application page is drawn from. */
  readonly dataScripts: readonly string[];
  readonly headings: readonly PageElement[];
  readonly times: readonly PageElement[];
  /** Elements with an itemprop, by its lower-case words. */
  readonly props: ReadonlyMap<string, readonly PageElement[]>;
  /** Elements marked rel=author. */
  readonly authorLinks: readonly PageElement[];
  /** Links to what by its address is an author's own page. */
  readonly profileLinks: readonly PageElement[];
  /** Elements whose class or id names a byline or author. */
  readonly bylines: readonly PageElement[];
  /** Elements whose class or id names a date. */
  readonly dateElements: readonly PageElement[];
  readonly images: readonly PageElement[];
  readonly scripts: number;
  readonly noscript: string;
  readonly elements: number;
}

/** Enough of each kind; what comes after stands far from the article's head. */
const ENOUGH = 60;
/** Shorter data hold no article. */
const LEAST_DATA = 400;
/** The start of a script that sets a state. */
export const STATE =
  /^\s*(?:(?:window|self|globalThis)\s*[.[]|var\s|let\s|const\s)?\s*["']?[\w$]+["']?\]?\s*=\s*(?=[[{])/;
const PROFILE_PATH =
  /\/(?:authors?|autor(?:en|es)?|auteurs?|autori|contributors?|journalists?|journalistes?|redaktion|redakteure?|staff|people|profiles?|reporters?|writers?|columnists?|byline|by|team)\/[^/?#]{3,60}\/?(?:[?#].*)?$/i;
/** Collects what the metadata readers need. */
export function surveyPage(root: PageElement): Survey {
  const collected = new Collector();
  visitElements(root, (element) => collected.see(element));
  return collected.survey;
}

/** A state is given to the page as JSON, or set as one by a script: `window.__STATE__ = {…}`. */
function isData(text: string, type: string | undefined, id: string | undefined): boolean {
  if (text.length < LEAST_DATA) return false;
  if (id === '__NEXT_DATA__' || (type !== undefined && /^application\/json/i.test(type))) return true;
  return (type === undefined || /javascript/i.test(type)) && STATE.test(text.slice(0, 200));
}

class Collector {
  private readonly meta = new Map<string, string[]>();
  private readonly props = new Map<string, PageElement[]>();
  readonly survey = {
    htmlLang: null as string | null,
    titleTag: '',
    meta: this.meta,
    canonical: null as string | null,
    baseHref: null as string | null,
    ldScripts: [] as string[],
    dataScripts: [] as string[],
    headings: [] as PageElement[],
    times: [] as PageElement[],
    props: this.props,
    authorLinks: [] as PageElement[],
    profileLinks: [] as PageElement[],
    bylines: [] as PageElement[],
    dateElements: [] as PageElement[],
    images: [] as PageElement[],
    scripts: 0,
    noscript: '',
    elements: 0,
  };

  see(element: PageElement): void {
    this.survey.elements += 1;
    switch (element.name) {
      case 'html':
        this.survey.htmlLang ??= element.attributes['lang'] ?? null;
        break;
      case 'title':
        if (this.survey.titleTag === '' && element.parent?.name !== 'svg')
          this.survey.titleTag = textOf(element);
        break;
      case 'meta':
        this.seeMeta(element);
        return;
      case 'link':
        this.seeLink(element);
        return;
      case 'base':
        this.survey.baseHref ??= element.attributes['href'] ?? null;
        return;
      case 'script':
        this.seeScript(element);
        return;
      case 'noscript':
        if (this.survey.noscript.length < 2_000) this.survey.noscript += ` ${textOf(element, 2_000)}`;
        break;
      case 'img':
        if (this.survey.images.length < ENOUGH) this.survey.images.push(element);
        break;
      case 'h1':
      case 'h2':
        if (this.survey.headings.length < ENOUGH) this.survey.headings.push(element);
        break;
      case 'time':
        if (this.survey.times.length < ENOUGH) this.survey.times.push(element);
        break;
      default:
    }
    this.seeNames(element);
  }

  private seeMeta(element: PageElement): void {
    const { name, property, itemprop, content, 'http-equiv': equiv } = element.attributes;
    if (content === undefined || content.trim() === '') return;
    for (const key of new Set([name, property, itemprop, equiv && `http-equiv:${equiv}`])) {
      if (key === undefined || key === '') continue;
      const lower = key.trim().toLowerCase();
      const values = this.meta.get(lower);
      if (values === undefined) this.meta.set(lower, [content.trim()]);
      else if (values.length < ENOUGH) values.push(content.trim());
    }
  }

  private seeLink(element: PageElement): void {
    const { rel, href, itemprop } = element.attributes;
    if (href === undefined) return;
    if (rel?.toLowerCase() === 'canonical') this.survey.canonical ??= href;
    if (itemprop !== undefined) this.addProp(itemprop, element);
  }

  private seeScript(element: PageElement): void {
    this.survey.scripts += 1;
    const { type, id } = element.attributes;
    const text = element.children[0];
    if (typeof text !== 'string') return;
    if (type !== undefined && /ld\+json/i.test(type) && this.survey.ldScripts.length < ENOUGH)
      this.survey.ldScripts.push(element.children.join(''));
    else if (this.survey.dataScripts.length < ENOUGH && isData(text, type, id))
      this.survey.dataScripts.push(element.children.join(''));
  }

  private seeNames(element: PageElement): void {
    const { itemprop, rel, href } = element.attributes;
    const { names } = element;
    if (itemprop !== undefined) this.addProp(itemprop, element);
    if (rel !== undefined && /\bauthor\b/i.test(rel) && this.survey.authorLinks.length < ENOUGH)
      this.survey.authorLinks.push(element);
    if (href !== undefined && this.survey.profileLinks.length < ENOUGH && PROFILE_PATH.test(href))
      this.survey.profileLinks.push(element);
    if (names & NAMES.byline && this.survey.bylines.length < ENOUGH) this.survey.bylines.push(element);
    if (names & NAMES.date && this.survey.dateElements.length < ENOUGH)
      this.survey.dateElements.push(element);
  }

  private addProp(itemprop: string, element: PageElement): void {
    for (const word of itemprop.toLowerCase().split(/\s+/)) {
      const list = this.props.get(word);
      if (list === undefined) this.props.set(word, [element]);
      else if (list.length < ENOUGH) list.push(element);
    }
  }
}
