# A playbook: procurement holds a vendor's draft to its own positions; the vendor's account manager asks who approves a
# discount.

cp "$FIXTURES/hosting-en.md" draft.md

# A starting playbook as it is: the worst first, and the run fails.
expect 1 fineprint check --playbook rtc-customer draft.md --output negotiation=list.md --output negotiation=list.html --output memo=memo.docx --output json=report.json
says 'walk away       §5.2          Time to respond to an incident (critical): eight'
says 'needs approval  §3.1          Time for payment: 14 days; approval: finance'
says 'playbook/response-time'
expect 0 cat list.md
says '# Negotiation list: draft.md'
says '## Must change'
says 'Ask for: Provider shall respond to critical incidents within 15 minutes'
says 'Fall back to: Provider shall respond to critical incidents within 30 minutes'
says 'At the least, with approval (head of engineering): Provider shall respond to critical incidents within 4 hours'
says 'In return: Slower answers for everything that is not critical.'
expect 0 cat list.html
says '<h1>Negotiation list</h1>'
expect 0 cat report.json
says '"met": "walk-away"'
says '"approval": "finance"'
expect 0 fineprint text memo.docx
says 'Fall back to: Provider shall respond to critical incidents within 30 minutes'

# Made our own: payment within 14 days will do, and support is not urgent here.
expect 0 fineprint playbook init rtc-customer ours.yaml
says 'wrote ours.yaml'
sed -e 's/acceptable: {at-least: 30 days}/acceptable: {at-least: 14 days}/' \
    -e 's/approvals: \[{to: 14 days, by: finance}\]//' ours.yaml >house.yaml
expect 1 fineprint check --playbook house.yaml draft.md
says 'acceptable      §3.1          Time for payment: 14 days'
# A wording that is no longer what its position says is found out.
expect 0 fineprint playbook test ours.yaml
sed 's/within 30 minutes, at any time/within 3 days, at any time/' ours.yaml >wrong.yaml
expect 1 fineprint playbook test wrong.yaml
says 'playbook/response-time (en): the acceptable wording is read as "3 days", which is walk-away'

# From the settings, for the whole folder; a position can be allowed at its clause, with a reason.
printf 'playbook: ours.yaml\nrules: {all: off, playbook: on}\n' >fineprint.yaml
expect 1 fineprint check draft.md
sed 's/^5.2 /<!-- fineprint: allow playbook\/response-time: the pilot ends in May -->\n\n5.2 /' draft.md >pilot.md
expect 1 fineprint check pilot.md
says 'the pilot ends in May'

# What the redline puts in place of a sentence is read as what was asked for. A cell of a table is left to people: 4.2.
cp "$FIXTURES/sokongan-ms.docx" sokongan.docx
expect 1 fineprint check sokongan.docx
says 'tarik diri       Klausa 5 5.1'
expect 0 fineprint annotate sokongan.docx -o balas.docx --suggest
expect 1 fineprint check balas.docx
says 'perlu kelulusan  Klausa 4 4.2'
says 'ideal            Klausa 5 5.1'
says 'Ketersediaan yang dijanjikan: 99.99%'

# The vendor's side: 12% off needs the manager, 25% nobody may give.
mkdir vendor && cd vendor
printf '# Order Form\n\nThis Order is made between Palm Streams Ltd ("Vendor") and Quay Classes Inc ("Customer").\n\n1. Vendor shall provide its live video service to Customer.\n\n2. Vendor grants Customer a discount of 12%% on the list prices.\n' >order.md
expect 0 fineprint check --no-config --playbook rtc-vendor --fail-on critical order.md
says 'Discount: 12%; approval: manager'
sed 's/12%/25%/' order.md >deep.md
expect 1 fineprint check --no-config --playbook rtc-vendor deep.md
says 'Discount: where we walk away'
says 'Acceptable: at most 5%.'
# In Chinese and in Malay.
expect 0 fineprint check --no-config --playbook rtc-vendor --fail-on critical --lang zh order.md
says '折扣：12%；审批：销售经理'
expect 0 fineprint check --no-config --playbook rtc-vendor --fail-on critical --lang ms order.md
says 'Diskaun: 12%; kelulusan: pengurus jualan'
