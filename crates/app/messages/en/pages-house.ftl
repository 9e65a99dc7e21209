## Accounts, profile, log

role-rpct = Anti-corruption and transparency officer (RPCT)
role-auditor = Auditor
role-accessibility-officer = Accessibility officer
role-working-group = Member of a working group
rights-function = a function named by the body: it says who somebody is; reads as staff do, and who must do more has a role beside.

web-people-title = People
web-people-text = Who signs in, with which roles, for which unit and since when.
web-people-caption = Accounts of the body
web-people-new = New account
web-people-new-title = Who it is
web-people-new-help = The program writes the first password and shows it once. Other roles are added afterwards.
web-people-create = Create the account
web-people-save = Save
web-people-any = all
web-people-choose = choose
web-people-count = { $count } of { $all } accounts
web-people-filter-q = Name, login or mail
web-people-filter-ruolo = Role
web-people-filter-stato = State
web-people-column-name = Name
web-people-column-login = Login
web-people-column-roles = Roles today
web-people-column-mail = Mail
web-people-column-state = State
web-people-state-active = active
web-people-state-locked = locked
web-people-state-no-password = no password
web-people-state-disabled = disabled
web-people-locks = Locked now
web-people-locks-help = After too many wrong passwords one waits. The lock ends by itself; if you know the person, you may lift it.
web-people-lock-login = Login
web-people-lock-address = Network address
web-people-locked = { $failures } wrong attempts, until { $until }
web-people-lift = Lift the lock
web-body-title = Name of the body
web-body-help = Read on top of the pages and where one signs in.

web-people-details = Details
web-people-name = Name or role
web-people-name-help = As read on the pages and in the log.
web-people-login = Login
web-people-login-help = Small letters, no spaces.
web-people-mail = Mail
web-people-mail-help = For the reminders of campaigns.
web-people-language = Language
web-people-language-any = that of the browser
web-people-too-long = Too long: at most 120 characters.
web-people-login-wrong = Use at most 120 characters, without spaces.
web-people-login-taken = Another account has it: choose a different one.
web-people-mail-wrong = This is not a mail address, such as name@body.it.
web-people-is-disabled = This account is disabled: nobody can sign in with it.

web-people-roles = Roles
web-people-roles-help = They hold together. A role that ends stays written; one given by mistake is taken away.
web-people-roles-none = No role: signs in, but sees nothing.
web-people-time-always = without an end
web-people-time-from = from { $from }
web-people-time-until = until { $until }
web-people-time-from-until = from { $from } until { $until }
web-people-role-fine = End today
web-people-role-togli = Remove
web-people-role-title = Add a role
web-people-role-give = Add
web-people-role = Role or function
web-people-role-help = Several people may have the same role for the same unit.
web-people-unit = Unit
web-people-unit-help = For managers and owners: the role holds for it (for managers also for what stands below).
web-people-whole-body = the whole body
web-people-from = From
web-people-from-help = Empty: from now.
web-people-until = Until
web-people-until-help = Last day. Empty: without an end.
web-people-reason = Reason
web-people-reason-help = You are changing your own rights: it stays in the log, with the reason.
web-people-role-unknown = Choose a role of the list.
web-people-unit-unknown = Choose a unit of the list.
web-people-unit-needed = Choose the unit that it answers for.
web-people-day-wrong = The date cannot be read.
web-people-until-before = It ends before it begins.
web-people-reason-needed = An administrator who gives himself access to data writes the reason.
web-people-last-administrator = This is the last administrator without an end: give the role to another one first.

web-people-password = New password
web-people-password-help = For who forgot it. The program writes one, shows it once and closes the open sessions; who signs in changes it.
web-people-password-make = Write a new password
web-people-password-title = Password to hand over
web-people-password-text = Hand it to { $name }, in person or by a safe way.
web-people-password-once = It is seen only now: the program does not keep it. Who signs in with it is led to change it.
web-people-password-kept = Done
web-people-disable = Disable the account
web-people-disable-help = Nobody signs in with it any more and its sessions close; what it did stays.
web-people-enable = Enable the account
web-people-enable-help = It may sign in again, with the password it had.

web-sessions-title = Open sessions
web-sessions-none = None.
web-sessions-one = Since { $begun }
web-sessions-this = This one, since { $begun }
web-sessions-seen = used { $seen }, ends { $ends } at the latest
web-sessions-close = Close
web-sessions-close-all = Close all
web-sessions-own-help = If you do not know one of them, close it and change the password.
web-sessions-leave-all = Sign out everywhere, here too

