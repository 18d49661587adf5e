import { z } from 'zod';
import { idSchema, instantSchema } from './articles.ts';

/** Answer of `GET /api/push/key`: what a browser subscribes with, and the channels that it can subscribe to. */
export const pushKeySchema = z.object({
  /** The installation's public key, base64url: `applicationServerKey` of PushManager.subscribe. */
  key: z.string(),
  channels: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type PushKey = z.infer<typeof pushKeySchema>;

const base64Url = (bytes: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+={0,2}$/, 'base64url')
    .refine(
      (text) => Math.floor((text.replace(/=+$/, '').length * 3) / 4) === bytes,
      `${bytes} bytes in base64url`,
    );

const subscriptionSchema = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(2_000),
  keys: z.object({ p256dh: base64Url(65), auth: base64Url(16) }),
});

/** Body of `POST /api/push/subscriptions`: PushSubscription.toJSON() of the browser, and what it is for. */
export const pushSubscribeRequestSchema = z.object({
  channel: z.string(),
  /** What its owner calls the browser, such as "Ann's laptop". */
  label: z.string().trim().min(1).max(80),
  /** In which notifications speak. */
  language: z.enum(['en', 'ja']).default('en'),
  subscription: subscriptionSchema,
});
export type PushSubscribeRequest = z.input<typeof pushSubscribeRequestSchema>;

/** Body of `POST /api/push/subscriptions/renewed`: a browser's push service gave it another address. */
export const pushRenewRequestSchema = z.object({
  /** The address that it had: only its browser and this API know it. */
  endpoint: z.string().max(2_000),
  subscription: subscriptionSchema,
});

/** One browser that receives a channel. Its endpoint is its secret, so only a fingerprint of it is told. */
export const pushSubscriptionViewSchema = z.object({
  id: idSchema,
  channel: z.string(),
  label: z.string(),
  language: z.enum(['en', 'ja']),
  /** The push service's host. */
  service: z.string(),
  /** SHA-256 of the endpoint in hex, by which a browser knows itself. */
  fingerprint: z.string(),
  since: instantSchema,
  lastServedAt: instantSchema.nullable(),
});
export type PushSubscriptionView = z.infer<typeof pushSubscriptionViewSchema>;
