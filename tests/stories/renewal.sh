# A renewal: the vendor's new draft against the contract in force, then the template's own history.

cp "$FIXTURES/fair-en.md" contract.md
sed -e 's/at least 99.9% in each calendar month. In a month of 30 days that is no more than 43.2 minutes of Downtime/at least 99.0% in each calendar month/' \
    -e 's/within 30 days of receiving it/within 45 days of receiving it/' \
    -e 's/^## 6\. Confidentiality/## 6. Secrets/' contract.md >renewal.md

expect 0 fineprint compare contract.md renewal.md
says 'worse for the customer'
says 'Availability promised: 99.9% → 99.0%'
says '43.2 min → 432 min per 30-day month'
says 'Time for payment: 30 days → 45 days'
expect 1 fineprint compare --fail-on worse contract.md renewal.md
# For the vendor the payment time is what got worse.
expect 1 fineprint compare --fail-on worse --side vendor contract.md renewal.md
says 'worse for the vendor'

# Nothing but numbers: a clause comes in and is taken out again.
expect 0 fineprint compare --fail-on change contract.md contract.md
says 'nothing changed'

# The template in git.
git init -q . && git config user.email a@example.com && git config user.name A
mv contract.md terms.md && git add terms.md && git commit -qm first
mv renewal.md terms.md
expect 1 fineprint compare --fail-on worse HEAD:terms.md terms.md
says 'HEAD:terms.md → terms.md'
expect 2 fineprint compare HEAD~7:terms.md terms.md
says 'HEAD~7:terms.md: there is no such file, and git says'
expect 2 fineprint compare HEAD:other.md terms.md
says 'check the path, or the revision'
expect 2 fineprint compare nowhere.md terms.md
says 'nowhere.md: there is no such file; check the path'
expect 2 fineprint compare --redline terms.md
says 'tracked changes'
