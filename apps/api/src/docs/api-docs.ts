import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** Serves the API's description at /api/openapi.json and a page to browse it at /api/docs, from this process alone. */
export function serveDocs(app: NestExpressApplication, version: string): void {
  const about = new DocumentBuilder()
    .setTitle('Framewatch')
    .setDescription('Coverage and framing of a subject in the news. Errors are RFC 9457 problem details.')
    .setVersion(version)
    .build();
  const document = SwaggerModule.createDocument(app, about);
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Framewatch API',
    // The validator badge would ask a host on the internet.
    swaggerOptions: { validatorUrl: 'none' },
  });
}
