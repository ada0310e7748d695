### Words that are used everywhere. Every key is called area-thing; every sentence is whole.

# Deeds
common-save = Save
common-cancel = Cancel
common-edit = Edit
common-remove = Remove
common-back = Back
common-next = Next
common-previous = Previous
common-search = Search
common-clear = Clear
common-filter = Filter
common-choose = Choose
common-show = Show
common-open = Open
common-close = Close
common-go-home = Go to the overview

# Answers and small words
common-none = None
common-all = All
common-not-set = Not given
common-optional = optional
common-from = From
common-history = History
common-history-open = Show all that has happened
common-title = Title
common-period = Period
common-unit = Unit
common-kind = Kind
common-owner = Owner
common-responsible = Responsible
common-result-count = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
common-pages = Pages

# The frame of the page
frame-skip = Skip to the content
frame-menu = Menu
frame-main-menu = Main menu
frame-breadcrumb = You are here
frame-switch-language = På dansk
frame-log-in = Log in
frame-log-out = Log out
frame-accessibility = Accessibility
frame-version = Version { $version }
frame-day = Demonstration: the day is { $day }

# The menu
menu-overview = Overview
menu-chain = The chain
menu-agreements = Agreements
menu-follow-up = Follow-up
menu-units = Units
menu-search = Search
menu-setup = Set-up
menu-organisation = Organisation
menu-people = People and roles
menu-model = Model and words
menu-imports = Imports
menu-audit = Audit log

# Roles
role-council-member = Council member
role-committee-member = Committee member
role-committee-chair = Committee chair
role-chief-executive = Chief executive
role-director = Director
role-department-head = Department head
role-institution-leader = Institution leader
role-board-member = Board member
role-employee = Employee
role-works-council-member = Works council member
role-consultant = Process consultant
role-controller = Controller
role-administrator = Administrator
role-standing-in = { $name } standing in for { $other }

# The six endings: what happened, why, and what you can do
ending-done-title = Done
ending-not-found-title = There is no such page
ending-not-found-text = There is nothing here to show you. It may have moved, or the address may be misspelt.
ending-not-found-do = Check the address, search for what you need, or start again from the overview.
ending-denied-title = You may not do this
ending-denied-text = You can see it, but your role does not allow you to do this here.
ending-denied-do = If you need to, ask the person responsible for the unit, or your administrator.
ending-conflict-title = Somebody else saved in the meantime
ending-conflict-text = While you were writing, somebody else changed the same thing. Nothing is lost: both versions are here.
ending-conflict-do = Read them both, and save the text that should stand.
ending-refused-title = This cannot be done yet
ending-refused-text = Something in what you sent has to be put right first. Everything you wrote is still here.
ending-refused-do = Put right what is named below, and send again.
ending-fault-title = Something went wrong on our side
ending-fault-text = It was not your doing. What you were working on has not been saved.
ending-fault-do = Try again in a moment. If it happens again, give your administrator the reference below.
ending-busy-title = Please wait
ending-busy-text = There have been too many attempts in a short time.
ending-busy-do = Wait a few minutes, and try again.

# The page with both texts
conflict-yours = What you wrote
conflict-theirs = What stands now
conflict-save-yours = Save my text
conflict-keep-theirs = Keep what stands now

# Faults in fields
fault-text-empty = This field must be filled in.
fault-text-too-long = The text is too long. There is room for { $most } characters.
fault-choice-empty = Choose one of the options.
fault-date-empty = Write a date.
fault-date-unreadable = This cannot be read as a date. Write it like this, for example: { $example } (day/month-year).
fault-date-no-year = Write the year too, for example { $example }.
fault-date-no-such-month = There are only twelve months. Write the day before the month, for example { $example }.
fault-date-no-such-day = There is no such day. The last day of that month is { $last }.
fault-date-year-out-of-reach = The year must be between 1900 and 2199.
fault-date-backwards = The last day is before the first. Change one of them.
fault-figure-empty = Write a number.
fault-figure-unreadable = This cannot be read as a number. Write it the Danish way, with a comma before the decimals: 1234,5.
fault-figure-too-fine = The number has too many decimals. There is room for { $most }.
fault-figure-too-large = The number is too large.
fault-file-missing = Choose a file.

# What stands beside a field
hint-date = For example { $example } (day/month-year)
hint-kroner = In kroner with a comma before the øre, for example 1234,50

# Formats
format-weekday-date = { $weekday } { $date }
format-date-time = { $date } at { $time }
format-week = week { $week }
format-span = { $from } – { $to }
format-span-in-month = { $from }–{ $to }
format-span-open = from { $from }
format-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}

# Other words of the frame
frame-authority = Responsible authority:
frame-line-up = Your place in the chain
frame-draft-restored = We found what you wrote last time and put it back.
frame-draft-discard = Discard the draft
fault-prefix = Error:
fault-line = { $label }: { $fault }
fault-summary-title = Something needs correcting
