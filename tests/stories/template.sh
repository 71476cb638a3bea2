# A lawyer keeps a template in a repository. CI fails a change that makes it
# worse and passes one that does not; what is agreed is written beside the words.

mkdir -p .git templates
cp "$FIXTURES/fair-en.md" templates/services.md
expect 0 fineprint init
says 'wrote fineprint.yaml'
echo '# ours' >>fineprint.yaml
expect 2 fineprint init
says 'fineprint.yaml is there already; --force writes over it'
expect 0 grep '# ours' fineprint.yaml
expect 0 fineprint init --force
expect 1 grep '# ours' fineprint.yaml
expect 0 fineprint check templates
says 'findings'

# A change that harms nobody: another wording, and the parties' new names.
sed 's/Northgate Stream Limited/Southgate Stream plc/; s/is in good order/is well kept/' \
    templates/services.md >new && mv new templates/services.md
expect 0 fineprint check templates

# A change that must not go out.
cat >>templates/services.md <<'END'

## 20. Suspended accounts

20.1 The Supplier may withhold Customer Data until every sum owed by the Customer is paid.
END
expect 1 fineprint check templates
says 'data/hostage'
says '§20.1'

# It is said from whichever folder the check is run in.
cd templates
expect 1 fineprint check services.md
says 'data/hostage'
cd ..

# A comment without a reason is an error and hides nothing.
sed 's|^20.1 |<!-- fineprint: allow data/hostage -->\n20.1 |' templates/services.md >new
cp new templates/draft.md
expect 2 fineprint check templates/draft.md
says 'the reason is missing'
says 'data/hostage'
rm templates/draft.md new

# With its reason it is accepted, counted and listed.
sed 's|^20.1 |<!-- fineprint: allow data/hostage: pilot customers only, agreed 2026-05 -->\n20.1 |' \
    templates/services.md >new && mv new templates/services.md
expect 0 fineprint check templates
says '1 suppressed'
says '§20.1 data/hostage: pilot customers only, agreed 2026-05'
expect 0 fineprint check --format github templates
says '§20.1 data/hostage: pilot customers only, agreed 2026-05'
expect 0 fineprint check --format json templates
says '"status": "suppressed"'
says '"reason": "pilot customers only, agreed 2026-05"'

# The clause goes; the comment that is left over is noticed.
sed '/^20.1 /d' templates/services.md >new && mv new templates/services.md
expect 0 fineprint check templates
says 'Unused suppression of data/hostage (templates/services.md:'
