# The parts of the report and of the comparison.

## The parts of the report
document-part-results = Results in short
document-missing-results = write objectives and indicators in the plan ([[objective]], [[objective.indicator]])
document-part-objective-results = Results of the objectives
document-missing-objective-results = write the plan's objectives ([[objective]]) with their actuals (results)
document-part-responsible-results = Results of the responsibles
document-missing-responsible-results = write the responsibles ([[responsible]]) and assign objectives to them (holds, with the weight)
document-part-deviations = Deviations and their causes
document-missing-deviations = write the actuals of indicators (results) and, in objectives, the causes of the deviation (deviation)
document-part-economic-value = Economic value of the objectives
document-missing-economic-value = write the funds ([[fund]]), the scale of relevance ([[relevance]]) and the relevance of each objective (relevance)
document-part-efficiency = Efficiency and results of the budget
document-missing-efficiency = write a chapter with theme «efficienza ed economicità» and its tables ([[chapter]], [[table]]), the health indices ([[health_index]]) with the year's actual
document-part-process = The process
document-missing-process = write a chapter with theme «processo», the table of its phases and the acts ([[act]])
document-part-evidence = Evidence for the evaluation body
document-missing-evidence = write the evidence promised (expected_evidence) and that delivered with the actual (evidence)
document-part-derivations = Appendix: how every figure came about
document-missing-derivations = write the checkpoints ([[checkpoint]]) and the targets

## Reservations
document-report-attention = Attention
document-report-no-results = The plan holds no actual yet: scores are missing, and what is missing is not zero.
document-report-not-year-end = The plan has no actuals for the end of the year: the figures are those of { $day } and may change until closing.

## Common heads and words
document-report-code = Code
document-report-number = No.
document-report-score = Score
document-report-expected = Expected
document-report-deviation = Deviation
document-report-from-full = Deviation (points)
document-report-standing = Outcome
document-report-day = Checkpoint
document-report-reservations = To be known
document-report-weight = Weight
document-report-weights = Weights
document-report-coverage = Coverage
document-report-count = Total
document-report-total = Total
document-report-group = Group
document-report-area = Strategic area
document-report-objective = Objective
document-report-objective-short = Objective
document-report-indicator = Indicator
document-report-target = Target
document-report-actual = Actual
document-report-achievement = Achievement
document-report-responsible = Responsible
document-report-period = Period
document-report-note = Note: { $text }
document-report-owner = Done by: { $text }
document-report-unit = Unit: { $unit }
document-report-points = { $points } points
document-report-days = { $days } days
document-report-picture-alt = { $what }. { $figures }.

## How things stand
document-report-standing-reached = Reached
document-report-standing-on-course = On course
document-report-standing-late = Late
document-report-standing-not-reached = Not reached
document-report-standing-to-measure = To be measured
document-report-group-outside = Objectives outside the areas
document-report-group-agency = Special agency
document-report-group-national = Common national objectives
document-report-group-dashboards = Indicators of dashboards only

## Results of the body
document-report-body = The body as a whole
document-report-whole-body = Body
document-report-areas = Strategic areas
document-report-areas-caption = Scores of the strategic areas and of the body
document-report-areas-picture = Scores of the strategic areas
document-report-data-areas = Results of areas
document-report-standings = How many objectives, how many indicators
document-report-standings-objectives = Objectives by outcome
document-report-standings-objectives-data = Objectives by outcome
document-report-standings-indicators = Indicators by outcome
document-report-standings-indicators-data = Indicators by outcome
document-report-standings-picture = Indicators by group and outcome
document-report-objectives = All objectives
document-report-objectives-caption = Results of the objectives
document-report-data-objectives = Results of objectives

## Results of the objectives
document-report-judgement = Judgement (not part of the score)
document-report-judged = Judgement: { $text }
document-report-override = Override
document-report-overridden = Override { $value } in the place of { $computed }: { $reason }
document-report-neutralised = Neutralised: { $reason }
document-report-derivation = Derivation
document-report-derivation-link = how the figure came about
document-report-target-was = (before the variation: { $text })
document-report-target-proposed = (proposed: { $text })
document-report-series = (mean compared with: { $text })
document-report-other-indicators = Other indicators
document-report-data-indicators = Results of indicators
document-report-indicators-of = Results of the indicators of { $of }
document-report-data-contributing = Contributing objectives
document-report-contributing-to = Objectives that contribute to { $of }
document-report-share = Share
document-report-brings = Brings
document-report-action = Action
document-report-result = What was done
document-report-data-actions = Actions
document-report-actions-of = Actions of { $of }
document-report-activity = Activity
document-report-data-activities = Activities
document-report-activities-of = Activities of «{ $of }»
document-report-done = What was done
document-report-criticalities = Difficulties
document-report-causes = Causes of the deviation

## Responsibles
document-report-responsibles = All responsibles
document-report-responsibles-caption = Results of the responsibles
document-report-responsibles-picture = Scores of the responsibles
document-report-data-responsibles = Results of responsibles
document-report-objectives-count = Objectives
document-report-holder-unit = Unit
document-report-functions = Functions
document-report-data-assigned = Assigned objectives
document-report-assigned-to = Objectives assigned to { $of }
document-report-equal-weights = No weights of assignment: all objectives count the same.

## Deviations
document-report-short = Indicators below their target
document-report-short-count = { $count ->
    [0] All indicators evaluated ({ $evaluated }) reached their target.
    [one] One indicator of { $evaluated } evaluated did not reach its target.
   *[other] { $count } indicators of { $evaluated } evaluated did not reach their target.
 }
