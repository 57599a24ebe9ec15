#!/usr/bin/env bash
# Runs one build on every supported DPDK, each in a root file system of the distribution that carries it.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/common.sh
. "$(dirname "$0")/lib/common.sh"
# shellcheck source-path=SCRIPTDIR source=lib/debian.sh
. "$(dirname "$0")/lib/debian.sh"
# shellcheck source-path=SCRIPTDIR source=lib/results.sh
. "$(dirname "$0")/lib/results.sh"

usage() {
  cat <<'USAGE'
Usage: scripts/matrix.sh [VERSION...|all] [--quick] [--suite NAME]... [--no-build] [--fresh]
       scripts/matrix.sh --list

Builds everything once, and runs the same files on each VERSION (22.11, 24.11, 25.11; default: all) in a root file system made of the packages of the
Debian that carries it: the tests, the samples, the programs of tests/Consumers that know only the packages, and, where DPDK's libraries are all there is
(no headers, no compiler, no .NET), programs with all they need in them. Needs root.

The roots are made when they are first needed (some minutes and 1 GB each) and kept in .cache/roots. Each suite has mounts, processes and a network of its own,
which are gone when it ends. What it printed is in artifacts/matrix/VERSION/SUITE.log.
Ends with a table and the line "N passed, N failed, N skipped"; the table is in artifacts/matrix/table.md too.
Exit code 0: all passed. 1: something failed, or nothing ran.

--quick       the suites that continuous integration runs
--suite NAME  only this one; may be given again (--list names them)
--no-build    run what the last build left (artifacts/bin, artifacts/published, artifacts/consumers); only what is not there is made
--fresh       make the roots anew: with the packages that the distribution has today
USAGE
}

versions=()
chosen=()
quick=
build=1
fresh=
list=
while [ $# -gt 0 ]; do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --quick) quick=1 ;;
    --suite) [ $# -ge 2 ] || wrong_usage "--suite needs a name"; chosen+=("$2"); shift ;;
    --no-build) build= ;;
    --fresh) fresh=1 ;;
    --list) list=1 ;;
    -*) wrong_usage "unknown option '$1'" ;;
    all) versions+=(22.11 24.11 25.11) ;;
    *) suite_of "$1" > /dev/null || wrong_usage "unknown version '$1'"; versions+=("$1") ;;
  esac
  shift
