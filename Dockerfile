# docker build -t parkqa .
# docker run -e PARKQA_BOT__TOKEN -v ./articles:/articles -v parkqa-index:/index -v parkqa-cache:/cache -v parkqa-state:/state parkqa
# docker exec CONTAINER parkqa reindex
# It reads no scans: they take an extra, docker build --build-arg EXTRAS='[ocr]'.
FROM python:3.11-slim AS packages
# Of each file the hash stands in requirements.lock, but of torch, which comes from an index of its own: PyPI's brings CUDA libraries.
COPY constraints.txt requirements.lock ./
RUN awk '/^[^ #]/ {wanted = /^setuptools==/} wanted' requirements.lock > setuptools.lock && \
    pip install --no-cache-dir --require-hashes -r setuptools.lock && \
    pip wheel --no-cache-dir --wheel-dir /packages --no-deps --no-build-isolation --require-hashes -r requirements.lock && \
    pip download --no-cache-dir --dest /packages --no-deps --index-url https://download.pytorch.org/whl/cpu -c constraints.txt torch

FROM python:3.11-slim
ARG EXTRAS=""
WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY corpus ./corpus
COPY retrieval ./retrieval
COPY bot ./bot
RUN --mount=from=packages,source=/packages,target=/packages \
    pip install --no-cache-dir --no-index --find-links /packages -c constraints.txt ".$EXTRAS" && \
    useradd --create-home parkqa && install -d -o parkqa /index /cache /state && rm -rf /app/*
USER parkqa

ENV PARKQA_CORPUS__FOLDER=/articles PARKQA_INDEX__FOLDER=/index XDG_CACHE_HOME=/cache XDG_STATE_HOME=/state PARKQA_MONITORING__PORT=9100
VOLUME ["/index", "/cache", "/state"]
HEALTHCHECK --interval=60s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9100/healthz', timeout=10)"]
CMD ["parkqa", "bot"]
