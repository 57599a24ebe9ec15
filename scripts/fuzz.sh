#!/usr/bin/env bash
# Feeds what reads packets, captures and texts with mutated input, guided by coverage.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/common.sh
. "$(dirname "$0")/lib/common.sh"

usage() {
  cat <<'USAGE'
Usage: scripts/fuzz.sh [TARGET...] [--executions N | --minutes N] [--seed N] [--patience N] [--fresh]
       scripts/fuzz.sh --list
       scripts/fuzz.sh TARGET --replay FILE

Builds tests/Fuzz, makes a copy of it in which DpdkSharp, DpdkSharp.Testing and the samples count the branches they go through (SharpFuzz), and runs the
targets one after the other: every header type, the walk over a packet's layers, checksums, mbufs and chains, capture files, packets as text, addresses, EAL options,
and the samples' options and rule files. Inputs lie before a guard page: one byte too far ends the process, and is told.

TARGET           a name, or its beginning with * ('header-*'); all by default
--executions N   how often each target runs (default: a million times)
--minutes N      how long all targets together run
--seed N         where the random numbers begin (default: the time)
--patience N     seconds after which an execution that does not end is a finding (default: 20)
--fresh          neither use nor keep the inputs that earlier runs found (artifacts/fuzz/corpus)
--list           list the targets
--replay FILE    run one input, for instance a finding

Findings are in artifacts/fuzz/findings: the input (.bin) and what it did (.txt). One that is mended goes to tests/Fuzz.Tests/Regressions.
Exit code 0: nothing found. 1: something was. 2: wrong usage.
USAGE
}

for argument in "$@"; do
  case "$argument" in -h|--help) usage; exit 0 ;; esac
done

ensure_dotnet
ensure_dpdk
dotnet build "$root/tests/Fuzz" -c Release -v quiet -nologo || die "the build failed"
"$root/artifacts/bin/Fuzz/release/Fuzz" "$@"
