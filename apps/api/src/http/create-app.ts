import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule } from '../api.module.ts';
import { serveDocs } from '../docs/api-docs.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import { pushDoor } from '../push/push-door.ts';
import { unsubscribeDoor } from '../recipients/unsubscribe-door.ts';
import { BODY_LIMIT, frontDoor } from './front-door.ts';
import { allowedNames } from './guard.ts';
import { ProblemFilter } from './problem.filter.ts';
import { cacheHeader, singlePage } from './single-page.ts';
import { validation } from './validation.ts';

export interface HttpOptions {
  host: string;
  allowedHosts: readonly string[];
  dashboardFolder: string;
}

/** The HTTP application, not yet listening. What every request passes stands here in its order. */
export async function createApp(
  context: ApiContext,
  { host, allowedHosts, dashboardFolder }: HttpOptions,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.of(context), {
    logger: ['error', 'warn', 'fatal'],
    bodyParser: false,
    // An open stream of live events would keep the application from closing.
    forceCloseConnections: true,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  const names = allowedNames(host, allowedHosts);
  app.use(pushDoor(context, names));
  app.use(unsubscribeDoor(context, names));
  app.use(frontDoor(names));
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.useStaticAssets(dashboardFolder, {
    index: false,
    setHeaders: (response, path) => void response.setHeader('cache-control', cacheHeader(path)),
  });
  app.use(singlePage(dashboardFolder));
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter(context.log));
  serveDocs(app, context.version);
  return app;
}
