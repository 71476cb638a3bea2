# Procurement sends a vendor's draft back in Word, and a memo to whoever decides.

mkdir -p .git
cp "$FIXTURES/rtc-order-en.docx" draft.docx
SOURCE_DATE_EPOCH=1767225600
export SOURCE_DATE_EPOCH

expect 0 fineprint annotate draft.docx -o reviewed.docx
says 'reviewed.docx: '
says 'comments on'
cmp -s draft.docx "$FIXTURES/rtc-order-en.docx" || fail 'the draft was changed'

# A check of the result says the same.
fineprint check --format json draft.docx | grep -v '"path"' >before
fineprint check --format json reviewed.docx | grep -v '"path"' >after
cmp -s before after || fail 'a check of the result says otherwise'

# The same again is the same, and comments are not doubled.
expect 0 fineprint annotate draft.docx -o again.docx
cmp -s reviewed.docx again.docx || fail 'the same contract gives other bytes'
expect 0 fineprint annotate reviewed.docx --in-place
says '0 comments on 0 findings'
says 'had a comment already'
cmp -s reviewed.docx again.docx || fail 'a comment was put in twice'

# Accepted, the proposals leave nothing to negotiate; rejected, all is as before.
expect 0 fineprint annotate draft.docx -o proposed.docx --suggest
says 'as tracked changes'
expect 0 fineprint check proposed.docx
silent_on 'fees/unused-lapses'
expect 1 fineprint check --as-original proposed.docx
says 'fees/unused-lapses'

# What was accepted gets no comment.
expect 0 fineprint check --fail-on never --baseline known.json --update-baseline draft.docx
expect 0 fineprint annotate --baseline known.json draft.docx -o nothing.docx
says '0 comments on 0 findings'
cmp -s draft.docx nothing.docx || fail 'nothing to say, and the file is another'

# A memo, in any language, always the same.
for lang in en zh ms; do
    expect 1 fineprint check --lang "$lang" draft.docx --output "memo=memo-$lang.docx"
    expect 1 fineprint check --lang "$lang" draft.docx --output memo=again.docx
    cmp -s "memo-$lang.docx" again.docx || fail 'the same review gives another memo'
done
expect 0 fineprint text memo-en.docx
says 'Negotiation list'
expect 0 fineprint text memo-zh.docx
says '谈判清单'
expect 0 fineprint text memo-ms.docx
says 'Senarai rundingan'
