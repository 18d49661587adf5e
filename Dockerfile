# One image for the migrate step, the workers and the API; what a container does is its command.
FROM node:20-bookworm-slim AS build
WORKDIR /app
ENV NX_DAEMON=false
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY apps/dashboard/package.json apps/dashboard/
COPY apps/launcher/package.json apps/launcher/
COPY apps/worker/package.json apps/worker/
COPY libs/ libs/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8090 FRAMEWATCH_DATA=/data
WORKDIR /app
COPY --from=build --chown=root:root /app /app
RUN mkdir -p /data && chown node:node /data
USER node
EXPOSE 8090
CMD ["node", "apps/api/dist/main.js"]
