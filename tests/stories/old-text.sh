# A lawyer adopts the checks on an old text. What it has is accepted as it is;
# only what is new fails.

mkdir -p .git contracts
cp "$FIXTURES/hosting-en.md" contracts/hosting.md
expect 1 fineprint check contracts
expect 2 fineprint check --update-baseline contracts
says '--baseline FILE'
echo 'baseline: accepted.json' >fineprint.yaml
expect 2 fineprint check contracts
says 'there is no baseline accepted.json; --update-baseline writes one'

expect 0 fineprint check --update-baseline contracts
says 'accepted.json: '
says ' added, 0 removed'
accepted=$(sed -n 's/.*: \([0-9]*\) added.*/\1/p' said)
[ "$accepted" -gt 10 ] || fail "an old text has more than $accepted findings"
expect 0 fineprint check contracts
says "nothing raised; $accepted accepted before"
expect 0 fineprint check --format json contracts
says '"status": "baselined"'
says "\"baselined\": $accepted"

# The section on liability moves, a party is renamed, lines are joined.
awk '/^## 9\. /{keep=1} /^## 10\. /{keep=0} keep{held=held $0 "\n"; next} {rest=rest $0 "\n"}
    END{sub(/## 3\. /, held "## 3. ", rest); printf "%s", rest}' contracts/hosting.md |
    sed 's/Brackwater Hosting Limited/Ferrous Cloud plc/' >new
mv new contracts/hosting.md
expect 0 fineprint check contracts
says "nothing raised; $accepted accepted before"

# The same words with a worse figure are not what was accepted.
sed 's/periods of 12 months/periods of 36 months/' contracts/hosting.md >worse.md
mv worse.md contracts/hosting.md
expect 0 fineprint check contracts
says "1 low; $((accepted - 1)) accepted before"
says 'renewal/automatic-unless-notice'
says '1 in the baseline, no longer found'

# Something new fails, and the rest stays accepted.
printf '\n13.1 The Provider may change the Fees at any time without notice.\n' >>contracts/hosting.md
expect 1 fineprint check contracts
says 'fees/unilateral-increase'
says "$((accepted - 1)) accepted before"

# A file that is not part of a run is left alone in the baseline.
cp "$FIXTURES/nda-en.md" contracts/nda.md
cp accepted.json before.json
expect 0 fineprint check --update-baseline contracts/nda.md
expect 0 cmp before.json accepted.json

# A merge that went wrong is an error at its place.
sed '3i <<<<<<< ours' accepted.json >broken && mv broken accepted.json
expect 2 fineprint check contracts
says 'accepted.json'
says '<<<<<<< ours'
