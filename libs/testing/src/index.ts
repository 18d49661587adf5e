export { type Clock, type FakeClock, fakeClock, systemClock } from './clock.ts';
export type { RequestRecord } from './press/answer.ts';
export type { Fault, FaultHandle, FaultKind } from './press/faults.ts';
export type { PressFeed } from './press/feeds-yaml.ts';
export { type FrameId, frameIds, type TopicId, topicIds } from './press/labels.ts';
export { createPress, type Press, type PressOptions } from './press/press.ts';
export type { EditOrder, PublishOrder } from './press/publish.ts';
export type { CoverageDay, DayQuery, FramesDay } from './press/truth.ts';
export type { ArticleTruth, PressArticle, PressOutlet } from './press/types.ts';
