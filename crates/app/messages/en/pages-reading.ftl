## Pages to read: columns of lists

web-reading-all = All
web-reading-actual = Actual
web-reading-area = Strategic area
web-reading-cluster-mean = Cluster mean
web-reading-code = Code
web-reading-day = As of
web-reading-decided = Decided by, when
web-reading-digest = Digest (SHA-256)
web-reading-document = Document
web-reading-evidence = Evidence
web-reading-field = Field
web-reading-findings = Findings
web-reading-holder = Holder
web-reading-index = Index
web-reading-indicator = Indicator
web-reading-indicators = Indicators
web-reading-last-year = Before
web-reading-late = Late
web-reading-level = Level
web-reading-made = Made
web-reading-measure = Unit of measure
web-reading-message = Finding
web-reading-missing = To send
web-reading-objective = Objective
web-reading-objectives = Objectives
web-reading-perspective = Perspective
web-reading-promised = Evidence promised
web-reading-reason = Reason
web-reading-responsible = Responsible
web-reading-result = How it went
web-reading-returned = Sent back
web-reading-revision = Revision of the plan
web-reading-rule = Rule
web-reading-score = Achievement
web-reading-severity = Severity
web-reading-state = State
web-reading-step = Step and due date
web-reading-target = Target
web-reading-thing = Thing
web-reading-title = Title
web-reading-to-measure = To be measured
web-reading-type = Type
web-reading-unit = Unit
web-reading-value = Latest value
web-reading-view = View
web-reading-way-out = Way out
web-reading-weight = Weight

## How indicators stand

web-standing-reached = { $count ->
    [one] { $count } reached
   *[other] { $count } reached
}
web-standing-on-course = { $count } on course
web-standing-late = { $count } late
web-standing-not-reached = { $count ->
    [one] { $count } not reached
   *[other] { $count } not reached
}
web-standing-to-measure = { $count } to be measured
web-standing-left-out = { $count ->
    [one] { $count } left out
   *[other] { $count } left out
}
web-standing-none = No indicators

## Homes by role

web-home-by = by { $day }
web-home-change = { $points } points since { $day }
web-home-contradicting = { $count ->
    [one] judgement contradicts the figures
   *[other] judgements contradict the figures
}
web-home-deadline-campaign = End of the campaign
web-home-deadline-checkpoint = Actuals are measured
web-home-deadline-next = Next deadline
web-home-deadline-plan = Adoption of the plan
web-home-deadline-report = Performance report approved and validated
web-home-deadlines = Deadlines of the year
web-home-documents = Documents
web-home-due = { $count ->
    [one] indicator to measure
   *[other] indicators to measure
}
web-home-enter-all = Enter all
web-home-health = Financial health
web-home-health-alarming = needs attention: within its threshold
web-home-health-fine = within bounds
web-home-health-unknown = no value
web-home-history = What has changed
web-home-history-text = Every change is in the log, with who, when and why; the comparison says what changed in the results.
web-home-installation = Accounts and installation
web-home-installation-text = Active accounts: { $accounts }. Plans: { $plans }.
web-home-import = Import a plan
web-home-copy = Copy a plan
web-home-empty = The plan is still empty
web-home-empty-text = Begin with the tree: areas, objectives, indicators. All else follows.
web-home-empty-tree = Go to the tree
web-home-judgements = Judgements that contradict the figures
web-home-late = { $count ->
    [one] { $count } late
   *[other] { $count } late
}
web-home-late-objectives = { $count ->
    [one] objective late or not reached
   *[other] objectives late or not reached
}
web-home-locked = { $count ->
    [one] account locked after too many attempts
   *[other] accounts locked after too many attempts
}
web-home-managers = Managers
web-home-missing-by-person = What is missing, by responsible
web-home-my-indicators = My indicators
web-home-my-indicators-none = The plan gives no indicators to your unit.
web-home-my-objectives = My objectives
web-home-my-score = My score
web-home-my-weights = Weights: { $responsible }
web-home-my-weights-caption = Assigned objectives with their weight
web-home-national = National indicators and cluster mean
web-home-nobody = Nobody answers for it
web-home-not-sent = { $count ->
    [one] actual not sent yet
   *[other] actuals not sent yet
}
web-home-outside = Outside the areas
web-home-plain-late = Behind what was planned.
web-home-plain-left-out = Not evaluated at this date.
web-home-plain-not-reached = It was not reached.
web-home-plain-on-course = It goes as planned.
web-home-plain-reached = It was reached.
web-home-plain-to-measure = The result has not been measured yet.
web-home-progress = Progress of measuring by area
web-home-returned = { $count ->
    [one] actual sent back with a comment
   *[other] actuals sent back with a comment
}
web-home-sample = Sample of the evidence
web-home-silenced = { $count ->
    [one] finding accepted by the body
   *[other] findings accepted by the body
}
web-home-step-confirmed = confirmed
web-home-step-due = to be measured
web-home-step-entered = entered, to be sent
web-home-step-returned = sent back
web-home-step-sent = sent
web-home-to-confirm = { $count ->
    [one] actual to confirm
   *[other] actuals to confirm
}
web-home-to-enter = To enter
web-home-unproved = { $count ->
    [one] actual without evidence
   *[other] actuals without evidence
}
web-home-variations = { $count ->
    [one] variation waiting for approval
   *[other] variations waiting for approval
}
web-home-without-proof = Actuals without evidence
web-home-no-office = Nobody is the performance office yet: create its account
web-home-no-office-note = It is the office that imports or begins the plan; administrators do not change it.
web-home-without-role = { $count ->
    [one] account without any role
   *[other] accounts without any role
}