web-profile-details = My details
web-profile-login = You sign in as { $login }; only an administrator changes it.
web-profile-password = Password
web-profile-old = Present password
web-profile-new = New password
web-profile-again = New password, again
web-profile-password-change = Change the password
web-profile-old-wrong = This is not the present one.
web-profile-old-locked = Too many attempts: wait some minutes.
web-profile-again-wrong = The two new passwords differ.
web-profile-roles-help = Given by who keeps the accounts.

web-lock-author = The server
web-lock-mail-subject = Your access to Traguardo is locked until { $hour }
web-lock-mail-greeting = Hello { $name },
web-lock-mail-what = a wrong password was typed too many times for your login “{ $login }” ({ $body }). So nobody can sign in with that login until { $hour } on { $day }; afterwards you sign in as usual, and your password stays the one you have.
web-lock-mail-do = If it was not you, tell whoever keeps the accounts of your body: they can lift the lock earlier and give you a new password. Nobody will ever ask you for your password by mail.

web-done-account-change = Details saved.
web-done-account-disable = Account disabled, sessions closed.
web-done-account-enable = Account enabled.
web-done-grant-add = Role added.
web-done-grant-end = The role has ended.
web-done-grant-remove = Role removed.
web-done-session-close = Session closed.
web-done-lock-lift = Lock lifted.
web-done-body-rename = Name of the body changed.
web-done-password-change = Password changed; the other sessions are closed.
web-done-password-given = You signed in with a password written by others: change it now.

web-log-title = Log
web-log-text = Every change: who, when, what stood there before and what stands there since. Entries are not changed and not removed.
web-log-caption = Entries of the log, the last first
web-log-range = entries { $first } to { $last }
web-log-nothing = No entry
web-log-nothing-text = There is nothing with these filters: remove them or widen the dates.
web-log-column-when = When
web-log-column-who = Who
web-log-column-what = What
web-log-column-thing = Thing
web-log-column-before = Before
web-log-column-after = After
web-log-filter-dal = From day
web-log-filter-fino = Until day
web-log-filter-chi = Who
web-log-filter-piano = Plan
web-log-filter-azione = What
web-log-filter-voce = Number of the thing
web-log-filter-lotto = Batch
web-log-verify = Verify the chain
web-log-whole = The chain is whole: { $count ->
    [one] one entry verified
   *[other] { $count } entries verified
}, none altered, removed or moved.
web-log-digest = Digest of the last:
web-log-back = Back to the log
web-log-batch = Change no. { $number }
web-log-batch-text = { $who }, { $at }: { $count ->
    [one] one entry
   *[other] { $count } entries
}.
log-flaw-altered = Entry { $number } is not as it was written: somebody changed it in the database. Up to { $count } the chain is whole.
log-flaw-missing = Entry { $number } is gone: somebody removed it from the database. Up to { $count } the chain is whole.
log-flaw-out-of-order = Entry { $number } does not follow the one before: somebody moved or replaced entries. Up to { $count } the chain is whole.
log-flaw-cut-off = The chain ends before entry { $number }: somebody removed the last ones from the database. Up to { $count } it is whole.
log-flaw-beyond-end = Entry { $number } stands after the end of the chain: somebody added it in the database. Up to { $count } the chain is whole.

log-action-record-set = field changed
log-action-record-add = thing added
log-action-record-remove = thing removed
log-action-record-move = thing moved
log-action-plan-add = plan added
log-action-plan-rename = plan renamed
log-action-plan-archive = plan archived or taken back
log-action-plan-undo = change undone
log-action-campaign-open = campaign opened
log-action-campaign-due = due date of the campaign changed
log-action-campaign-close = campaign closed
log-action-campaign-reopen = campaign reopened
log-action-entry-add = entry asked for
log-action-entry-assign = entry assigned
log-action-entry-step = entry moved on or sent back
log-action-evidence-add = evidence added
log-action-evidence-remove = evidence removed
log-action-remark-add = remark or judgement
log-action-document-keep = document produced
log-action-account-add = account created
log-action-account-change = account changed
log-action-account-password = password changed
log-action-account-disable = account disabled or enabled
log-action-account-lock = account locked or unlocked
log-action-grant-add = role given
log-action-grant-end = role ended
log-action-grant-remove = role removed
log-action-session-open = signed in
log-action-session-close = signed out
log-action-sessions-close = sessions closed
log-action-lock-begin = lock begun
log-action-lock-lift = lock lifted
log-action-body-add = body created
log-action-body-rename = body renamed
web-failure-bad-number = The number cannot be read
web-failure-bad-number-help = The address or the filter wants a whole number.

## Settings of the server (docs/guida/server.md)

