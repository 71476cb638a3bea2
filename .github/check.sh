#!/usr/bin/env bash
# What action.yml runs: checks, writes the reports, and tells GitHub of them.
set -euo pipefail

reports=${REPORTS:-$RUNNER_TEMP/fineprint-reports}
mkdir -p "$reports"
rm -f "$reports"/fineprint.{sarif,html,md}

# Quotes are read as a shell would read them; nothing in the words is run.
files=() more=()
while IFS= read -r -d '' word; do files+=("$word"); done < <(xargs -r printf '%s\0' <<<"$PATHS")
while IFS= read -r -d '' word; do more+=("$word"); done < <(xargs -r printf '%s\0' <<<"$ARGUMENTS")

# What is not said here is left to fineprint.yaml: a flag would be nearer.
[ -z "$FAIL_ON" ] || more+=(--fail-on "$FAIL_ON")
[ -z "$SIDE" ] || more+=(--side "$SIDE")
[ -z "$LANGUAGE_OF_REPORTS" ] || more+=(--lang "$LANGUAGE_OF_REPORTS")

code=0
"$RUNNER_TEMP/fineprint/bin/fineprint" check \
  --format github \
  --output "sarif=$reports/fineprint.sarif" \
  --output "html=$reports/fineprint.html" \
  --output "markdown=$reports/fineprint.md" \
  ${more[@]+"${more[@]}"} -- ${files[@]+"${files[@]}"} || code=$?

if [ -f "$reports/fineprint.md" ]; then
  cat "$reports/fineprint.md" >>"$GITHUB_STEP_SUMMARY"
  for name in sarif html; do
    echo "$name=$reports/fineprint.$name" >>"$GITHUB_OUTPUT"
  done
  echo "markdown=$reports/fineprint.md" >>"$GITHUB_OUTPUT"
fi
exit "$code"
