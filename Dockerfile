# docker build -t parkqa .
# docker run -e PARKQA_BOT__TOKEN -v ./articles:/articles -v parkqa-index:/index parkqa
# docker exec CONTAINER parkqa reindex
FROM python:3.11-slim

# Without this index, pip takes PyPI's torch with its CUDA libraries.
ENV PIP_EXTRA_INDEX_URL=https://download.pytorch.org/whl/cpu PIP_NO_CACHE_DIR=1

WORKDIR /app
COPY . .
RUN pip install -c constraints.txt . && useradd --create-home parkqa && install -d -o parkqa /index
USER parkqa

ENV PARKQA_CORPUS__FOLDER=/articles PARKQA_INDEX__FOLDER=/index
VOLUME ["/index"]
CMD ["parkqa", "bot"]
