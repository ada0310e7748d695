### The organisation: units, people, positions

organisation-lead = Units, who leads them, and where they stand.
organisation-vacant = Vacant only
organisation-closed = Closed ones too
organisation-empty = No unit fits
organisation-empty-text = Clear a filter, or create the unit you miss.

unit-new = Create unit
unit-name = Name
unit-level = Level
unit-kind = Kind
unit-area = Area
unit-area-hint = Can gather units across the tree, such as “Children and young people”.
unit-parent = Stands under
unit-parent-hint = Only the top level stands under nothing.
unit-no-parent = Nothing (top)
unit-function = Task
unit-function-service = Serves citizens or businesses
unit-function-support = Support and staff
unit-from = From
unit-to = Last day
unit-leader = Leader
unit-vacant = Vacant
unit-closed-on = closed { $date }
unit-close = Close the unit
unit-close-title = Close { $title }
unit-close-lead = The unit’s history remains. What it owns in the chain can be moved to its successor.
unit-close-do = Close { $title }
unit-successor = Successor
unit-successor-hint = The unit that carries on the work.
unit-no-successor = None
unit-established = { $title } has been created.
unit-saved = { $title } has been saved.
unit-closed = { $title } has been closed.


event-unit-established = The unit { $title } was created
event-unit-edited = The unit { $title } was changed
event-unit-closed = The unit { $title } was closed, its last day being { $date }
event-person-entered = { $name } was entered
event-person-edited = { $name } was changed
event-position-set-up = The position { $title } in { $unit } was set up
event-position-taken-over = The position { $title } got a new holder from { $date }
event-position-vacated = The position { $title } became vacant from { $date }
event-position-ended = The position { $title } ended on { $date }
event-stand-in-appointed = A stand-in was appointed for { $title }

refused-unit-level-unknown = The governance model has no level “{ $level }”. Choose one from the list.
refused-unit-kind-unknown = The governance model has no kind “{ $kind }”. Choose one from the list.
refused-unit-top-under-something = The top level stands under nothing. Choose “Nothing”, or another level.
refused-unit-without-parent = Choose the unit it stands under.
refused-unit-under-wrong-level = A unit at the level { $level } cannot stand under the level { $parent }. Choose a unit at a level above.
refused-unit-under-itself = A unit cannot stand under itself.
refused-unit-has-units-astray = { $count ->
    [one] One unit below it would stand at the same level or above. Move it first, or choose another level.
   *[other] { $count } units below it would stand at the same level or above. Move them first, or choose another level.
}
refused-unit-begins-after-it-ends = The unit cannot begin after it has closed. Choose an earlier date.
refused-unit-already-closed = The unit is closed already.
refused-unit-ends-before-it-begins = The last day cannot come before the first. Choose a later date.
refused-unit-follows-itself = A unit cannot be its own successor. Choose another.
refused-unit-has-open-units = { $count ->
    [one] One open unit stands under it. Move or close that first.
   *[other] { $count } open units stand under it. Move or close those first.
}
refused-person-email = Type a whole mail address, such as name@municipality.dk, or leave the field empty.
refused-person-email-taken = Another person has that mail address. If it is the same person, use the one that is there.
refused-position-not-open = The position does not exist on { $date }. Choose a date on which it does.
refused-position-same-day = The new holder can begin at the earliest the day after the present one began.
refused-position-ends-before-it-begins = The position cannot end before it began. Choose a later date.
refused-stand-in-for-self = The holder of the position cannot stand in for themselves. Choose somebody else.

denied-keep-organisation = Units, people and positions are kept by an administrator.
denied-import-organisation = The organisation is imported by an administrator.
denied-appoint-stand-in = A stand-in is appointed by the unit’s leader, a leader above it, or an administrator.

# Set-up: the front page
setup-lead = Organisation, people, logins and governance model are kept here.
setup-here = What is here
setup-attention = Needs attention
setup-attention-none = Every unit has a leader, and no import is waiting.
setup-no-leader = { $title } has no leader
setup-no-leader-text = Find a leader, or appoint a stand-in.
setup-no-leader-more = See all units without a leader
setup-import-waits = “{ $file }” waits for your yes
setup-import-waits-text = { $count ->
    [one] The file has one row. See what it changes, and import it.
   *[other] The file has { $count } rows. See what they change, and import them.
}
setup-organisation-text = Units, their level, and who leads them.
setup-people-text = People, with their positions now and before.
setup-imports-text = Units and leaders from a file, with a preview and a way back.
setup-logins = Logins
setup-logins-text = Who can log in.
setup-model-text = In force: “{ $title }”, version { $serial }, installed { $date }.
setup-audit-text = Everything that was done, by whom and when.
setup-denials = Denials
setup-denials-text = What somebody asked for and may not do.
setup-own-text = Your password, and where you are logged in.

