# Documents: the monitoring, and the head of objectives.

document-head-also-called = Also called
document-head-level = Level
document-head-area = Strategic area
document-head-contributes = Contributes to
document-head-weight = Weight
document-head-weight-revised = { $weight } (with the variation { $revised })
document-head-weight-new = { $revised } (with the variation)
document-head-in = in objective { $of }
document-head-in-area = in area { $of }
document-head-in-body = in the body
document-head-own-share = Share of own indicators
document-head-responsible = Responsible
document-head-holder-weight = { $holder } (weight { $weight })
document-head-units = Units involved
document-head-perspectives = Perspectives
document-head-all-perspectives = all
document-head-programmes = Programmes
document-head-purposes = Purposes
document-head-relevance = Relevance
document-head-relevance-of = { $class } (coefficient { $coefficient })
document-head-descends-from = Descends from
document-head-required-by = Required by
document-head-mission = Mission
document-head-budget-programme = Budget programme
document-head-pira = PIRA code
document-head-period = Period
document-head-effort = Effort
document-head-persons = { $persons } persons
document-head-one-person = 1 person
document-head-time = { $time } of the time
document-head-condition = Condition
document-head-neutralised = Neutralised
document-head-replaces = Replaces
document-head-variation = Variation
document-head-note = Note

document-context-objective = Objective
document-context-title = Title
document-data-money = Financial resources
document-money-caption = Financial resources of objective { $of }
document-money-indicator = Indicator
document-money-flow = Kind
document-money-cost = cost
document-money-revenue = revenue
document-money-account = Account
document-money-centre = Centre
document-money-item = Item
document-money-amount = Amount
document-money-year = year { $year }
document-money-shared = the same line also serves { $others }
document-money-total-costs = Total costs
document-money-total-revenue = Total revenue

## Titles of the parts, and what to write where one is missing

document-part-summary = Summary
document-missing-summary = The plan has no checkpoint: write at least one [[checkpoint]] with its date.
document-part-three-years = Objectives and targets of the three years
document-missing-three-years = Write the objectives ([[objective]]) with their indicators, and the years of the plan (“horizon”).
document-part-monitored-objectives = Monitoring of the objectives
document-missing-monitored-objectives = Write the objectives ([[objective]]), their indicators, actuals (“results”) and what was done (“done”).
document-part-monitored-agency = Special agency
document-missing-monitored-agency = If the body has a special agency, write its objectives with “agency = true”.
document-part-national-indicators = National indicators
document-missing-national-indicators = Write the common objectives with “national = true”, and of their indicators history and “cluster_mean”.
document-part-health = Financial health
document-missing-health = Write the indices in [[health_index]], with history and threshold.
document-part-variations = Variations of the plan
document-missing-variations = If the plan changed during the year, write the variations in [[variation]] and name them where something changes.
document-part-new-objectives = New objectives
document-missing-new-objectives = If objectives were added, write them with “status = "new"” and their variation.
document-part-unplanned = Unplanned activities
document-missing-unplanned = What was done without being planned is written in [[unplanned]].
document-part-signatures = Signatures
document-missing-signatures = Write who signs in “signatures” of [plan].

## Summary

