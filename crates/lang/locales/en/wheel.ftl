### The annual wheel: the year as a wheel, a list and a table, a step's page, the calendar

menu-year = Annual wheel

denied-keep-wheel = Steps of the annual wheel are moved and entrusted by the process consultant or the executive board.
denied-close-step = A step is closed by whoever answers for it, by the leader or chair of those who hold it, or by the process consultant or the executive board.
denied-keep-calendar = You can only make and close the address of your own calendar.

wheel-title = Annual wheel { $years }
wheel-title-of = Annual wheel { $years } for { $unit }
wheel-lead = The steps of the year, when they are held, who holds them, and what came of them.
wheel-term-lead = The whole term at once. Some steps are held in certain years only.
wheel-views = Ways to show the wheel
wheel-view-wheel = Wheel
wheel-view-list = List
wheel-view-table = Table
wheel-view-term = The whole term
wheel-year = Year
wheel-years = Other years
wheel-whose = Whose wheel
wheel-all-units = The whole municipality
wheel-whole = the whole municipality
wheel-to-calendar = Get it in your calendar
wheel-empty = The model has no annual wheel
wheel-empty-text = The steps are written in the municipality’s governance model. Ask a process consultant to put them in; then they stand here every year.
wheel-empty-unit = No step concerns the unit
wheel-empty-unit-text = None of the year’s steps is held by { $unit } or by anybody above it. Choose the whole municipality to see every step.

wheel-picture = { $title }. { $count ->
    [one] One step
   *[other] { $count } steps
  }, also in the list beside it.
wheel-arc = { $number }. { $step }: { $dates }. { $actor }. { $state }.
wheel-rings = The rings of the wheel, the outermost first
wheel-states = What the patterns mean
wheel-today = Today
wheel-month-1 = Jan
wheel-month-2 = Feb
wheel-month-3 = Mar
wheel-month-4 = Apr
wheel-month-5 = May
wheel-month-6 = Jun
wheel-month-7 = Jul
wheel-month-8 = Aug
wheel-month-9 = Sep
wheel-month-10 = Oct
wheel-month-11 = Nov
wheel-month-12 = Dec

wheel-state-late = late
wheel-state-running = under way
wheel-state-coming = to come
wheel-state-done = done
wheel-state-lapsed = without a result

wheel-kind-meeting = Meeting
wheel-kind-seminar = Seminar
wheel-kind-dialogue = Dialogue
wheel-kind-deadline = Deadline
wheel-kind-round = Follow-up
wheel-kind-decision = Decision
wheel-kind-work = Work

wheel-step = Step
wheel-days = Days
wheel-week = Week
wheel-weeks = weeks { $from }–{ $to }
wheel-actor = Held by
wheel-state = State
wheel-expected = Is to lead to
wheel-result = Result
wheel-nobody = Nobody yet
wheel-answers = Responsible: { $position }
wheel-statutory = deadline set by law
wheel-moved = moved
wheel-units-done = { $done } of { $units } are done
wheel-not-held = not held
wheel-term-year = { $year } (year { $place })

wheel-why-moved = Moved from { $rule }: { $reason }
wheel-why-rule = The model says { $model }; weekends, holidays and July are passed over.
wheel-why-law = The last day the law allows is { $law }.
wheel-begins-in = { $count ->
    [one] begins tomorrow
   *[other] begins in { $count } days
  }
wheel-ends-in = { $count ->
    [0] ends today
    [one] ends tomorrow
   *[other] ends in { $count } days
  }
wheel-late-by = { $count ->
    [one] was to be done yesterday
   *[other] was to be done { $count } days ago
  }
wheel-done-by = Done { $date }, recorded by { $name }.

wheel-came = What it led to
wheel-came-nothing = No meeting, follow-up, agreement or decision has come of the step yet. They appear here by themselves.
wheel-came-seminar = The goal seminar { $year }
wheel-came-rounds = Follow-up
wheel-came-agreements = { $total ->
    [one] One agreement, { $approved ->
        [0] not approved yet
       *[other] approved
      }
   *[other] { $total } agreements, { $approved } approved
  }
wheel-came-decisions = Decisions within the days of the step
wheel-came-decided = { $body }, { $date }, case { $case }
wheel-came-more = { $count ->
    [one] and one more
   *[other] and { $count } more
  }
