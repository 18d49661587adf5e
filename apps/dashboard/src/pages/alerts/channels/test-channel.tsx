import type { ChannelTest, ChannelView } from '@framewatch/contracts';
import { Button } from '@mantine/core';
import { useTestChannel } from '../../../api/alerts.ts';
import { problemText } from '../problem-text.ts';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/use-words.tsx';

/** Sends a test message, and says what it met with. */
export function TestChannel({ channel }: { channel: ChannelView }) {
  const words = useWords();
  const { mutate, isPending, isError, data, error } = useTestChannel();
  const isBad = isError || data?.sent === false;
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={words.channelList.testOf(channel.name)}
        loading={isPending}
        onClick={() => mutate(channel.id)}
      >
        {words.channelList.test}
      </Button>
      <p className={isBad ? 'test-outcome bad small' : 'test-outcome small'} aria-live="polite">
        {outcomeText(error, data, words)}
      </p>
    </>
  );
}

function outcomeText(error: Error | null, data: ChannelTest | undefined, words: Words): string {
  if (error) return words.channelList.testFailed(problemText(error, words));
  if (!data) return '';
  return data.sent ? words.channelList.tested : words.channelList.testFailed(data.message ?? '');
}
