import type { BlockList } from '../blocks.ts';
import type { LdNode } from '../metadata/json-ld.ts';
import type { Survey } from '../metadata/survey.ts';
import type { NotAnArticleReason, PageContext, PageFacts } from '../page.ts';

/** All that was found out about a page, for the verdict. */
export interface PageEvidence {
  readonly facts: PageFacts;
  readonly survey: Survey;
  readonly list: BlockList;
  readonly nodes: readonly LdNode[];
  readonly article: LdNode | null;
  readonly html: string;
  readonly context: PageContext;
}

/** Why a page is no article. */
export interface Finding {
  readonly reason: NotAnArticleReason;
  /** In words, with the figures. */
  readonly detail: string;
}
