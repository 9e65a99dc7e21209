# Scores: states, outlook, reasons, parts, and what is to be said of the figures.

state-measured = measured
state-to-measure = to be measured
state-missing = missing
state-not-due = not due
state-neutralised = neutralised
state-not-evaluable = not evaluable
state-replaced = replaced
state-removed = removed
state-unweighted = without weight
state-proposed = proposed

outlook-reached = reached
outlook-on-course = on course
outlook-late = late
outlook-to-measure = to be measured
outlook-not-reached = not reached

reason-no-actual = no actual
reason-not-comparable = not comparable
reason-no-date = the date is missing
reason-to-judge = to be judged
reason-state-only = only a state, no value
reason-bound-proves-nothing = the bound does not prove the target
reason-ambiguous-actual = ambiguous actual
reason-no-baseline = the baseline is missing
reason-no-target = no target in the year
reason-ambiguous-target = ambiguous target
reason-observed = observed only
reason-postponed = postponed
reason-undefined = target to be defined
reason-no-series = no value to compare with
reason-no-parts = the parts are missing
reason-no-weight = all weights are zero

part-whole = all
part-own = own indicators
part-contributing = contributing objectives
part-body = body
part-unit = unit
part-objectives = assigned objectives
part-national = national objectives
part-behaviours = behaviours

kind-body = body
kind-area = strategic area
kind-perspective = perspective
kind-programme = programme
kind-purpose = purpose
kind-objective = objective
kind-action = action
kind-indicator = indicator
kind-activity = activity
kind-responsible = responsible
kind-dashboard = dashboard
kind-section = section of the dashboard
kind-sheet = individual sheet
kind-placement = placement
kind-unit = unit
kind-checkpoint = checkpoint
kind-level = level
kind-relevance = relevance
kind-fund = fund
kind-act = act
kind-variation = variation
kind-budget-line = budget line
kind-funding-programme = funding programme
kind-health-index = financial health index
kind-table = table
kind-chapter = chapter
kind-measure = measure
kind-unplanned = unplanned activity
kind-quantity = base quantity
kind-register = register
kind-link = link
kind-band = band
kind-profile = profile
kind-silence = accepted finding

finding-score-not-comparable = The actual “{ $actual }” and the target “{ $target }” cannot be compared: one is a percentage, a number, an answer or a date, the other is not.
finding-score-not-comparable-help = A percentage is never divided by a number, nor a number by a percentage. Write the actual in the unit of the target; if “{ $actual }” already is the percentage of achievement, mark it as such (field “achievement”). Until then the indicator counts as if it had no actual.

finding-score-contrary-change = The actual “{ $text }” goes against the expected change: the achievement is zero.
finding-score-contrary-change-help = If the target is a reduction and the actual a growth (or the other way round), check the sign: a reduction by 3% is written “-3%”. The sign is never changed without a person.

finding-score-merged-cell = The target at the end of the year is blank: “{ $text }” is used, the last one of the year, written for { $day }.
finding-score-merged-cell-help = It usually is a merged cell of the document. If the target holds at the end of the year too, repeat it; if nothing is expected then, write “//”.

finding-score-not-a-checkpoint = The value “{ $text }” is written for { $period }, which is no checkpoint of the plan: it does not count.
finding-score-not-a-checkpoint-help = Move the value to a checkpoint of the plan, or add the checkpoint. If an actual refers to another day, leave it at the checkpoint and give the day in the field “as_of”.

finding-score-undated-value = The value “{ $text }” does not say to which checkpoint or year it belongs: it does not count.
finding-score-undated-value-help = Give the checkpoint or the year of the value, for instance targets = {"{"} 2026-12-31 = "almeno 10" {"}"}.

finding-score-derived-checkpoints = The plan lists no checkpoints: the days of its targets and actuals are used ({ $days }).
finding-score-derived-checkpoints-help = List the checkpoints of the plan, usually 30 June and 31 December. Then a day written by mistake is reported instead of becoming a checkpoint.

finding-score-cycle = This objective contributes, through others, to itself: the circle was cut here, and the scores that depend on it are incomplete.
finding-score-cycle-help = Check to which objective each one contributes (field “parent” and placements): following the links upwards must lead to the top.

finding-score-unknown-label = The objective carries the label “{ $text }”, which is not in the declared list: it is kept, and counts in no view.
finding-score-unknown-label-help = Add it to the list of perspectives, programmes or purposes, or correct its spelling. An asterisk (*) means all perspectives.

finding-score-unweighted = “{ $child }” has no weight in “{ $parent }” while others beside it have: it is left out.
finding-score-unweighted-help = No weight is not weight zero. Write the weight, 0 if it must not count; where none has a weight all count alike.

finding-score-weights-do-not-close = The weights in “{ $parent }” add up to { $total } instead of { $expected }: the score divides by their sum.
finding-score-weights-do-not-close-help = Check the weights against the approved document: one may be missing, repeated or changed by a variation. For a holder whose other weights come from elsewhere, give the stated total (field “stated_total”).

finding-score-weights-nearly-close = The weights in “{ $parent }” add up to { $total } instead of { $expected }, by rounding: the score divides by their sum and does not suffer.
finding-score-weights-nearly-close-help = There is nothing to correct. Three weights of 33.33, all reached, still make 100.00%.

finding-score-negative-weight = The weight { $weight } is negative: it counts zero.
finding-score-negative-weight-help = A weight is a share and cannot be below zero. Correct it; to leave a part out write 0, or record the variation that removes it.

finding-score-weight-not-from-value = The weight { $weight } is not the one that follows from the economic value ({ $computed }).
finding-score-weight-not-from-value-help = The method declares weights as derived from economic value. Correct the weight or the relevance, or leave the weights blank: they will be computed. The score uses those written.

finding-score-profile-does-not-close = The shares of the profile “{ $profile }” add up to { $total } instead of 100: the sheet divides by their sum.
finding-score-profile-does-not-close-help = The shares of body, unit, objectives, national objectives and behaviours of a role must add up to 100. Check them against the adopted method.

finding-score-bands-unreadable = A band has an end or a value that cannot be read: the bands of this level do not act.
finding-score-bands-unreadable-help = Write beginning, end and value as percentages, for instance from 70,01 to 90 gives 80.

finding-score-bands-gap = The bands leave a gap before or after this one: those of this level do not act.
finding-score-bands-gap-help = Each band begins where the one before ends; the first at 0, the last reaches the cap (field “to” blank). The beginning is included, the end is not.

finding-score-bands-overlap = This band overlaps another one: those of this level do not act.
finding-score-bands-overlap-help = Each band begins where the one before ends. The beginning is included, the end is not: “up to 70” and then “from 70” do not overlap.
