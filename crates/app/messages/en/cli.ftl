## Command line

cli-about = Traguardo: the performance cycle of public bodies. It reads a plan with its actuals, computes every score exactly and explains every figure.
cli-after = Examples:
    {"  "}traguardo demo                             try everything on the example plans
    {"  "}traguardo template plan.xlsx               make the workbook to fill in
    {"  "}traguardo check plan.xlsx                  check the plan before it is approved
    {"  "}traguardo score plan.xlsx                  compute the scores
    {"  "}traguardo explain plan.xlsx 1.1            explain where a figure comes from
    {"  "}traguardo convert plan.xlsx plan.toml      go from one format to another
    {"  "}traguardo document piano plan.xlsx -o plan.pdf
    {"  "}                                           make the document to publish

    Exit status: 0 fine, 1 findings at or above --deny, 2 unusable input.
cli-usage = Usage:
cli-usage-of = traguardo COMMAND … [--lang it|en]
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-possible-values = possible values:

cli-score-usage = traguardo score PLAN [--at DATE] [--view VIEW]… [--format text|json|csv]
cli-score = Compute the scores of a plan at a date
cli-score-long = Compute the scores of a plan at a date: body, areas, perspectives, objectives, indicators, responsibles, dashboards.

    Without --at the date is the latest checkpoint that holds an actual, else the first. Without --view the whole plan is printed. Figures are exact: rounding happens only on printing.
cli-explain-usage = traguardo explain PLAN NODE [--at DATE] [--format text|json]
cli-explain = Explain where a figure comes from, down to what somebody typed
cli-explain-long = Explain where the score of a node comes from, in steps that can be done again by hand: weights, scores, what is left out and why, target and actual as typed.

    A node is named by its code (1.1), its key (1.1/2 is indicator 2 of objective 1.1), or kind and key (area:1, responsible:SG). body is the body itself.
cli-convert-usage = traguardo convert IN OUT [--force]
cli-convert = Convert a plan between workbook, TOML and JSON
cli-convert-long = Convert a plan between workbook (.xlsx), TOML and JSON without loss. Reads .ods too. The format follows from the file's name.
cli-template-usage = traguardo template OUT.xlsx [--force]
cli-template = Make the workbook to fill in
cli-template-long = Make an empty workbook with instructions, headers, drop-down lists and example rows, to be filled in with LibreOffice or Excel.
cli-diff-usage = traguardo diff OLD NEW [--format text|json]
cli-diff = Show what changes between two plans
cli-diff-long = Show what changes between two plans, of different formats too: what was added, removed and changed, field by field.
cli-document-usage = traguardo document KIND PLAN -o FILE [--at DATE] [--node NODE] [--from DATE | --with PLAN] [--draft] [--force]
cli-document = Make the official documents: accessible PDF, HTML, DOCX, data as XLSX
cli-document-long = Make an official document of the plan. The format is known by the name of the file: .pdf, .html, .docx, .xlsx.

    Kinds: piano (plan), monitoraggio (monitoring), relazione (report); scheda (sheet) of an objective and cruscotto (dashboard) of a service, manager or perspective (with --node); confronto (comparison) of two dates or two plans (with --from or --with). all writes the whole set into the folder given with -o.

    Parts without content are left out; with --draft they are marked as missing, under the watermark of a draft.
cli-demo-usage = traguardo demo [--dir FOLDER]
cli-demo = Try everything on the example plans, in the folder traguardo-demo
cli-demo-long = Write the example plans in every format, their scores, explanations, checks and documents as PDF into the folder traguardo-demo, and print a summary.
cli-schema-usage = traguardo schema
cli-schema = Print the JSON Schema of the plan file
cli-schema-long = Print the JSON Schema of the plan file, for editors and other programs.
cli-help = Print this help
cli-help-command = Print the help of a command
cli-version = Print the version

cli-arg-plan = Plan file: .toml, .json, .xlsx or .ods
cli-arg-node = The node: code, key or kind:key
cli-arg-in = File to read
cli-arg-out = File to write: .toml, .json or .xlsx
cli-arg-out-xlsx = The .xlsx file to write
cli-arg-old = The plan before
cli-arg-new = The plan after
cli-arg-at = Date of the scores, for instance 2026-06-30
cli-arg-view = What to print; may be repeated
cli-arg-kind = piano, monitoraggio, relazione, scheda, cruscotto, confronto, or all of them with all
cli-arg-output = File to write (.pdf, .html, .docx, .xlsx); a folder for all
cli-arg-draft = Draft: watermark, and missing parts marked
cli-arg-with = The earlier plan of a comparison
cli-arg-from = The earlier date of a comparison
cli-arg-format = Output format
cli-arg-depth = How many levels to explain; without it, all
cli-arg-lang = Language of the messages
cli-arg-deny = Exit with status 1 where there are findings of this level or worse
cli-arg-show = Findings to print: from this level up
cli-arg-force = Overwrite the file if it is there
cli-arg-dir = Folder to write into