document-summary-score = Score of the body at { $day }
document-summary-coverage = Weight already evaluated
document-summary-body-target = Quality objective of the body
document-summary-indicators = Indicators
document-summary-of-indicators = { $count } in all
document-standing-reached = reached
document-standing-on-course = on course
document-standing-late = late
document-standing-not-reached = not reached
document-standing-to-measure = to be entered
document-standing-left-out = left out
document-summary-by-area = By strategic area
document-summary-by-responsible = By responsible
document-summary-area = Area
document-summary-responsible = Responsible
document-summary-total = All
document-summary-whole = Body
document-data-summary-areas = Summary by area
document-data-summary-responsibles = Summary by responsible
document-summary-areas-caption = How the indicators stand at { $day }, area by area
document-summary-areas-picture = Indicators by outlook at { $day }
document-summary-responsibles-caption = How the indicators stand at { $day }, responsible by responsible
document-summary-responsible-how = An indicator with several responsibles is counted for each. Of a responsible, the objectives assigned are counted, and those that contribute to them and are assigned to nobody.
document-summary-worst = Farthest from their target
document-summary-worst-caption = The indicators that are late at { $day }, the farthest from its target first
document-summary-worst-more = { $count ->
    [one] Another late indicator is in its sheet.
   *[other] { $count } other late indicators are in the sheets.
}
document-data-worst = Late indicators
document-summary-cautions = To read the figures
document-summary-cautions-label = Attention
document-summary-cautions-what = The check of the plan reports what follows: where a text cannot be read or a value cannot be compared with its target, the score is missing or partial.
document-summary-cautions-caption = Findings of the check that concern the figures
document-data-cautions = Findings
document-summary-caution = Finding
document-summary-places = Cases
document-summary-where = Where
document-summary-indicator = indicator { $number }
document-agency-objectives = Objectives of the special agency
document-the-agency = Special agency
document-the-national = National objectives
document-other-objectives = Objectives outside the strategic areas
document-dashboards = Indicators of dashboards only
document-dashboards-what = These indicators stand on dashboards of services and in no objective.
document-area-of = Strategic area { $of }

## Three years

document-years-target = Target { $year }
document-years-caption = Objectives, indicators and targets: { $of }
document-data-years = Targets of three years

## Sheets of the monitoring

document-data-objectives = Objectives
document-short-caption = Objectives at { $day }: { $of }
document-short-code = Code
document-short-title = Objective
document-short-coverage = Weight evaluated
document-sheet-score = Score at { $day }
document-sheet-progress = Progress towards the year's end
document-sheet-outlook = Outlook
document-sheet-done = Actions taken
document-sheet-results = Results at { $day }
document-sheet-criticalities = Criticalities and opportunities
document-sheet-deviation = Deviations and causes
document-sheet-proposals = Variations of targets and weights
document-sheet-judgement = Judgement of the office: “{ $text }”. Computed score: { $score }.
document-sheet-judgement-differs = Judgement and score do not agree
document-sheet-override = Override with its reason: { $value } in the place of { $computed }. { $reason }
document-data-actions = Actions
document-actions-caption = Actions of objective { $of }
document-actions-action = Action
document-actions-result = What was done
document-data-contributing = Contributing objectives
document-contributing-caption = Objectives that contribute to { $of }
document-bullet-title = Actuals and targets of the year: { $of }
document-bullet-row = { $of }: { $actual } of { $target }
document-bullet-actual = actual
document-bullet-target = target of the year

document-data-results = Results of indicators
document-results-caption = Results of the indicators at { $day }: { $of }
document-results-number = No.
document-results-indicator = Indicator
document-results-weight = Weight
document-results-expected = Expected
document-results-expected-at = Expected at { $day }
document-results-actual = Actual
document-results-actual-at = Actual at { $day }
document-results-progress = Progress
document-results-outlook = Outlook
document-results-score = Score
document-results-not-due = Indicators of which nothing is expected at this date have no score: the outlook is for the year's end.
document-results-no-action = Other indicators
document-results-weight-before = was { $weight }
document-results-weight-proposed = proposed { $weight }
document-results-revised-approved = revised target, approved: { $target }
document-results-revised-proposed = revised target, proposed: { $target }
document-results-of-period = figure of { $period }
document-results-evidence = Evidence: { $evidence }
document-results-judgement = Judgement: { $text }
document-results-override = Override { $value }: { $reason }
document-results-neutralised = Neutralised: { $reason }

