# The rules of the annual wheel: what happened, and why something was refused.
# A sentence about a step has $step (its name) and $year; an event also $whose, a unit or the whole municipality.

event-step-moved = “{ $step } { $year }” ({ $whose }) was moved to { $from } – { $to }: { $reason }
event-step-put-back = “{ $step } { $year }” ({ $whose }) was put back by the rule: { $from } – { $to }
event-step-entrusted = “{ $step } { $year }” ({ $whose }) got somebody responsible
event-step-let-go = “{ $step } { $year }” ({ $whose }) has nobody responsible any more
event-step-done = “{ $step } { $year }” ({ $whose }) was done { $on }: { $result }
event-step-reworded = The result of “{ $step } { $year }” ({ $whose }), done { $on }, was reworded: { $result }
event-step-reopened = “{ $step } { $year }” ({ $whose }) was opened again
event-calendar-made = { $name } made an address for their calendar
event-calendar-revoked = { $name } closed the address of their calendar

refused-step-not-held = “{ $step }” is not held in { $year } by the model. Choose a year in which it is.
refused-step-why = Write why the step is moved.
refused-step-backwards = The last day is before the first. Swap them.
refused-step-other-year = The step belongs to { $year }. Choose a day in that year or the next.
refused-step-past-law = The law allows no day later than { $law }. Choose that one or an earlier one.
refused-step-past-fed = “{ $other }” ({ $from } – { $to }) builds on “{ $step }” and cannot come before it. Choose earlier days, or move “{ $other }” first.
refused-step-before-needed = “{ $step }” builds on “{ $other }” ({ $from } – { $to }) and cannot come before it. Choose later days, or move “{ $other }” first.
refused-step-not-moved = The step is already where the rule puts it.
refused-step-no-result = Write what came of the step.
refused-step-done-later = That day has not come yet. Choose a day up to { $today }.
refused-step-not-done = The step is not closed, so there is nothing to open again.
refused-step-position = There is no such position today. Choose another.
