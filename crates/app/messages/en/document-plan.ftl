# Documents: the parts of the plan.

## Parts and what is missing

document-part-presentation = Presentation of the body
document-missing-presentation = Write the chapters ([[chapter]] with theme = "presentazione", "mission", "organi", "personale" …), the units ([[unit]]) and the tables ([[table]] with kind = "staff", "budget" …).
document-part-context = External context
document-missing-context = Write the chapters ([[chapter]] with theme = "contesto esterno", "scenario economico", "quadro normativo") and the tables ([[table]] with kind = "territory").
document-part-tree = Tree of performance
document-missing-tree = Write the areas ([[area]]) and the objectives ([[objective]]).
document-part-map = Strategy map
document-missing-map = Write the perspectives ([[perspective]]), those of each objective (perspectives) and the links of cause and effect ([[link]]).
document-part-strategic-dashboards = Strategic dashboard
document-missing-strategic-dashboards = Write the objectives ([[objective]]) with their perspectives and the indicators ([[indicator]]) with the targets of each year.
document-part-objectives = Sheets of the objectives
document-missing-objectives = Write the objectives ([[objective]]) and their indicators ([[indicator]]).
document-part-assignment = Assignment of objectives and weights
document-missing-assignment = Write the responsibles ([[responsible]]) and the assigned objectives ([[placement]] with the responsible as parent, and the weight).
document-part-service-dashboards = Dashboards of services
document-missing-service-dashboards = Write the dashboards ([[dashboard]]), their sections ([[section]]) and the indicators.
document-part-classes = Relevance, purpose and economic value
document-missing-classes = Write the scale of relevance ([[relevance]]), the purposes ([[purpose]]) and those of each objective (relevance, purposes).
document-part-agency = Objectives of the special agency
document-missing-agency = Write the objectives of the special agency ([[objective]] with agency = true).
document-part-national = National common objectives
document-missing-national = Write the common objectives ([[objective]] with national = true) or the national indicators ([[indicator]] with national = true).
document-part-individual = Individual performance
document-missing-individual = Write the profiles ([[method.profile]]) and the individual sheets ([[sheet]]).
document-part-sections = Other sections of the plan
document-missing-sections = Write the chapters ([[chapter]] with theme = "pari opportunità", "lavoro agile", "formazione" …) and their measures ([[measure]]).
document-part-equal-opportunities = Equal opportunities
document-missing-equal-opportunities = Write the chapter ([[chapter]] with theme = "pari opportunità"), its measures ([[measure]]) and the gender budget ([[table]]).
document-part-method = The method in short
document-missing-method = Write the parameters of the year ([method]).
document-part-silences = Accepted findings
document-missing-silences = No finding has been accepted ([[silence]]).

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
document-target-at = Target at { $day }
document-target-revised = Revised target:
document-target-proposed = Proposed:
document-weight-revised = with the variation { $weight }

## Columns

document-column-code = Code
document-column-title = Title
document-column-objective = Objective
document-column-perspective = Perspective
document-column-source = Source
document-column-dashboard = Dashboard
document-column-year = Year
document-column-actual = Actual
document-column-target = Target
document-column-score = Score
document-column-progress = Progress
document-column-standing = Outlook
document-context-under = Under

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
document-chart-of = Chart: { $of }
document-chart-alt = Chart of the data of “{ $of }”; every figure is in the table beside it.

## Organisation

document-organisation = Organisation chart
document-organisation-alt = Organisation chart: { $count } units, each below the one it belongs to. The table that follows lists them all.
document-units = Units, who heads them and persons in service
document-data-units = Units
document-unit = Unit
document-unit-kind = Kind
document-unit-head = Head
document-unit-persons = Persons
document-unit-with-persons = { $persons } persons
document-unit-directorate = directorate
document-unit-service = service
document-unit-office = office
document-unit-staff = staff
document-unit-agency = special agency
document-unit-group = group
document-unit-organ = organ
document-unit-site = site

## Contacts

document-body-address = Address
document-body-phone = Telephone
document-body-email = E-mail
document-body-certified-email = Certified e-mail (PEC)
document-body-website = Web site
document-body-opening-hours = Opening hours
document-body-tax-code = Tax code
document-body-ipa = IPA code

