# The GitHub Action: what the workflow does not say is left to fineprint.yaml.

mkdir -p .git "runner/fineprint/bin" templates
ln -s "$(command -v fineprint)" runner/fineprint/bin/fineprint
cp "$FIXTURES/fair-en.md" templates/terms.md
printf '\n21.1 The Supplier may withhold Customer Data until every sum owed is paid.\n' >>templates/terms.md
printf 'fail-on: never\ncontracts:\n  - files: [templates/terms.md]\n' >fineprint.yaml
export RUNNER_TEMP="$PWD/runner" GITHUB_OUTPUT="$PWD/outputs" GITHUB_STEP_SUMMARY="$PWD/summary"
export PATHS='' FAIL_ON='' SIDE='' LANGUAGE_OF_REPORTS='' ARGUMENTS='' REPORTS=''

expect 0 bash "$FIXTURES/../.github/check.sh"
says '::error file=templates/terms.md'
expect 0 grep -q 'data/hostage' summary
for report in $(sed 's/^[a-z]*=//' outputs); do expect 0 test -s "$report"; done
expect 0 grep -c '=' outputs
says '3'

FAIL_ON=high PATHS='templates/' expect 1 bash "$FIXTURES/../.github/check.sh"