document-particulars-types = type: { $text }
document-particulars-unit = unit: { $text }
document-particulars-algorithm = algorithm: { $text }
document-particulars-formula = formula: { $text }
document-particulars-source = source: { $text }
document-particulars-owner = measured by: { $text }
document-particulars-frequency = frequency: { $text }
document-particulars-measured = period measured: { $text }
document-particulars-scopes = scopes of art. 8 D.Lgs. 150/2009: { $text }
document-particulars-evidence = expected evidence: { $text }
document-particulars-baseline = baseline: { $text }
document-particulars-nature = { $text }
document-type-outcome = outcome
document-type-external-effectiveness = external effectiveness
document-type-output = output
document-type-internal-effectiveness = internal effectiveness
document-type-effectiveness = effectiveness
document-type-efficiency = efficiency
document-type-quality = quality

document-data-activities = Activities
document-activity = Activity
document-activity-owner = By
document-activity-time = Period
document-activity-caption = Activities of indicator { $of }

## National indicators

document-data-national = National indicators
document-national-caption = { $of }: history and state at { $day }
document-national-mean = Cluster mean
document-national-forecast = Forecast
document-trend-title = Over the years: { $of }
document-trend-actual = value
document-trend-target = target
document-trend-mean = cluster mean
document-trend-forecast = forecast
document-trend-threshold = threshold of attention
document-related = Related internal indicators
document-related-caption = National indicators and the internal ones they draw on, with their targets
document-related-from = National indicator
document-related-from-target = National target
document-related-to = Internal objective or indicator
document-related-to-target = Internal target
document-related-remark = Remark
document-related-differ = targets differ
document-data-related = Related indicators

## Financial health

document-data-health = Health indices
document-health-caption = Financial health indices
document-health-index = Index
document-health-threshold = Threshold of attention
document-health-state = State
document-health-attention = in the zone of attention
document-health-well = outside the zone of attention
document-health-note = The sign ! marks a value in the zone of attention; the state is that of the latest known value.
document-health-crossed = { $of }: in the zone of attention ({ $threshold }) in { $years }.
document-health-none-crossed = No index is in the zone of attention.

## Variations

document-variation-state = State
document-variation-approved = approved on { $day }
document-variation-approved-later = approved on { $day }, after the day of these figures
document-variation-proposed-only = proposal: not approved, and in no score
document-variation-reason = Cause
document-variation-proposed-by = Proposed by
document-variation-proposed = Day of the proposal
document-variation-opinion = Opinion of the evaluation body
document-variation-act = Act
document-variation-caption = What changes: { $of }
document-variation-nothing = No target, weight, objective or indicator of the plan names this variation.
document-variation-none = Changes without a variation
document-variation-none-caption = Changes that name no variation
document-proposals-caption = Variations of targets and weights: { $of }
document-data-variations = Variations
document-data-proposals = Variations by objective
document-change-of = Of what
document-change-what = State
document-change-new = new
document-change-replaced = replaced
document-change-target-before = Target before
document-change-target-after = Revised target
document-change-weight-before = Weight before
document-change-weight-after = New weight
document-change-by = Variation: { $of }
document-change-in-place-of = new, in the place of{" "}
document-change-neutralised = neutralised: { $reason }
document-change-removed = removed
document-act-organ = ({ $organ })
document-act-number = no. { $number }
document-act-day = of { $day }
document-new-without-variation = Without a variation
document-new-by = Variation:{" "}

## Unplanned activities and signatures

document-data-unplanned = Unplanned activities
document-unplanned-caption = Unplanned activities
document-unplanned-why = They were done without being in the plan: they are printed apart and enter no score.
document-unplanned-what = Activity
document-unplanned-result = Result
document-unplanned-cost = Cost
document-unplanned-act = Act
document-unplanned-total = Total
document-signature-secretary = The Secretary General
document-signature-president = The President
document-part-transversal = Transversal objectives
document-missing-transversal = Objectives with several responsibles are transversal: write them in “responsibles” or in “holds” of each responsible.
document-transversal-caption = Objectives to which different areas contribute
document-data-transversal = Transversal objectives
document-part-acts = Acts cited
document-missing-acts = Write the acts in [[act]].
document-sheet-description = Description and actions to take
