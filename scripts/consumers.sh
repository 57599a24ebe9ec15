#!/usr/bin/env bash
# Builds the projects of tests/Consumers from the packages, as a user does.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/common.sh
. "$(dirname "$0")/lib/common.sh"

usage() {
  cat <<'USAGE'
Usage: scripts/consumers.sh [--packages FOLDER] [--nuget-config FOLDER] [NAME...]

Copies tests/Consumers into a temporary folder, restores each project there from the packages in FOLDER (default: artifacts/packages, as scripts/pack.sh
made them; other packages from this machine's own sources), and publishes it, with warnings as errors, to
  artifacts/consumers/NAME
Packages are unpacked in artifacts/consumers/.nuget: what other builds have unpacked is not taken.

NAME               only these, e.g. Jit Aot (default: all)
--packages FOLDER  the packages
--nuget-config FOLDER  only write a nuget.config there, by which what is below it takes DpdkSharp's packages from FOLDER alone
USAGE
}

packages=$root/artifacts/packages
names=()
config=
while [ $# -gt 0 ]; do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --packages) [ $# -ge 2 ] || wrong_usage "--packages needs a folder"; packages=$(realpath -m "$2"); shift ;;
    --nuget-config) [ $# -ge 2 ] || wrong_usage "--nuget-config needs a folder"; config=$2; shift ;;
    -*) wrong_usage "unknown option '$1'" ;;
    *) [ -f "$root/tests/Consumers/$1/$1.csproj" ] || wrong_usage "there is no consumer '$1'"; names+=("$1") ;;
  esac
  shift
done
if [ ${#names[@]} -eq 0 ]; then
  for file in "$root"/tests/Consumers/*/*.csproj; do names+=("$(basename "$file" .csproj)"); done
fi

ensure_dotnet
# NativeAOT links with these.
ensure_packages gcc libc6-dev zlib1g-dev binutils
package=$(compgen -G "$packages/DpdkSharp.[0-9]*.nupkg") || die "there are no packages in $packages: run scripts/pack.sh first"
[ "$(wc -l <<< "$package")" -eq 1 ] || die "$packages has more than one version of DpdkSharp"
version=$(basename "$package" .nupkg)
version=${version#DpdkSharp.}

xunit=$(sed -n 's/.*"xunit\.v3" Version="\([^"]*\)".*/\1/p' "$root/Directory.Packages.props")

output=$root/artifacts/consumers
# Same version, other content: that happens while one works on it.
mkdir -p "$output/.nuget"
rm -rf "$output"/.nuget/dpdksharp*
export NUGET_PACKAGES=$output/.nuget

# DpdkSharp's own come from the folder alone, all others from where this machine has them.
xml() { sed 's/&/\&amp;/g; s/</\&lt;/g; s/"/\&quot;/g' <<< "$1"; }
nuget_config() {
  echo '<configuration><packageSources>'
  echo "<add key=\"packed here\" value=\"$(xml "$packages")\" /></packageSources><packageSourceMapping>"
  echo '<packageSource key="packed here"><package pattern="DpdkSharp" /><package pattern="DpdkSharp.*" /></packageSource>'
  dotnet nuget list source | sed -nE 's/^ *[0-9]+\. +(.*) \[Enabled\]$/\1/p' | while read -r source; do
    echo "<packageSource key=\"$(xml "$source")\"><package pattern=\"*\" /></packageSource>"
  done
  echo '</packageSourceMapping></configuration>'
}
if [ -n "$config" ]; then
  nuget_config > "$config/nuget.config"
  exit 0
fi

work=$(mktemp -d)
on_exit rm -rf "$work"
cp -r "$root"/tests/Consumers/. "$work"
nuget_config > "$work/nuget.config"

for name in "${names[@]}"; do
  say "publishing $name"
  rm -rf "${output:?}/$name"
  log=$work/$name.log
  command=(publish -o "$output/$name")
  # A library is packed: what it asks of those who use it stands in its package.
  grep -q '<IsPackable>true</IsPackable>' "$work/$name/$name.csproj" && command=(pack -o "$output/$name")
  (cd "$work/$name" && dotnet "${command[@]}" -c Release -nologo -nodeReuse:false -p:UseSharedCompilation=false "-p:DpdkSharpVersion=$version" "-p:XunitVersion=$xunit") > "$log" 2>&1 ||
    { cat "$log" >&2; die "$name does not build"; }
  ! grep -E 'warning +[A-Z]+[0-9]+' "$log" >&2 || die "$name builds with warnings"
done
say "published with DpdkSharp $version: ${names[*]}, in artifacts/consumers"
