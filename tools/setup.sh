# Installs what tools/packages.txt lists and the machine lacks. It says so before, and touches nothing that is there.

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# packages MANAGER PURPOSE…: the lines of the list that are missing, names only.
missing_apt() {
  local manager package command purpose rest wanted=" $* "
  while read -r manager package command purpose rest; do
    [ "$manager" = apt ] && [[ $wanted == *" $purpose "* ]] || continue
    if [ "$command" != - ]; then
      command -v "$command" >/dev/null && continue
    fi
    dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || echo "$package"
  done <tools/packages.txt
}

install_apt() {
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
}

install_npm() {
  (cd third_party && npm ci --ignore-scripts --no-progress)
  cp third_party/package-lock.json third_party/node_modules/.installed-lock.json
}

# The requirements files of the list that are not installed as they stand.
missing_pypi() {
  local manager file command purpose rest wanted=" $* "
  while read -r manager file command purpose rest; do
    [ "$manager" = pypi ] && [[ $wanted == *" $purpose "* ]] || continue
    cmp -s "$file" "build/tools/python/installed-${file##*/}" || echo "$file"
  done <tools/packages.txt
}

install_pypi() {
  local file
  python3 -m venv build/tools/python
  for file; do
    build/tools/python/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$file"
    cp "$file" "build/tools/python/installed-${file##*/}"
  done
}

export -f as_root install_apt install_npm install_pypi

# setup PURPOSE…: build, try, test, lint.
setup() {
  local apt pypi
  apt=$(missing_apt "$@")
  if [ -n "$apt" ]; then
    echo "Missing Debian packages, installed now$([ "$(id -u)" = 0 ] || echo ' with sudo'):" $apt
    # shellcheck disable=SC2086 # a list of names
    step "install Debian packages" install_apt $apt
  fi
  if ! cmp -s third_party/package-lock.json third_party/node_modules/.installed-lock.json; then
    echo "Missing npm packages, fetched now: the tree-sitter core and its Markdown grammar (sources only)"
    step "fetch npm packages" install_npm
  fi
  pypi=$(missing_pypi "$@")
  if [ -n "$pypi" ]; then
    echo "Missing PyPI packages, fetched now into build/tools:" $pypi
    # shellcheck disable=SC2086 # a list of names
    step "fetch PyPI packages" install_pypi $pypi
  fi
}
