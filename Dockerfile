FROM rust:1.95-bookworm AS build
WORKDIR /usher
# The dependencies have a layer of their own, which stays as long as Cargo.lock does.
COPY Cargo.toml Cargo.lock build.rs ./
COPY languages languages
COPY src/language/values.rs src/language/
RUN mkdir -p src tests/it benches/roundtrip \
    && echo 'fn main() {}' > src/main.rs && touch src/lib.rs \
    && touch tests/it/main.rs benches/parts.rs benches/scale.rs benches/roundtrip/main.rs \
    && cargo build --release --locked --no-default-features \
    && rm -r src
COPY src src
# The real sources may be older than the stand-ins that cargo has just built.
RUN touch src/main.rs src/lib.rs \
    && cargo build --release --locked --no-default-features \
    && mkdir -p /out/data

# No shell, no package manager; runs as nobody in particular.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /usher/target/release/usher /usr/local/bin/usher
COPY --from=build --chown=nonroot:nonroot /out/data /data
WORKDIR /
USER nonroot
# The configuration is mounted at /config/usher.toml; secrets come from the environment or from mounted files.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["/usr/local/bin/usher", "health"]
ENTRYPOINT ["/usr/local/bin/usher"]
CMD ["run"]
