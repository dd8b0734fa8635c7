# syntax=docker/dockerfile:1

# The build and the image have the same Debian, 13 (trixie): a binary does not run on an older glibc than that of its build.
# `.ci/image` runs the steps up to the last stage without an engine. In these stages every absolute path is one that a step
# makes, and the steps are scripts in deploy/image.
FROM rust:1.95-trixie AS toolchain
WORKDIR /usher

# The dependencies have a layer of their own. Docker compares the content of what a step copies, so the layer is kept until
# a Cargo.toml or Cargo.lock changes. cargo-chef does the same, but it is one more program to trust and to install, for what
# a script of 20 lines does here. A cache mount (`--mount=type=cache`) exists only on the machine that built before: it is
# not exported with the layers, and so is always empty on a build server.
FROM toolchain AS manifests
COPY . .
RUN deploy/image/stubs /stubs

FROM toolchain AS build
COPY deploy/image/dependencies deploy/image/dependencies
COPY --from=manifests /stubs .
RUN deploy/image/dependencies
COPY deploy/image deploy/image
COPY build.rs build.rs
COPY languages languages
COPY crates crates
COPY src src
# `usher --version` shows the commit. It changes with every build, so it comes after the layer of the dependencies.
ARG USHER_COMMIT=
RUN deploy/image/bot /out

# No shell and no package manager.
FROM gcr.io/distroless/cc-debian13
COPY --from=build /out/usher /usr/local/bin/usher
COPY --from=build --chown=65532:65532 /out/data /data
WORKDIR /
# The user `nonroot` of the base, as a number: Kubernetes' runAsNonRoot cannot judge a name.
USER 65532:65532
# The configuration is mounted at /config/usher.toml, or comes from the environment. Secrets come from the environment, or
# from mounted files. /data holds the store.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["/usr/local/bin/usher", "health"]
ENTRYPOINT ["/usr/local/bin/usher"]
CMD ["run"]
ARG USHER_COMMIT=
ARG USHER_VERSION=
LABEL org.opencontainers.image.title="Usher" \
      org.opencontainers.image.description="Runs WhatsApp groups from Discord slash commands, by role permission" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$USHER_VERSION" \
      org.opencontainers.image.revision="$USHER_COMMIT"
