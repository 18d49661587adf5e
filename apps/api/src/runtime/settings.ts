import { type AlertsFile, alertsFileSchema, type Settings, settingsSchema } from '@framewatch/contracts';
import type { Store } from '@framewatch/store';

/** The settings in force: the accepted version, never the file. */
export async function readSettings(store: Store): Promise<Settings> {
  return settingsSchema.parse((await store.configVersions.findNewest('settings'))?.content ?? {});
}

/** The alert rules and channels in force. */
export async function readAlerts(store: Store): Promise<AlertsFile> {
  return alertsFileSchema.parse((await store.configVersions.findNewest('alerts'))?.content ?? { rules: [] });
}