document-report-short-caption = Indicators below their target, the farthest first
document-report-short-picture = Achievement of the indicators below their target
document-report-data-deviations = Deviations
document-report-cause = Cause
document-report-left-out = Indicators left out of the score
document-report-left-out-means = They enter no score: their weight passes to the other indicators of the same objective.
document-report-left-out-caption = Indicators left out of the score, and why
document-report-data-left-out = Indicators left out
document-report-state = State
document-report-reason = Reason

## Economic value
document-report-value-all = All funds
document-report-value-all-caption = Economic value by fund
document-report-data-funds = Funds
document-report-fund = Fund
document-report-fund-rule = Rule
document-report-fund-resources = Stable resources
document-report-fund-percentage = Percentage
document-report-point = Value of a point
document-report-coefficient = Coefficient
document-report-potential = Potential
document-report-printed = In the plan
document-report-accrued = Accrued
document-report-accrued-share = Accrued / potential
document-report-accrued-pending = Value accrues with the score of the end of the year: where that is missing, the dash is not zero.
document-report-excluded = Excluded: { $act }
document-report-data-values = Economic value
document-report-values-of = Economic value of the objectives: { $of }

## Efficiency
document-report-health = Financial health at the end of the year
document-report-health-caption = Indices of financial health { $year }
document-report-data-health = Health at year end
document-report-index = Index
document-report-cluster-mean = Cluster mean
document-report-threshold = Threshold of attention
document-report-health-fine = beyond concern
document-report-health-alarming = in the zone of attention
document-report-health-unknown = to be measured
document-report-resources = Resources of the objectives
document-report-data-resources = Resources
document-report-flow = Flow
document-report-costs = Costs
document-report-costs-caption = Costs of the objectives
document-report-revenue = Revenue
document-report-revenue-caption = Revenue of the objectives
document-report-item = Item
document-report-serves = Objectives and indicators
document-report-account = Account
document-report-programme = Funded by
document-report-amount = Amount
document-report-once = An item that serves several objectives is counted once.
document-report-quantities = Base quantities
document-report-quantities-caption = Base quantities
document-report-data-quantities = Base quantities
document-report-quantity = Quantity
document-report-scenario = Scenario
document-report-unit-head = Unit
document-report-value = Value
document-report-source = Source

## Process
document-report-acts = Acts cited
document-report-acts-caption = Acts cited, by date
document-report-data-acts = Acts
document-report-date = Date
document-report-organ = Organ
document-report-act-kind = Kind
document-report-act-number = Number
document-report-subject = Subject
document-report-variations = Variations of the plan
document-report-variations-caption = Variations and their approval
document-report-data-variations = Way of variations
document-report-variation = Variation
document-report-proposed-by = Proposed by
document-report-proposed = Proposed
document-report-opinion = Opinion
document-report-approved = Approved
document-report-act = Act

## Evidence
document-report-evidence-count = How much is delivered
document-report-evidence-count-caption = Indicators by state of their evidence
document-report-data-proofs = Evidence: counts
document-report-evidence-all = Indicator by indicator
document-report-evidence-caption = Evidence promised and delivered
document-report-data-evidence = Evidence
document-report-promised = Promised in the plan
document-report-delivered = Delivered
document-report-proof = Evidence
document-report-proof-delivered = delivered
document-report-proof-missing = missing
document-report-proof-not-due = not due
document-report-indicators-count = Indicators
document-report-with-promise = of which with a promise

## Derivations
document-report-derivations-means = Every figure can be done again by hand: the score of what has parts is the weighted mean of those evaluated; that of an indicator comes from target and actual as they were written, by the rule of its kind of target. Figures have here all the decimals they need.
document-report-derivations-body = Body and areas
document-report-derivations-responsibles = Responsibles
document-report-derivations-loose = Derivation of the indicators of dashboards only
document-report-derivation-of = Derivation of { $of }
document-report-data-derivations = Derivations
document-report-part = { $part }: share { $share }
document-report-child = Part
document-report-how = How it comes about
document-report-derived-there = see its derivation

## Comparison
document-part-comparison = Comparison
document-missing-comparison = give another date or another plan
document-compared-sides = What is compared
document-compared-before = Before
document-compared-after = After
document-compared-before-at = Before: { $day }
document-compared-after-at = After: { $day }
document-compared-same = No difference: weights, targets, actuals and scores are the same.
document-compared-results = Results of the body, the areas and the responsibles
document-compared-results-caption = Scores that change
document-compared-weights = Weights
document-compared-weights-caption = Weights that change
document-compared-targets = Targets
document-compared-targets-caption = Targets that change
document-compared-things = New, removed, replaced, reworded
document-compared-things-caption = What comes in, what goes out, what changes its name
document-compared-added = New
document-compared-removed = Removed
document-compared-renamed = Reworded
document-compared-actuals = Actuals
document-compared-actuals-caption = Actuals that change
document-compared-scores = Scores
document-compared-scores-caption = Scores that change
document-compared-thing = Thing
document-compared-under = Under
document-compared-change = Change
document-compared-outlook = Outcome
document-compared-nothing = not there
document-compared-kind = Kind
document-compared-what = What changes
document-compared-is-new = new
document-compared-is-replacing = replaces
document-compared-is-removed = no longer in force
document-compared-is-gone = no longer there
document-compared-is-renamed = reworded
document-report-standing-left-out = Left out
