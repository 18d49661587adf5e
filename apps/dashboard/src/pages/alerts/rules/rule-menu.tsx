import type { AlertRuleConfig } from '@framewatch/contracts';
import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { carriedOver } from '../../../api/view.ts';
import { Icon } from '../../../ui/icons.tsx';
import { useSubject } from '../../../ui/subject.tsx';
import { useWords } from '../words/use-words.tsx';
import { PasteYaml } from '../yaml-text.tsx';
import { useChangeRule } from './use-change-rule.ts';

/** What can be done with a rule beside switching and snoozing it. */
export function RuleMenu({ rule, version }: { rule: AlertRuleConfig; version: string }) {
  const words = useWords();
  const { view } = useSubject();
  const search = carriedOver(view);
  const [asking, setAsking] = useState(false);
  const { remove, yaml, closeYaml } = useChangeRule(version);
  return (
    <>
      <Menu
        position="bottom-end"
        withinPortal
        withInitialFocusPlaceholder={false}
        transitionProps={{ duration: 0 }}
      >
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={words.ruleList.more(rule.name)}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            renderRoot={(props) => (
              <Link to="/alerts/rules/$id" params={{ id: rule.id }} search={search} {...props} />
            )}
          >
            {words.ruleList.edit}
          </Menu.Item>
          <Menu.Item
            renderRoot={(props) => (
              <Link to="/alerts/new-rule" search={{ ...search, rule: rule.id }} {...props} />
            )}
          >
            {words.ruleList.duplicate}
          </Menu.Item>
          <Menu.Item
            renderRoot={(props) => (
              <Link to="/alerts/deliveries" search={{ ...search, rule: rule.id }} {...props} />
            )}
          >
            {words.ruleList.log}
          </Menu.Item>
          <Menu.Item component="a" href={`/api/alerts.atom?rule=${rule.id}`}>
            {words.feed}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="var(--bad)" onClick={() => setAsking(true)}>
            {words.ruleList.delete}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={words.ruleList.deleteTitle(rule.name)}
        size="sm"
        closeButtonProps={{ 'aria-label': words.close }}
      >
        <p>{words.ruleList.deleteBody}</p>
        <div className="dialog-actions">
          <Button variant="default" size="sm" data-autofocus onClick={() => setAsking(false)}>
            {words.cancel}
          </Button>
          <Button
            className="danger"
            size="sm"
            onClick={() => {
              setAsking(false);
              remove(rule);
            }}
          >
            {words.ruleList.deleteYes}
          </Button>
        </div>
      </Modal>
      <PasteYaml yaml={yaml} onClose={closeYaml} />
    </>
  );
}
