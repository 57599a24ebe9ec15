#!/usr/bin/env bash
# Packs everything that is a NuGet package.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/common.sh
. "$(dirname "$0")/lib/common.sh"

usage() {
  cat <<'USAGE'
Usage: scripts/pack.sh [--output FOLDER] [--previous FOLDER|COMMIT] [--release] [--check] [PACKAGE...]

Builds the C shim for each DPDK version (scripts/build-native.sh), packs the projects under bindings, and prints what was made:
  artifacts/packages/PACKAGE.VERSION.nupkg     the packages
  artifacts/packages/PACKAGE.VERSION.snupkg    their symbols, with the sources in them
What was in that folder is removed first. The raw layer is documented from DPDK's headers, of all versions.

PACKAGE              only these, e.g. DpdkSharp.Testing; without the table
--output FOLDER      to this folder (default: artifacts/packages)
--previous FOLDER    fail when the public API lost or changed something since the packages in FOLDER
--previous COMMIT    the same since a commit or tag, which is packed first, in a git worktree that is gone afterwards
--release            a version without the commit's name (0.1.7-alpha), for what is published; the default is 0.1.7-alpha-gCOMMIT
--check              pack a second time, from a copy of the working tree in another folder, and compare all files byte by byte
USAGE
}

output=$root/artifacts/packages
previous='' check='' release=()
packages=()
while [ $# -gt 0 ]; do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --output) [ $# -ge 2 ] || wrong_usage "--output needs a folder"; output=$(realpath -m "$2"); shift ;;
    --previous) [ $# -ge 2 ] || wrong_usage "--previous needs a folder of packages, or a commit"; previous=$2; shift ;;
    --release) release=(-p:PublicRelease=true) ;;
    --check) check=1 ;;
    -*) wrong_usage "unknown option '$1'" ;;
    *) [ -f "$root/bindings/$1/$1.csproj" ] || wrong_usage "there is no package '$1' under bindings"; packages+=("$1") ;;
  esac
  shift
done

ensure_dotnet
ensure_packages git libdpdk-dev pkg-config binutils
ensure_libclang
git -C "$root" rev-parse -q --verify HEAD > /dev/null || lacking "$root is no git repository: versions are counted from its commits"

# What a program is built from and nothing else decides its bytes: no paths, no time but that of the commit.
export CI=true
SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct)
export SOURCE_DATE_EPOCH

if [ -n "$previous" ] && [ ! -d "$previous" ]; then
  commit=$(git -C "$root" rev-parse -q --verify "$previous^{commit}") || wrong_usage "--previous: '$previous' is neither a folder nor a commit"
  worktree=$(mktemp -d)
  on_exit rm -rf "$worktree"
  git -C "$root" worktree add -q --detach "$worktree/tree" "$commit"
  on_exit git -C "$root" worktree remove --force "$worktree/tree"
  [ -x "$worktree/tree/scripts/pack.sh" ] || die "the commit $previous has no scripts/pack.sh: give the folder of its packages"
  mkdir -p "$root/.cache"
  ln -s "$root/.cache" "$worktree/tree/.cache"
  say "packing $previous"
  "$worktree/tree/scripts/pack.sh" --output "$worktree/packages" > /dev/null || die "$previous cannot be packed"
  previous=$worktree/packages
fi
[ -z "$previous" ] || previous=$(realpath "$previous")

"$root/scripts/build-native.sh"

# Newest first: what several versions have is documented as in the newest. Installed headers are taken where they are.
headers=()
while read -r version; do
  if [ "$(pkg-config --modversion libdpdk | cut -d. -f1,2)" = "$version" ]; then
    headers+=("$(realpath "$(pkg-config --variable=includedir libdpdk)/..")")
  else
    headers+=("$root/.cache/dpdk/$version/usr/include")
  fi
done < <(basename -s .json "$root"/generator/abi/*.json | sort -rV)
headers=$(IFS=';'; echo "${headers[*]}")

mkdir -p "$output"
if [ ${#packages[@]} -eq 0 ]; then
  rm -f "$output"/*.nupkg "$output"/*.snupkg
else
  for package in "${packages[@]}"; do rm -f "$output/$package".[0-9]*.nupkg "$output/$package".[0-9]*.snupkg; done
fi
say "packing"
cd "$root"
# Built apart from what the tests run: with documentation, and as a release is.
dotnet msbuild build/Pack.proj -restore -t:Pack -m -v:quiet -nologo -nodeReuse:false \
  "-p:ArtifactsPath=$root/artifacts/pack" "-p:PackageOutputPath=$output" "-p:DpdkHeaders=${headers//;/%3B}" \
  "-p:PreviousPackages=$previous" "-p:Packages=$(IFS=';'; s=${packages[*]-}; echo "${s//;/%3B}")" "${release[@]}" || die "the packages could not be made"

if [ -n "$check" ]; then
  again=$(mktemp -d)
  on_exit rm -rf "$again"
  git clone -q --no-checkout "$root" "$again/another-folder"
  # The address is part of the packages.
  ! address=$(git -C "$root" remote get-url origin 2> /dev/null) || git -C "$again/another-folder" remote set-url origin "$address"
  git -C "$again/another-folder" checkout -q --detach "$(git -C "$root" rev-parse HEAD)"
  # The working tree as it is, with what is not committed yet.
  git -C "$root" ls-files -z --deleted | (cd "$again/another-folder" && xargs -r0 rm -f)
  git -C "$root" ls-files -z --cached --others --exclude-standard | (cd "$root" && xargs -r0 sh -c 'for f; do [ ! -e "$f" ] || printf "%s\0" "$f"; done' list) |
    tar -C "$root" -c --null -T - | tar -C "$again/another-folder" -x
  ln -s "$root/.cache" "$again/another-folder/.cache"
  say "packing again, in another folder"
  "$again/another-folder/scripts/pack.sh" --output "$again/packages" ${packages[@]+"${packages[@]}"} ${release[@]+--release} > /dev/null || die "the second time failed"
  different=0
  while read -r file; do
    cmp -s "$output/$file" "$again/packages/$file" || { say "$file is not the same twice"; different=1; }
  done < <(cd "$again/packages" && ls)
  [ "$different" -eq 0 ] || die "the packages depend on more than the sources"
  say "$(ls "$again/packages" | wc -l) files are the same twice, byte by byte"
fi

# ---- the table ------------------------------------------------------------------------------------------------

size() { [ -e "$1" ] && numfmt --to=iec --suffix=B "$(stat -c %s "$1")" || echo -; }
printf '%-30s %-28s %8s %8s\n' package version size symbols
for file in "$output"/*.nupkg; do
  name=$(basename "$file" .nupkg)
  id=$(sed -E 's/\.[0-9]+\.[0-9]+\..*//' <<< "$name")
  printf '%-30s %-28s %8s %8s\n' "$id" "${name#"$id".}" "$(size "$file")" "$(size "${file%.nupkg}.snupkg")"
done
