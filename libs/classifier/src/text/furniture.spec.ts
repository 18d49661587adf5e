import { describe, expect, it } from '@jest/globals';
import { isFurniture } from './furniture.ts';

const whole = (line: string): boolean => isFurniture(`Story.\n${line}\nMore.`, 7, 7 + line.length);

describe('isFurniture', () => {
  it.each([
    'Credit: (Someone/Pool Photo via AP)',
    'By Jane Doe and John Roe',
    'The U.S.-Japan Security Alliance | Council on Foreign Relations',
    'Japan, US to increase defense ties ...',
    'Please enter your comment!',
    'Share this article',
    'Jane Doe contributed to this report.',
    '写真=代表撮影',
  ])('leaves out %s', (line) => {
    expect(whole(line)).toBe(true);
  });

  it.each([
    'Japan and the United States signed the accord.',
    'Host nation support deal signed',
    'By the end of the year the base will be closed.',
    'The mayor said the news was bad.',
  ])('keeps %s', (line) => {
    expect(whole(line)).toBe(false);
  });
});
