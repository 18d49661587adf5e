import type { ChannelConfig } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { type Circumstances, holdUntil } from './hold-until.ts';

const at = (time: string): Date => new Date(`2026-05-12T${time}:00Z`);
const channel = (calm: object = {}): ChannelConfig => ({
  id: 'desk',
  kind: 'webhook',
  url: 'https://desk.example/hook',
  ...calm,
});
const held = (changes: Partial<Circumstances> = {}, rule: Partial<Circumstances['rule']> = {}) =>
  holdUntil({
    at: at('10:20'),
    timeZone: 'UTC',
    channel: channel(),
    rule: { urgent: false, coolDown: null, ...rule },
    snoozes: [],
    lastAt: null,
    isFull: false,
    ...changes,
  });
const NIGHT = { from: '22:00', to: '07:00' };

describe('holdUntil', () => {
  it('lets an alert go at once where nothing keeps the channel calm', () => {
    expect(held()).toBeNull();
    expect(held({ channel: { id: 'in-app', kind: 'in-app' }, snoozes: [null] })).toBeNull();
  });
  it('holds for the next digest, and what is raised as one goes out for the one after', () => {
    const hourly = channel({ digest: { every: 'hour' } });
    expect(held({ channel: hourly })).toEqual({ heldBy: 'digest', dueAt: at('11:00') });
    expect(held({ channel: hourly, at: at('11:00') })?.dueAt).toEqual(at('12:00'));
  });
  it('holds through quiet hours', () => {
    const quiet = channel({ quietHours: { from: '10:00', to: '12:30' } });
    expect(held({ channel: quiet })).toEqual({ heldBy: 'quiet-hours', dueAt: at('12:30') });
    expect(held({ channel: quiet, at: at('12:30') })).toBeNull();
  });
  it('sends a digest that falls into quiet hours at their end, though every one does', () => {
    const calm = channel({ digest: { every: 'day', at: '06:00' }, quietHours: NIGHT });
    expect(held({ channel: calm })).toEqual({
      heldBy: 'quiet-hours',
      dueAt: new Date('2026-05-13T07:00:00Z'),
    });
  });
  it('follows what holds one after the other: a snooze that ends in quiet hours, then the next digest', () => {
    const calm = channel({
      quietHours: { from: '10:00', to: '12:30' },
      digest: { every: 'day', at: '13:00' },
    });
    expect(held({ channel: calm, snoozes: [at('11:15')] })).toEqual({ heldBy: 'digest', dueAt: at('13:00') });
    const { digest: _digest, ...quiet } = calm as { digest?: unknown } & ChannelConfig;
    expect(held({ channel: quiet, snoozes: [at('11:15')] })).toEqual({
      heldBy: 'quiet-hours',
      dueAt: at('12:30'),
    });
  });
  it('lets what a snooze held until a digest go with that digest', () => {
    const hourly = channel({ digest: { every: 'hour' } });
    expect(held({ channel: hourly, snoozes: [at('12:00')] })?.dueAt).toEqual(at('12:00'));
  });
  it('waits for the longest of several snoozes, and without end for one that is ended by hand', () => {
    expect(held({ snoozes: [at('11:00'), at('15:00')] })).toEqual({ heldBy: 'snooze', dueAt: at('15:00') });
    expect(held({ snoozes: [at('11:00'), null] })).toEqual({ heldBy: 'snooze', dueAt: null });
    expect(held({ snoozes: [at('09:00')] })).toBeNull();
  });
  it('holds what is above the cap until the hour or the day is over', () => {
    const capped = channel({ cap: { alerts: 3, per: 'hour' } });
    expect(held({ channel: capped })).toBeNull();
    expect(held({ channel: capped, isFull: true })).toEqual({ heldBy: 'cap', dueAt: at('11:00') });
    expect(held({ channel: channel(), isFull: true })).toBeNull();
  });
  it('keeps one message a cool-down: joins the one to come, or waits for its own', () => {
    const cool = { coolDown: '30m' };
    expect(held({ lastAt: at('10:00') }, cool)).toEqual({ heldBy: 'cool-down', dueAt: at('10:30') });
    expect(held({ lastAt: at('10:30') }, cool)).toEqual({ heldBy: 'cool-down', dueAt: at('10:30') });
    expect(held({ lastAt: at('09:50') }, cool)).toBeNull();
    expect(held({ lastAt: null }, cool)).toBeNull();
    expect(held({ lastAt: at('10:00') })).toBeNull();
  });
  it('lets urgent rules pass everything but snoozes', () => {
    const calm = channel({
      quietHours: { from: '10:00', to: '12:30' },
      digest: { every: 'day', at: '13:00' },
    });
    const urgent = { urgent: true, coolDown: '30m' };
    expect(held({ channel: calm, isFull: true, lastAt: at('10:15') }, urgent)).toBeNull();
    expect(held({ channel: calm, snoozes: [at('11:15')] }, urgent)).toEqual({
      heldBy: 'snooze',
      dueAt: at('11:15'),
    });
  });
});
