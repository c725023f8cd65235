# One image per service, from one file: `docker compose build`. Each holds only the packages of its rooms.
FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /essaim
ENV CI=true ASTRO_TELEMETRY_DISABLED=1 STRAPI_TELEMETRY_DISABLED=true
COPY package.json package-lock.json ./
COPY content/package.json content/
COPY cms/package.json cms/
COPY search/package.json search/
COPY seed/package.json seed/
COPY web/package.json web/
COPY e2e/package.json e2e/
COPY bench/package.json bench/
COPY scripts/package.json scripts/

FROM manifests AS cms-build
RUN npm ci --omit=dev --workspace=content --workspace=cms
COPY tsconfig.base.json ./
COPY content content
COPY cms cms
# Strapi makes this folder at its start when it is missing, on a file system that is then read-only.
RUN npm run build:server --workspace=cms && npm run build:admin --workspace=cms && mkdir -p cms/database/migrations

FROM manifests AS web-build
# The search server's program comes with search/ as an optional package; here it has a service of its own.
RUN npm ci --omit=dev --workspace=content --workspace=search --workspace=web && rm -rf node_modules/@gaubee
COPY tsconfig.base.json ./
COPY content content
COPY search search
COPY web web
RUN npm run build --workspace=web

FROM manifests AS tools-build
RUN npm ci --omit=dev --omit=optional --workspace=content --workspace=search --workspace=seed
COPY content content
COPY search search
COPY seed seed

FROM node:24.21.0-bookworm-slim AS service
ENV NODE_ENV=production
RUN install --directory --owner=node --group=node --mode=0700 /data
VOLUME /data
USER node

# The CMS: `DATA_DIR/cms` holds uploaded files.
FROM service AS cms
WORKDIR /essaim/cms
COPY --from=cms-build /essaim /essaim
EXPOSE 1337
CMD ["node", "dist/src/main.js"]

# The site: `DATA_DIR/pages` holds rendered pages, and may be lost.
FROM service AS web
WORKDIR /essaim/web
COPY --from=web-build /essaim /essaim
EXPOSE 4321
CMD ["node", "dist/server/entry.mjs"]

# The follower that keeps the search server exact; importer, exporter and reconciler are in the same image.
FROM service AS follower
WORKDIR /essaim
COPY --from=tools-build /essaim /essaim
CMD ["node", "search/src/main.ts"]
