import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { carriedOver } from '../api/view.ts';
import { Icon } from './icons.tsx';
import { useLanguage } from './language.tsx';
import { useView } from './use-view.ts';

/** Searches headline and text; Enter shows the list. The key / leads here. */
export function SearchBox() {
  const { m } = useLanguage();
  const view = useView();
  const navigate = useNavigate();
  const [text, setText] = useState(view.q ?? '');
  useEffect(() => setText(view.q ?? ''), [view.q]);
  return (
    <form
      className="search-box"
      aria-label={m.nav.search}
      onSubmit={(event) => {
        event.preventDefault();
        const q = text.trim();
        void navigate({ to: '/articles', search: { ...carriedOver(view), ...(q ? { q } : {}) } });
      }}
    >
      <TextInput
        data-search
        size="xs"
        type="search"
        aria-label={m.nav.search}
        placeholder={m.nav.search}
        leftSection={<Icon name="search" size={14} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  );
}