## Pictures, dashboards, explanations

web-picture-tree = Performance tree: picture
web-picture-text = Every card leads to its sheet. It prints on one landscape A3 page.
web-picture-map = Strategy map
web-picture-map-text = A lane for each perspective, with the links between objectives. Every card leads to its sheet. It prints on one landscape A3 page.
web-picture-list = The same as a list
web-picture-to-map = See the strategy map
web-picture-to-tree = See the tree
web-picture-to-list = Back to the tree
web-picture-objectives = Objectives by perspective
web-picture-nothing = There is nothing to draw yet
web-picture-nothing-text = The picture makes itself once the plan has objectives; the map once they have a perspective.
web-dashboards-title = Dashboards
web-dashboards-indicators = How the indicators stand
web-dashboards-nothing = There are no dashboards yet
web-dashboards-nothing-text = Areas, perspectives, services and managers get one as soon as the plan has them.
web-dashboard-title = Dashboard: { $of }
web-dashboard-open = Open the dashboard
web-dashboard-document = Produce the document
web-dashboard-compose = Choose the indicators
web-dashboard-nothing = There is nothing to measure here yet
web-dashboard-nothing-text = No objective and no indicator contributes to it.
web-explained-title = Explanation: { $thing }
web-explained-text = The arithmetic, step by step, down to what somebody typed. Every line opens; values lead to their field.
web-explained-figure = The score
web-explained-above = It enters the score of:
web-explained-out = What is left out, and why
web-explained-how = How the score comes about
web-explained-sheet = Open the sheet
web-explained-weight = weight { $weight }
web-explained-left-out = left out: { $why }
web-explained-without = { $thing }: { $why }

## Lists, search, comparison

web-export-csv = CSV
web-export-xlsx = workbook
web-lists-all = All
web-lists-objectives = All objectives
web-lists-indicators = All indicators
web-lists-objectives-count = { $shown } of { $all } objectives
web-lists-indicators-count = { $shown } of { $all } indicators
web-lists-objectives-none = No objectives
web-lists-indicators-none = No indicators
web-lists-none-text = Nothing answers the filters: take one away.
web-lists-nothing = The plan has none yet.
web-lists-page = { $from }–{ $to } of { $all }
web-lists-columns = Columns
web-lists-columns-show = Show these columns
web-search-title = Search
web-search-title-of = Search: { $text }
web-search-field = What are you looking for
web-search-help = Codes, titles, names and every other text of the plan; case and accents do not matter.
web-search-ask = Type what you are looking for
web-search-none = Nothing with “{ $text }”
web-search-none-text = Try a single word, or a code.
web-search-count = { $count ->
    [one] { $count } thing found
   *[other] { $count } things found
}
web-search-others = In the body's other plans
web-search-other = { $plan }: { $count }
web-comparison-title = Comparison
web-comparison-with = Compare with
web-comparison-same = this plan, at another date
web-comparison-last = the plan's own date
web-comparison-from = From
web-comparison-to = To
web-comparison-rows = Show all { $count } rows
web-comparison-do = Compare
web-comparison-document = Produce the document
web-comparison-nothing = There is nothing before this date
web-comparison-nothing-text = Choose two dates, or another plan of the body.

## The check

