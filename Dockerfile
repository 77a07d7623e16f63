# Two stages: everything is built in the first; the second holds the binary, what the browser is sent, and fonts
# for drawing papers that bring none. It runs as nobody in particular.

FROM rust:1-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends brotli mold nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
ENV GANGWAY_CACHE=/cache
RUN --mount=type=cache,target=/cache --mount=type=cache,target=/usr/local/cargo/registry \
    server/scripts/toolchain.sh image && server/scripts/site.sh release \
    && . server/scripts/env.sh && cargo build --release -p server \
    && install -D -m 755 -s "$CARGO_TARGET_DIR/release/gangway" /out/gangway && cp -r "$CARGO_TARGET_DIR/site" /out/site

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin gangway
COPY --from=build /out/gangway /usr/local/bin/gangway
COPY --from=build /out/site /srv/gangway/site
USER 10001
WORKDIR /
ENV GANGWAY_SITE=/srv/gangway/site GANGWAY_BIND=0.0.0.0 PORT=3000
EXPOSE 3000
ENTRYPOINT ["gangway"]
CMD ["serve"]
