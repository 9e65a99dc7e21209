# What the check prints around its findings; the findings are in the pages of the rules.

check-clean = { $path }: nothing found
check-also = also { $places }
check-also-more = also { $places } and in { $more } more places
check-fixable = --fix corrects it
check-silenced = Findings accepted by the body: { $count }
check-silenced-line = { $rule }, { $node }: { $reason }
check-silenced-decided = ({ $by })
check-fixed = { $path }: { $count ->
    [one] one finding corrected
   *[other] { $count } findings corrected
}
check-nothing-to-fix = { $path }: nothing that can be corrected mechanically
check-fix-only-toml = corrections apply to plans in TOML only: { $path } stays as it is
check-fix-only-toml-help = To have them: traguardo convert { $path } plan.toml, then traguardo check --fix plan.toml; or correct by hand as the findings say.
rules-count = { $count } rules. The page of a rule: traguardo rules NAME
rules-format = Findings that begin with “format-” concern the writing of the file and explain themselves.
rules-way-out = What to do
rules-index-title = The rules of the check
rules-index-text = What “traguardo check” looks for in a plan, with the page of every rule: what it catches, why, the way out, an example that triggers it and one that does not. The same page is printed by “traguardo rules NAME”. This list is written by the program (traguardo rules --format markdown).
rules-index-error = Errors: figures would be wrong or cannot be computed
rules-index-warning = Warnings: a person must look
rules-index-note = Notes: worth knowing
