# Reading what people write: targets, actuals, directions of indicators.

finding-reading-target-ambiguous = The target “{ $text }” can be read in more than one way and is not evaluated.{ $known ->
    [yes] { " " }It might mean: { $readings }.
   *[no] { "" }
}
finding-reading-target-ambiguous-help = Write the reading that counts beside the target, in the field “reading” (for instance reading = "almeno 10"); the text stays as it is. If the target asks for several results at once, split it into parts, each with its own target.

finding-reading-actual-ambiguous = The actual “{ $text }” can be read in more than one way and is not evaluated.{ $known ->
    [yes] { " " }It might mean: { $readings }.
   *[no] { "" }
}
finding-reading-actual-ambiguous-help = Write the value that counts beside the actual, in the field “reading”; the text stays as it is. The text itself may state the total: “totale 163” wins over other numbers.

finding-reading-actual-without-figure = The actual “{ $text }” holds no measurable value, while the target asks for one.
finding-reading-actual-without-figure-help = Give the measured value (for instance “12” or “70,5%”), or the state of the activity in the field “state” if the value is not available yet.

finding-reading-target-not-of-kind = The target “{ $text }” cannot be read as { $kind ->
    [at_least] “at least”
    [at_most] “at most”
    [exactly] “exactly”
    [between] a range
    [change] a relative change
    [yes_no] yes / no
    [by_date] a deadline
    [milestone] a described result
    [benchmark] a comparison with a mean
    [completion] a degree of completion
    [all_of] a set of parts
    [observed] an observed value
    [postponed] a postponement
   *[undefined] a target to be defined
}, the kind written on the indicator.
finding-reading-target-not-of-kind-help = Correct the indicator's kind of target (field “target_kind”), or write the reading that counts in the target's field “reading”.

finding-reading-target-described = The unit of measure is “{ $unit }”, but the target “{ $text }” describes a result: a person will judge it, and it does not enter the computation as a number.
finding-reading-target-described-help = If a number is expected, write it (for instance “almeno 3 incontri”); if a described result is really meant, write target_kind = "milestone" or the unit “SI/NO”.

finding-reading-target-as-of = The target “{ $text }” carries the date of measured data: it may be an actual printed where the target belongs.
finding-reading-target-as-of-help = Check the document: if it is an actual, move it to the results and write the target that had been approved.

finding-reading-comparator-strict = “{ $text }” is read as { $value }: the value itself is not enough.
finding-reading-comparator-strict-help = If the stated value is enough to reach the target, write “almeno” or “al massimo” (“≥”, “≤”).

finding-reading-year-assumed = “{ $text }” has no year: that of the checkpoint was taken ({ $value }).
finding-reading-year-assumed-help = If it is another year, write the whole date, for instance “30/06/2024”.

finding-reading-dot-decimal = The dot in “{ $text }” is read as a decimal separator: { $value }.
finding-reading-dot-decimal-help = To avoid doubts use a comma for decimals (“69,5%”) and a dot for thousands only (“1.771”).

finding-reading-state-unknown = The state “{ $state }” is not among those known.
finding-reading-state-unknown-help = Use one of these: non avviato, in corso, sospeso, in attesa, rinviato, completato. The rest can go into the note.

finding-reading-completion-unreadable = The degree of completion “{ $completion }” cannot be read.
finding-reading-completion-unreadable-help = Write a percentage, for instance “50%”.

finding-reading-achievement-unreadable = The actual “{ $text }” is marked as a percentage of achievement, but holds no percentage.
finding-reading-achievement-unreadable-help = Write the percentage (for instance “98,5%”), or remove the mark “achievement” if the value is a measure.

finding-reading-override-unreadable = The motivated evaluation “{ $text }” holds no percentage and does not enter the score.
finding-reading-override-unreadable-help = Write the percentage given, for instance “80%”, and the reason in the note.

finding-reading-direction-derived = The indicator's direction is not written: it is taken that { $direction ->
    [lower] lower is better
   *[higher] higher is better
}, { $from ->
    [comparator] from the comparator of a target
    [sign] from the sign of an expected change
    [threshold] from the threshold of the linked health index
    [unit] because the unit of measure is a time
    [name] from the indicator's name
   *[default] as for indicators that say nothing else
}.
finding-reading-direction-derived-help = If that is right, nothing need be done. To write it: direction = "higher" or direction = "lower".

finding-reading-direction-doubtful = The indicator's direction is not written and higher is taken as better, but its name contains “{ $word }”.
finding-reading-direction-doubtful-help = If lower is better write direction = "lower" on the indicator; otherwise write direction = "higher" to confirm.

finding-reading-direction-contradicted = { $from ->
    [written] As written on the indicator,
    [comparator] By the comparator of a target,
    [sign] By the sign of an expected change,
    [threshold] By the threshold of the linked health index,
    [unit] By the unit of measure,
   *[name] By the indicator's name,
} { $direction ->
    [lower] lower is better
   *[higher] higher is better
}, but { $hint ->
    [comparator] the comparator of a target
    [sign] the sign of an expected change
    [threshold] the threshold of the linked health index
    [unit] the unit of measure
   *[name] the name
} suggests the contrary.
finding-reading-direction-contradicted-help = Check which of the two is right and write the direction on the indicator, or correct the target.

finding-reading-change-suspected = The target “{ $text }” is read as a level to reach, but { $source ->
    [name] the indicator's name speaks of “{ $hint }”
   *[baseline] the baseline “{ $hint }” is not a percentage
}: a change may be meant.
finding-reading-change-suspected-help = If it is a change on the baseline write target_kind = "change" on the indicator; if it is a level write target_kind = "at_least" (or "at_most") to confirm.