# People
people-lead = Employees and politicians with their positions.
people-empty = Nobody has that name
people-empty-text = Try a part of the name, or enter the person.
person-new = Enter person
person-name = Name
person-email = Mail
person-position = Position
person-foreign-id = Id in your own system
person-positions = Positions now
person-positions-before = Earlier positions
person-no-positions = This person holds no position today.
person-deeds = See what this person has done
person-find = Find a person by name
person-entered = { $name } has been entered.
person-saved = { $name } has been saved.

# Positions
unit-edit = Edit the unit
unit-foreign-id = Id in your own system
positions-title = Positions in { $unit }
positions-unit = See the unit’s page
positions-no-leader = The unit has no leader today
positions-no-leader-text = Hand a leading position over to a person, or appoint a stand-in.
positions-empty = There are no positions here
positions-empty-text = A unit should have a leader. The administrator sets up the position.
position-new = Set up position
position-new-title = New position in { $unit }
position-role = Role
position-role-hint = The role decides what its holder can see and do.
position-title = What the position is called
position-holder = Holder
position-new-holder = New holder
position-vacant = Vacant
position-to = Last day
position-stand-ins = Stand-ins
position-stand-in = { $name }, { $span }
position-over = The position has ended and stands here for the record.
position-hand-over = Hand the position over
position-hand-over-text = The present holder has it until the day before. Choose “Vacant” if nobody takes over.
position-hand-over-do = Hand the position over
position-appoint = Appoint a stand-in
position-appoint-text = The stand-in acts with the position’s rights. Both names are written beside what is done.
position-stand-in-person = Stand-in
position-appoint-do = Appoint the stand-in
position-end = End the position
position-end-text = After its last day there is no such position. If somebody else shall have it, hand it over instead.
position-end-do = End the position
position-set-up = The position { $title } has been set up.
position-handed-over = The position { $title } has been handed over.
position-ended = The position { $title } has been given a last day.
stand-in-appointed = A stand-in has been appointed for { $title }.

# Imports
imports-lead = Bring in units and their leaders from a file. You see what it would change before anything happens.
imports-nothing-yet = Choosing a file does nothing to the organisation yet. Units that the file does not name are left alone.
imports-so-far = Imports
imports-none = Nothing has been imported yet.
import-file = File
import-file-hint = CSV, { $count } MB at most. Semicolons, commas or tabs between the columns.
import-upload = See what the file changes
import-format = What the file looks like
import-format-text = The first row names the columns, in Danish or English. Only the name and an id must be there. A column that is missing changes nothing.
import-export = Download the organisation as a file
import-column-enhed-uuid = The unit’s id in your own system. Kept to the letter.
import-column-enhed-nr = The unit’s number here, such as E-12. Used where there is no id.
import-column-navn = The unit’s name. Must be filled in.
import-column-overenhed-uuid = The unit above: its id or number.
import-column-type = The unit’s kind in the governance model.
import-column-niveau = The unit’s level in the governance model. Must be filled in for new units.
import-column-omraade = An area across the tree, such as “Children and young people”.
import-column-opgave = “service” or “support”.
import-column-leder-uuid = The leader’s id in your own system.
import-column-leder-navn = The leader’s name. Where every field about the leader is empty, the position becomes vacant.
import-column-leder-email = The leader’s mail address.
import-column-leder-stilling = What the leader’s position is called.
import-column-gyldig-fra = First day, such as 01-05-2018.
import-column-gyldig-til = Last day. The unit is closed.

import-state-previewed = Waits for a yes
import-state-running = Under way
import-state-done = Imported
import-state-undone = Undone
import-state-failed = Broken off
import-did = { $created } created, { $changed } changed, { $closed } closed

import-lead-ready = { $count ->
    [one] One row was read without faults. Nothing has changed yet.
   *[other] { $count } rows were read without faults. Nothing has changed yet.
}
import-lead-faults = { $count ->
    [one] There is one fault in the file. Mend it and choose the file again. Nothing has changed.
   *[other] There are { $count } faults in the file. Mend them and choose the file again. Nothing has changed.
}
import-lead-nothing = Everything in the file is here already. There is nothing to import.
import-count-created = { $count ->
    [one] new unit
   *[other] new units
}
import-count-changed = { $count ->
    [one] changed unit
   *[other] changed units
}
import-count-closed = { $count ->
    [one] closed unit
   *[other] closed units
}
import-count-unchanged = { $count ->
    [one] unchanged row
   *[other] unchanged rows
}
import-count-people = { $count ->
    [one] new person
   *[other] new people
}
import-count-leaders = { $count ->
    [one] unit with a new leader
   *[other] units with a new leader
}
import-run = Import
import-another-file = Choose another file
import-failed = The import was broken off
import-failed-text = Nothing of it was saved. You can try again.
import-faults-title = { $count ->
    [one] One cell needs mending
   *[other] { $count } cells need mending
}
import-more-faults = { $count ->
    [one] … and one more fault.
   *[other] … and { $count } more faults.
}
import-rows-title = What will change
import-more-rows = { $count ->
    [one] … and one more row.
   *[other] … and { $count } more rows.
}
import-unread = These columns are not read: { $columns }.
import-row = Row
import-column = Column
import-found = It says
import-empty-cell = (empty)
import-turn = What happens
import-turn-new = Created
import-turn-changed = Changed
import-turn-closed = Closed
import-turn-unchanged = Unchanged
import-changes = Changes
import-running-lead = You may leave. The result waits here.
import-progress = { $done } of { $total } written
import-progress-reading = Reading the file
import-progress-ended = The import has ended
import-refresh = Refresh
import-see-result = See the result
import-undo = Undo the import
import-undo-text = Everything the import touched can be put back as it was. If some of it has been changed since, we say so and touch nothing.
import-undone = The import has been undone. Everything stands as it did before.
import-see-organisation = See the organisation
import-see-imports = See all imports