## Tree and map

document-body-target = Quality objective of the body
document-tree-alt = Tree of performance: the body, { $areas } strategic areas and { $objectives } objectives, each below the one it contributes to. The table that follows lists them all.
document-tree-table = Areas and objectives with responsibles and weights
document-agency = Special agency
document-no-perspective = Other objectives
document-all-perspectives = All perspectives
document-objectives-all = Objectives of the body
document-outside-areas = Objectives outside the areas
document-map-alt = Strategy map: { $perspectives } perspectives, { $objectives } objectives, { $arrows } links between them.
document-map-table = Objectives by perspective
document-links = Links between objectives
document-data-links = Links
document-link-from = From
document-link-kind = Link
document-link-to = To
document-link-cause = cause and effect
document-link-related = related

## Indicators

document-indicator-number = No.
document-indicator = Indicator
document-indicator-weight = Weight
document-indicator-weights = Sum of weights
document-indicators-of = Indicators: { $of }
document-data-indicators = Indicators
document-indicator-without-action = Without action
document-action-weight = weight { $weight }
document-indicator-types = Type: { $value }
document-indicator-unit = Unit: { $value }
document-indicator-frequency = Frequency: { $value }
document-indicator-measured = Period measured: { $value }
document-indicator-scopes = Scopes: { $value }
document-indicator-project = measured by a project
document-indicator-operational = operational indicator
document-indicator-algorithm = Algorithm: { $value }
document-indicator-formula = Formula: { $value }
document-indicator-source = Source: { $value }
document-indicator-owner = Entered by: { $value }
document-indicator-effort = Effort: { $value }
document-indicator-health = Health index: { $value }
document-indicator-also = Also called: { $value }
document-indicator-neutralised = Neutralised: { $value }
document-indicator-note = Note: { $value }
document-indicator-type-outcome = outcome
document-indicator-type-external = external effectiveness
document-indicator-type-output = output
document-indicator-type-internal = internal effectiveness
document-indicator-type-effectiveness = effectiveness
document-indicator-type-efficiency = efficiency
document-indicator-type-quality = quality
document-status-new = New
document-status-replaced = Replaced
document-status-removed = Removed
document-status-instead = in place of { $of }
document-national-star = * Indicator common to all chambers of commerce.
document-evidence-expected = Evidence
document-evidence-expected-of = Evidence for the evaluation body: { $of }
document-data-evidence-expected = Evidence
document-planned-activity = Activity
document-planned-activity-code = No.
document-planned-activity-owner = Who
document-planned-activity-time = When
document-planned-activity-unit = Unit
document-planned-activities-of = Activities or parts: { $of }
document-data-planned-activities = Planned activities

## Sheets of objectives

document-objective-description = Description
document-objective-benefit = Expected benefit
document-objective-actions = Planned actions
document-objective-nothing = The plan gives its title only.
document-objective-below = Measured by the objectives
document-objective-unmeasured = Without indicators of its own.
document-objective-done = What was done
document-objective-criticalities = Criticalities
document-objective-deviation = Causes of the deviation
document-value-managers = Economic value for managers
document-value-staff = Economic value for staff
document-value-of-fund = Economic value ({ $fund })
document-value-formula = { $value } = point value { $point } × relevance { $coefficient }
document-value-excluded = Excluded from economic value
document-results-now = Results
document-results-at = Results at { $day }
document-explanation = How the score comes about
document-data-standing = Standing of indicators
document-data-standing-objectives = Standing of objectives
document-standing-of = Results of indicators: { $of }
document-standing-objectives-of = Results of objectives: { $of }

## Dashboards

document-data-strategic = Strategic dashboard
document-strategic-of = Strategic dashboard: { $of }
document-dashboard-holder = Holder
document-dashboard-of = Indicators: { $of }
document-dashboard-empty = No indicators.
document-data-dashboards = Dashboards
document-operational-indicators = Operational indicators
document-local-title = On this dashboard: { $value }
document-local-target = Target on this dashboard: { $value }
document-local-source = Source on this dashboard: { $value }
document-local-note = Note: { $value }

## Assignment