web-findings-title = Check of the plan
web-findings-shown = { $shown } of { $all } findings
web-findings-of = Thing: { $thing }
web-findings-severity-error = Error
web-findings-severity-warning = Warning
web-findings-severity-note = Note
web-findings-nothing = No findings
web-findings-nothing-text = The check has nothing to say of this plan.
web-findings-none = No findings with these filters
web-findings-fix = Mend: { $change }
web-findings-accept = Accept with a reason
web-findings-accept-title = Accept the finding
web-findings-accept-about = It holds for: { $thing }.
web-findings-accept-plan = It holds for this rule in the whole plan.
web-findings-accept-listed = It will be in the list of accepted findings, which documents print for the OIV.
web-findings-reason = Why it may stand
web-findings-reason-help = The OIV will read it: the fact or act that explains it.
web-findings-accept-do = Accept
web-findings-accepted = Accepted findings
web-findings-whole-plan = the whole plan
web-done-finding-mended = Mended.
web-done-finding-accepted = Finding accepted: it stands in the list below, with its reason.
web-done-finding-gone = That finding is gone: the plan has changed.
web-rules-title = Rules of the check
web-rules-text = What the check looks for, with reason, way out and examples of every rule.
web-rule-way-out = Way out

## Documents

web-documents-title = Documents
web-documents-at = with the figures of { $day }
web-documents-offered = What can be produced
web-documents-piano = Objectives, indicators and targets of the three years, with tree, map and dashboards.
web-documents-monitoraggio = How objectives and indicators stand at the chosen date, with deviations and variations.
web-documents-relazione = The results of the year, explained and proved, for the Board and for the validation of the OIV.
web-documents-parts = { $there } of { $all } parts have content
web-documents-missing = What is missing
web-documents-choose = Produce
web-documents-new = Produce a document
web-documents-kind = Document
web-documents-kind-piano = Performance plan
web-documents-kind-monitoraggio = Monitoring
web-documents-kind-relazione = Performance report
web-documents-kind-scheda = Sheet of an objective
web-documents-kind-cruscotto = Dashboard
web-documents-kind-confronto = Comparison
web-documents-form = Format
web-documents-form-pdf = Accessible PDF
web-documents-form-html = Web page (HTML)
web-documents-form-docx = Text to edit (DOCX)
web-documents-form-xlsx = Workbook with the figures (XLSX)
web-documents-day = With the figures of
web-documents-thing = Of which thing
web-documents-thing-help = Only for a sheet or a dashboard.
web-documents-no-thing = the whole plan
web-documents-from = Starting from
web-documents-from-help = Only for a comparison: the earlier date.
web-documents-draft = Draft
web-documents-draft-help = With the word DRAFT and with what is missing told.
web-documents-produce = Produce and keep
web-documents-wrong = Choose one of the list.
web-documents-which = Choose of which thing.
web-documents-other-thing = This document cannot be made of this thing: a sheet is of an objective, a dashboard of an area, a perspective, a service or a responsible.
web-documents-from-which = Choose the earlier date, or another plan.
web-documents-running = In the making:
web-documents-kept = Kept documents
web-logo-title = Logo of the documents
web-logo-none = Documents carry no logo.
web-logo-missing = The plan names “{ $name }”, which is not here: documents do not carry it until you attach it.
web-logo-used = Documents carry this logo; to use it no longer, empty the field Logo among the data of the body.
web-logo-limits = A .svg or .png file, up to 1 MB.
web-logo-file = File of the logo
web-logo-keep = Use this logo
web-logo-empty = Choose the file of the logo.
web-logo-large = The file is larger than 1 MB.
web-logo-kind = It takes an SVG drawing without scripts, pictures or other files in it, or a PNG picture of up to 16 million dots.
web-done-logo = Logo saved: the documents that you make from now on carry it.
web-documents-nothing = No document has been produced yet
web-documents-nothing-text = Documents stay here, with digest, revision of the plan and author.
web-documents-current = the plan is still this one
web-documents-changed-since = the plan has changed since
web-documents-never = never produced
web-documents-making = Document in the making
web-documents-making-text = The page refreshes itself. You may also leave: the document will be among the kept ones.
web-documents-again = Refresh
web-documents-back = Back to the documents
web-documents-failed = The document was not produced.
web-documents-stopped = It was interrupted: try again.
web-documents-step-waiting = waiting
web-documents-step-composing = composing
web-documents-step-setting = setting
web-documents-step-keeping = keeping
web-done-document = The document is ready: it is the first of the kept ones.
