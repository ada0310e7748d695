### Logging in, one's own account, logins

login-title = Log in
login-lead = Pejl shows the way from what the council wants to what happens every day.
login-name = Username
login-password = Password
login-wrong = The username and the password do not match. Try again.
login-wait = There have been too many attempts. Wait { $minutes } minutes and try again.
login-demonstration = Try Pejl as …
login-demonstration-lead = Choose a seat in one of the four municipalities. The password is { $password }.

own-title = My account
own-lead = You are logged in as { $login }.
own-password = Choose another password
own-password-current = Your password now
own-password-new = New password
own-password-hint = At least 12 characters. Several words in a row are easy to remember and hard to guess.
own-password-save = Change password
own-everywhere = Log out everywhere
own-everywhere-text = If you are logged in on another machine, or have lost one, you can log out of them all at once.
own-everywhere-do = Log out everywhere
own-logged-out-everywhere = You are logged out everywhere.

accessibility-title = Accessibility
accessibility-aim = Everybody must be able to use Pejl: by keyboard, with a screen reader, enlarged, without colour vision and without JavaScript. We follow EN 301 549, which includes WCAG 2.1 level AA.
accessibility-tested = Every page is tested automatically with axe and gone through by keyboard alone before a new version is released.
accessibility-known = We know of no faults at the moment. On small screens the chain map is shown as lists, because a wide map cannot be read there.
accessibility-contact = If you find something that does not work for you, write to your municipality. It is responsible for this site and for answering you.

denied-change-own-password = You can only change your own password.
denied-keep-logins = Logins are created and closed by an administrator.
denied-write-synthetic = Synthetic municipalities are written only at the machine's command line.
denied-stand-on-day = Which day the municipality stands on is decided only at the machine’s command line.
denied-see-denials = The security log is seen by an administrator.
denied-see-audit = The audit trail is seen by consultants, controllers, administrators and the chief executive.

event-login-created = { $name } was given a login: { $login }
event-login-password-set = The password of { $login } was changed
event-login-closed = The login { $login } was closed
refused-login-form = A username is 3–100 characters: letters from a to z, digits, dots, hyphens.
refused-login-taken = The username is taken, or the person has a login already.
refused-password-length = The password must have at least { $least } characters.
refused-password-current = That is not your password now. Type the one you logged in with.

# Logins
logins-lead = Each login belongs to a person. The position decides what the person can do.
login-new = Create login
login-new-lead = Choose a password for the person, and ask for it to be changed at the first visit.
login-create = Create the login
login-whose = Person
login-seen = Last here
login-never-seen = not yet
login-name-hint = Letters from a to z, digits, dots and hyphens.
login-first-password = First password
login-first-password-hint = At least 12 characters. The person can change it under “My account”.
login-another-password = New password
login-password-title = New password for { $login }
login-password-lead = { $name } will be logged out everywhere.
login-close = Close the login
login-close-title = Close the login { $login }
login-close-lead = { $name } can no longer log in. What the person has done remains.
login-close-do = Close the login { $login }
login-created = The login { $login } has been created.
login-password-set = The password of { $login } has been changed.
login-closed = The login { $login } has been closed.

# Audit log and denials
audit-lead = Everything that was done, newest first. Each line is sealed with the one before it, so that none can be changed or removed unseen.
audit-operator = The system’s operator
audit-verify = Check the log
audit-person = Who
audit-whose = Only what { $name } has done
audit-nobody = Nobody has that name. Try a part of it.
audit-empty = Nothing has been done yet
audit-empty-text = A line comes here whenever somebody creates, changes or adopts something.
audit-newest = Newest
audit-older = Older
audit-whole = The log is whole
audit-whole-text = { $count ->
    [one] Its one line has been checked.
   *[other] Each of its { $count } lines follows from the one before.
}
audit-broken = The log is broken
audit-broken-text = Line { $count } does not follow from the one before. It was changed behind Pejl’s back. Tell whoever runs the system.
audit-cut = The log has been cut
audit-cut-text = The last line is number { $last }, but there have been { $expected }. Tell whoever runs the system.
denials-lead = What somebody asked for and may not do. The newest 200.
denials-empty = Nobody has been denied
denials-empty-text = A line comes here when somebody asks for something their position gives no right to.
denials-when = When
denials-who = Who
denials-what = What
denials-where = Where
action-install-model = Install a governance model
action-keep-organisation = Change the organisation
action-import-organisation = Import the organisation
action-write-synthetic = Write a trial municipality
action-stand-on-day = Let the municipality stand on a day
action-appoint-stand-in = Appoint a stand-in
action-keep-logins = Keep logins
action-change-own-password = Change one’s own password
action-see-audit = See the audit log
action-see-denials = See denials
action-draft-element = Write a draft
action-propose-element = Propose
action-return-element = Send back
action-adopt-element = Adopt
action-withdraw-element = Withdraw
action-run-element = Report on an action
action-tie-element = Tie together
action-ask-stance = Put a goal forward
action-answer-stance = Answer a goal
action-hand-over-element = Move to another unit
