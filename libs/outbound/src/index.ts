export { createOutbound } from './outbound.ts';
export type {
  Outbound,
  OutboundFailure,
  OutboundFailureReason,
  OutboundOptions,
  OutboundRequest,
  OutboundResponse,
  OutboundResult,
  ProxySettings,
  Redirect,
  Resolve,
} from './outbound.types.ts';