wheel-order = Before and after
wheel-needs = Must be in place first
wheel-needs-none = No other step has to come first.
wheel-feeds = Builds on it
wheel-feeds-none = No other step waits for it.
wheel-history = History
wheel-units = Each on its own
wheel-units-lead = { $count } units at the level { $level } hold the step. Choose one to move, entrust or close its own.
wheel-unit-open = Not closed
wheel-whole-step = The whole municipality

wheel-move = Move the step
wheel-move-lead = The rule has put the step on working days. Move it when the year asks for something else; the reason stays with it.
wheel-move-why = For example “Winter holiday in week 7”.
wheel-move-do = Move
wheel-moved-done = “{ $step } { $year }” has been moved.
wheel-by-rule = By the rule
wheel-law = At the latest by law
wheel-put-back = Put back where the rule had it
wheel-put-back-done = “{ $step } { $year }” is back where the rule had it.
wheel-name-responsible = Name who is responsible
wheel-responsible-lead = Whoever is responsible gets the step as a task when it draws near, and closes it with a result.
wheel-responsible-do = Save
wheel-responsible-done = Who is responsible for “{ $step } { $year }” has been saved.
wheel-position = { $title }, { $unit }
wheel-close = Close with a result
wheel-reword = Reword the result
wheel-close-lead = Write what came of the step, so that whoever takes the next can build on it.
wheel-close-hint = Two or three sentences that others understand without having been there.
wheel-close-do = Save the result
wheel-closed-done = “{ $step } { $year }” has been closed with its result.
wheel-done-on = Done on
wheel-reopen = Open again
wheel-reopened-done = “{ $step } { $year }” is open again.
wheel-changed-meanwhile = Somebody else changed the step while you were writing. What you wrote still stands here. Go back to the step, look at the change, and try again.

wheel-next = Next in the annual wheel
wheel-see = See the wheel
wheel-next-begins = Begins { $date }
wheel-next-ends = Ends { $date }

overview-steps-late = { $count ->
    [one] A step of the annual wheel is late
   *[other] { $count } steps of the annual wheel are late
  }
overview-steps-close = { $count ->
    [one] A step of the annual wheel is under way with you
   *[other] { $count } steps of the annual wheel are under way with you
  }
overview-steps-begin = { $count ->
    [one] A step of the annual wheel begins soon
   *[other] { $count } steps of the annual wheel begin soon
  }
overview-steps-late-below = { $count ->
    [one] A step is late with somebody below you
   *[other] { $count } steps are late with somebody below you
  }
overview-steps-nobody = { $count ->
    [one] Nobody is responsible for a late step
   *[other] Nobody is responsible for { $count } late steps
  }
overview-step-late = Close “{ $step }” with a result
overview-step-close = See “{ $step }” through
overview-step-begin = Get ready for “{ $step }”
overview-step-late-below = Follow up on “{ $step }”
overview-step-nobody = Name somebody responsible for “{ $step }”
overview-step-about = { $whose }, { $from } to { $to }
overview-step-about-day = { $whose }, { $from }
overview-step-about-below = { $responsible }, { $from } to { $to }
overview-step-about-below-day = { $responsible }, { $from }

calendar-name = Annual wheel, { $municipality }
calendar-begins = Begins: { $step }
calendar-ends = Last day: { $step }
calendar-line = { $label }: { $text }
calendar-own = The annual wheel in your calendar
calendar-own-text = See your steps of the annual wheel in Outlook, Google Calendar or on your phone. You get a secret address that the calendar reads by itself; when a step is moved, it moves there too.
calendar-own-made = You have an address. It was made { $when } and is not shown again.
calendar-own-make = Make an address
calendar-own-again = Make a new address
calendar-own-revoke = Close the address
calendar-made-title = The address of your calendar
calendar-made-lead = The address is shown only now. Copy it into your calendar as a subscription.
calendar-address = Address
calendar-address-hint = In Outlook: Add calendar, Subscribe from web. In Google Calendar: Other calendars, From URL.
calendar-subscribe = Subscribe in the calendar program
calendar-back = Back to my account
calendar-secret-title = Treat it like a password
calendar-secret = Whoever has the address can see your steps without logging in. If it has come into the wrong hands, close it under “My account” and make a new one. An earlier address no longer works.
calendar-revoked-done = The address of your calendar has been closed.