import-file-empty = The file is empty. Choose one with column names in its first row and a unit in each of the next.
import-file-header-only = The file has column names only. Write at least one unit below them.
import-file-one-column = The file has one column only. Save it as CSV with semicolons between the columns.
import-file-unclosed = The quotation mark in line { $line } is never closed. Add one, or remove it.
import-file-workbook = The file is a spreadsheet’s workbook. Save it as CSV, and choose that file.
import-file-binary = The file is not text. Save it as CSV, and choose that file.
import-file-too-large = The file is too large. It may be { $most } MB at most.
import-file-too-many-rows = The file has too many rows. There is room for { $most }.
import-file-broken-off = The file did not arrive. Try again.

import-fault-column-twice = The column stands twice, also as “{ $other }”. Remove one.
import-fault-no-name-column = The file lacks the column “{ $column }”.
import-fault-no-id-column = The file lacks the column “{ $column }” or “{ $other }”, by which units are known again next time.
import-fault-empty = The field must be filled in.
import-fault-too-long = The text is too long. There is room for { $most } characters.
import-fault-no-id = The row has no id. Give it one, so that the unit is known again next time.
import-fault-twice = The unit also stands in row { $line }. Keep one.
import-fault-number = “{ $found }” is no number. Write it like this, for example: E-12.
import-fault-number-unknown = No unit has the number “{ $found }”. Leave the field empty for a new unit, and give it an id.
import-fault-two-units = The id and the number are of two units: { $one } and { $other }. Mend one of them.
import-fault-other-id = { $number } has the id “{ $id }” already. Mend the id or the number.
import-fault-level-missing = Write the unit’s level: { $known }.
import-fault-level-unknown = The governance model has no level “{ $found }”. Did you mean “{ $suggestion }”?
import-fault-level-none-near = The governance model has no level “{ $found }”. Write one of these: { $known }.
import-fault-kind-unknown = The governance model has no kind “{ $found }”. Did you mean “{ $suggestion }”?
import-fault-kind-none-near = The governance model has no kind “{ $found }”. Write one of these, or leave the field empty: { $known }.
import-fault-no-kinds = The governance model tells no kinds apart, so “{ $found }” cannot be used. Leave the field empty.
import-fault-function = “{ $found }” is no task. Write “service” or “support”.
import-fault-date = “{ $found }” cannot be read as a date. Write it like this, for example: 01-05-2018.
import-fault-ends-before-it-begins = The last day comes before the first. Mend one of them.
import-fault-parent-unknown = No unit has the id or number “{ $found }”, neither here nor in the file. Mend it, or put the unit in the file.
import-fault-parent-closed = { $number } is closed. Choose a unit that is open.
import-fault-units-below = { $count ->
    [one] One unit below cannot stand under the new level. Move it in the same file.
   *[other] { $count } units below cannot stand under the new level. Move them in the same file.
}
import-fault-leader-name = There is no such leader yet. Write the name.
import-fault-leader-ambiguous = { $count } people are called “{ $name }”. Write the mail address or the id too.
import-fault-leader-email-taken = The mail address is { $name }’s. If it is the same person, mend the leader’s id.
import-fault-leader-differs = In row { $line } the same leader is called “{ $name }” or has another mail address. Write it alike.

refused-import-done-already = The file has been imported already.
refused-import-faults = { $count ->
    [one] There is one fault in the file. Mend it and choose the file again.
   *[other] There are { $count } faults in the file. Mend them and choose the file again.
}
refused-import-nothing = Everything in the file is here already. There is nothing to import.
refused-import-not-done = Only an import that has been carried out can be undone.
refused-import-undo-changed = Something the import touched has been changed since, or something has been built upon it. Mend what needs mending one by one.
refused-import-undo-named = { $count ->
    [one] { $names } has been changed since. The import cannot be undone as a whole. Mend what needs mending one by one.
   *[other] { $count } have been changed since, among them { $names }. The import cannot be undone as a whole. Mend what needs mending one by one.
}
event-org-imported = The file “{ $file }” was imported: { $created } units created, { $changed } changed, { $closed } closed
event-org-import-undone = The import of “{ $file }” was undone
