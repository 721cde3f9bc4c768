#!/usr/bin/env bash
# Makes .venv with parkqa in it, or brings it up to date; `make` calls this when it is needed. Arguments: extras, such as dev.
#   PYTHON       the Python to use; without it python3, or the newest of python3.13 to python3.11 where that is too old
#   TORCH_INDEX  where torch's CPU build comes from: pytorch.org, or a mirror of its
set -euo pipefail
cd "$(dirname "$0")"

OLDEST=3.11
INDEX=${TORCH_INDEX:-https://download.pytorch.org/whl/cpu}
OURS=.venv/bin/python

say() { echo "$*" >&2; }

version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

# Whether a version such as 3.12 will do.
will_do() { [[ $1 =~ ^3\.([0-9]+)$ ]] && ((BASH_REMATCH[1] >= ${OLDEST#3.})); }

find_python() {
  local candidate version found=""
  for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
    version=$(version_of "$candidate") || continue
    if will_do "$version"; then
      echo "$candidate"
      return
    fi
    found=${found:-$version}
  done
  say "parkqa needs Python $OLDEST or newer, and ${PYTHON:-python3} is ${found:-not there}: install one, or name it with make PYTHON=…"
  return 1
}

# A .venv stays as long as its Python runs, will do, and is the one that was asked for.
venv_holds() {
  local version
  version=$(version_of "$OURS") && will_do "$version" && "$OURS" -m pip --version >/dev/null 2>&1 || return 1
  [[ -z ${PYTHON:-} || $(version_of "$PYTHON") == "$version" ]]
}

PIP_INSTALL=("$OURS" -m pip install --disable-pip-version-check --constraint constraints.txt)

install() { "${PIP_INSTALL[@]}" "$@" >&2; }

has_gpu() { command -v nvidia-smi >/dev/null || [[ -e /proc/driver/nvidia ]]; }

# PyPI's torch for Linux brings gigabytes of CUDA libraries. The CPU build has an index of its own, which not everybody can reach.
install_torch() {
  say "Installing torch, its CPU build: some 200 MB (a mirror is named with TORCH_INDEX=…) …"
  "${PIP_INSTALL[@]}" --no-deps --timeout 10 --retries 0 --find-links "$INDEX" --index-url "$INDEX" torch >&2 2>/dev/null ||
    say "No CPU build of torch can be had from $INDEX; going on with that of PyPI, which on Linux is gigabytes larger."
}

if ! venv_holds; then
  python=$(find_python)
  say "Setting up .venv with Python $(version_of "$python"); the first time this takes some minutes …"
  "$python" -m venv --clear .venv
fi
if [[ $(uname -s) == Linux ]] && ! has_gpu && ! "$OURS" -c 'from importlib.metadata import version; version("torch")' 2>/dev/null; then
  install_torch
fi
extras=$(IFS=,; echo "$*")
say "Installing parkqa${extras:+ with what belongs to $extras} …"
install --editable ".${extras:+[$extras]}"