settings-heads = | setting | default | what for |
setting-listen = address and port on which it answers
setting-address = address at which people reach it, such as https://performance.body.it; if it begins with https, cookies pass on encrypted connections only and browsers are told to use https always
setting-database = folder of the data, or address postgres://… of a PostgreSQL; empty: DATABASE_URL, else the folder of --data
setting-language = language of who has not chosen one: it or en
setting-session-idle-minutes = minutes without a request after which a session ends
setting-session-hours = hours after which a session ends in any case
setting-password-length = characters that a password needs
setting-upload-megabytes = how large a form with files may be, in MB
setting-request-seconds = seconds after which a request is given up
setting-requests-per-minute = pages that one network address may ask for in a minute, of each process; 0: as many as it likes. An office often comes from one address
setting-proxies = IP addresses of the body's proxies, separated by commas: only they are believed about where a request comes from (X-Forwarded-For)
setting-mail-server = mail server: smtp://name:port, smtps://name or smtp+starttls://name; empty: no mail is sent
setting-mail-from = sender of the messages
setting-mail-user = who signs in to the mail server
setting-mail-password = password of the mail server
setting-log = what is written in the program's log: error, warn, info, debug

## Command line: log, accounts, backups

cli-audit-usage = traguardo audit verify [--body BODY] [--config FILE] [--data DIR]
cli-audit = Verifies that the log of changes is whole
cli-audit-long = Goes through the log of changes of every body and checks that no entry was altered, removed, added or moved in the database. For each body it prints how many entries it verified and the digest of the last: who keeps it elsewhere can tell even a log that was written anew.

    Status: 0 whole, 1 not.
cli-arg-audit = verify
cli-arg-body = Short name of the body
cli-audit-whole = { $body }: log whole, { $count ->
    [one] one entry
   *[other] { $count } entries
}, digest { $digest }
cli-audit-flaw = { $body }: { $what }
cli-audit-nobody = no body
cli-admin-usage = traguardo admin create --body BODY --login LOGIN [--name NAME] [--body-name NAME] [--mail ADDRESS] [--config FILE] [--data DIR]
cli-admin = Creates an administrator
cli-admin-long = Creates the account of an administrator, and the body if it is not there yet. The password is typed on the terminal, unseen, or comes on standard input (one line).
cli-arg-admin = create
cli-arg-login = Login
cli-arg-name = Name read on the pages (else the login)
cli-arg-body-name = Name of the body, if it is new
cli-arg-mail = Mail
cli-admin-password = Password (at least { $length } characters):
cli-admin-again = Once more:
cli-admin-done = Created { $login }, administrator of { $body }. Sign in at { $address }
cli-admin-different = the two passwords differ
cli-admin-different-help = repeat the command
cli-admin-taken = in the body { $body } there is an account "{ $login }" already
cli-admin-taken-help = choose another --login; a forgotten password is renewed by an administrator on the page People
cli-admin-body = "{ $body }" cannot be the short name of a body
cli-admin-body-help = use 2 to 40 small letters, digits or hyphens, beginning with a letter
cli-admin-no-password = no password came
cli-admin-no-password-help = type it on the terminal, or send it to standard input: echo "…" | traguardo admin create …
cli-backup-usage = traguardo backup FILE [--force] [--config FILE] [--data DIR]
cli-backup = Copies all data into one file, while the server works
cli-backup-long = Copies into one file all that the server keeps: bodies, plans, accounts, campaigns, evidence, documents, log. The server may work meanwhile: the copy is of one moment. In the end the file is read again and verified.
cli-restore-usage = traguardo restore FILE [--config FILE] [--data DIR]
cli-restore = Puts the data of a backup into an empty installation
cli-restore-long = Puts into an empty installation all that a backup made with "traguardo backup" holds, even from the other database (from the folder to PostgreSQL, or back). It verifies the file before, and the log after: if anything is wrong, nothing stays.
cli-arg-backup = File of the backup
cli-working-backup = copying…
cli-working-restore = putting the data back…
cli-backup-done = { $path }: { $rows ->
    [one] one row
   *[other] { $rows } rows
} of { $tables } tables, { $size } KB, read again and verified
cli-restore-done = { $path }: { $rows ->
    [one] one row put back
   *[other] { $rows } rows put back
}, log verified
cli-restore-full = the installation is not empty
cli-restore-full-help = put the backup into a new folder (--data) or an empty database; the one that is there was not touched
cli-backup-damaged = the backup is not whole: { $cause }
cli-backup-damaged-help = use another one; the installation was not touched
cli-no-data = there are no data here: { $path }
cli-no-data-help = name the folder with --data, or the file of settings with --config
