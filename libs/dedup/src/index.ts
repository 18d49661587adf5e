export { type AgencyCredit, agencyCredit } from './agency-credit.ts';
export {
  assignStory,
  type StoryAssignment,
  type StoryMember,
  survivingStory,
} from './assign-story.ts';
export { canonicalKey } from './canonical-key.ts';
export { findDrift } from './find-drift.ts';
export { type CopyVerdict, isSameCopy } from './same-copy.ts';
export { keysAcross, type StoryVector, storyVector } from './story-vector.ts';
export { type TextSignature, textSignature } from './text-signature.ts';