cli-error = error
cli-hint = help
cli-severity-error = error
cli-severity-warning = warning
cli-severity-note = note
cli-unknown-argument = there is no argument “{ $argument }”
cli-unknown-command = there is no command “{ $argument }”
cli-did-you-mean = did you mean “{ $suggestion }”
cli-missing-argument = { $argument } is missing
cli-missing-command = the command is missing
cli-bad-value = “{ $value }” does not fit { $argument }
cli-allowed-values = possible values: { $values }
cli-too-many-values = { $argument } is written more often than it can be used
cli-see-help = for help: { $command } --help
cli-bad-date = the date “{ $text }” cannot be read
cli-bad-date-help = write it as 2026-06-30 or 30/6/2026
cli-cannot-read = cannot read the file { $path }: { $cause }
cli-cannot-read-help = check the name and the permissions of the file
cli-no-such-file = the file { $path } does not exist
cli-no-such-file-help = check name and folder; to begin from a template: traguardo template plan.xlsx
cli-is-a-directory = { $path } is a folder, not a file
cli-is-a-directory-help = name the plan file inside the folder
cli-file-too-large = the file { $path } is too large: { $size } MB, while the limit is { $limit } MB
cli-file-too-large-help = a whole plan of five thousand indicators takes a few MB: check that it is the right file
cli-cannot-write = cannot write { $path }: { $cause }
cli-cannot-write-help = check the folder and its permissions
cli-file-exists = the file { $path } is already there
cli-file-exists-help = choose another name, or add --force to overwrite it
cli-unknown-format = the format of { $path } cannot be written
cli-unknown-format-help = use a name that ends in .toml, .json or .xlsx
cli-unknown-node = the plan has no node “{ $text }”
cli-unknown-node-help = the nearest ones: { $near }
cli-unknown-node-help-none = use a code or key that “traguardo score” prints in its first column
cli-ambiguous-node = “{ $text }” names several nodes: { $nodes }
cli-ambiguous-node-help = write one of these, with its kind
cli-unusable = { $path } cannot be used

cli-summary = { $path }: { $errors ->
    [0] no errors
    [one] 1 error
   *[other] { $errors } errors
 }, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
 }, { $notes ->
    [0] no notes
    [one] 1 note
   *[other] { $notes } notes
 }
cli-summary-hidden = to see those not printed too: --show note
cli-place-line = line { $line }, column { $column }
cli-place-cell = sheet { $sheet }, cell { $cell }
cli-written = wrote { $path }
cli-working = reading { $path }…
cli-working-score = computing…
cli-working-demo = preparing the demonstration…

## Documents

cli-document-form = cannot tell in which format to write { $path }
cli-document-form-help = the name of the file must end in .pdf, .html, .docx or .xlsx
cli-document-which = the node of the document “{ $kind }” is missing
cli-document-which-help = give it with --node, as in --node 1.1
cli-document-wrong-node = there is no document “{ $kind }” of “{ $text }”
cli-document-wrong-node-help = a sheet is of an objective; a dashboard is of a dashboard, responsible, perspective, area, programme or purpose
cli-document-unset = the document cannot be set: { $cause }
cli-document-unset-help = this is a defect of the program, or the logo is no valid picture: try without a logo, and report it
cli-document-errors = { $count ->
        [one] the plan has an error: the document may hold wrong figures
       *[other] the plan has { $count } errors: the document may hold wrong figures
    }
cli-document-errors-help = traguardo check { $path }
cli-document-glyphs = characters that our faces lack, printed as �: { $characters }
cli-document-glyphs-help = replace them in the plan with letters or words
cli-document-logo = the logo { $path } cannot be used
cli-document-logo-help = it must be a PNG, JPEG or SVG file in the folder of the plan, up to 5 MB
cli-document-other = a comparison needs another date or another plan
cli-document-other-help = give --from DATE or --with PLAN
cli-document-written = { $count } documents written to the folder { $path }

## Scores

scores-title = { $body } – { $title }
scores-at = at { $at }
scores-at-checkpoint = at { $at } (checkpoint of { $checkpoint })
scores-before-first = at { $at }: before the first checkpoint, nothing is due
scores-no-checkpoint = the plan has no checkpoints
scores-column-name = Node
scores-column-weight = Weight
scores-column-score = Score
scores-column-state = State
scores-column-outlook = Outlook
scores-column-progress = Progress
scores-column-notes = Remarks
scores-coverage = coverage { $coverage }
scores-incomplete = incomplete
scores-provisional = provisional
scores-not-counted = not counted here
scores-without-overrides = { $score } without overrides

