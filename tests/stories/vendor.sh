# A vendor audits its standard terms from its own side, with one rule that the
# house does not care for.

mkdir -p .git
cp "$FIXTURES/fair-en.md" terms.md
cat >>terms.md <<'END'

## 21. Warranty

21.1 The Supplier's liability under this Agreement is unlimited.

21.2 The Supplier may withhold Customer Data until every sum owed by the Customer is paid.
END
cat >fineprint.yaml <<'END'
side: vendor
fail-on: medium
END
expect 1 fineprint check terms.md
says '§21.1'
says '1 favours you; expect push-back'
says 'liability/'

# The flag is nearer than the file.
expect 0 fineprint config --side customer
says '--side'
says 'fineprint.yaml:2'

# The house does not care for the group.
printf 'rules:\n  liability: off\n' >>fineprint.yaml
expect 0 fineprint check terms.md
silent_on '§21.1'

# Nor for anything but how the terms are written, and one rule: the more precise name counts.
printf '\n"Spare Wheel" means a wheel that is kept for later.\n' >>terms.md
printf 'fail-on: low\nrules:\n  core: off\n  liability/vendor-unlimited: on\n' >fineprint.yaml
expect 1 fineprint check --side both terms.md
says 'liability/vendor-unlimited'
says 'structure/unused-definition'
silent_on 'data/hostage'
printf '  drafting: off\n' >>fineprint.yaml
expect 1 fineprint check --side both terms.md
says 'liability/vendor-unlimited'
silent_on 'structure/'
