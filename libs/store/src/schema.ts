import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type {
  BeatSeeds,
  Decision,
  Evidence,
  DeliveryState,
  FileProblem,
  HeldBy,
  ModelFigures,
  Quote,
  Relevance,
  WhyPart,
} from '@framewatch/contracts';

/** An instant: read as Date, written as Date or ISO text. */
type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Stamp = ColumnType<Date, Date | string | undefined, Date | string>;
/** bigint identity: a decimal string in JavaScript. */
type Id = Generated<string>;
/** jsonb: written as JSON text, for the driver would turn an array into a PostgreSQL array. */
type Json<T> = ColumnType<T, string, string>;
type DefaultJson<T> = ColumnType<T, string | undefined, string>;
/** A column that has a default or may be null when a row is made. */
type Optional<T> = ColumnType<T, T | undefined, T>;

export interface Schema {
  config_version: {
    id: Id;
    kind: string;
    hash: string;
    content: Json<unknown>;
    problems: DefaultJson<FileProblem[]>;
    accepted_at: Stamp;
  };
  outlet: { id: Id; name: string; country: string; outlet_group: string; language: string };
  feed: {
    id: Id;
    url: string;
    current_url: string;
    /** Made of `current_url` by the database: the key of its host's gate. */
    host: GeneratedAlways<string>;
    outlet_id: string;
    title: Optional<string | null>;
    language: string;
    reader: Optional<string | null>;
    fixed_interval_minutes: Optional<number | null>;
    config_line: Optional<number | null>;
    in_config: Optional<boolean>;
    paused_reason: Optional<string | null>;
    etag: Optional<string | null>;
    last_modified: Optional<string | null>;
    body_hash: Optional<string | null>;
    not_modified_in_a_row: Optional<number>;
    last_whole_at: NullableInstant;
    next_check_at: NullableInstant;
    next_check_reason: Optional<string | null>;
    reserved_start_at: NullableInstant;
    last_check_at: NullableInstant;
    last_success_at: NullableInstant;
    failing_since: NullableInstant;
    error_weight: Optional<number>;
    http_status: Optional<number | null>;
    last_error: Optional<string | null>;
    last_outcome: Optional<string | null>;
    last_entries: Optional<number | null>;
    truncated: Optional<boolean>;
    used_reader: Optional<string>;
    /** The kind of the last check's failure; null where it did not fail. */
    last_failure: Optional<string | null>;
    /** Since when no host at all can be reached, as far as this feed tells. */
    offline_since: NullableInstant;
    /** How often rss-parser gave the entries. */
    second_reader_uses: Optional<number>;
    /** Another feed's address, to which this one has moved for good as well. */
    same_as: Optional<string | null>;
    first_polled_at: NullableInstant;
    /** What the feed itself asks of its readers: ttl, hours and days to skip. */
    wishes: ColumnType<unknown, string | null | undefined, string | null>;
    /** Of a sitemap index: what it named that was read last. */
    sitemaps: ColumnType<unknown, string | null | undefined, string | null>;
    recent_entry_times: ColumnType<Date[], string[] | undefined, string[]>;
    /** The WebSub hub that the feed names, and the address to subscribe to there. */
    hub_url: Optional<string | null>;
    topic_url: Optional<string | null>;
    added_at: Stamp;
    removed_at: NullableInstant;
  };
  feed_preview: {
    id: Id;
    address: string;
    asked_at: Stamp;
    started_at: NullableInstant;
    finished_at: NullableInstant;
    answer: ColumnType<unknown, string | null | undefined, string | null>;
  };
  feed_subscription: {
    id: Id;
    feed_id: string;
    /** The unguessable end of the callback's path. */
    token: string;
    /** The push address under which the hub was told the callback. */
    address: string;
    hub: string;
    topic: string;
    secret: string;
    state: Optional<'requested' | 'verified' | 'refused' | 'expired' | 'unsubscribing'>;
    /** What was asked of the hub last, and when: only this may be verified. */
    asked: Optional<'subscribe' | 'unsubscribe' | null>;
    asked_at: NullableInstant;
    /** Requests since the last one that was verified. */
    attempts: Optional<number>;
    next_try_at: Instant;
    reserved_start_at: NullableInstant;
    /** Since when it has been verified without a break. */
    verified_since: NullableInstant;
    lease_ends_at: NullableInstant;
    last_error: Optional<string | null>;
    last_push_at: NullableInstant;
    /** Pushes with something new since the last news that was never pushed. */
    in_a_row: Optional<number>;
    distrusted_at: NullableInstant;
    recent_hashes: Optional<string[]>;
    taken: Optional<number>;
    forged: Optional<number>;
    repeated: Optional<number>;
    unreadable: Optional<number>;
    too_large: Optional<number>;
    created_at: Stamp;
  };
  feed_push: {
    id: Id;
    subscription_id: string;
    received_at: Instant;
    content_type: string | null;
    body: Buffer;
    attempts: Optional<number>;
  };
  feed_unpushed: { subscription_id: string; guid: string; found_at: Instant };
  feed_check: {
    id: Id;
    feed_id: string;
    at: Stamp;
    outcome: string;
    http_status: number | null;
    entries: number;
    new_entries: number;
    bytes: number;
    duration_ms: number;
    error: string | null;
    failure: Optional<string | null>;
    /** Whether the failures so far weighed enough to call the feed failing; null on checks from before that was kept. */
    failing: Optional<boolean | null>;
    reader: Optional<string | null>;
    next_check_at: NullableInstant;
    next_check_reason: string | null;
  };
  coverage_gap: {
    id: Id;
    feed_id: string;
    from_at: Instant;
    to_at: NullableInstant;
    reason: string;
    healed: Optional<boolean>;
  };
  host_gate: {
    host: string;
    next_start_at: Stamp;
    last_start_at: NullableInstant;
    blocked_until: NullableInstant;
    blocked_reason: Optional<string | null>;
  };
  host_lease: { token: Id; host: string; expires_at: Instant };
  robots: { origin: string; body: string | null; status: string; fetched_at: Instant; expires_at: Instant };
  story: {
    id: Id;
    title: string;
    first_at: Instant;
    last_at: Instant;
    merged_into: Optional<string | null>;
    alerted_as: Optional<string[]>;
    split_from: Optional<string | null>;
    created_at: Stamp;
  };
  story_change: {
    id: Id;
    what: 'merged' | 'split';
    from_story: string;
    into_story: string;
    articles: number;
    why: string;
    at: Stamp;
  };
  article: {
    id: Id;
    canonical_key: string;
    url: string;
    outlet_id: string;
    title: string;
    text: Optional<string>;
    authors: Optional<string[]>;
    language: Optional<string>;
    stated_at: NullableInstant;
    offset_minutes: Optional<number | null>;
    counted_at: Instant;
    date_is_stated: boolean;
    first_seen_at: Stamp;
    text_source: Optional<string>;
    feed_text: Optional<string | null>;
    feed_text_is_whole: Optional<boolean>;
    extraction_method: Optional<string | null>;
    extraction_quality: Optional<number | null>;
    extraction_note: Optional<string | null>;
    canonical_url: Optional<string | null>;
    content_hash: Optional<string | null>;
    revision: Optional<number>;
    signature: ColumnType<unknown, string | null | undefined, string | null>;
    bands: Optional<string[]>;
    story_terms: Optional<string[]>;
    bridge_terms: Optional<string[]>;
    story_decision: Optional<string | null>;
    copy_of: Optional<string | null>;
    story_id: Optional<string | null>;
    fate: Optional<string>;
    fate_reason: Optional<string | null>;
    is_news: boolean;
    synthetic: Optional<boolean>;
    read_at: NullableInstant;
    grouped_at: NullableInstant;
    attempts: Optional<number>;
    reserved_start_at: NullableInstant;
    touched_at: Stamp;
    /** When the page is due to be read again; null where that is not planned. */
    reread_at: NullableInstant;
    reread_tries: Optional<number>;
    /** Since when the page is not there any more, as far as is known. */
    gone_at: NullableInstant;
    page_url: Optional<string | null>;
    page_etag: Optional<string | null>;
    page_last_modified: Optional<string | null>;
    /** What the page last read says of itself; see `PageRead`. */
    modified_at: NullableInstant;
    modified_offset_minutes: Optional<number | null>;
    site_name: Optional<string | null>;
    section: Optional<string | null>;
    lead_image: Optional<string | null>;
    truncation: Optional<string | null>;
    /** How it came, where an import or a backfill brought it. */
    origin_id: Optional<string | null>;
  };
  sighting: {
    article_id: string;
    feed_id: string;
    guid: string;
    url: string;
    entry_hash: string;
    seen_at: Stamp;
  };
  rereading: {
    id: Id;
    article_id: string;
    at: Instant;
    why: string;
    outcome: string;
    note: string | null;
  };
  revision: {
    article_id: string;
    number: number;
    seen_at: Stamp;
    title: string;
    text: string;
    content_hash: string | null;
    changed: Optional<string[]>;
  };
  model: {
    id: Id;
    beat_id: string;
    version: string;
    seed_hash: string;
    seeds: Json<BeatSeeds>;
    background: Json<unknown>;
    corrections: DefaultJson<unknown[]>;
    figures: ColumnType<ModelFigures | null, string | undefined, string>;
    status: 'preparing' | 'active' | 'retired';
    created_at: Stamp;
    activated_at: NullableInstant;
    retired_at: NullableInstant;
  };
  classification: {
    id: Id;
    article_id: string;
    revision: number;
    beat_id: string;
    model_id: string;
    language: string;
    covered: boolean;
    relevance_score: number;
    relevance_decision: string;
    relevance: Json<Relevance>;
    briefs: Json<{ id: string; similarity: number }[]>;
    created_at: Stamp;
    alerted_at: NullableInstant;
  };
  label: { classification_id: string; kind: string; label_id: string; score: number; decision: string };
  evidence: {
    classification_id: string;
    ordinal: number;
    kind: string;
    label_id: string;
    sentence: Json<Evidence['sentence']>;
    weight: number;
    terms: Json<Evidence['terms']>;
    voice: Json<Evidence['voice']>;
  };
  correction: {
    id: Id;
    article_id: string;
    beat_id: string;
    kind: string;
    label_id: string;
    decision: 'yes' | 'no';
    /** What the model in force said before the editor spoke. */
    said: Optional<Decision | null>;
    /** The score behind it. */
    said_score: Optional<number | null>;
    /** Whether the article was drawn at random or chosen; null where that is not known. */
    sampled: Optional<'random' | 'chosen' | null>;
    made_at: Stamp;
    withdrawn_at: NullableInstant;
  };
  trend_fact: {
    article_id: string;
    model_id: string;
    beat_id: string;
    counted_at: Instant;
    outlet_id: string;
    story_id: string | null;
    language: string;
    relevant: boolean;
    unclear: boolean;
    in_framing: boolean;
    topics: string[];
    frames: string[];
    revision: number;
    measured_at: Stamp;
  };
  alert: {
    id: Id;
    rule_id: string;
    rule_name: string;
    occurrence_key: string;
    on_kind: string;
    beat_id: string | null;
    title: string;
    article_id: string | null;
    url: string | null;
    outlet: string | null;
    labels: Optional<string[]>;
    why: string;
    why_parts: ColumnType<WhyPart[] | null, string | null | undefined, string | null>;
    quotes: DefaultJson<Quote[]>;
    synthetic: Optional<boolean>;
    raised_at: Stamp;
    read_at: NullableInstant;
  };
  delivery: {
    id: Id;
    alert_id: string;
    channel_id: string;
    rule_id: string;
    delivery_key: Id;
    state: Optional<DeliveryState>;
    attempts: Optional<number>;
    next_try_at: Stamp;
    sent_at: NullableInstant;
    error: Optional<string | null>;
    held_by: Optional<HeldBy | null>;
    due_at: NullableInstant;
    bundle_id: Optional<string | null>;
    created_at: Stamp;
  };
  delivery_bundle: {
    id: Id;
    channel_id: string;
    due_at: Instant;
    why: string;
    delivery_key: Id;
    state: Optional<'waiting' | 'sent' | 'failed'>;
    attempts: Optional<number>;
    next_try_at: Stamp;
    sent_at: NullableInstant;
    error: Optional<string | null>;
    created_at: Stamp;
  };
  /** One import or backfill: how far it is, and what came of it. */
  load: {
    id: Id;
    kind: 'import' | 'backfill';
    name: string;
    /** The same for the same source and options: an unfinished one goes on. */
    fingerprint: string;
    started_at: Instant;
    finished_at: NullableInstant;
    state: DefaultJson<unknown>;
  };
  load_outlet: { load_id: string; outlet_id: string; articles: number; first_at: Instant; last_at: Instant };
  origin: { id: Id; load_id: string; kind: 'feed' | 'import' | 'backfill'; name: string; at: Instant };
  /** What models of another Framewatch decided, as an archive told it. */
  earlier_decision: {
    article_id: string;
    beat_id: string;
    model_version: string;
    revision: number;
    language: string;
    covered: boolean;
    score: number;
    relevance: string;
    labels: Json<{ kind: string; id: string; score: number; decision: string }[]>;
  };
  /** A page that is to be read when its host has nothing else to do. */
  waiting_page: {
    id: Id;
    canonical_key: string;
    load_id: string;
    host: string;
    url: string;
    outlet_id: string;
    title: string;
    feed_text: string | null;
    stated_at: NullableInstant;
    offset_minutes: number | null;
    counted_at: Instant;
    date_is_stated: boolean;
  };
  installation_secret: { name: string; value: string; created_at: Stamp };
  push_subscription: {
    id: Id;
    channel_id: string;
    endpoint: string;
    p256dh: string;
    auth: string;
    label: string;
    language: 'en' | 'ja';
    created_at: Stamp;
    served_at: NullableInstant;
  };
  unsubscription: { channel_id: string; recipient: string; rule_id: string; created_at: Stamp };
  delivery_recipient: { delivery_key: string; recipient: string; at: Stamp };
  delivery_try: {
    id: Id;
    delivery_id: Optional<string | null>;
    bundle_id: Optional<string | null>;
    at: Instant;
    outcome: 'sent' | 'retry' | 'failed';
    message: string | null;
  };
  alert_channel: {
    channel_id: string;
    failures: Optional<number>;
    pauses: Optional<number>;
    failing_since: NullableInstant;
    error: Optional<string | null>;
    gave_up: Optional<boolean>;
    next_try_at: NullableInstant;
    probe_until: NullableInstant;
    last_sent_at: NullableInstant;
    noticed_since: NullableInstant;
    noticed_at: NullableInstant;
    missing_since: NullableInstant;
    unusable: Optional<string | null>;
  };
  channel_window: { channel_id: string; starts_at: Instant; used: number };
  rule_message: { rule_id: string; channel_id: string; last_at: Instant };
  alert_snooze: {
    id: Id;
    rule_id: string | null;
    channel_id: string | null;
    until_at: NullableInstant;
    since: Instant;
    ended_at: NullableInstant;
  };
  hold_basis: { one: Optional<boolean>; basis: string };
  channel_test: {
    id: Id;
    channel_id: string;
    delivery_key: Id;
    asked_at: Instant;
    taken_at: NullableInstant;
    outcome: Optional<'sent' | 'failed' | null>;
    message: Optional<string | null>;
  };
  note: { id: Id; beat_id: string | null; at: Instant; kind: string; text: string; created_at: Stamp };
  event: { id: Id; kind: string; payload: Json<unknown>; at: Stamp };
  audit: { id: Id; at: Stamp; what: string; detail: Json<unknown> };
}
