# What the rules about dialogue meetings say: what happened, and why something cannot be done.

event-meeting-planned = { $meeting } was planned as { $form }
event-meeting-edited = { $meeting } was changed
event-meeting-form-chosen = The committee chose the form of { $meeting }: { $form }
event-meeting-invited = { $units ->
    [one] { $units } unit was invited to { $meeting }
   *[other] { $units } units were invited to { $meeting }
}
event-meeting-started = { $meeting } was opened
event-meeting-ended = { $meeting } was ended
event-meeting-resumed = { $meeting } was resumed
event-meeting-cancelled = { $meeting } was called off
event-preparation-written = { $unit } wrote on its preparation for { $meeting }
event-preparation-ready = { $unit } is ready for { $meeting }
event-unit-absent = { $unit } was not at { $meeting }
event-unit-present = { $unit } was at { $meeting }
event-input-given = Input from { $from } in { $unit } to { $meeting }
event-contribution-noted = A contribution to { $meeting } was written down: { $speaker }
event-contribution-mended = A contribution to { $meeting } was mended
event-contribution-struck = A contribution to { $meeting } was deleted
event-draft-worded = “{ $title }” was worded at { $meeting }
event-draft-reworded = “{ $title }” was reworded at { $meeting }
event-draft-struck = “{ $title }” was given up at { $meeting }
event-draft-proposed = { $number } { $title } was proposed to the committee after { $meeting }
event-minutes-written = The minutes of { $meeting } were written on
event-minutes-circulated = The minutes of { $meeting } were sent to those who were there
event-minutes-commented = The minutes of { $meeting } were commented on
event-minutes-amended = The comments on the minutes of { $meeting } are being worked in
event-minutes-approved = The committee approved the minutes of { $meeting }
event-briefing-begun = Briefing { $year } for { $committee } was begun
event-briefing-drawn = The figures in briefing { $year } for { $committee } were fetched again
event-briefing-edited = Briefing { $year } for { $committee } was written on
event-briefing-sent = Briefing { $year } was sent to { $committee } under the seal { $seal }

refused-meeting-state = { $meeting } is { $state } and cannot { $verb }.
refused-meeting-without-host = Choose the committee that holds the meeting.
refused-meeting-host-twice = The same committee stands twice. Choose it once.
refused-meeting-unit-twice = The same unit stands twice. Choose it once.
refused-meeting-too-many-units = A meeting can have at most { $most } units. Divide it into several.
refused-meeting-too-many-items = An agenda can have at most { $most } items. Join some of them.
refused-meeting-year = { $year } is not a year that can be planned for. Write for example 2020.
refused-meeting-unknown-kind = Your model has no such kind of unit. Choose one on the list.
refused-meeting-unknown-step = Your annual wheel has no such step. Choose one on the list.
refused-meeting-uninvited = Units that are invited to { $meeting } cannot be taken off again. Call the meeting off, or let them stand.
refused-meeting-form-chosen = The committee has chosen the form of { $meeting }, and the units are invited. Call the meeting off if the form shall be another.
refused-meeting-form-not-chosen = The committee has not chosen the form of { $meeting } yet. Record the choice first.
refused-meeting-without-day = { $meeting } has no day. Write the day before the units are invited.
refused-meeting-without-agenda = { $meeting } has no agenda. Write at least one item before the units are invited.
refused-meeting-without-units = { $meeting } has no units. Choose those to be invited.
refused-meeting-not-single = { $meeting } is with one unit alone. Choose exactly one, or let the committee choose another form.
refused-meeting-without-kind = { $meeting } is for all of the same kind. Choose the kind.
refused-meeting-not-alike = { $unit } is not of the kind { $meeting } is for. Take it off, or let the committee choose another form.
refused-meeting-without-theme = { $meeting } is across kinds. Write the area or the theme it is about.
refused-meeting-not-mixed = { $meeting } is across kinds. Choose at least two units, or let the committee choose another form.
refused-meeting-before-its-day = { $meeting } is not until { $on }. Open it on the day, or move it.
refused-meeting-cancel-why = Write why { $meeting } is called off.
refused-preparation-empty = Write something before you say that you are ready for { $meeting }.
refused-input-uninvited = { $unit } is not invited to { $meeting }.
refused-contribution-elsewhere = That unit is not at { $meeting }. Choose one on the list, or nobody in particular.
refused-contribution-struck = The line is deleted and cannot be mended. Write it again.
refused-contribution-used = { $drafts ->
    [one] { $drafts } guidepost is worded from the line. Give the guidepost up, or mend the line.
   *[other] { $drafts } guideposts are worded from the line. Give them up, or mend the line.
}
refused-contribution-too-long = The line is too long. There is room for 1,000 characters.
refused-draft-from-nothing = Tick what the guidepost comes from. A guidepost begins with something that was said.
refused-draft-from-elsewhere = One of the lines is deleted or belongs to another meeting. Tick those that stand on the page.
refused-draft-proposed = “{ $title }” is proposed to the committee and is now changed in the chain.
refused-draft-struck = “{ $title }” is given up. Write it again if it shall be there.
refused-draft-no-guideposts = Your model has no guideposts with { $committee }. Mend the model, or choose another committee.
refused-minutes-empty = There is nothing in the minutes of { $meeting }. Write something before they are sent out.
refused-briefing-sent = Briefing { $year } for { $committee } is sent and stands for good.
refused-briefing-empty = There is nothing in briefing { $year } for { $committee }. Write something, or fetch the figures again.