done
[ ${#versions[@]} -gt 0 ] || versions=(22.11 24.11 25.11)

# ---- the suites -----------------------------------------------------------------------------------------------

# What these prove is about the sources, whatever DPDK runs here: once is enough.
sources_only=" DpdkSharp.Analyzers.Tests DpdkSharp.Generator.Tests Packages.Tests Docs.Tests "
# A sample is published by its tests, which need the SDK for that; here they take what was published already.
samples=(HelloWorld L2Fwd L3Fwd Skeleton Skeleton.Raw)

suites=()
for file in "$root"/tests/*/*.csproj "$root"/samples/*.Tests/*.csproj; do
  name=$(basename "$file" .csproj)
  grep -q '<IsTestProject>false</IsTestProject>' "$file" || [[ $sources_only == *" $name "* ]] || suites+=("$name")
done
[ ! -d "$root/tests/Consumers" ] || suites+=(consumers)
suites+=(bare)
if [ -n "$list" ]; then
  printf '%s\n' "${suites[@]}"
  exit 0
fi
if [ -n "$quick" ]; then
  all=" ${suites[*]} "
  suites=()
  for name in DpdkSharp.Tests DpdkSharp.Interop.Tests DpdkSharp.Testing.Tests DpdkSharp.Checked.Tests Samples.Tests Firewall.Tests consumers bare; do
    [[ $all != *" $name "* ]] || suites+=("$name")
  done
fi
if [ ${#chosen[@]} -gt 0 ]; then
  for name in "${chosen[@]}"; do
    [[ " ${suites[*]} " == *" $name "* ]] || wrong_usage "there is no suite '$name' (--list names them)"
  done
  suites=("${chosen[@]}")
fi

# ---- what the machine has to have -----------------------------------------------------------------------------

is_root || lacking "the matrix needs root: it makes root file systems and mounts"
[ "$(uname -m)" = x86_64 ] || lacking "the matrix is for x86-64"
ensure_dotnet
ensure_packages mmdebstrap debian-archive-keyring iproute2 tcpdump
dotnet_folder=$(dirname "$(readlink -f "$(command -v dotnet)")")
cd "$root"

# ---- the roots ------------------------------------------------------------------------------------------------

# DPDK with all drivers, testpmd and what the tests start besides; gcc for the tests that compile C. The headers come from .cache/dpdk.
full_packages=dpdk,dpdk-dev,librte-meta-net,librte-meta-mempool,gcc,libc6-dev,libbsd-dev,libfdt-dev,pkg-config,binutils,iproute2,iputils-ping,ethtool,tcpdump,iperf3,libfaketime,procps,mount,libstdc++6,ca-certificates
# DPDK's run-time libraries and drivers, and nothing else.
bare_packages=librte-meta-net,librte-meta-mempool

roots=$root/.cache/roots

# make_root VERSION KIND: .cache/roots/VERSION-KIND, unless it is there and whole. A name without ".new" is given only to what was made to the end.
make_root() {
  local version=$1 kind=$2 packages=${2}_packages suite target=$roots/$1-$2 wanted log
  packages=${!packages}
  suite=$(suite_of "$version")
  wanted="$suite $packages"
  [ -n "$fresh" ] || [ ! -f "$target/root-of" ] || [ "$(cat "$target/root-of")" != "$wanted" ] || return 0
  say "making a root of $suite for DPDK $version ($kind)"
  log=$roots/$version-$kind.log
  rm -rf "$target.new"
  # That a mirror lags behind the archive is no reason to refuse it; signatures are checked.
  if ! mmdebstrap --quiet --variant=minbase --include="$packages" --aptopt='Acquire::Check-Valid-Until "false"' \
      "$suite" "$target.new" "deb [signed-by=$debian_keyring] $debian_mirror $suite main" > "$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -rf "$target.new"
    die "the root of $suite for DPDK $version could not be made"
  fi
  echo "$wanted" > "$target.new/root-of"
  rm -rf "$target"
  mv "$target.new" "$target"
}

mkdir -p "$roots"
# Two runs in one checkout must not make the same root.
exec {lock}> "$roots/lock"
flock "$lock"
find_debian_mirror
kinds=()
for name in "${suites[@]}"; do case "$name" in bare) kinds+=(bare) ;; *) [[ " ${kinds[*]} " == *" full "* ]] || kinds+=(full) ;; esac; done
making=()
for version in "${versions[@]}"; do
  for kind in "${kinds[@]}"; do
    # At the same time: most of it is waiting for the mirror.
    make_root "$version" "$kind" &
    making+=($!)
  done
done
made=1
for pid in "${making[@]}"; do wait "$pid" || made=; done
[ -n "$made" ] || die "not all roots could be made"
flock -u "$lock"

# ---- one build ------------------------------------------------------------------------------------------------

if [ -n "$build" ]; then
  ensure_dpdk
  ensure_packages libdpdk-dev pkg-config binutils gcc g++ libc6-dev zlib1g-dev
  scripts/build-native.sh
  say "building DpdkSharp.sln"
  dotnet build DpdkSharp.sln -c Release -v quiet -nologo >&2
fi
# With --no-build: what the last build left, and what it did not leave.
not_there() { [ -n "$build" ] || [ ! -x "$1" ]; }
for name in "${samples[@]}"; do
  not_there "artifacts/published/$name/$name" || continue
  say "publishing samples/$name (NativeAOT)"
  dotnet publish "samples/$name" -c Release -v quiet -nologo -o "artifacts/published/$name" >&2
done
if [[ " ${suites[*]} " == *" bare "* ]] && not_there artifacts/published/L2Fwd.SelfContained/L2Fwd; then
  say "publishing samples/L2Fwd (self-contained)"
  dotnet publish samples/L2Fwd -c Release -v quiet -nologo -p:PublishAot=false -r linux-x64 --self-contained -o artifacts/published/L2Fwd.SelfContained >&2
fi
if [ -d tests/Consumers ] && [[ " ${suites[*]} " =~ \ (consumers|bare)\  ]] && { not_there artifacts/consumers/Jit/Jit || not_there artifacts/consumers/Tests/Tests; }; then
  scripts/pack.sh > /dev/null
  scripts/consumers.sh
fi
# Their tests take the headers and libraries of all versions, and the oracle is compiled against those of the version it runs on.
scripts/fetch-dpdk.sh > /dev/null

# ---- running --------------------------------------------------------------------------------------------------

results=$root/artifacts/matrix
rm -rf "$results"
mkdir -p "$results"
inside=
# shellcheck disable=SC2317,SC2329 # called by on_exit
kill_inside() { [ -z "$inside" ] || kill -KILL -- "-$inside" 2> /dev/null || true; }
on_exit kill_inside

# in_root VERSION KIND LOG SECONDS [OPTION...] -- COMMAND...: options as scripts/lib/in-root.sh has them. All that it started ends with it.
in_root() {
  local fs=$roots/$1-$2 log=$3 seconds=$4 code=0
  shift 4
  # With job control on, a background process takes SIGINT as others do: tests send it to their own children.
  set -m
  timeout --signal=KILL "$seconds" unshare --mount --pid --net --fork --kill-child "$root/scripts/lib/in-root.sh" "$fs" "$@" < /dev/null > "$log" 2>&1 &
  inside=$!
  set +m
  wait "$inside" || code=$?
  inside=
  return "$code"
}

# with_dotnet: the options of a root in which the checkout and .NET are where they are here.
with_dotnet=(--bind "$root" --read-only "$dotnet_folder" --env "DOTNET_ROOT=$dotnet_folder"
  --env "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:$dotnet_folder" --env "DPDKSHARP_PUBLISHED=$root/artifacts/published")

# check NAME COMMAND...: one of the things that a suite of this script finds to be so, or not.
check() {
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    count_failure "$version $suite: $name (artifacts/matrix/$version/$suite*.log)"
  fi
}

run_tests() {
  local project=$suite filter=() code=0 report=$folder/$suite.xml
  case "$project" in
    # The facts of all versions, whatever runs: gcc and g++ prove them from the headers once (scripts/test.sh).
    # scripts/bench.sh itself: it builds both sides, and needs the headers for that.
    Benchmarks.Tests) filter=(-class- "*.BenchScriptTests") ;;
    DpdkSharp.Interop.Tests) filter=(-class- "*.Layout.*" -class- "*.Signatures.*" -class- "*.Imports.ImportTests") ;;
  esac
  if [ ! -x "$root/artifacts/bin/$project/release/$project" ]; then
    count_failure "$version $project: not built"
    return
  fi
  in_root "$version" full "$folder/$suite.log" 1800 "${with_dotnet[@]}" -- \
    "$root/artifacts/bin/$project/release/$project" -noColor -noLogo -result-xml "$report" "${filter[@]}" || code=$?
  count_report "$version $project" "$report" "$code" "$version "
  [ "$code" -eq 0 ] || tail -n 40 "$folder/$suite.log" >&2
}

consumer() { [ -x "$root/artifacts/consumers/$1/$1" ]; }
says_ok() { [ "$(tail -n 1 "$1")" = OK ]; }
# runs_well NAME KIND OPTION...: a consumer program, in the root.
runs_well() {
  local name=$1 kind=$2
  shift 2
  consumer "$name" && in_root "$version" "$kind" "$folder/$suite-$name.log" 120 --read-only "$root/artifacts/consumers" "$@" -- "$root/artifacts/consumers/$name/$name" && says_ok "$folder/$suite-$name.log"
}
is_refused_by_the_loader() {
  consumer AotDirect && ! in_root "$version" full "$folder/$suite-AotDirect.log" 60 --read-only "$root/artifacts/consumers" -- "$root/artifacts/consumers/AotDirect/AotDirect" &&
    grep -qE 'librte_[a-z_]+\.so\.[0-9]+: cannot open shared object file' "$folder/$suite-AotDirect.log"
}

# The DPDK that a program was linked with itself: 23.
linked_abi() { readelf -d "$1" 2> /dev/null | sed -n 's/.*NEEDED.*librte_eal\.so\.\([0-9]*\).*/\1/p'; }
abi_of() { sed -n 's/^"abi": \([0-9]*\),$/\1/p' "$root/generator/abi/$1.json"; }

run_consumers() {
  local name code=0
  for name in Jit SingleFile SelfContained Trimmed Aot; do
    check "the program $name, made of the packages, runs" runs_well "$name" full --read-only "$dotnet_folder" --env "DOTNET_ROOT=$dotnet_folder"
  done
  if [ "$(linked_abi "$root/artifacts/consumers/AotDirect/AotDirect")" = "$(abi_of "$version")" ]; then
    check "the program AotDirect, bound to this version, runs" runs_well AotDirect full
  else
    check "the program AotDirect, bound to another version, is refused by the loader, which names a library of that version" is_refused_by_the_loader
  fi
  if consumer Tests; then
    in_root "$version" full "$folder/$suite-Tests.log" 300 "${with_dotnet[@]}" -- "$root/artifacts/consumers/Tests/Tests" -noColor -noLogo -result-xml "$folder/$suite-Tests.xml" || code=$?
    count_report "$version the test project made of the packages" "$folder/$suite-Tests.xml" "$code" "$version "
  else
    count_failure "$version $suite: the test project Tests is not there (scripts/consumers.sh publishes it)"
  fi
}

nothing_but_libraries() {
  local fs=$roots/$version-bare found
  found=$(find "$fs/usr/bin" "$fs/usr/include" "$fs/usr/share/dotnet" "$fs/usr/lib/dotnet" \( -name 'gcc*' -o -name cc -o -name 'dotnet*' -o -name 'rte_*.h' -o -name 'dpdk-testpmd' \) 2> /dev/null)
  [ -z "$found" ] || { echo "$found" > "$folder/$suite-root.log"; return 1; }
}

# forwards PROGRAM NAME: l2fwd between two files, in a root with DPDK's libraries alone; every packet of the capture has to come out as it was.
forwards() {
  local program=$1 name=$2 in=$root/samples/captures/mixed.pcap out=$folder/$suite-$2.pcap
  [ -x "$program" ] || return 1
  # shellcheck disable=SC2016 # for the shell in the root
  in_root "$version" bare "$folder/$suite-$name.log" 90 --read-only "${program%/*}" --read-only "${in%/*}" --bind "$folder" -- sh -c '
    "$1" -l "$2" --no-huge -m 256 --no-shconf --no-pci --no-telemetry --vdev "net_pcap0,rx_pcap=$3" --vdev "net_pcap1,tx_pcap=$4" -- -p 3 -q 2 -T 0 --no-mac-updating &
    size=$(stat -c %s "$3")
    until [ "$(stat -c %s "$4" 2> /dev/null || echo 0)" -ge "$size" ]; do kill -0 $! || break; sleep 0.1; done
    kill -TERM $!
    wait $!' sh "$program" "$lcore" "$in" "$out" || return 1
  # Times differ: they are those of sending.
  cmp -s <(tcpdump -r "$in" -n -t -xx 2> /dev/null) <(tcpdump -r "$out" -n -t -xx 2> /dev/null)
}
# tells_of_missing_drivers NAME ARGUMENT...: l2fwd, where the driver folder is empty.
tells_of_missing_drivers() {
  local log=$folder/$suite-$1.log program=$root/artifacts/published/L2Fwd/L2Fwd
  shift
  # shellcheck disable=SC2016 # for the shell in the root
  ! in_root "$version" bare "$log" 60 --read-only "${program%/*}" -- sh -c '
    mount -t tmpfs none /usr/lib/x86_64-linux-gnu/dpdk && exec "$@"' sh "$program" -l "$lcore" --no-huge -m 256 --no-shconf --no-pci --no-telemetry "$@" -- -p 1 &&
    tail -n 1 "$log" | grep -q "the driver folder /usr/lib/x86_64-linux-gnu/dpdk/pmds-$(abi_of "$version").0 does not exist: install"
}
lcore=$(awk '$1 == "Cpus_allowed_list:" { sub("[,-].*", "", $2); print $2 }' /proc/self/status)

run_bare() {
  local name
  check "the root has no compiler, no headers, no .NET" nothing_but_libraries
  check "l2fwd, compiled ahead of time, forwards a capture" forwards "$root/artifacts/published/L2Fwd/L2Fwd" aot
  check "l2fwd, with the .NET runtime in its folder, forwards a capture" forwards "$root/artifacts/published/L2Fwd.SelfContained/L2Fwd" self-contained
  check "l2fwd, with no drivers and a virtual device asked for, says that the driver folder is missing" tells_of_missing_drivers no-driver --vdev net_null0
  check "l2fwd, with no drivers, says that the driver folder is missing" tells_of_missing_drivers no-drivers
  [ -d "$root/tests/Consumers" ] || return 0
  # These call functions of the C shim as well.
  for name in Aot SelfContained Trimmed; do
    check "the program $name, made of the packages, runs with the C shim" runs_well "$name" bare
  done
}

table=$results/table.md
{ echo "| DPDK | Suite | Passed | Failed | Skipped | Seconds |"; echo "|---|---|---|---|---|---|"; } > "$table"

for version in "${versions[@]}"; do
  folder=$results/$version
  mkdir -p "$folder"
  exact=$(dpkg-query --admindir="$roots/$version-${kinds[0]}/var/lib/dpkg" -W -f '${Version}' "librte-eal$(abi_of "$version")")
  for suite in "${suites[@]}"; do
    say "DPDK $version ($exact): $suite"
    before=("$passed" "$failed" "$skipped") started=$SECONDS
    case "$suite" in
      consumers) run_consumers ;;
      bare) run_bare ;;
      *) run_tests ;;
    esac
    echo "| $version | $suite | $((passed - before[0])) | $((failed - before[1])) | $((skipped - before[2])) | $((SECONDS - started)) |" >> "$table"
  done
done

echo
sed 's/^|-.*//; /^$/d; s/^| //; s/ |$//' "$table" | if command -v column > /dev/null; then column -t -s '|'; else cat; fi
echo
finish_counting
