import { textOf } from '../dom/element.ts';
import { type LdNode, typesOf, textIn, isNode } from './json-ld.ts';
import type { Survey } from './survey.ts';

/** The name that the site gives itself. */
export function readSiteName(
  survey: Survey,
  nodes: readonly LdNode[],
  article: LdNode | null,
): string | null {
  const claims = [
    survey.meta.get('og:site_name')?.[0],
    textIn(isNode(article?.['publisher']) ? article['publisher']['name'] : article?.['publisher']),
    survey.meta.get('application-name')?.[0],
    textIn(
      nodes.find((node) =>
        typesOf(node).some((type) => /^(?:WebSite|NewsMediaOrganization|Organization)$/.test(type)),
      )?.['name'],
    ),
  ];
  return claims.find((claim): claim is string => typeof claim === 'string' && claim !== '') ?? null;
}

/** The part of the paper that the article stands in. */
export function readSection(survey: Survey, article: LdNode | null): string | null {
  const claims = [
    textIn(article?.['articleSection']),
    survey.meta.get('article:section')?.[0],
    survey.meta.get('parsely-section')?.[0],
    survey.meta.get('section')?.[0],
    sectionIn(survey),
  ];
  return claims.find((claim): claim is string => typeof claim === 'string' && claim !== '') ?? null;
}

function sectionIn(survey: Survey): string | undefined {
  const marked = survey.props.get('articlesection')?.[0];
  return marked?.attributes['content'] ?? (marked && textOf(marked, 80));
}