document-holder-functions = Functions
document-holder-unit = Unit
document-holder-total = Stated sum of weights
document-holder-revised-total = Sum after the variation
document-holder-sum = Sum of assigned weights
document-assignment-of = Assigned objectives: { $of }
document-weight-in-tree = Weight in the tree
document-weight-assigned = Assigned weight
document-weight-after = Weight with the variation

## Relevance, purpose, economic value

document-by-relevance = Objectives by relevance
document-data-by-relevance = By relevance
document-by-purpose = Objectives by purpose
document-data-by-purpose = By purpose
document-by-programme = Objectives by programme
document-data-by-programme = By programme
document-class-none = Not stated
document-class-undeclared = Outside the plan's list
document-matrix = Tree of performance and perspectives
document-matrix-yes = yes
document-relevance-scale = Scale of relevance
document-data-relevance-scale = Scale of relevance
document-coefficient = Coefficient
document-relevance-for = For which objectives
document-certified = Certified by the evaluation body
document-funds = Funds and value of a point
document-data-funds = Funds
document-fund = Fund
document-fund-resources = Stable resources
document-fund-percentage = Share
document-fund-point = Value of a point
document-fund-rule = Rule
document-value-total = Total

## National and individual

document-national-in-tree = Common indicators in the body's objectives
document-data-national-in-tree = Common indicators
document-stands-in = Where it stands
document-history-of = History: { $of }
document-history-alt = The values over the years of “{ $of }”, with the mean of similar chambers and the targets where they are known.
document-data-history = Histories
document-profiles = Shares of the individual evaluation
document-data-profiles = Profiles
document-profile = Profile
document-part-of-body = Body
document-part-of-unit = Unit
document-part-of-objectives = Individual objectives
document-part-of-national = National objectives
document-part-of-behaviours = Behaviours
document-sheet-profile = Profile
document-sheet-evaluator = Evaluator
document-sheet-from = From
document-sheet-to = To
document-sheet-role = Role
document-sheet-behaviours-at = Behaviours at { $period }
document-sheet-objectives = Individual objectives: { $of }
document-data-sheets = Individual objectives

## Method

document-parameters = Parameters of the year
document-parameter = Parameter
document-parameter-value = Value
document-parameter-origin = Choice
document-of-the-body = of the body
document-by-default = by default
document-yes = yes
document-no = no
document-parameter-cap = Greatest achievement of an indicator
document-parameter-decay = Beyond an at-most target
document-parameter-all-of = Target made of parts
document-parameter-yes-no-partial = Partial credit to yes / no targets
document-parameter-milestone-partial = Partial credit to described results
document-parameter-grace-days = Days of grace after a date
document-parameter-neutralised-rule = What neutralised parts count
document-parameter-interim = Interim targets
document-parameter-elapsed = Share expected at interim checkpoints
document-parameter-late-share = Weight of late parts that makes an objective late
document-parameter-weight-tolerance = Tolerance on the sum of weights (points)
document-parameter-own-share = Share of own indicators beside contributing objectives
document-parameter-accrual = Accrued economic value
document-parameter-weights-from-value = Weights derived from economic value
document-decay-ratio = target / actual
document-decay-linear = 1 − (actual − target) / target, not below 0
document-decay-none = 0
document-all-of-least = the least part counts
document-all-of-mean = the weighted mean of the parts counts
document-neutralised-left-out = left out, its weight goes to the others
document-neutralised-full = counts 100%
document-interim-stated = only where stated
document-interim-pro-rata = in proportion to the months for what grows through the year
document-elapsed-share = month { $month }: { $share }
document-elapsed-by-month = elapsed months / 12
document-accrual-proportional = potential × year-end score
document-accrual-banded = potential × banded score
document-bands = Bands
document-band-level = Acts on
document-band-from = From
document-band-to = To
document-band-cap = cap
document-band-value = Gives
document-band-value-to = Up to
document-band-indicator = indicators
document-band-objective = objectives
document-band-final = final scores

## Accepted findings

document-silences-intro = The check of the plan reports what follows; the body has looked at it and lets it stand, for the reason given.
document-accepted-rule = Rule
document-accepted-about = About
document-accepted-reason = Reason
document-accepted-who = Decided by
document-accepted-when = When
document-accepted-count = Findings
document-accepted-whole = the whole plan