scores-csv-view = view
scores-csv-level = level
scores-csv-id = id
scores-csv-kind = kind
scores-csv-code = code
scores-csv-title = title
scores-csv-weight = weight
scores-csv-counted = counted
scores-csv-score = score_percent
scores-csv-state = state
scores-csv-outlook = outlook
scores-csv-progress = progress_percent
scores-csv-coverage = coverage_percent
scores-csv-incomplete = incomplete
scores-csv-provisional = provisional
scores-csv-yes = yes
scores-csv-no = no

view-body = Body
view-areas = Strategic areas
view-perspectives = Perspectives
view-programmes = Programmes
view-purposes = Purposes
view-responsibles = Responsibles
view-dashboards = Dashboards
view-agency = Special agency
view-national = National objectives
view-sheets = Individual sheets
view-others = Without a place

## Differences

diff-same = no differences
diff-added = added
diff-removed = removed
diff-changed = changed
diff-summary = { $added } added, { $removed } removed, { $changed } changed
diff-nothing = (nothing)

## Demonstration

demo-title = The example plans and their scores are in the folder { $path }
demo-column-plan = Plan
demo-column-objectives = Objectives
demo-column-indicators = Indicators
demo-column-at = Date
demo-column-score = Score of the body
demo-column-findings = Errors / warnings
demo-next = To go on:
demo-next-check = traguardo check { $path }
demo-next-score = traguardo score { $path }
demo-next-explain = traguardo explain { $path } body
demo-next-open = open { $path } with LibreOffice or Excel
demo-next-document = read { $path }, the plan as it is published


## Check

cli-check-usage = traguardo check PLAN… [--format text|json|sarif] [--deny error|warning|note] [--explain] [--fix]
cli-check = Check a plan and name its contradictions
cli-check-long = Checks a plan as one rereads a draft before the Board: weights, targets, baselines, units, codes, money, norms. Every finding says where, why and what to do.

    Without --show it prints errors and warnings; notes with --show note. A finding that was looked at and stands is written in the plan with its reason ([[silence]]).
cli-rules-usage = traguardo rules [NAME] [--format text|markdown]
cli-rules = List the rules of the check, or explain one
cli-rules-long = Lists the rules of the check with their severity. With a name it prints the page of the rule: what it catches, why, the way out, an example that triggers it and one that does not.
cli-arg-rule = Name of the rule, as it stands between square brackets in a finding
cli-arg-explain = After the findings, explain the rules that were triggered
cli-arg-fix = Apply the mechanical and safe corrections (TOML only) and show what changes
cli-unknown-rule = there is no rule called “{ $name }”
cli-unknown-rule-help = “traguardo rules” lists them all; the most similar: { $near }

cli-serve-usage = traguardo serve [--config FILE] [--data DIR] [--listen HOST:PORT]
cli-serve = Start the body's server
cli-serve-long = Starts the server: plan, assignments and monitoring in the browser, for the whole body. Data lie in the folder traguardo-dati, or in the PostgreSQL of DATABASE_URL. Settings are read from file and environment (docs/guida/server.md).
cli-arg-serve = Open the server on the examples, with an account ready for each role
cli-arg-listen = Address and port to answer on, for example 127.0.0.1:8085
cli-arg-config = File of settings (TOML)
cli-arg-data = Folder of the data
cli-serving = Traguardo answers on { $address } – Ctrl-C to stop it.
cli-serving-demo = Ready accounts, one for each role (listed where one signs in); password: { $password }
cli-cannot-listen = cannot answer on { $address }: { $cause }
cli-cannot-listen-help = choose another address with --listen, or stop the program that uses it
cli-settings-file = the file of settings cannot be read: { $cause }
cli-settings-file-help = check the path, and that it is TOML, one line «name = "value"» for each setting
cli-settings-unknown = there is no setting "{ $name }"
cli-settings-unknown-help = the settings are listed in docs/guida/server.md
cli-settings-value = the setting "{ $name }" has a value that cannot be understood: "{ $value }"
cli-settings-value-help = the possible values are in docs/guida/server.md
cli-database = the database cannot be opened: { $cause }
cli-database-help = check folder or address, permissions, and that the database server runs
cli-database-newer = the database is of a newer version than the program ({ $found }; this program knows { $known })
cli-database-newer-help = use the newer program; the data were not touched
cli-database-full = there is no room left for the database
cli-database-full-help = make room on the disk and try again
