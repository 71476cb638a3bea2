# A deal is an order form over terms. The settings say so once; then one
# command, or any file of the deal, checks it as one contract.

mkdir -p .git deal
cp "$FIXTURES/fair-en.md" deal/terms.md
cat >deal/order.md <<'END'
# Order Form

This order form is made under the Software and Streaming Services Agreement between
Northgate Stream Limited (the "Supplier") and Orchard Museum Trust (the "Customer").

1. Additional charges may apply for exports.
END
cat >fineprint.yaml <<'END'
contracts:
  - files: [deal/order.md, deal/terms.md]
suppressions:
  - rule: fees/open-ended-charges
    file: deal/order.md
    clause: "1"
    reason: exports are free until 2027, see the side letter
END
expect 0 fineprint check
says 'deal/order.md + deal/terms.md'
says '1 suppressed'
expect 0 fineprint check deal/order.md
says 'deal/order.md + deal/terms.md'
expect 0 fineprint check deal
says 'deal/order.md + deal/terms.md'
expect 0 fineprint config
says 'deal/order.md + deal/terms.md'
says 'fineprint.yaml:2'

# Without the settings it is what it is.
expect 1 fineprint check --no-config deal/order.md
says 'fees/open-ended-charges'

# The clause is renumbered; what is allowed at the old number is noticed.
sed 's/^1\. /2. /' deal/order.md >new && mv new deal/order.md
expect 1 fineprint check
says 'Unused suppression of fees/open-ended-charges (fineprint.yaml:4)'
says 'It raises something at 2.'
