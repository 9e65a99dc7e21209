## Pages of the server: who enters, where one begins, what does not work

role-administrator = Administrator
role-performance-office = Performance office
role-secretary-general = Secretary General
role-manager = Manager
role-indicator-owner = Indicator owner
role-evaluator = Evaluator
role-oiv = OIV
role-board = Board
role-staff = Staff

web-demo-author = Demonstration
web-account = My profile
web-foot-accessibility = Accessibility statement
web-plan-untitled = Untitled plan
web-findings-count = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
web-undo = Undo the change
web-nav-home = Home
web-nav-albero = Tree
web-nav-cruscotti = Dashboards
web-nav-pesi = Weights
web-nav-organizzazione = Organisation
web-nav-monitoraggio = Monitoring
web-nav-verifica = Check
web-nav-documenti = Documents
web-nav-registro = Log
web-nav-persone = People

web-bodies-title = Choose the body
web-bodies-text = Several bodies work in this installation. Which one do you enter?
web-first-title = First start
web-first-text = There is no body yet. Create the first one with its administrator, who will create the other accounts.
web-first-body-name = Name of the body
web-first-body-name-help = As pages and documents say it.
web-first-body = Short name
web-first-body-help = It stands in the addresses of pages: small letters, digits and hyphens.
web-first-body-wrong = Write 2 to 40 small letters, digits or hyphens, beginning with a letter.
web-first-name = Role or name of the administrator
web-first-login = Login
web-first-mail = E-mail
web-first-password = Password
web-first-password-help = At least { $length } characters: a sentence is safer and easier to remember.
web-first-create = Create
web-field-empty = Fill in this field.
web-password-short = Use at least { $length } characters.
web-password-long = Too long: 256 characters at most.

web-sign-in-title = Sign in
web-sign-in-text = Performance planning, monitoring and results.
web-sign-in-login = Login
web-sign-in-password = Password
web-sign-in-enter = Sign in
web-sign-in-refused = Login or password are not right. Check them and try again.
web-sign-in-locked = Too many attempts. Try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
web-sign-in-ended = The session ended before the form arrived. Sign in again: what you typed is kept.
web-sign-in-demo = This is a demonstration. The password is the same for all: { $password }
web-sign-in-ready = { $role }: { $login }
web-resend-title = What you had typed
web-resend-text = The session had ended, but nothing is lost. Look it over and send it again.
web-resend-send = Send
web-resend-leave = Leave it

web-failure-again = Send again
web-failure-unsaved = What you typed is still here: send it again in a while, and do not close the page.
web-failure-unsaved-file = What you typed is still here: send it again in a while, and do not close the page. Files must be attached once more.
web-failure-home = Back to the start
web-failure-not-found = This page does not exist
web-failure-not-found-help = The address may have changed, or the thing may have been taken out of the plan. Look for it from the start or by the search.
web-failure-sign-in = You must sign in
web-failure-sign-in-help = This page is for who has signed in.
web-failure-forbidden = Your role does not allow it
web-failure-forbidden-help = If you need it, ask the administrator of your body.
web-failure-foreign = The request does not come from a page of ours
web-failure-foreign-help = Go back to the page, load it again and send again.
web-failure-unreadable = What arrived cannot be read
web-failure-unreadable-help = The form or file is incomplete or damaged. Try to send it again.
web-failure-too-large = The file is too large
web-failure-too-large-help = Make it smaller or split it, then send it again. The limit is written beside the field.
web-failure-bad-date = The date cannot be read
web-failure-bad-date-help = Choose the date from the list of checkpoints.
web-failure-too-many = Too many requests
web-failure-too-many-help = Try again in { $seconds } seconds.
web-failure-conflict = Somebody changed the same thing
web-failure-conflict-help = Nothing you typed is lost: go back, look at the new version and choose.
web-failure-gone = The data cannot be reached at the moment
web-failure-gone-help = Nothing was saved by halves. Try again soon: the page recovers by itself.
web-failure-full = There is no room left for the data
web-failure-full-help = Nothing was saved by halves. Tell the administrator of the installation: disk space is needed.
web-failure-broken = Something did not work
web-failure-broken-help = It is a mistake of the program, and stands in its log. What was saved is safe.

web-home-title = Home
web-home-greeting = Good work, { $name }.
web-home-nothing = There is no plan yet
web-home-nothing-text = The performance office can import one from a workbook or copy last year's.
web-home-waiting = What awaits you
web-home-standing = How we stand
web-home-body = Body
web-home-worst = Objectives to look at first
web-home-findings-error = { $count ->
    [one] error in the plan
   *[other] errors in the plan
}
web-home-findings-warning = { $count ->
    [one] warning in the plan
   *[other] warnings in the plan
}
web-column-objective = Objective
web-column-score = Score
web-column-state = State

web-tree-page = Performance tree
web-tree-caption = Areas, objectives and indicators with weight, score and state
web-tree-picture = See it as a picture
web-tree-all = Everything in the plan, by kind

web-accessibility-title = Accessibility statement
web-accessibility-lead = These pages are made to be used by everybody, also by keyboard alone, with a screen reader or without JavaScript.
web-accessibility-state = Conformance
web-accessibility-state-text = The pages follow WCAG 2.1, level AA (EN 301549). Every version of the program is tried page by page with an automatic tool in a real browser; an assessment by people is up to the body that uses it.
web-accessibility-how = How they are made
web-accessibility-how-text = The state of objectives and indicators is told by word and symbol, not by colour alone. Pictures have a table of the same figures. PDF documents follow PDF/UA.
web-accessibility-say = Reports
web-accessibility-say-text = If something is hard to use, write to the office of the body responsible for accessibility, naming the page and the tool you use.

role-administrator-what = creates accounts and roles, reads the log; neither sees nor changes the data of the plan.
role-performance-office-what = keeps the plan, opens and closes campaigns, produces documents.
role-secretary-general-what = sees everything, confirms data and judges.
role-manager-what = sees everything; enters, confirms and judges for the own area and what depends on it.
role-indicator-owner-what = enters the actuals of the own unit, with evidence.
role-evaluator-what = reads the plan; individual sheets come with individual evaluation.
role-oiv-what = sees everything, the log included; remarks and judges, changes no data.
role-board-what = reads the plan and the results.
role-staff-what = reads the plan and the results.
rights-title = Roles and rights
rights-text = This page is written by the program, from the table by which the server decides. A person may have several roles, each for a unit and a time; they add up.
rights-column = What may be done
rights-reach = "Own unit": what the plan entrusts to that unit. "Unit and below": also what is entrusted to those that depend on it in the organisation chart. An objective that names neither units nor responsibles belongs to whoever heads all the units that enter its indicators and activities; where they are of several heads, to whoever stands above them.
reach-nothing = –
reach-own = own unit
reach-below = unit and below
reach-body = whole body
right-read = Read plan, scores and explanations
right-edit-plan = Change the plan
right-import = Import a plan, copy last year's
right-run-campaigns = Open, close and reopen campaigns, remind
right-enter = Enter actuals and evidence
right-confirm = Confirm actuals or send them back
right-judge = Write a judgement beside the computed figure
right-remark = Write a remark
right-produce = Produce documents
right-read-findings = Read the findings of the check
right-read-log = Read the log of changes
right-keep-accounts = Keep accounts and roles
