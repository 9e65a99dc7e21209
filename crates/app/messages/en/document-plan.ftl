# The parts of the plan.

## Values
document-role-baseline = Baseline
document-role-history = Value
document-role-past-target = Target
document-role-target = Target
document-role-revised-target = Revised target
document-role-forecast = Forecast
document-role-cluster-mean = Cluster mean
document-role-actual = Actual
document-role-judgement = Judgement
document-role-override = Override

## Chapters, measures and tables
document-section = Section
document-measure = Measure
document-measure-owner = Who
document-measure-period = When
document-measure-state = State
document-measure-figures = Values
document-measures-of = Measures: { $of }
document-data-measures = Measures
document-data-staff = Staff
document-data-budget = Budget
document-data-shareholdings = Shareholdings
document-data-health-tables = Efficiency and health
document-data-organs = Organs
document-data-territory = Territory
document-data-tables = Other tables
document-table-context = Table of origin
document-table-day = Data as of { $day }.
document-table-source = Source: { $source }.
