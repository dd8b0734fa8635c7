FROM rust:1.95-bookworm AS build
WORKDIR /usher
COPY . .
# The caches hold the downloaded and the compiled dependencies. Cargo compares times, and the sources may be older than
# what the cache holds of other sources.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/usher/target \
    find build.rs crates languages src -type f -exec touch {} + \
    && cargo build --release --locked --package usher --no-default-features \
    && mkdir -p /out/data \
    && cp target/release/usher /out/

# No shell, no package manager; runs as nobody in particular.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /out/usher /usr/local/bin/usher
COPY --from=build --chown=nonroot:nonroot /out/data /data
WORKDIR /
USER nonroot
# The configuration is mounted at /config/usher.toml; secrets come from the environment or from mounted files.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["/usr/local/bin/usher", "health"]
ENTRYPOINT ["/usr/local/bin/usher"]
CMD ["run"]
